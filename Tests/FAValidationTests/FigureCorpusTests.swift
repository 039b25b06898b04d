import FAInvoice
import FAValidation
import Findings
import Foundation
import KSeFIdentifiers
import Testing

/// What the rules of figures say of other people's invoices: nothing that isn't so.
@Suite("Figures in the corpus of invoices", .enabled(if: SharedCorpus.isHere, "the shared corpus isn't here"))
struct FigureCorpusTests {
  @Test("The Ministry's own examples are told only what is really there")
  func officialExamples() throws {
    let told = try FigureCorpus.told { $0.contains("/official/") }
    #expect(
      told == [
        "fa2-przyklad-01.xml": ["sum.total-rounding"], "fa3-przyklad-01.xml": ["sum.total-rounding"],
        "fa3-przyklad-21.xml": ["currency.rate-day"],
      ])
  }

  @Test("Other valid invoices are told only what was looked at and is so")
  func otherInvoices() throws {
    let told = try FigureCorpus.told { !$0.contains("/official/") }
    #expect(told == FigureCorpus.trueFindings)
  }
}

private enum FigureCorpus {
  /// The matters of the rules of figures: what codes begin with.
  private static let matters: Set<Substring> = [
    "sum", "vat", "line", "order", "advance", "final", "farmer", "currency", "settlement", "payment", "account",
  ]

  /// The codes told of each invoice, each once; invoices of which nothing is told are left out.
  static func told(of isWanted: (String) -> Bool) throws -> [String: [String]] {
    let folder = try #require(SharedCorpus.folder).appending(path: "invoices")
    let today = try #require(CalendarDate(iso: "2026-11-22"))
    let check = InvoiceCheck(environment: .production, today: today)
    var told: [String: [String]] = [:]
    for schema in ["fa2", "fa3", "rr"] {
      let root = folder.appending(path: schema)
      let paths = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
      for path in paths.sorted() where path.hasSuffix(".xml") && isWanted("/\(path)") {
        let file = root.appending(path: path)
        let document = try FADocument.read(Array(try Data(contentsOf: file)), fileName: path)
        let codes = check.findings(for: document).map(\.code).filter { code in
          code == "correction.difference" || code.split(separator: ".").first.map(matters.contains) ?? false
        }
        if !codes.isEmpty { told[file.lastPathComponent] = Set(codes).sorted() }
      }
    }
    return told
  }

  /// Each looked at by hand: accounts that somebody made up, totals left out of fragments, sums that don't fit.
  static let trueFindings: [String: [String]] = [
    // The order's value is stated without its tax.
    "ksef4dev--1501045.xml": ["order.value"],
    "stacking-hq--KSEF_07_KOR_ZAL_A.xml": ["order.value"],
    // Copies of the Ministry's first example.
    "iakirmon--sem_004-przechodzi.xml": ["sum.total-rounding"],
    "iakirmon--sem_005-przechodzi.xml": ["sum.total-rounding"],
    // Made-up accounts.
    "ksef4dev--FA_3_Zalacznik_Przyklad_1.xml": ["account.check-digits"],
    "ksef4dev--FA_3_przyklad_rachunek_bankowy_faktora.xml": ["account.check-digits"],
    "cirfmf--invoice-template-fa-rr-1.xml": ["account.check-digits"],
    "cirfmf--invoice-template-fa-rr-1-04b3539.xml": ["account.check-digits"],
    // One line of 738.21 under totals of another invoice, and deductions that don't add up.
    "ksef4dev--FA_3_obciazeniowa.xml": ["account.check-digits", "settlement.due", "sum.net"],
    "ksef4dev--FA_3_obciazeniowa_rozliczona.xml": [
      "account.check-digits", "settlement.deductions", "settlement.due", "sum.net",
    ],
    // Fragments whose lines have no totals.
    "ksef4dev--correction_stan_przed.xml": ["correction.difference"],
    "ksef4dev--correspondence_address.xml": ["sum.missing"],
    "ksef4dev--court_bailiff.xml": ["sum.missing"],
    "ksef4dev--enforcement_authority.xml": ["sum.missing"],
    "ksef4dev--full_3_parties-4b41add.xml": ["sum.missing"],
    "ksef4dev--multiple_rola_inna.xml": ["sum.missing"],
    "ksef4dev--multiple_roles.xml": ["sum.missing"],
    "ksef4dev--no_order.xml": ["sum.missing"],
    "ksef4dev--row.xml": ["line.net", "sum.missing"],
    "ksef4dev--tax_representative.xml": ["sum.missing"],
    // An export whose total is that of supplies within the Union.
    "stacking-hq--KSEF_06_EXP.xml": ["sum.missing", "sum.net"],
  ]
}
