import Certificates
import KSeFIdentifiers
import KSeFLinks
import OfflineSigning
import Testing

@testable import Verification

/// Every known way to cheat, one row each, with the outcome of every check.
@Suite("Cheats")
struct CheatTests {
  @Test("Each cheat is met by the checks that are there for it, and by no other", arguments: cheats)
  func outcomes(_ cheat: Cheat) throws {
    let report = try cheat.report()
    #expect(report.verdict == cheat.verdict)
    var found: [CheckName: Outcome] = [:]
    for check in report.subjects.flatMap(\.checks) where check.outcome != .passed && check.outcome != .notRun {
      // Of several answers of one check the worst counts.
      if found[check.check] != .failed { found[check.check] = check.outcome }
    }
    #expect(found == cheat.outcomes)
  }

  @Test("What the honest case says is decided: every check that could be run passes", arguments: [true, false])
  func honesty(isRSA: Bool) throws {
    let report = try HonestCase(key: isRSA ? .rsa(bits: 2048) : .p256).report()
    #expect(report.verdict == .passed)
    #expect(report.checks(.passed).isSuperset(of: [.invoiceHash, .signature, .sameInvoice, .certificateHolder]))
  }
}

extension CheatTests {
  @Test("The honest print passes every check of its words")
  func honestPrint() throws {
    let report = try HonestPrint().report()
    #expect(report.verdict == .passed)
    #expect(
      report.checks(.passed).isSuperset(of: [
        .printedInvoiceWord, .printedCertificateWord, .paperSeller, .paperBuyer, .paperNumber, .paperDate,
        .paperTotals,
      ]))
  }
}

private let hash = InvoiceHash(ofExactBytes: Array("invoice".utf8))

/// The report on codes of another tool's, with its certificate given.
private func foreign(
  _ key: [String], usage: String = "nonRepudiation", options: [String], change: ([UInt8]) throws -> [UInt8] = { $0 }
) throws -> Report {
  let signer = try ForeignSigner(key: key, usage: usage)
  let second = try signer.certificateLink(hash, options: options, change: change)
  return Verifier(certificates: [signer.certificate])
    .verify(print("scan.pdf", [[signer.invoiceLink(hash), second]]))
}

let cheats =
  aboutTheInvoice + aboutThePaper + aboutTheCertificate + aboutTheLink + aboutTheSignature + aboutTheEvidence

private let aboutTheInvoice: [Cheat] = [
  Cheat("The XML of another invoice is given", .failed, [.invoiceHash: .failed]) {
    var honest = try HonestCase()
    honest.material.invoices = [GivenInvoice(honest.shop.invoice(2), name: "other.xml")]
    return honest.report()
  },
  Cheat("One digit of the XML is changed", .failed, [.invoiceHash: .failed]) {
    var honest = try HonestCase()
    let changed = String(decoding: honest.xml, as: UTF8.self).replacing("123.00", with: "923.00")
    honest.material.invoices = [GivenInvoice(Array(changed.utf8), name: "invoice.xml")]
    return honest.report()
  },
  Cheat("One digit of an XML in a folder is changed", .indeterminate, [.invoiceHash: .undecided]) {
    var honest = try HonestCase()
    let changed = String(decoding: honest.xml, as: UTF8.self).replacing("123.00", with: "923.00")
    honest.material.invoices = [GivenInvoice(Array(changed.utf8), name: "box/invoice.xml", isOfCollection: true)]
    return honest.report()
  },
  Cheat("KOD I is pasted from another invoice", .failed, [.sameInvoice: .failed, .invoiceHash: .failed]) {
    var honest = try HonestCase()
    honest.invoiceLink = try honest.shop.invoiceLink(honest.shop.invoice(2))
    return honest.report()
  },
  Cheat("KOD II is pasted from another invoice", .failed, [.sameInvoice: .failed, .invoiceHash: .failed]) {
    var honest = try HonestCase()
    honest.certificateLink = try honest.shop.certificateLink(honest.shop.invoice(2))
    return honest.report()
  },
  Cheat("The codes of two invoices are swapped, each on the other's page", .failed, [.sameInvoice: .failed]) {
    var honest = try HonestCase()
    let other = honest.shop.invoice(2)
    honest.material.invoices = []
    return honest.report([
      [honest.invoiceLink, try honest.shop.certificateLink(other)],
      [try honest.shop.invoiceLink(other), honest.certificateLink],
    ])
  },
]

