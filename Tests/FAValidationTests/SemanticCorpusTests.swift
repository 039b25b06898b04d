import Findings
import KSeFIdentifiers
import Testing

@Suite("Invoices that their schema takes and a person wouldn't", .enabled(if: SharedCorpus.isHere, "no shared folder"))
struct SemanticCorpusTests {
  /// What each file breaks, by the code that says so.
  static let expected: [(file: String, code: String)] = [
    ("iakirmon--ary_001-lamie", "advance.parts"),
    ("iakirmon--sem_001-lamie", "buyer.polish-nip"),
    ("iakirmon--sem_004-lamie", "date.sale-on-lines"),
    ("iakirmon--sem_005-lamie", "date.sale-twice"),
    ("iakirmon--sem_006-lamie", "note.unknown-line"),
    ("iakirmon--tec_001-lamie", "xml.byte-order-mark"),
    ("iakirmon--tec_002-lamie", "xml.processing-instruction"),
    ("iakirmon--tec_003-lamie", "xml.discouraged-character"),
    ("iakirmon--tec_005-lamie", "nip.checksum"),
    ("ksefuj--05-jst1-without-podmiot3", "buyer.local-government-unit"),
    ("ksefuj--21-wrong-tax-calculation", "vat.amount"),
    ("ksefuj--23-missing-bank-account-validation", "account.length"),
    ("ksefuj--25-negative-quantities", "line.negative-quantity"),
  ]

  @Test("The mistake in the file is told", arguments: expected)
  func mistake(file: String, code: String) throws {
    let codes = try SharedCorpus.findings("invalid/semantic/\(file).xml").map(\.code)
    #expect(codes.contains(code), "\(codes)")
  }

  @Test("Every file of the folder is looked at")
  func wholeFolder() throws {
    let files = try SharedCorpus.files(in: "invalid/semantic")
    #expect(Set(files) == Set(Self.expected.map { "invalid/semantic/\($0.file).xml" }))
  }
}

@Suite("The Ministry's own examples", .enabled(if: SharedCorpus.isHere, "no shared folder"))
struct OfficialExamplesTests {
  /// The one example that really contradicts itself: it is marked as under the margin scheme and sells nothing by it;
  /// the same example of FA(3) is marked as not.
  private static let mistaken = "invoices/fa2/official/fa2-przyklad-09.xml"

  @Test("They are told nothing that isn't true", arguments: ["invoices/fa3/official", "invoices/fa2/official"])
  func examples(folder: String) throws {
    let files = try SharedCorpus.files(in: folder)
    #expect(files.count >= 10)
    for file in files {
      let told = try SharedCorpus.findings(file, in: .test).filter { $0.severity != .info }.map(\.code)
      #expect(told == (file == Self.mistaken ? ["margin.no-sale"] : []), "\(file)")
    }
  }
}
