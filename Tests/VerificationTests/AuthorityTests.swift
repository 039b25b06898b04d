import Certificates
import KSeFIdentifiers
import Testing

@testable import Verification

@Suite("Authorities and revocation lists")
struct AuthorityTests {
  /// What is found of a shop's invoice with this material beside its certificate.
  private func report(
    _ shop: Shop, date: String = "2026-02-01", certificates: [KSeFCertificate] = [], lists: [RevocationList] = [],
    withoutKOD1: Bool = false
  ) throws -> Report {
    let xml = shop.invoice(date: date)
    let codes = [try shop.invoiceLink(xml, date: date), try shop.certificateLink(xml)]
    let material = GivenMaterial(certificates: [shop.certificate] + certificates, revocationLists: lists)
    return Verifier(material).verify(print("scan.pdf", [withoutKOD1 ? [codes[1]] : codes]))
  }

  private func outcome(_ check: CheckName, _ report: Report) -> Outcome? {
    report.subjects.flatMap(\.checks).first { $0.check == check }?.outcome
  }

  @Test("A certificate without authorities is trusted because it was given; with them, its chain is checked")
  func chain() throws {
    let paper = try PaperAuthority()
    let root = try paper.make("root", .init(subject: "/CN=Korzen"))
    let authority = try paper.make("cck", .init(issuer: "root"))
    let shop = try paper.shop("leaf")
    #expect(try outcome(.certificateChain, report(shop)) == .notRun)
    let partial = try report(shop, certificates: [authority])
    #expect(
      outcome(.certificateChain, partial) == .passed && partial.sentence(.certificateChain).contains("wasn't given"))
    let whole = try report(shop, certificates: [root, authority])
    #expect(
      whole.verdict == .passed && whole.sentence(.certificateChain).contains("issued itself: Fikcyjne CCK ← Korzen"))
    // A forger mustn't get around the check by another name for the issuer.
    let beside = try report(shop, certificates: [root])
    #expect(outcome(.certificateChain, beside) == .undecided && beside.verdict == .indeterminate)
  }

  @Test("A certificate forged in the name of a given authority fails")
  func forged() throws {
    let paper = try PaperAuthority()
    let genuine = try paper.make("genuine", .init())
    try paper.make("cck", .init())
    var wish = PaperAuthority.Wish.leaf(issuer: "cck")
    let shop = try paper.shop("leaf")
    #expect(try outcome(.certificateChain, report(shop, certificates: [genuine])) == .undecided)
    // A forger who copies the name and not the identifier of the key.
    wish.extensions = ["keyUsage=critical,nonRepudiation", "authorityKeyIdentifier=none"]
    let bare = try paper.shop("bare", wish)
    let report = try report(bare, certificates: [genuine])
    #expect(report.verdict == .failed && report.checks(.failed) == [.certificateChain])
  }

  /// A list's entry and date, an invoice's day, and what comes of them.
  private static let listed: [(entry: String?, issued: String, day: String, expected: Outcome)] = [
    ("0123456789ABCDEF 260131120000Z", "20260601000000Z", "2026-02-01", .failed),
    // Midnight by Polish clocks at which the day of issue begins, and a second later: who knows which came first?
    ("0123456789ABCDEF 260131230000Z", "20260601000000Z", "2026-02-01", .failed),
    ("0123456789ABCDEF 260131230001Z", "20260601000000Z", "2026-02-01", .undecided),
    // 23:30 by Polish clocks on the day of issue, and half an hour past midnight.
    ("0123456789ABCDEF 260201223000Z", "20260601000000Z", "2026-02-01", .undecided),
    ("0123456789ABCDEF 260201233000Z", "20260601000000Z", "2026-02-01", .remark),
    // Whoever got hold of the key can write an earlier day of issue.
    ("0123456789ABCDEF 260301000000Z,keyCompromise", "20260601000000Z", "2026-02-01", .undecided),
    ("0123456789ABCDEF 260301000000Z,superseded", "20260601000000Z", "2026-02-01", .remark),
    ("0123456789ABCDEF 260301000000Z,keyTime,20260115000000Z", "20260601000000Z", "2026-02-01", .undecided),
    ("0123456789ABCDEF 260301000000Z,keyTime,20260215000000Z", "20260601000000Z", "2026-02-01", .undecided),
    ("0123456789ABCDEF 260115000000Z,certificateHold", "20260601000000Z", "2026-02-01", .failed),
    ("0123456789ABCDEF 260115000000Z,certificateHold", "20260120000000Z", "2026-02-01", .undecided),
    ("0123456789ABCDEF 260115000000Z", "20260120000000Z", "2026-02-01", .failed),
    ("02 260115000000Z", "20260601000000Z", "2026-02-01", .passed),
    (nil, "20260201120000Z", "2026-02-01", .passed),
    (nil, "20260131120000Z", "2026-02-01", .notRun),
    (nil, "20290101000000Z", "2026-02-01", .notRun),
  ]

  @Test("A verified list clears or accuses by the day of issue", arguments: listed)
  func byDay(entry: String?, issued: String, day: String, expected: Outcome) throws {
    let paper = try PaperAuthority()
    let authority = try paper.make("cck", .init())
    let shop = try paper.shop("leaf")
    let bytes = try paper.list(issuer: "cck", entry.map { [$0] } ?? [], from: issued)
    let lists = try RevocationList.all(in: bytes, fileName: "cck.crl")
    let report = try report(shop, date: day, certificates: [authority], lists: lists)
    #expect(outcome(.certificateNotRevoked, report) == expected, "\(report.sentence(.certificateNotRevoked))")
    let verdicts: [Outcome: Verdict] = [.failed: .failed, .undecided: .indeterminate]
    #expect(report.verdict == verdicts[expected] ?? .passed)
  }

  @Test("A list that nobody signed neither fails nor clears")
  func unsigned() throws {
    let paper = try PaperAuthority()
    let authority = try paper.make("cck", .init())
    let shop = try paper.shop("leaf")
    let accusing = try RevocationList.all(
      in: paper.list(issuer: "cck", ["0123456789ABCDEF 260115000000Z"]), fileName: "a.crl")
    let empty = try RevocationList.all(in: paper.list(issuer: "cck", []), fileName: "b.crl")
    #expect(try outcome(.certificateNotRevoked, report(shop, lists: accusing)) == .undecided)
    #expect(try outcome(.certificateNotRevoked, report(shop, lists: empty)) == .remark)
    // The authority's own word, no older, outweighs a list that somebody wrote.
    try paper.make("forger", .init())
    let forged = try RevocationList.all(
      in: paper.list(issuer: "forger", ["0123456789ABCDEF 260115000000Z"]), fileName: "forged.crl")
    #expect(
      try outcome(.certificateNotRevoked, report(shop, certificates: [authority], lists: forged + empty)) == .passed)
    #expect(try outcome(.certificateNotRevoked, report(shop, certificates: [authority], lists: forged)) == .undecided)
  }

  @Test("An authority that was itself revoked fails the certificates that it issued")
  func revokedAuthority() throws {
    let paper = try PaperAuthority()
    let root = try paper.make("root", .init(subject: "/CN=Korzen"))
    let authority = try paper.make("cck", .init(issuer: "root", serial: "77"))
    let shop = try paper.shop("leaf")
    let lists =
      try RevocationList.all(in: paper.list(issuer: "root", ["77 260115000000Z,CACompromise"]), fileName: "root.crl")
      + RevocationList.all(in: paper.list(issuer: "cck", []), fileName: "cck.crl")
    let report = try report(shop, certificates: [root, authority], lists: lists)
    #expect(report.checks(.failed) == [.certificateNotRevoked])
    #expect(report.sentence(.certificateNotRevoked).contains("Fikcyjne CCK was revoked"))
  }

  @Test("Lists of other authorities, and no list at all, leave the question open")
  func otherLists() throws {
    let paper = try PaperAuthority()
    let other = try paper.make("other", .init(subject: "/CN=Inne CCK"))
    try paper.make("cck", .init())
    let shop = try paper.shop("leaf")
    let lists = try RevocationList.all(
      in: paper.list(issuer: "other", ["0123456789ABCDEF 260115000000Z"]), fileName: "other.crl")
    #expect(try outcome(.certificateNotRevoked, report(shop, certificates: [other], lists: lists)) == .notRun)
    #expect(try outcome(.certificateNotRevoked, report(shop)) == .notRun)
  }

  @Test("Without a day of issue a listed certificate is neither cleared nor condemned")
  func dayUnknown() throws {
    let paper = try PaperAuthority()
    let authority = try paper.make("cck", .init())
    let shop = try paper.shop("leaf")
    let lists = try RevocationList.all(
      in: paper.list(issuer: "cck", ["0123456789ABCDEF 260115000000Z"]), fileName: "cck.crl")
    let report = try report(shop, certificates: [authority], lists: lists, withoutKOD1: true)
    #expect(outcome(.certificateNotRevoked, report) == .undecided && report.verdict == .indeterminate)
  }
}
