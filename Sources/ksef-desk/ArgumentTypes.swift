public import ArgumentParser
public import OfflineRules
public import OfflineSigning

// Words of the house that stand on the command line as they are.

extension WorkingMode: ExpressibleByArgument {}

extension CertificateRequest.Key: ExpressibleByArgument {}
