import Certificates
import CodeReading
import Findings
import KSeFIdentifiers
import KSeFLinks
import Testing

@testable import Verification

/// Evidence that is missing never passes, and the check that wanted it says so.
@Suite("What stays undecided")
struct IndeterminateTests {
  let shop: Shop
  let xml: [UInt8]
  let first: String
  let second: String

  init() throws {
    shop = try Shop()
    xml = shop.invoice()
    first = try shop.invoiceLink(xml)
    second = try shop.certificateLink(xml)
  }

  private func expectUndecided(
    _ report: Report, by checks: Set<CheckName>, _ location: SourceLocation = #_sourceLocation
  ) {
    #expect(report.verdict == .indeterminate, sourceLocation: location)
    #expect(report.checks(.undecided).isSuperset(of: checks), sourceLocation: location)
    #expect(report.checks(.failed).isEmpty, sourceLocation: location)
  }

  @Test("Without the certificate, or with one of another number, the issuer stays open")
  func missingCertificate() throws {
    let none = Verifier().verify(links(first, second))
    expectUndecided(none, by: [.certificateHeld, .signature])
    let other = Verifier(invoices: [GivenInvoice(xml, name: "a.xml")], certificates: [try Shop().certificate])
      .verify(links(first, second))
    expectUndecided(other, by: [.certificateHeld, .signature])
    #expect(other.sentence(.certificateHeld).contains("isn't among the 1 given"))
  }

  @Test("A bare public key checks the signature and leaves the certificate open")
  func barePublicKey() throws {
    let right = GivenPublicKey(shop.certificate.publicKey, name: "key.pem")
    let report = Verifier(publicKeys: [right]).verify(links(first, second))
    expectUndecided(report, by: [.certificateHeld, .certificateOffline, .certificateValidOnDay])
    #expect(report.checks(.passed).contains(.signature))
    let wrong = GivenPublicKey(try Shop().certificate.publicKey, name: "key.pem")
    let failed = Verifier(publicKeys: [wrong]).verify(links(first, second))
    #expect(failed.verdict == .failed)
    #expect(failed.checks(.failed) == [.signature])
  }

  @Test("Different certificates of one number are not chosen from")
  func ambiguousCertificates() throws {
    let serial: [UInt8] = [1, 2, 3, 4, 5, 6, 7, 8]
    let (one, other, third) = (try Shop(serial: serial), try Shop(serial: serial), try Shop(serial: serial))
    let codes = links(try one.invoiceLink(xml), try one.certificateLink(xml))
    expectUndecided(
      Verifier(certificates: [one.certificate, other.certificate]).verify(codes), by: [.certificateHeld, .signature])
    let wrong = Verifier(certificates: [other.certificate, third.certificate]).verify(codes)
    #expect(wrong.verdict == .failed)
    #expect(wrong.checks(.failed) == [.signature])
  }

  @Test("KOD I alone, or KOD II alone, leaves open what the other code or the invoice would say")
  func oneCode() throws {
    expectUndecided(Verifier(certificates: [shop.certificate]).verify(links(first)), by: [.invoiceHash])
    let report = Verifier(certificates: [shop.certificate]).verify(links(second))
    expectUndecided(report, by: [.certificateValidOnDay])
    #expect(report.checks(.passed).contains(.signature))
  }

  @Test("A KOD II among the KOD I codes of other invoices isn't taken for whole")
  func crowd() throws {
    let others = try (2...3).map { try shop.invoiceLink(shop.invoice($0)) }
    let invoices = [xml, shop.invoice(2), shop.invoice(3)].map { GivenInvoice($0, name: "x.xml") }
    let report = Verifier(invoices: invoices, certificates: [shop.certificate])
      .verify(print("sheet.pdf", [others + [second]]))
    expectUndecided(report, by: [.sameInvoice])
  }

  @Test("A code that was seen and not read may be the missing one")
  func unreadCode() throws {
    let verifier = Verifier(invoices: [GivenInvoice(xml, name: "a.xml")], certificates: [shop.certificate])
    expectUndecided(verifier.verify(print("scan.pdf", [[first]], unreadable: [1: 1])), by: [.codesReadable])
    let whole = verifier.verify(print("scan.pdf", [[first, second]], unreadable: [1: 1]))
    #expect(whole.verdict == .passed)
    #expect(whole.checks(.remark).contains(.codesReadable))
    let second = verifier.verify(print("scan.pdf", [[first, self.second], []], unreadable: [2: 1]))
    #expect(second.verdict == .indeterminate)
    #expect(second.unreadableCodes.map(\.origin.page) == [2])
  }

