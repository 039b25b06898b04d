import CodeReading
import Findings
import Foundation
import KSeFIdentifiers
import KSeFLinks
import Presentation
import Testing

@testable import Verification

/// The whole way: an invoice printed, its pages read by our reader, and the paper judged.
@Suite("Our prints, read by our reader")
struct ReadPrintTests {
  private let serial = CertificateSerialNumber("01F20A5D352AE590")

  private func offline(_ identity: InvoiceIdentity) throws -> CodesRequest {
    let claim = CertificateClaim(
      environment: .test, context: .nip(identity.seller), seller: identity.seller,
      certificate: try #require(serial), hash: identity.hash)
    return .offline(
      InvoiceLink(environment: .test, identity: identity),
      claim.signed(with: (0..<64).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ 11) }))
  }

  private func accepted(_ identity: InvoiceIdentity) throws -> CodesRequest {
    let day = identity.issueDate
    let compact = day.iso.replacing("-", with: "")
    let head = "\(identity.seller)-\(compact)-0100001AF629-"
    for check in 0..<256 {
      let digits = String(check, radix: 16, uppercase: true)
      let text = head + (digits.count == 1 ? "0" : "") + digits
      if let number = try? KSeFNumber(text) {
        return .accepted(InvoiceLink(environment: .test, identity: identity), number)
      }
    }
    throw CocoaError(.featureUnsupported)
  }

  private func answers(
    _ file: [UInt8], xml: [UInt8], recognises: Bool = false
  ) throws -> (paper: [CheckName: CheckResult], printed: [CheckName: Outcome]) {
    var wishes = CodeReader.Wishes()
    wishes.recognition = recognises
    let reading = try CodeReader().read(file, fileName: "print", wishes: wishes) { _ in true }
    let report = Verifier(invoices: [GivenInvoice(xml, name: "invoice.xml")])
      .verify([.print(named: "print", reading)])
    var (paper, printed): ([CheckName: CheckResult], [CheckName: Outcome]) = ([:], [:])
    for check in report.subjects.flatMap(\.checks) {
      if check.check.rawValue.hasPrefix("paper.") { paper[check.check] = check }
      if check.check.rawValue.hasPrefix("printed.") { printed[check.check] = check.outcome }
    }
    return (paper, printed)
  }

  @Test("A PDF's own text agrees with the XML, and the words stand under the codes", arguments: Look.all)
  func textLayer(_ look: Look) throws {
    let press = try PaperPress(look)
    for name in ["fa3-vat", "fa3-kor-zal"] {
      let xml = try PaperPress.sample(name)
      let online = try answers(try press.pdf(xml), xml: xml)
      for answer in online.paper.values {
        #expect(answer.outcome == .passed, "\(name), \(answer.check.rawValue): \(answer.sentence.english)")
      }
      #expect(online.printed == [.printedInvoiceWord: .passed])
      #expect(
        try answers(try press.pdf(xml, codes: offline), xml: xml).printed
          == [.printedInvoiceWord: .passed, .printedCertificateWord: .passed])
      #expect(
        try answers(try press.pdf(xml, codes: offline, as: .confirmation), xml: xml).printed
          == [.printedInvoiceWord: .passed, .printedCertificateWord: .passed])
      #expect(
        try answers(try press.pdf(xml, codes: accepted), xml: xml).printed
          == [.printedInvoiceWord: .passed, .printedKSeFNumber: .passed])
    }
  }

  @Test(
    "A scan read by OCR never fails, and what its words don't say never passes",
    .enabled(
      if: FileManager.default.isExecutableFile(atPath: "/usr/bin/tesseract"), "tesseract-ocr isn't installed"))
  func recognised() throws {
    let press = try PaperPress(Look.all[0])
    let xml = try PaperPress.sample("fa3-vat")
    let scan = try scan(try press.pdf(xml))
    let honest = try answers(scan, xml: xml, recognises: true).paper
    #expect(honest.count >= 5)
    #expect(honest.values.allSatisfy { $0.outcome == .passed || $0.outcome == .undecided })
    #expect(honest[.paperTotals]?.outcome == .passed)

    let text = String(decoding: xml, as: UTF8.self)
    for (check, old, new) in [
      (CheckName.paperTotals, "<P_15>1241.07", "<P_15>1244.07"), (.paperDate, "<P_1>2026-03-02", "<P_1>2026-03-08"),
      (.paperNumber, "FV/2026/03/0021", "FV/2026/03/0027"), (.paperSeller, "9999999999", "9999999995"),
      (.paperBuyer, "1111111111", "1111111117"),
    ] {
      // The scan of one invoice under the codes of another that differs in a digit: the picture says the one, the file
      // that the codes name the other.
      let other = Array(text.replacing(old, with: new).utf8)
      #expect(other != xml)
      var wishes = CodeReader.Wishes()
      wishes.recognition = true
      let reading = try CodeReader().read(scan, fileName: "scan", wishes: wishes) { _ in true }
      let answer = try paperAnswers(reading.pages.map(\.text.words), xml: other, source: .recognised)[check]
      #expect(answer?.outcome == .undecided, "\(check.rawValue): \(answer?.sentence.english ?? "")")
    }
  }

  /// The PDF's only page as a picture.
  private func scan(_ pdf: [UInt8]) throws -> [UInt8] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "scan-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(pdf).write(to: folder.appending(path: "print.pdf"))
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/pdftoppm")
    process.arguments = ["-png", "-singlefile", "-r", "200", "print.pdf", "scan"]
    process.currentDirectoryURL = folder
    try process.run()
    process.waitUntilExit()
    return [UInt8](try Data(contentsOf: folder.appending(path: "scan.png")))
  }
}
