import ArchivePDF
import Certificates
import CodeReading
import KSeFIdentifiers
import KSeFLinks
import Testing

@testable import Verification

/// Cheats with what comes beside the codes: files, other prints, the words on the paper.
let aboutTheEvidence: [Cheat] = [
  Cheat(
    "An invoice is made up: KOD I alone, with its XML attached to the PDF", .indeterminate, [.invoiceHash: .undecided]
  ) {
    var honest = try HonestCase()
    honest.material.invoices = []
    let attached = [AttachedFile(name: "invoice.xml", bytes: honest.xml)]
    return Verifier(honest.material).verify([try paper("made-up.pdf", [honest.invoiceLink], attachments: attached)])
  },
  Cheat(
    "An invoice is made up: KOD I alone, with its XML beside it in the box", .indeterminate, [.invoiceHash: .undecided]
  ) {
    var honest = try HonestCase()
    honest.material.invoices = [
      GivenInvoice(honest.xml, name: "box/invoice.xml", isOfCollection: true, comesWithPrints: true)
    ]
    return honest.report([[honest.invoiceLink]])
  },
  Cheat("An invoice is made up: KOD I alone, with a UPO made up for it", .indeterminate, [.invoiceHash: .undecided]) {
    var honest = try HonestCase()
    honest.material.invoices = []
    honest.material.receipts = [try madeUpReceipt(honest.xml)]
    return honest.report([[honest.invoiceLink]])
  },
  Cheat(
    "A certificate names another issuer than the authorities given", .indeterminate, [.certificateChain: .undecided]
  ) {
    var honest = try HonestCase()
    let authority = try Shop().authority
    honest.material.certificates = [honest.shop.certificate, authority]
    return honest.report()
  },
  Cheat(
    "KOD I leads to a host in letters that look like KSeF's", .failed,
    [.invoiceLinkForm: .failed, .sameInvoice: .remark]
  ) {
    var honest = try HonestCase()
    honest.invoiceLink = honest.invoiceLink.replacing("ksef", with: "k\u{0455}ef")
    return honest.report()
  },
  Cheat(
    "KSeF's host is only the name of a user", .failed, [.invoiceLinkHost: .failed, .expectedEnvironment: .failed]
  ) {
    var honest = try HonestCase()
    honest.invoiceLink = honest.invoiceLink.replacing("gov.pl/", with: "gov.pl@ksef.example/")
    return honest.report()
  },
  Cheat("A second KOD II, with a signature that isn't valid, stands on the page", .failed, [.signature: .failed]) {
    let honest = try HonestCase()
    let stranger = try Shop(environment: .production, issuer: "CCK KSeF")
    let start = try #require(honest.certificateLink.lastIndex(of: "/"))
    let foreign = try stranger.certificateLink(honest.xml)
    let end = try #require(foreign.lastIndex(of: "/"))
    return honest.report([
      [honest.invoiceLink, honest.certificateLink, String(honest.certificateLink[..<start]) + String(foreign[end...])]
    ])
  },
  Cheat("Another paper bears the codes of an honest one in the same box", .failed, [.paperTotals: .failed]) {
    try onPaper([othersPage(), othersPage(["Do zapłaty:    1 230,00": "Do zapłaty:    9 230,00"])])
  },
  Cheat("The paper asks for payment to another bank account", .failed, [.paperAccount: .failed]) {
    let bank = "<Platnosc><RachunekBankowy><NrRB>61109010140000071219812874</NrRB></RachunekBankowy></Platnosc>"
    let account = "\n\nRachunek: 27 1140 2004 0000 3002 0135 5387"
    return try onPaper([othersPage() + account], xml: paperInvoice(extra: bank))
  },
  Cheat(
    "Words of the PDF are covered, and others drawn over them", .indeterminate,
    [
      .paperSeller: .undecided, .paperBuyer: .undecided, .paperNumber: .undecided, .paperDate: .undecided,
      .paperTotals: .undecided,
    ]
  ) { try onPaper([othersPage()], shortfall: .unseenWords) },
]

/// A page with codes, and words where there are any.
func paper(
  _ name: String, _ codes: [String], text: PageText = .none, attachments: [AttachedFile] = []
) throws -> Evidence {
  let places = [0.2, 0.6].map { PageRegion(centerX: $0, centerY: 0.8, width: 0.14, height: 0.1) }
  let page = PageReading(
    page: 1, codes: zip(codes, places).map { FoundCode(text: $0, page: 1, region: $1) }, isExhausted: true, text: text)
  return .print(named: name, PrintReading(kind: .pdf, pages: [page], attachments: attachments))
}

/// The report on an invoice's prints with these drawings of their words.
private func onPaper(_ drawings: [String], xml: [UInt8] = paperInvoice(), shortfall: PageText.Shortfall? = nil) throws
  -> Report
{
  var honest = try HonestCase()
  honest.material.invoices = [GivenInvoice(xml, name: "invoice.xml")]
  let codes = [try honest.shop.invoiceLink(xml), try honest.shop.certificateLink(xml)]
  let captions = [("OFFLINE", 0.2), ("CERTYFIKAT", 0.6)].map {
    PageWord(text: $0, region: PageRegion(centerX: $1, centerY: 0.87, width: 0.1, height: 0.012))
  }
  return Verifier(honest.material).verify(
    try drawings.enumerated().map { index, drawing in
      let text = PageText(source: .textLayer, words: setPage(drawing) + captions, shortfall: shortfall)
      return try paper("\(index + 1).pdf", codes, text: text)
    })
}

/// A receipt that anybody could write.
private func madeUpReceipt(_ xml: [UInt8]) throws -> GivenReceipt {
  let hash = InvoiceHash(ofExactBytes: xml).base64URL.replacing("-", with: "+").replacing("_", with: "/") + "="
  let number = try #require(
    (0..<256).lazy.map { check in
      "1111111111-20260201-0100001AF629-" + (check < 16 ? "0" : "") + String(check, radix: 16, uppercase: true)
    }.first { (try? KSeFNumber($0)) != nil })
  let text = """
    <?xml version="1.0" encoding="UTF-8"?>
    <Potwierdzenie xmlns="http://upo.schematy.mf.gov.pl/KSeF/v4-3"><Dokument>\
    <NipSprzedawcy>1111111111</NipSprzedawcy><NumerKSeFDokumentu>\(number)</NumerKSeFDokumentu>\
    <NumerFaktury>FV/1/2026</NumerFaktury><DataWystawieniaFaktury>2026-02-01</DataWystawieniaFaktury>\
    <DataPrzeslaniaDokumentu>2026-02-01T10:00:00Z</DataPrzeslaniaDokumentu>\
    <SkrotDokumentu>\(hash)</SkrotDokumentu><TrybWysylki>Online</TrybWysylki></Dokument></Potwierdzenie>
    """
  return try GivenReceipt(Array(text.utf8), name: "upo.xml")
}
