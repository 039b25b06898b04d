import ArgumentParser
import Findings
import Glibc
import KSeFIdentifiers
import OfflineSigning
import WholeFiles

struct DemoCertificateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo-certificate",
    abstract: "Make a demonstration Offline certificate, so that codes can be tried without one of your own.",
    discussion: """
      Writes demo-offline.crt, demo-offline.key (encrypted), demo-passphrase.txt and demo-authority.crt. KSeF knows \
      nothing of this certificate; it works with --environment test only.
      """)

  @Option(help: ArgumentHelp("The folder for the files; made where it is missing.", valueName: "directory"))
  var outputDirectory: String

  @Option(help: ArgumentHelp("The NIP that the certificate carries.", valueName: "nip"))
  var nip: String = "9999999999"

  @Option(help: "The kind of key: p256 or rsa2048.")
  var keyType: DemonstrationCertificate.Key = .p256

  @Option(help: "Language of messages: pl or en.")
  var language: Language?

  mutating func validate() throws {
    guard NIP(nip)?.isValid == true else { throw ValidationError("--nip takes a NIP with a right checksum.") }
  }

  func run() throws {
    let language = language ?? .ofEnvironment
    try reporting(in: language) { () throws(Obstacle) in
      guard let nip = NIP(nip) else { preconditionFailure("validated") }
      let secret = DemoCertificateCommand.secret()
      let made = try DemonstrationCertificate.make(
        for: nip, organisation: "Demonstracja", key: keyType, passphrase: Passphrase(secret), now: Int64(time(nil)))
      try makeDirectory(outputDirectory)
      try writeWholeFile(made.certificate, to: "\(outputDirectory)/demo-offline.crt")
      try writeWholeFile(made.encryptedKey, to: "\(outputDirectory)/demo-offline.key", mode: 0o600)
      try writeWholeFile(Array((secret + "\n").utf8), to: "\(outputDirectory)/demo-passphrase.txt", mode: 0o600)
      try writeWholeFile(made.authority, to: "\(outputDirectory)/demo-authority.crt")
      notice(
        Sentence(
          "A demonstration certificate is in \(outputDirectory). It works with --environment test only.",
          pl: "Certyfikat demonstracyjny jest w folderze \(outputDirectory). Działa tylko z --environment test."),
        in: language)
    }
  }

  /// Sixteen random letters: the key of a demonstration deserves no less care than a real one.
  private static func secret() -> String {
    var generator = SystemRandomNumberGenerator()
    let letters = Array("abcdefghijkmnpqrstuvwxyz23456789")
    return String((0..<16).map { _ in letters[Int.random(in: 0..<letters.count, using: &generator)] })
  }
}
