import ArgumentParser
import Findings
import Glibc
import InvoicePrinting
import KSeFIdentifiers
import OfflineSigning

/// The offline desk that records what is printed.
struct DeskOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The offline desk: it says how the invoice is issued, chooses the certificate and records the print.",
      valueName: "directory"))
  var desk: String?

  @Option(
    help: ArgumentHelp(
      "Whose certificate at the desk may sign. Default: the name under which one is logged in.", valueName: "name"))
  var user: String?

  mutating func validate() throws {
    guard user == nil || desk != nil else { throw ValidationError("--user belongs to --desk.") }
    guard desk != "", user != "" else { throw ValidationError("--desk takes a folder, --user a name.") }
  }

  static var certificateTwice: ValidationError {
    ValidationError("With --desk the certificate is the desk's: leave out --certificate, --key and --pkcs12.")
  }

  /// Continues as the desk's program where a desk is named and this isn't it yet.
  ///
  /// - Throws: `program.missing`.
  func enter() throws(Obstacle) {
    if desk != nil, Doors.desk == nil { try OtherProgram.desk.takeOver() }
  }

  /// The desk that is named; nil where none is.
  ///
  /// - Throws: what keeps it from being opened.
  func open(_ environment: KSeFEnvironment, _ credentials: CredentialOptions, _ language: Language) throws(Obstacle)
    -> (any PrintDesk)?
  {
    guard let desk else { return nil }
    guard let door = Doors.desk else { preconditionFailure("a desk is opened in its own program") }
    return try door.open(
      desk, user: userName, environment: environment,
      passphrase: { (name) throws(Obstacle) in try credentials.passphrase(for: name, language) })
  }

  /// Whose certificates may sign.
  var userName: String { user ?? loginName() }

  /// What the question for a passphrase calls the keys.
  static func keys(in language: Language) -> String {
    Sentence("the key at the desk", pl: "klucza w biurze offline").text(in: language)
  }
}

/// The name under which one is logged in; the account's number where it has none.
package func loginName() -> String {
  if let record = getpwuid(getuid()) { return String(cString: record.pointee.pw_name) }
  return String(getuid())
}
