import Foundation
import Testing

/// A certificate that openssl makes for a test: of any type, with any number.
struct ForgedCertificate {
  let certificate: String
  let key: String
  let serialNumber: String

  enum Key: String {
    case p256 = "ec -pkeyopt ec_paramgen_curve:P-256"
    case rsa2048 = "rsa:2048"
  }

  /// - Parameters:
  ///   - keyUsage: `nonRepudiation` for an Offline certificate, `digitalSignature` for an Authentication one.
  ///   - start: the first moment of its validity, Polish time as `2026-03-03 08:00:00`; now where none is named.
  init(
    _ key: Key = .p256, keyUsage: String, serialNumber: String, in folder: WorkFolder, name: String = "forged",
    start: String? = nil
  ) throws {
    let configuration = try folder.write(
      """
      [req]
      distinguished_name = subject
      x509_extensions = extensions
      prompt = no
      [subject]
      C = PL
      O = Podrobiona Firma (fikcyjna)
      organizationIdentifier = VATPL-9999999999
      CN = Podrobiona Firma
      [extensions]
      keyUsage = critical, \(keyUsage)
      """, to: "\(name).cnf")
    self.serialNumber = serialNumber
    certificate = folder.file("\(name).crt")
    self.key = folder.file("\(name).key")
    let openssl = try Program.tool("openssl")
    let clock = start.map { ["-f", "@\($0)", openssl.path] } ?? []
    let made = try (clock.isEmpty ? openssl : Program.tool("faketime")).run(
      clock + ["req", "-x509", "-config", configuration, "-nodes", "-newkey"]
        + key.rawValue.split(separator: " ").map(String.init)
        + ["-set_serial", "0x\(serialNumber)", "-days", "300", "-keyout", self.key, "-out", certificate])
    try #require(made.code == 0, "\(made.errors)")
  }

  /// The KOD II link that this certificate's key signs for an invoice of KOD I's.
  func certificateLink(for invoiceLink: String, in folder: WorkFolder) throws -> String {
    let parts = invoiceLink.split(separator: "/").map(String.init)
    let (host, seller, hash) = (parts[1], parts[3], parts[5])
    let claim = "\(host)/certificate/Nip/\(seller)/\(seller)/\(serialNumber)/\(hash)"
    let text = try folder.write(claim, to: "claim")
    let signature = folder.file("signature")
    let signed = try Program.tool("openssl").run("dgst", "-sha256", "-sign", key, "-out", signature, text)
    try #require(signed.code == 0, "\(signed.errors)")
    let base64 = try Data(contentsOf: URL(filePath: signature)).base64EncodedString()
      .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    return "https://\(claim)/\(base64)"
  }
}
