import CodeReading
import FAInvoice
import Findings
import Foundation
import KSeFIdentifiers
import KSeFLinks
import Testing

@testable import Verification

/// A small box of prints with one of everything, the same in every run: nothing in it is signed.
struct FixedRun {
  /// A page of 12 × 17 pixels.
  static let thumbnail = Thumbnail(
    jpeg: [UInt8](
      Data(
        base64Encoded: """
          /9j/4AAQSkZJRgABAQEAAQABAAD/2wBDACgcHiMeGSgjISMtKygwPGRBPDc3PHtYXUlkkYCZlo+AjIqgtObDoKrarYqMyP/L2u71////m8H////6/+\
          b9//j/2wBDASstLTw1PHZBQXb4pYyl+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj/wAARCAAR\
          AAwDASIAAhEBAxEB/8QAFwABAQEBAAAAAAAAAAAAAAAAAAECBf/EABwQAAICAgMAAAAAAAAAAAAAAAABAiERMTJBkf/EABQBAQAAAAAAAAAAAAAAA\
          AAAAAD/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADAMBAAIRAxEAPwDsXZPQ5xScm6Wy5TsCT4s10AB//9k=
          """) ?? Data()), width: 12, height: 17)

  private static let left = PageRegion(centerX: 0.15, centerY: 0.85, width: 0.12, height: 0.085)
  private static let middle = PageRegion(centerX: 0.45, centerY: 0.85, width: 0.15, height: 0.106)
  private static let right = PageRegion(centerX: 0.85, centerY: 0.1, width: 0.1, height: 0.07)

  let invoice: [UInt8]
  let evidence: [Evidence]
  let report: Report

  init() throws {
    let invoices = (1...4).map(FixedRun.invoice)
    invoice = invoices[0]
    let links = try invoices.map(FixedRun.links)
    evidence = [
      FixedRun.page("box.zip/2026/first.pdf", [(links[0].first, FixedRun.left), ("a shop's address", FixedRun.right)]),
      FixedRun.page("second.pdf", [(links[1].first, FixedRun.left), (links[1].second, FixedRun.middle)], before: 1),
      FixedRun.page("third.pdf", [(links[2].first, FixedRun.left), (links[3].second, FixedRun.middle)]),
      .print(named: "cover.pdf", PrintReading(kind: .pdf, pages: [PageReading(page: 1, codes: [], isExhausted: true)])),
      .print(
        named: "smudged.jpg",
        PrintReading(
          kind: .jpeg,
          pages: [
            PageReading(
              page: 1, codes: [], unreadable: [UnreadCode(region: FixedRun.right, pixelsPerModule: 1.4)],
              isExhausted: true)
          ])),
      .text("hello", .line(of: "links.txt", 4)),
      .unreadable(
        Obstacle(
          "evidence.damaged", at: Place(file: "damaged.pdf"),
          Sentence("The PDF is damaged.", pl: "Plik PDF jest uszkodzony."),
          remedy: Sentence("Scan the invoice again.", pl: "Zeskanuj fakturę ponownie."))),
    ]
    report = Verifier(invoices: [GivenInvoice(invoices[0], name: "first.xml", isOfCollection: true)]).verify(evidence)
  }

  private static func invoice(_ number: Int) -> [UInt8] {
    Array(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <Faktura xmlns="http://crd.gov.pl/wzor/2025/06/25/13775/">
        <Podmiot1><DaneIdentyfikacyjne><NIP>1111111111</NIP><Nazwa>Sklep Fikcyjny</Nazwa></DaneIdentyfikacyjne></Podmiot1>
        <Fa><P_1>2026-02-0\(number)</P_1><P_2>FV/\(number)/2026</P_2><P_15>123.00</P_15></Fa>
      </Faktura>

      """.utf8)
  }

  /// KOD I, and a KOD II with a signature that nobody made.
  private static func links(_ xml: [UInt8]) throws -> (first: String, second: String) {
    let identity = try FADocument.read(xml, fileName: "invoice.xml").identity()
    let second =
      "https://qr-test.ksef.mf.gov.pl/certificate/Nip/1111111111/1111111111/01F20A5D352AE590/"
      + "\(identity.hash)/\(String(repeating: "A", count: 86))"
    return (InvoiceLink(environment: .test, identity: identity).text, second)
  }

  /// A print whose last page bears the codes; on both its sides there may be pages without.
  private static func page(_ name: String, _ codes: [(String, PageRegion)], before: Int = 0) -> Evidence {
    let blank = (0..<before).map {
      PageReading(page: $0 + 1, codes: [], isExhausted: true, thumbnail: thumbnail)
    }
    let last = PageReading(
      page: before + 1, codes: codes.map { FoundCode(text: $0.0, page: before + 1, region: $0.1) }, isExhausted: true,
      text: PageText(source: .hiddenLayer, words: []), thumbnail: thumbnail)
    return .print(named: name, PrintReading(kind: .pdf, pages: blank + [last]))
  }
}
