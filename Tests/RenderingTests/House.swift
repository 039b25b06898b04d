import FAInvoice
import FAValidation
import Findings
import Foundation
import InvoiceRendering
import InvoiceTemplate
import KSeFIdentifiers
import KSeFLinks
import Presentation
import Testing
import Typography

/// Where the repository lies, and what of it the tests need.
enum House {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func resources() throws -> ResourceFolder { try ResourceFolder(root.path) }

  static func stages() throws -> InvoiceRenderer.Stages { try InvoiceRenderer.Stages(resources: resources()) }

  static func document(_ sample: String) throws -> FADocument {
    let file = root.appendingPathComponent("samples/\(sample).xml")
    return try FADocument.read([UInt8](Data(contentsOf: file)), fileName: "\(sample).xml")
  }

  /// An invoice for a print that is about something else than the check: whatever it finds stops nothing.
  static func cleared(_ document: FADocument) throws -> ClearedInvoice {
    let day = try #require(CalendarDate(iso: "2026-12-31"))
    return try ClearedInvoice(
      document, by: InvoiceCheck(environment: .test, today: day), refusals: .printAnyway)
  }

  static func samples() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: root.appendingPathComponent("samples").path)
      .filter { $0.hasSuffix(".xml") && $0 != "upo.xml" }.map { String($0.dropLast(4)) }.sorted()
  }

  /// Codes with a made-up signature, always the same: drawing asks nobody whether it is right.
  static func codes(of document: FADocument, signatureLength: Int = 64) throws -> CodesRequest {
    let identity = try document.identity()
    let serial = try #require(CertificateSerialNumber("01F20A5D352AE590"))
    let claim = CertificateClaim(
      environment: .test, context: .nip(identity.seller), seller: identity.seller, certificate: serial,
      hash: identity.hash)
    return .offline(
      InvoiceLink(environment: .test, identity: identity),
      claim.signed(with: (0..<signatureLength).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ 11) }))
  }

  static let creationDate = "2026-02-01T12:00:00Z"

  /// What a program prints on standard output; nil where it is missing or fails.
  static func output(of program: String, _ arguments: [String]) throws -> String? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [program] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? String(decoding: data, as: UTF8.self) : nil
  }

  /// Runs a body with a folder of its own that is gone afterwards.
  static func withFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("ksef-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
  }
}
