import ArgumentParser
import Findings
import Glibc
import InvoicePrinting
import KSeFIdentifiers
import OfflineSigning

/// Who signs KOD II.
struct CredentialOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The issuer's KSeF certificate of type Offline (PEM, DER or Base64).", valueName: "file"))
  var certificate: String?

  @Option(help: ArgumentHelp("Its private key (PKCS#8, PKCS#1 or SEC1; PEM, DER or Base64).", valueName: "file"))
  var key: String?

  @Option(
    name: .customLong("pkcs12"),
    help: ArgumentHelp("Certificate and key in one PKCS#12 file (.p12, .pfx), new or old.", valueName: "file"))
  var pkcs12: String?

  @Option(help: ArgumentHelp("File whose content is the key's passphrase.", valueName: "file"))
  var passphraseFile: String?

  @Option(help: ArgumentHelp("Environment variable that holds the passphrase.", valueName: "name"))
  var passphraseVariable: String?

  @Flag(help: "Read the passphrase from standard input, first line.")
  var passphraseStdin = false

  @Option(
    help: ArgumentHelp(
      "The context in which the invoice is issued: nip:…, internal-id:…, nip-vat-ue:… or peppol-id:… "
        + "(default: the seller's NIP; on an FA_RR the buyer's, who issues it).", valueName: "type:value"))
  var context: String?

  mutating func validate() throws {
    guard (certificate == nil) == (key == nil) else {
      throw ValidationError("--certificate and --key belong together.")
    }
    let sources = [passphraseFile != nil, passphraseVariable != nil, passphraseStdin].filter { $0 }
    guard sources.count <= 1 else {
      throw ValidationError("Choose one of --passphrase-file, --passphrase-variable and --passphrase-stdin.")
    }
  }

  /// Whether anything is given that only an invoice can use.
  var areGiven: Bool {
    passphraseStdin
      || [certificate, key, pkcs12, passphraseFile, passphraseVariable, context].contains { $0 != nil }
  }

  /// Whether a certificate is named, rather than left to a desk.
  var nameACertificate: Bool { [certificate, key, pkcs12].contains { $0 != nil } }

  /// Who issues, asked where a print needs it.
  func issuer(for environment: KSeFEnvironment, in language: Language) -> any Issuer {
    NamedIssuer(options: self, environment: environment, language: language)
  }

  /// The context that was named.
  ///
  /// - Throws: `context.form`.
  func issuingContext() throws(Obstacle) -> IssuingContext? {
    guard let context else { return nil }
    guard let named = IssuingContext(argument: context) else { throw .noContext(context) }
    return named
  }

  /// Opens certificate and key; nil where none are given.
  ///
  /// - Throws: whatever makes them unfit to sign, each with its own sentence.
  func credential(for environment: KSeFEnvironment, language: Language) throws(Obstacle) -> OfflineCredential? {
    try opened(for: environment, language: language).credential
  }

  /// The same with the passphrase, where one had to be asked for.
  func opened(
    for environment: KSeFEnvironment, language: Language
  ) throws(Obstacle) -> (credential: OfflineCredential?, passphrase: Passphrase?) {
    let now = Int64(time(nil))
    var asked: Passphrase?
    if let pkcs12 {
      let credential = try OfflineCredential.pkcs12(
        file: pkcs12,
        passphrase: { () throws(Obstacle) in
          asked = try passphrase(for: pkcs12, language)
          return asked
        }, environment: environment, now: now)
      return (credential, asked)
    }
    guard let certificate, let key else { return (nil, nil) }
    let credential = try OfflineCredential.open(
      certificateFile: certificate, keyFile: key,
      passphrase: { () throws(Obstacle) in
        asked = try passphrase(for: key, language)
        return asked
      }, environment: environment, now: now)
    return (credential, asked)
  }

  func passphrase(for file: String, _ language: Language) throws(Obstacle) -> Passphrase? {
    let source: PassphraseSource =
      if let passphraseFile {
        .file(passphraseFile)
      } else if let passphraseVariable {
        .environment(passphraseVariable)
      } else if passphraseStdin {
        .standardInput
      } else {
        .prompt
      }
    return try source.read(
      prompt: Sentence("Passphrase of \(file): ", pl: "Hasło do pliku \(file): "), language: language)
  }
}

/// The issuer whom the command line names.
private struct NamedIssuer: Issuer {
  let options: CredentialOptions
  let environment: KSeFEnvironment
  let language: Language

  func namedContext() throws(Obstacle) -> IssuingContext? { try options.issuingContext() }

  func credential() throws(Obstacle) -> OfflineCredential? {
    try options.credential(for: environment, language: language)
  }
}