private let aboutThePaper: [Cheat] = [
  Cheat("One digit of the amount to pay is changed on the paper", .failed, [.paperTotals: .failed]) {
    var print = try HonestPrint()
    print.words = othersPage(["Do zapłaty:    1 230,00": "Do zapłaty:    9 230,00"])
    return print.report()
  },
  Cheat("One digit of the number is changed on the paper", .failed, [.paperNumber: .failed]) {
    var print = try HonestPrint()
    print.words = othersPage(["FV/12/2026": "FV/13/2026"])
    return print.report()
  },
  Cheat("Another buyer's NIP stands on the paper", .failed, [.paperBuyer: .failed]) {
    var print = try HonestPrint()
    print.words = othersPage(["PL 9999999999": "PL 2222222222"])
    return print.report()
  },
  Cheat("A print that claims a total failure has codes", .failed, [.printedTotalFailure: .failed]) {
    var print = try HonestPrint()
    print.words += "\n\nWystawiono w awarii całkowitej KSeF (art. 106ng)"
    return print.report()
  },
  Cheat("KOD II stands beside a KSeF number", .failed, [.printedCertificateWord: .failed]) {
    var print = try HonestPrint()
    print.captions.0 = "1111111111-20260201-0100001AF629-06"
    return print.report()
  },
  Cheat(
    "OFFLINE stands beside a KSeF number", .failed,
    [.printedInvoiceWord: .failed, .printedCertificateWord: .failed]
  ) {
    var print = try HonestPrint()
    print.captions.0 = "OFFLINE\n1111111111-20260201-0100001AF629-06"
    return print.report()
  },
]

private let aboutTheCertificate: [Cheat] = [
  Cheat("The certificate given is another's, of the same number", .failed, [.signature: .failed]) {
    var honest = try HonestCase()
    let stranger = try Shop(
      environment: .production, issuer: "CCK KSeF", serial: [1, 2, 3, 4, 5, 6, 7, 8])
    honest.certificateLink = try stranger.certificateLink(honest.xml)
    let impostor = try Shop(
      environment: .production, issuer: "CCK KSeF", serial: [1, 2, 3, 4, 5, 6, 7, 8])
    honest.material.certificates = [impostor.certificate, impostor.authority]
    return honest.report()
  },
  Cheat(
    "The certificate given is another's, of another number", .indeterminate,
    [
      .certificateHeld: .undecided, .signature: .undecided, .certificateOffline: .undecided,
      .certificateValidOnDay: .undecided, .certificateEnvironment: .undecided,
    ]
  ) {
    var honest = try HonestCase()
    honest.material.certificates = [try Shop(environment: .production, issuer: "CCK KSeF").certificate]
    return honest.report()
  },
  Cheat("Another taxpayer's certificate signed", .passed, [.certificateHolder: .remark]) {
    var honest = try HonestCase()
    let stranger = try Shop(environment: .production, issuer: "CCK KSeF", nip: "2222222222")
    honest.certificateLink = try stranger.certificateLink(
      honest.xml, context: .nip(honest.shop.nip), seller: honest.shop.nip)
    honest.material.certificates = [stranger.certificate, stranger.authority]
    return honest.report()
  },
  Cheat("The certificate had expired then", .failed, [.certificateValidOnDay: .failed, .certificateChain: .undecided]) {
    try HonestCase(date: "2028-01-02").report()
  },
  Cheat(
    "The certificate was still waiting then", .failed, [.certificateValidOnDay: .failed, .certificateChain: .undecided]
  ) {
    try HonestCase(date: "2025-12-31").report()
  },
  Cheat(
    "The certificate was revoked, says its authority's list", .failed,
    rehearsal.merging([.certificateNotRevoked: .failed]) { $1 }
  ) {
    let paper = try PaperAuthority()
    let authority = try paper.make("cck", .init())
    return try report(paper.shop("leaf"), authority, try paper.list(issuer: "cck", ["0123456789ABCDEF 260131120000Z"]))
  },
  Cheat(
    "The certificate was revoked later, its key being in other hands: any day of issue can be written with it",
    .indeterminate, rehearsal.merging([.certificateNotRevoked: .undecided]) { $1 }
  ) {
    let paper = try PaperAuthority()
    let authority = try paper.make("cck", .init())
    let list = try paper.list(issuer: "cck", ["0123456789ABCDEF 260301000000Z,keyCompromise"])
    return try report(paper.shop("leaf"), authority, list)
  },
  Cheat(
    "A certificate made in the name of an authority", .failed, rehearsal.merging([.certificateChain: .failed]) { $1 }
  ) {
    let paper = try PaperAuthority()
    let authority = try paper.make("genuine", .init())
    try paper.make("cck", .init())
    var wish = PaperAuthority.Wish.leaf(issuer: "cck")
    wish.extensions = ["keyUsage=critical,nonRepudiation", "authorityKeyIdentifier=none"]
    return try report(paper.shop("leaf", wish), authority, nil)
  },
  Cheat(
    "A certificate of type Authentication signed", .failed,
    [.certificateOffline: .failed, .expectedEnvironment: .remark]
  ) { try foreign(ForeignSigner.p256, usage: "digitalSignature", options: []) },
]