  @Test(
    "What to do about an unread code follows from the size of its modules", arguments: [(1.9, "200"), (2.1, "300")])
  func adviceOnUnreadCode(pixelsPerModule: Double, resolution: String) {
    let evidence = print("scan.pdf", [[first], []], unreadable: [1: 1, 2: 1], pixelsPerModule: pixelsPerModule)
    let report = Verifier(invoices: [GivenInvoice(xml, name: "a.xml")]).verify(evidence)
    #expect(report.sentence(.codesReadable).contains("\(resolution) dpi"))
    #expect(report.unreadableCodes.count == 2)
    for language in Language.allCases {
      #expect(report.unreadableCodes.allSatisfy { $0.advice.text(in: language).contains("\(resolution) dpi") })
    }
  }

  @Test("Evidence that can't be looked at, and an invoice that no code names, leave the whole open")
  func unusedEvidence() throws {
    let obstacle = Obstacle("evidence.damaged", Sentence("Damaged.", pl: "Uszkodzony."), remedy: Sentence("-", pl: "-"))
    let verifier = Verifier(certificates: [shop.certificate])
    #expect(verifier.verify(links(first, second) + [.unreadable(obstacle)]).verdict == .indeterminate)
    let invoices = [xml, shop.invoice(2)].map { GivenInvoice($0, name: "x.xml") }
    let report = Verifier(invoices: invoices, certificates: [shop.certificate]).verify(links(first, second))
    #expect(report.verdict == .indeterminate)
    #expect(report.invoicesWithoutCode == ["x.xml"])
  }

  @Test("A print that can't be read, and a code that can't, aren't taken for a print without codes")
  func nothingButUnreadable() {
    let obstacle = Obstacle("evidence.damaged", Sentence("Damaged.", pl: "Uszkodzony."), remedy: Sentence("-", pl: "-"))
    for evidence in [[Evidence.unreadable(obstacle)], print("scan.png", [[]], unreadable: [1: 1])] {
      let report = Verifier().verify(evidence + links("https://example.com"))
      #expect(report.verdict == .indeterminate)
      #expect(report.subjects.isEmpty)
    }
  }

  @Test("Codes of two invoices aren't taken for swapped while codes that belong to them may be unread")
  func unreadCodesOfTwo() throws {
    let other = try shop.certificateLink(shop.invoice(2))
    let verifier = Verifier(certificates: [shop.certificate])
    expectUndecided(
      verifier.verify(print("1.png", [[first]]) + print("2.png", [[other]], unreadable: [1: 1])), by: [.codesReadable])
    expectUndecided(verifier.verify(print("scan.pdf", [[first], [other]], unreadable: [2: 1])), by: [.codesReadable])
    let obstacle = Obstacle("evidence.damaged", Sentence("Damaged.", pl: "Uszkodzony."), remedy: Sentence("-", pl: "-"))
    expectUndecided(
      verifier.verify(print("1.png", [[first]]) + print("2.png", [[other]]) + [.unreadable(obstacle)]),
      by: [.invoiceHash])
  }

  @Test("An invoice that can't be read leaves its comparison open, even where its bytes hash alike")
  func unreadableInvoice() throws {
    let large = Obstacle("file.too-large", Sentence("Too large.", pl: "Za duży."), remedy: Sentence("-", pl: "-"))
    expectUndecided(
      Verifier(invoices: [GivenInvoice(unreadable: large, name: "a.xml")]).verify(links(first)), by: [.invoiceHash])
    let noInvoice = Array("<html/>".utf8)
    expectUndecided(
      Verifier(invoices: [GivenInvoice(noInvoice, name: "a.xml")]).verify(links(try shop.invoiceLink(noInvoice))),
      by: [.invoiceSeller, .invoiceIssueDate])
  }

  @Test("An XML that belongs to none of several prints fails none of them")
  func strayInvoice() throws {
    let codes = try [xml, shop.invoice(2)].map { [try shop.invoiceLink($0), try shop.certificateLink($0)] }
    let stray = try Shop(nip: "2222222222").invoice()
    let report = Verifier(invoices: [GivenInvoice(stray, name: "stray.xml")], certificates: [shop.certificate])
      .verify(print("a.pdf", [codes[0]]) + print("b.pdf", [codes[1]]))
    #expect(report.verdict == .indeterminate && report.invoicesWithoutCode == ["stray.xml"])
    #expect(report.subjects.allSatisfy { $0.verdict == .passed })
    // Nobody said that what lies among the prints belongs to one of them.
    let beside = GivenInvoice(stray, name: "box/stray.xml", comesWithPrints: true)
    let alone = Verifier(invoices: [beside], certificates: [shop.certificate]).verify(print("a.pdf", [codes[0]]))
    #expect(alone.checks(.failed).isEmpty)
  }

