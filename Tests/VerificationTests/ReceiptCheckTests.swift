import CodeReading
import Findings
import Foundation
import KSeFIdentifiers
import Testing

@testable import Verification

@Suite("Receipts of KSeF")
struct ReceiptCheckTests {
  /// A UPO of one invoice.
  private struct Slip {
    var hash: InvoiceHash
    var seller = "1111111111"
    var ksefNumber = "1111111111-20260201-0100001AF629-"
    var number = "FV/1/2026"
    var date = "2026-02-01"
    var mode: String? = "Offline"

    func receipt() throws -> GivenReceipt {
      let version = mode == nil ? "v4-2" : "v4-3"
      let text = """
        <Potwierdzenie xmlns="http://upo.schematy.mf.gov.pl/KSeF/\(version)"><Dokument>
        <NipSprzedawcy>\(seller)</NipSprzedawcy><NumerKSeFDokumentu>\(ksefNumber)</NumerKSeFDokumentu>
        <NumerFaktury>\(number)</NumerFaktury><DataWystawieniaFaktury>\(date)</DataWystawieniaFaktury>
        <DataPrzeslaniaDokumentu>2026-02-01T10:00:00Z</DataPrzeslaniaDokumentu>
        <SkrotDokumentu>\(Data(hash.digest).base64EncodedString())</SkrotDokumentu>
        \(mode.map { "<TrybWysylki>\($0)</TrybWysylki>" } ?? "")</Dokument></Potwierdzenie>
        """
      return try GivenReceipt(Array(text.utf8), name: "upo.xml")
    }
  }

  private static let goodNumber = completed("1111111111-20260201-0100001AF629-")

  /// A KSeF number with its check digits.
  private static func completed(_ start: String) -> String {
    let head = start.dropLast()
    var register: UInt8 = 0
    for byte in head.utf8 {
      register ^= byte
      for _ in 0..<8 { register = register & 0x80 == 0 ? register << 1 : register << 1 ^ 0x07 }
    }
    return start + String(format: "%02X", register)
  }

  private func report(withInvoice: Bool = true, change: (inout Slip) -> Void = { _ in }) throws -> Report {
    let shop = try Shop()
    let xml = shop.invoice()
    var slip = Slip(hash: InvoiceHash(ofExactBytes: xml), ksefNumber: ReceiptCheckTests.goodNumber)
    change(&slip)
    let material = GivenMaterial(
      invoices: withInvoice ? [GivenInvoice(xml, name: "a.xml")] : [], certificates: [shop.certificate],
      receipts: [try slip.receipt()])
    return Verifier(material).verify(links(try shop.invoiceLink(xml), try shop.certificateLink(xml)))
  }

  @Test("A KSeF number on the paper that isn't the receipt's fails by that number")
  func printedNumber() throws {
    let other = "1111111111-20260201-0100001AF62A-"
    for (number, outcome) in [(ReceiptCheckTests.goodNumber, Outcome.passed), (Self.completed(other), .failed)] {
      let xml = paperInvoice()
      let shop = try Shop()
      let slip = Slip(
        hash: InvoiceHash(ofExactBytes: xml), ksefNumber: ReceiptCheckTests.goodNumber, number: "FV/12/2026",
        mode: "Online")
      let region = PageRegion(centerX: 0.122, centerY: 0.05 + 6.5 * 0.015, width: 0.144, height: 0.1)
      let page = PageReading(
        page: 1, codes: [FoundCode(text: try shop.invoiceLink(xml), page: 1, region: region)], isExhausted: true,
        text: PageText(source: .textLayer, words: setPage(String(repeating: "\n", count: 11) + number)))
      let report = Verifier(GivenMaterial(receipts: [try slip.receipt()]))
        .verify([.print(named: "print.pdf", PrintReading(kind: .pdf, pages: [page]))])
      #expect(report.subjects.flatMap(\.checks).first { $0.check == .printedKSeFNumber }?.outcome == outcome)
    }
  }