/// What is remarked on of any invoice of the tests' own authorities.
private let rehearsal: [CheckName: Outcome] = [
  .certificateEnvironment: .remark, .expectedEnvironment: .remark, .certificateHolder: .remark,
]

/// The report on an invoice of a shop with an authority and a revocation list given.
private func report(_ shop: Shop, _ authority: KSeFCertificate, _ list: [UInt8]?) throws -> Report {
  let xml = shop.invoice()
  let material = GivenMaterial(
    invoices: [GivenInvoice(xml, name: "invoice.xml")], certificates: [shop.certificate, authority],
    revocationLists: try list.map { try RevocationList.all(in: $0, fileName: "cck.crl") } ?? [])
  return Verifier(material).verify(print("scan.pdf", [[try shop.invoiceLink(xml), try shop.certificateLink(xml)]]))
}

private let aboutTheLink: [Cheat] = [
  Cheat(
    "The host only looks like KSeF's", .failed,
    [
      .invoiceLinkHost: .failed, .certificateLinkHost: .failed, .expectedEnvironment: .failed, .signature: .failed,
    ]
  ) {
    var honest = try HonestCase()
    honest.invoiceLink = honest.invoiceLink.replacing("qr.ksef.mf.gov.pl", with: "qr.ksef-mf.gov.pl")
    honest.certificateLink = honest.certificateLink.replacing("qr.ksef.mf.gov.pl", with: "qr.ksef-mf.gov.pl")
    return honest.report()
  },
  Cheat("http stands for https", .passed, [.invoiceLinkForm: .remark, .certificateLinkForm: .remark]) {
    var honest = try HonestCase()
    honest.invoiceLink = honest.invoiceLink.replacing("https:", with: "http:")
    honest.certificateLink = honest.certificateLink.replacing("https:", with: "http:")
    return honest.report()
  },
  Cheat("The host is in upper case", .passed, [.invoiceLinkForm: .remark, .certificateLinkForm: .remark]) {
    var honest = try HonestCase()
    honest.invoiceLink = honest.invoiceLink.replacing("qr.ksef.mf.gov.pl", with: "QR.KSEF.MF.GOV.PL")
    honest.certificateLink = honest.certificateLink.replacing("qr.ksef.mf.gov.pl", with: "QR.KSEF.MF.GOV.PL")
    return honest.report()
  },
  Cheat("A slash ends the links", .passed, [.invoiceLinkForm: .remark, .certificateLinkForm: .remark]) {
    var honest = try HonestCase()
    honest.invoiceLink += "/"
    honest.certificateLink += "/"
    return honest.report()
  },
  Cheat("Tracking text follows the links", .passed, [.invoiceLinkForm: .remark, .certificateLinkForm: .remark]) {
    var honest = try HonestCase()
    honest.invoiceLink += "?utm_source=scanner"
    honest.certificateLink += "#page=2"
    return honest.report()
  },
  Cheat("The Base64URL is padded", .failed, [.invoiceLinkForm: .failed, .sameInvoice: .remark]) {
    var honest = try HonestCase()
    honest.invoiceLink += "="
    return honest.report()
  },
  Cheat("The signature's Base64URL is padded", .failed, [.certificateLinkForm: .failed]) {
    var honest = try HonestCase()
    honest.certificateLink += "=="
    return honest.report()
  },
  Cheat("The Base64URL isn't canonical", .passed, [.invoiceLinkForm: .remark, .certificateLinkForm: .remark]) {
    var honest = try HonestCase()
    honest.invoiceLink = try withUnusedBitSet(honest.invoiceLink)
    honest.certificateLink = try withUnusedBitSet(honest.certificateLink)
    return honest.report()
  },
  Cheat("The link is one of KSeF 1.0", .failed, [.invoiceLinkForm: .failed]) {
    let link = "https://ksef.mf.gov.pl/web/verify/1111111111-20260201-B3242FB4B54B-DF/\(hash)"
    return try HonestCase().report([[link]])
  },
]

