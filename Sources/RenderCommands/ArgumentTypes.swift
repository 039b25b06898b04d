public import ArgumentParser
public import FAValidation
public import Findings
public import InvoicePrinting
public import KSeFIdentifiers
public import OfflineSigning
public import Presentation

// Words of the house that stand on the command line as they are.

extension DemonstrationCertificate.Key: ExpressibleByArgument {}

extension CalendarDate: ExpressibleByArgument {
  /// Reads `YYYY-MM-DD`.
  public init?(argument: String) { self.init(iso: argument) }
}

extension CreationDate: ExpressibleByArgument {
  /// Reads `YYYY-MM-DDThh:mm:ssZ`, or a day alone.
  public init?(argument: String) { self.init(argument) }
}

extension DocumentWish: ExpressibleByArgument {}

extension KSeFEnvironment: ExpressibleByArgument {}

extension Language: ExpressibleByArgument {}

extension ModeOfIssue: ExpressibleByArgument {}

extension RunReport.Form: ExpressibleByArgument {}
