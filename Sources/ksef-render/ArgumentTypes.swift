public import ArgumentParser
public import Findings
public import KSeFIdentifiers
public import OfflineSigning
public import Presentation

// Words of the house that stand on the command line as they are.

extension DemonstrationCertificate.Key: ExpressibleByArgument {}

extension KSeFEnvironment: ExpressibleByArgument {}

extension Language: ExpressibleByArgument {}

extension ModeOfIssue: ExpressibleByArgument {}
