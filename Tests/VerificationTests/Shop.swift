import Certificates
import CodeReading
import Findings
import KSeFIdentifiers
import KSeFLinks
import OfflineSigning
import Testing

@testable import Verification

/// 2026-01-01 00:00 UTC.
let newYear: Int64 = 1_767_225_600

/// A made-up seller with a certificate of its own, who issues invoices and prints their codes.
struct Shop {
  let nip: NIP
  let environment: KSeFEnvironment
  let certificate: KSeFCertificate
  let authority: KSeFCertificate
  private let credential: OfflineCredential

  init(
    environment: KSeFEnvironment = .test, issuer: String = "TEST CCK KSeF", key: CertificateRecipe.Key = .p256,
    serial: [UInt8]? = nil, nip text: String = "1111111111"
  ) throws {
    nip = try #require(NIP(text))
    self.environment = environment
    var recipe = CertificateRecipe(nip: nip, organisation: "Sklep Fikcyjny", now: newYear)
    recipe.key = key
    recipe.issuerCommonName = issuer
    recipe.issuerOrganisation = "Urząd Fikcyjny"
    if let serial { recipe.serialOctets = serial }
    let product = try recipe.make()
    certificate = product.certificate
    authority = product.authority
    credential = try OfflineCredential(
      certificate: product.certificate, key: product.key, environment: environment, now: newYear + 1)
  }

  /// A shop of the test environment whose certificate was made elsewhere; the day after New Year is its today.
  init(certificate: KSeFCertificate, authority: KSeFCertificate, key: SigningKey) throws {
    nip = try #require(NIP("1111111111"))
    environment = .test
    self.certificate = certificate
    self.authority = authority
    credential = try OfflineCredential(
      certificate: certificate, key: key, environment: .test, now: newYear + 86_400)
  }

  /// A small invoice; another number gives another invoice.
  func invoice(_ number: Int = 1, date: String = "2026-02-01") -> [UInt8] {
    Array(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <Faktura xmlns="http://crd.gov.pl/wzor/2025/06/25/13775/">
        <Podmiot1><DaneIdentyfikacyjne><NIP>\(nip)</NIP><Nazwa>Sklep Fikcyjny</Nazwa></DaneIdentyfikacyjne></Podmiot1>
        <Fa><P_1>\(date)</P_1><P_2>FV/\(number)/2026</P_2><P_15>123.00</P_15></Fa>
      </Faktura>

      """.utf8)
  }

  func identity(of xml: [UInt8], date: String = "2026-02-01") throws -> InvoiceIdentity {
    InvoiceIdentity(
      seller: nip, issueDate: try #require(CalendarDate(iso: date)), hash: InvoiceHash(ofExactBytes: xml))
  }

  func invoiceLink(_ xml: [UInt8], date: String = "2026-02-01") throws -> String {
    InvoiceLink(environment: environment, identity: try identity(of: xml, date: date)).text
  }

  func certificateLink(_ xml: [UInt8], context: IssuingContext? = nil, seller: NIP? = nil) throws -> String {
    let serial = try #require(certificate.serialNumber)
    let claim = CertificateClaim(
      environment: environment, context: context ?? .nip(nip), seller: seller ?? nip, certificate: serial,
      hash: InvoiceHash(ofExactBytes: xml))
    return try credential.sign(claim).text
  }
}

/// Links given as such.
func links(_ texts: String...) -> [Evidence] {
  texts.enumerated().map { .text($0.element, .argument($0.offset + 1)) }
}

/// Links as read from pages of one print; on each page there may be codes that can't be read.
func print(_ name: String = "scan.pdf", _ pages: [[String]], unreadable: [Int: Int] = [:], pixelsPerModule: Double = 3)
  -> [Evidence]
{
  let middle = PageRegion(centerX: 0.5, centerY: 0.5, width: 0.2, height: 0.2)
  let readings = pages.enumerated().map { index, texts in
    PageReading(
      page: index + 1, codes: texts.map { FoundCode(text: $0, page: index + 1, region: middle) },
      unreadable: Array(
        repeating: UnreadCode(region: middle, pixelsPerModule: pixelsPerModule), count: unreadable[index + 1] ?? 0),
      isExhausted: true)
  }
  return [.print(named: name, PrintReading(kind: .pdf, pages: readings))]
}

extension Report {
  /// The names of the checks with this outcome, over all invoices.
  func checks(_ outcome: Outcome) -> Set<CheckName> {
    Set(subjects.flatMap(\.checks).filter { $0.outcome == outcome }.map(\.check))
  }

  /// What the first check of this name says in English; empty where it wasn't made.
  func sentence(_ check: CheckName) -> String {
    subjects.flatMap(\.checks).first { $0.check == check }?.sentence.english ?? ""
  }
}
