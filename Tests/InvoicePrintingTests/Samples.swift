import Certificates
import FAInvoice
import Findings
import Foundation
import InvoicePrinting
import InvoiceRendering
import KSeFIdentifiers
import KSeFLinks
import OfflineSigning
import Testing

/// The invoices of the repository, and how they are printed here.
enum Samples {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static func task(_ name: String) throws -> PrintTask {
    let bytes = [UInt8](try Data(contentsOf: root.appending(path: "samples/\(name).xml")))
    return PrintTask(name: "\(name).xml", bytes: bytes)
  }

  static func tasks() throws -> [PrintTask] {
    try FileManager.default.contentsOfDirectory(atPath: root.appending(path: "samples").path)
      .filter { $0.hasSuffix(".xml") }.sorted().map { try task(String($0.dropLast(4))) }
  }

  /// Judged after the day of all samples, with one date in every print.
  static func settings() throws -> PrintSettings {
    var settings = PrintSettings(resources: try ResourceFolder(root.path))
    settings.environment = .test
    settings.today = CalendarDate(iso: "2026-12-31")
    settings.creationDate = CreationDate("2026-12-31T12:00:00Z")
    return settings
  }

  /// Prints again what was signed before, with a made-up signature: drawing asks nobody whether it is right.
  static func reprint(_ task: PrintTask) throws -> PrintOptions {
    var options = PrintOptions()
    guard case .invoice(let document) = try KSeFDocument.read(task.bytes, fileName: task.name) else { return options }
    let identity = try document.identity()
    let claim = CertificateClaim(
      environment: .test, context: .nip(identity.seller), seller: identity.seller,
      certificate: try #require(CertificateSerialNumber("01F20A5D352AE590")), hash: identity.hash)
    options.signedLink = claim.signed(with: (0..<64).map { UInt8($0) }).text
    return options
  }

  /// A certificate to practise with, valid now.
  static func credential(_ key: DemonstrationCertificate.Key) throws -> OfflineCredential {
    let now = Int64(Date().timeIntervalSince1970)
    let papers = try DemonstrationCertificate.make(
      for: #require(NIP("9999999999")), organisation: "Zmyślona Sp. z o.o.", key: key,
      passphrase: Passphrase("zmyślone"), now: now)
    return try OfflineCredential(
      certificate: KSeFCertificate(papers.certificate, fileName: "demo.crt"),
      key: SigningKey.open(
        papers.encryptedKey, fileName: "demo.key", passphrase: { () throws(Obstacle) in Passphrase("zmyślone") }),
      environment: .test, now: now)
  }
}