  @Test("A receipt of the codes' hash confirms it, and its signature is said to be unchecked")
  func confirmed() throws {
    let report = try report()
    #expect(report.verdict == .passed)
    #expect(report.checks(.passed).isSuperset(of: [.receiptHash, .receiptFields, .receiptMode]))
    #expect(report.sentence(.receiptHash).contains("received it on 2026-02-01T10:00:00Z"))
    #expect(report.sentence(.receiptHash).contains("signature wasn't checked"))
  }

  @Test("Without a mode, as before v4-3, nothing is said of it")
  func oldReceipt() throws {
    let report = try report { $0.mode = nil }
    #expect(report.verdict == .passed)
    #expect(!report.subjects.flatMap(\.checks).contains { $0.check == .receiptMode })
  }

  @Test("A KOD II beside an invoice sent online is worth a look")
  func mode() throws {
    let report = try report { $0.mode = "Online" }
    #expect(report.verdict == .passed && report.checks(.remark).contains(.receiptMode))
  }

  @Test("A receipt that describes another invoice under the hash fails")
  func contradictions() throws {
    let numbers = [
      "5265877635-20250826-0100001AF629-AF", "1111111111-20260131-0100001AF629-00", "nothing",
      String(ReceiptCheckTests.goodNumber.dropLast()) + "x",
    ]
    for number in numbers {
      #expect(try report { $0.ksefNumber = number }.checks(.failed) == [.receiptFields], Comment(rawValue: number))
    }
    #expect(try report { $0.seller = "9999999999" }.checks(.failed) == [.receiptFields])
    #expect(try report { $0.date = "2026-02-02" }.checks(.failed) == [.receiptFields])
    #expect(try report { $0.number = "FV/2/2026" }.checks(.failed) == [.receiptFields])
    #expect(try report(withInvoice: false) { $0.number = "FV/2/2026" }.verdict == .passed)
  }

  @Test("KSeF's knowing the invoice's number with another file fails; of another day it is a remark")
  func otherFile() throws {
    let other = InvoiceHash(ofExactBytes: [1])
    #expect(try report { $0.hash = other }.checks(.failed) == [.receiptHash])
    let otherDay = try report {
      $0.hash = other
      $0.date = "2025-02-01"
    }
    #expect(otherDay.verdict == .passed && otherDay.checks(.remark).contains(.receiptHash))
    let unknown = try report {
      $0.hash = other
      $0.number = "FV/9/2026"
    }
    #expect(unknown.verdict == .passed && unknown.checks(.notRun).contains(.receiptHash))
  }

  @Test("What is no receipt is refused")
  func refused() throws {
    func code(_ text: String) -> String? {
      do {
        _ = try GivenReceipt(Array(text.utf8), name: "x")
        return nil
      } catch {
        return error.code
      }
    }
    let root = "<Potwierdzenie xmlns=\"http://upo.schematy.mf.gov.pl/KSeF/v4-3\">"
    #expect(
      code("\(root)<Dokument><SkrotDokumentu>abc=</SkrotDokumentu></Dokument></Potwierdzenie>") == "receipt.no-entry")
    #expect(code("\(root)</Potwierdzenie>") == "receipt.no-entry")
    #expect(code(String(decoding: try Shop().invoice(), as: UTF8.self)) == "receipt.holds-invoice")
    #expect(code("garbage") != nil && code("") != nil)
  }

  @Test("Published receipts are read", .enabled(if: SharedFacts.areHere, "the shared corpus isn't here"))
  func corpus() throws {
    let folder = try #require(SharedFacts.folder).appending(path: "corpus/invoices/upo")
    var count = 0
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) where name.contains("-v4-") {
      let receipt = try GivenReceipt([UInt8](Data(contentsOf: folder.appending(path: name))), name: name)
      count += receipt.entries.count
      #expect(receipt.entries.allSatisfy { !$0.ksefNumber.isEmpty && !$0.seller.isEmpty })
    }
    #expect(count >= 2)
  }
}
