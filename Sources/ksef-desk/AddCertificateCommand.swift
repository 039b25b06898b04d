import ArgumentParser
import Certificates
import Findings
import KSeFIdentifiers
import OfflineLedger
import OfflineSigning
import RenderCommands
import WholeFiles

struct AddCertificateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Take a certificate with its key into the register, for one user.",
    discussion: """
      The passphrase is asked for once, only to see that the key opens and belongs to \
      the certificate; it isn't kept. A key that isn't encrypted, or in another way, is \
      encrypted anew. A certificate that isn't valid yet waits, and serves from its day \
      on by itself.
      """)
  @Option(help: ArgumentHelp("The certificate (PEM, DER or Base64).", valueName: "file"))
  var certificate: String?
  @Option(help: ArgumentHelp("Its private key (PKCS#8, PKCS#1 or SEC1).", valueName: "file"))
  var key: String?
  @Option(name: .customLong("pkcs12"), help: ArgumentHelp("Both in one PKCS#12 file.", valueName: "file"))
  var pkcs12: String?
  @Option(help: ArgumentHelp("The person whose prints it signs; nobody else's.", valueName: "name"))
  var user: String
  @OptionGroup var passphrase: PassphraseOptions
  @OptionGroup var environment: DeskEnvironment
  @OptionGroup var place: DeskPlace

  mutating func validate() throws {
    guard (pkcs12 == nil) == (certificate != nil && key != nil), pkcs12 == nil || (certificate ?? key) == nil else {
      throw ValidationError("Give --certificate with --key, or --pkcs12.")
    }
    guard !user.isBlank else { throw ValidationError("--user takes a name.") }
  }

  func run() throws {
    try place.work(settingUp: true) { (ledger, language) throws(Obstacle) in
      let (certificate, key) = try read(language)
      try certificate.checkBelongs(to: environment.environment)
      try ledger.addCertificate(
        certificate.pem, key: key.pem, user: user, by: loginName(), in: environment.environment)
      let added = try ledger.certificate(certificate.serialText, in: environment.environment)
      for sentence in added.sentences(at: ledger.now) { say(sentence, in: language) }
      guard certificate.purpose != .offline else { return }
      say(
        Sentence(
          "It logs in to KSeF and can't sign KOD II: for that a certificate of type Offline is needed.",
          pl: "Służy do logowania w KSeF i nie podpisze KODU II: do tego potrzebny jest certyfikat typu Offline."),
        in: language)
    }
  }

  private func read(_ language: Language) throws(Obstacle) -> (KSeFCertificate, StoredKey) {
    if let pkcs12 {
      return try StoredKey.sealing(
        pkcs12: pkcs12, passphrase: { () throws(Obstacle) in try passphrase.read(for: pkcs12, language) },
        newPassphrase: { () throws(Obstacle) in try passphrase.new(language) })
    }
    guard let file = certificate, let keyFile = key else { preconditionFailure("validated") }
    let certificate = try KSeFCertificate(try readWholeFile(file, limit: 1 << 20), fileName: file)
    let key = try StoredKey.sealing(
      file: keyFile, for: certificate,
      passphrase: { () throws(Obstacle) in try passphrase.read(for: keyFile, language) },
      newPassphrase: { () throws(Obstacle) in try passphrase.new(language) })
    return (certificate, key)
  }
}

/// Where a passphrase comes from; never from the command line.
struct PassphraseOptions: ParsableArguments {
  @Option(help: ArgumentHelp("File whose content is the passphrase. Default: it is asked for.", valueName: "file"))
  var passphraseFile: String?
  @Option(help: ArgumentHelp("Environment variable that holds the passphrase.", valueName: "name"))
  var passphraseVariable: String?
  @Flag(help: "Read the passphrase from standard input, first line.")
  var passphraseStdin = false

  mutating func validate() throws {
    guard [passphraseFile != nil, passphraseVariable != nil, passphraseStdin].count(where: { $0 }) <= 1 else {
      throw ValidationError("Choose one of --passphrase-file, --passphrase-variable and --passphrase-stdin.")
    }
  }

  func read(for file: String, _ language: Language) throws(Obstacle) -> Passphrase? {
    try source.read(prompt: Sentence("Passphrase of \(file): ", pl: "Hasło do pliku \(file): "), language: language)
  }

  /// For a key that is to be encrypted.
  func new(_ language: Language) throws(Obstacle) -> Passphrase? {
    let prompt = Sentence("A passphrase for the key: ", pl: "Nowe hasło do klucza: ")
    return try source.read(prompt: prompt, language: language)
  }

  private var source: PassphraseSource {
    if let passphraseFile { return .file(passphraseFile) }
    if let passphraseVariable { return .environment(passphraseVariable) }
    return passphraseStdin ? .standardInput : .prompt
  }
}
