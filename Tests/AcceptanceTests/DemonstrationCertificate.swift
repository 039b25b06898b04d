import Foundation
import Testing

/// The kinds of keys that KSeF certificates have, as the command line names them.
enum KeyType: String, CaseIterable, Sendable, CustomTestStringConvertible {
  case p256
  case rsa2048

  var testDescription: String { rawValue }
}

/// A demonstration certificate, made by our own command.
struct DemonstrationCertificate: Sendable {
  /// The folder with the certificate and its key.
  let folder: String

  var certificate: String { "\(folder)/demo-offline.crt" }
  var key: String { "\(folder)/demo-offline.key" }
  var passphraseFile: String { "\(folder)/demo-passphrase.txt" }
  var authority: String { "\(folder)/demo-authority.crt" }

  /// The options that sign with it.
  var options: [String] {
    ["--environment", "test", "--certificate", certificate, "--key", key, "--passphrase-file", passphraseFile]
  }

  init(_ type: KeyType, in folder: String) throws {
    self.folder = folder
    let made = try Program.render.run("demo-certificate", "--output-directory", folder, "--key-type", type.rawValue)
    guard made.code == 0 else { throw NotMade(errors: made.errors) }
  }

  struct NotMade: Error {
    let errors: String
  }

  /// The certificate of a kind of key that all tests share.
  static func shared(_ type: KeyType) throws -> DemonstrationCertificate {
    try (type == .p256 ? sharedP256 : sharedRSA).get()
  }

  private static let sharedP256 = Result { try DemonstrationCertificate(.p256, in: WorkFolder.ofProcess.file("p256")) }
  private static let sharedRSA = Result { try DemonstrationCertificate(.rsa2048, in: WorkFolder.ofProcess.file("rsa")) }
}