  @Test("The auditor's copy in other bytes vouches for the file that came with the print")
  func vouchedFor() throws {
    let other = Array(String(decoding: xml, as: UTF8.self).replacing("?>\n", with: "?>\n\n\n").utf8)
    let brought = GivenInvoice(xml, name: "box/a.xml", isOfCollection: true, comesWithPrints: true)
    expectUndecided(Verifier(invoices: [brought]).verify(links(first)), by: [.invoiceHash])
    let own = GivenInvoice(other, name: "own.xml", isOfCollection: true)
    #expect(Verifier(invoices: [brought, own]).verify(links(first)).verdict == .passed)
    let copy = GivenInvoice(xml, name: "ksef.xml", isOfCollection: true)
    let report = Verifier(invoices: [brought, copy]).verify(links(first))
    #expect(report.verdict == .passed && report.subjects.first?.invoiceFile == "ksef.xml")
  }

  @Test(
    "A page that was to be read from its picture and couldn't be leaves the paper open; one nobody asked for doesn't")
  func paperUnread() throws {
    let verifier = Verifier(invoices: [GivenInvoice(xml, name: "a.xml")], certificates: [shop.certificate])
    let asked = PageText(source: .none, words: [], shortfall: .recognitionFailed)
    expectUndecided(verifier.verify([try paper("a.png", [first, second], text: asked)]), by: [.paperTotals])
    #expect(verifier.verify([try paper("a.png", [first, second])]).verdict == .passed)
  }

  @Test("The words of an honest copy say nothing of another paper, nor those of one page of a picture on the next")
  func halfRead() throws {
    let xml = paperInvoice()
    let codes = [try shop.invoiceLink(xml), try shop.certificateLink(xml)]
    let verifier = Verifier(invoices: [GivenInvoice(xml, name: "a.xml")], certificates: [shop.certificate])
    let honest = try paper("honest.pdf", codes, text: PageText(source: .textLayer, words: setPage(othersPage())))
    let alone = verifier.verify([honest])
    let both = verifier.verify([honest, try paper("scan.png", codes)])
    #expect(alone.notLookedAt.map(\.english).contains { $0.contains("the rest of the print") })
    #expect(both.notLookedAt.map(\.english).contains { $0.contains("the words and amounts") })
    guard case .print(_, let reading) = honest else { return }
    let picture = PageReading(page: 2, codes: [], isExhausted: true)
    let mixed = verifier.verify([.print(named: "mixed.pdf", PrintReading(kind: .pdf, pages: reading.pages + [picture]))]
    )
    #expect(mixed.verdict == .passed && mixed.checks(.remark).contains(.paperTotals))
    #expect(mixed.sentence(.paperTotals).contains("no words were read"))
  }

  @Test("A production link with a certificate of an unknown authority stays open")
  func unknownAuthority() throws {
    let shop = try Shop(environment: .production, issuer: "Fikcyjne CA")
    expectUndecided(
      Verifier(certificates: [shop.certificate])
        .verify(links(try shop.invoiceLink(xml), try shop.certificateLink(xml))), by: [.certificateEnvironment])
  }

  @Test("A certificate that names a given authority which didn't sign it stays open")
  func forgedIssuer() throws {
    let genuine = try Shop()
    expectUndecided(
      Verifier(certificates: [shop.certificate, genuine.authority]).verify(links(first, second)),
      by: [.certificateChain])
  }

  @Test("Without a code of KSeF's there is no verdict")
  func noCode() {
    let report = Verifier().verify(links("https://example.com", "|PL|0000|"))
    #expect(report.verdict == nil)
    #expect(report.otherCodes.count == 2)
  }

  @Test("A KSeF link in another symbol than a QR code is no code of KSeF's")
  func otherSymbol() {
    let middle = PageRegion(centerX: 0.5, centerY: 0.5, width: 0.2, height: 0.2)
    let page = PageReading(
      page: 1, codes: [FoundCode(text: first, page: 1, region: middle, isQR: false)], isExhausted: true)
    let report = Verifier().verify([.print(named: "a.png", PrintReading(kind: .png, pages: [page]))])
    #expect(report.verdict == nil)
    #expect(report.otherCodes.first?.isQR == false)
  }
}