private let aboutTheSignature: [Cheat] = [
  Cheat("The signature is in DER", .passed, [.expectedEnvironment: .remark]) {
    try foreign(ForeignSigner.p256, options: [])
  },
  Cheat("s is replaced by n − s, which is a signature of the same text", .passed, [.expectedEnvironment: .remark]) {
    try foreign(ForeignSigner.p256, options: [], change: mirrored)
  },
  Cheat("The signature is cut", .failed, [.signature: .failed, .expectedEnvironment: .remark]) {
    try foreign(ForeignSigner.rsa, options: ForeignSigner.pss("32")) { $0.dropLast() }
  },
  Cheat("RSASSA-PSS has another salt length", .failed, [.signature: .failed, .expectedEnvironment: .remark]) {
    try foreign(ForeignSigner.rsa, options: ForeignSigner.pss("max"))
  },
  Cheat("The signature is PKCS#1 v1.5", .failed, [.signature: .failed, .expectedEnvironment: .remark]) {
    try foreign(ForeignSigner.rsa, options: [])
  },
]

/// The link with a bit set that its last character of Base64URL doesn't use.
private func withUnusedBitSet(_ link: String) throws -> String {
  let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
  let last = try #require(link.last)
  let index = try #require(alphabet.firstIndex(of: last))
  return link.dropLast() + String(alphabet[index + 1])
}

/// The other signature (r, n − s) that fits a text as well as (r, s) in DER; as IEEE P1363.
private func mirrored(_ der: [UInt8]) throws -> [UInt8] {
  func number(at offset: Int) -> (value: [UInt8], end: Int) {
    let end = offset + 2 + Int(der[offset + 1])
    let value = Array(der[(offset + 2)..<end].drop { $0 == 0 })
    return (Array(repeating: 0, count: 32 - value.count) + value, end)
  }
  try #require(der[0] == 0x30 && der[2] == 0x02)
  let (r, next) = number(at: 2)
  let (s, _) = number(at: next)
  // The order of the group P-256 (FIPS 186-4, D.1.2.3).
  let order: [UInt8] = [
    0xFF, 0xFF, 0xFF, 0xFF, 0x00, 0x00, 0x00, 0x00, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xBC, 0xE6, 0xFA,
    0xAD, 0xA7, 0x17, 0x9E, 0x84, 0xF3, 0xB9, 0xCA, 0xC2, 0xFC, 0x63, 0x25, 0x51,
  ]
  var (difference, borrow) = ([UInt8](repeating: 0, count: 32), 0)
  for index in (0..<32).reversed() {
    let digit = Int(order[index]) - Int(s[index]) - borrow
    difference[index] = UInt8(truncatingIfNeeded: digit)
    borrow = digit < 0 ? 1 : 0
  }
  return r + difference
}
