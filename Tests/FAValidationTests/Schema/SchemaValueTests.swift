import Findings
import Testing

@Suite("The schema's values")
struct SchemaValueTests {
  /// An element of the sample, a value, and the code of the finding; none where the value is right.
  struct Case: CustomTestStringConvertible {
    let element: String
    let value: String
    let code: String?
    var testDescription: String { "\(element) \(value.prefix(40)) \(code ?? "right")" }

    init(_ element: String, _ value: String, _ code: String? = nil) {
      (self.element, self.value, self.code) = (element, value, code.map { "schema.value-" + $0 })
    }
  }

  @Test(
    "Amounts have digits, a point and at most two decimals",
    arguments: [
      Case("P_15", "0"), Case("P_15", "-0"), Case("P_15", "-0.00"), Case("P_15", " 12.5\n"), Case("P_15", "1.5"),
      Case("P_15", "9999999999999999.99"), Case("P_15", "10000000000000000", "number"), Case("P_15", "", "empty"),
      Case("P_15", "+1", "number"), Case("P_15", "01", "number"), Case("P_15", "1.", "number"),
      Case("P_15", ".5", "number"), Case("P_15", "1.550", "number"), Case("P_15", "1.555", "number"),
      Case("P_15", "1,5", "number"), Case("P_15", "1 000", "number"), Case("P_15", "1e2", "number"),
      Case("P_15", "-", "number"), Case("P_15", "٣", "number"),
    ])
  func amounts(_ example: Case) throws { try judge(example) }

  @Test(
    "Whole numbers may have a sign, noughts before them and blanks around them",
    arguments: [
      Case("NrWierszaFa", "+1"), Case("NrWierszaFa", "01"), Case("NrWierszaFa", " 7 "),
      Case("NrWierszaFa", "99999999999999"), Case("NrWierszaFa", "999999999999999", "number"),
      Case("NrWierszaFa", "0", "range"), Case("NrWierszaFa", "-1", "range"), Case("NrWierszaFa", "1.0", "number"),
      Case("P_16", "+1"), Case("P_16", " 02 "), Case("P_16", "1.0", "number"), Case("P_16", "3", "unlisted"),
      Case("P_16", "tak", "number"), Case("JST", "02"), Case("JST", "0", "unlisted"),
    ])
  func wholeNumbers(_ example: Case) throws { try judge(example) }

  @Test(
    "Days are days of the calendar in the structure's range, without a time zone",
    arguments: [
      Case("P_1", "2006-01-01"), Case("P_1", "2050-01-01"), Case("P_1", " 2024-02-29\t"),
      Case("P_1", "2005-12-31", "range"), Case("P_1", "2050-01-02", "range"), Case("P_1", "2026-02-29", "date"),
      Case("P_1", "2026-02-28Z", "date"), Case("P_1", "2026-2-8", "date"), Case("P_1", "28.02.2026", "date"),
      Case("P_1", "2026-13-01", "date"), Case("P_1", "", "empty"),
    ])
  func days(_ example: Case) throws { try judge(example) }

  @Test(
    "Moments are compared in UTC, and may have white space after a time zone only",
    arguments: [
      Case("DataWytworzeniaFa", "2025-09-01T00:00:00Z"), Case("DataWytworzeniaFa", "2025-09-01T00:00:00", "range"),
      Case("DataWytworzeniaFa", "2025-09-01T00:00:00.5"), Case("DataWytworzeniaFa", "2025-09-01T02:00:00+02:00"),
      Case("DataWytworzeniaFa", "2025-09-01T01:59:59+02:00", "range"),
      Case("DataWytworzeniaFa", "2025-08-31T24:00:00Z", "range"),
      Case("DataWytworzeniaFa", "2025-08-31T24:00:00-01:00"),
      Case("DataWytworzeniaFa", "2050-01-01T23:59:58"), Case("DataWytworzeniaFa", "2050-01-01T23:59:59", "range"),
      Case("DataWytworzeniaFa", "2050-01-01T23:59:59Z"), Case("DataWytworzeniaFa", "2026-03-01", "date"),
      Case("DataWytworzeniaFa", " 2026-03-01T10:00:00Z", "date"), Case("DataWytworzeniaFa", "2026-03-01T10:00:00Z \n"),
      Case("DataWytworzeniaFa", "2026-03-01T10:00:00+01:00 "),
      Case("DataWytworzeniaFa", "2026-03-01T10:00:00 ", "date"),
      Case("DataWytworzeniaFa", "2026-03-01T23:59:60Z", "date"),
      Case("DataWytworzeniaFa", "2026-03-01T10:00:00+14:01", "date"),
      Case("DataWytworzeniaFa", "2026-03-01T10:00:00.Z", "date"),
    ])
  func moments(_ example: Case) throws { try judge(example) }

  @Test(
    "Texts are counted in characters, white space at their ends and repeated left out",
    arguments: [
      Case("P_2", String(repeating: "ż", count: 256)), Case("P_2", String(repeating: "ż", count: 257), "length"),
      Case("P_2", String(repeating: "😀", count: 256)), Case("P_2", String(repeating: "x  ", count: 128)),
      Case("P_2", String(repeating: "e\u{301}", count: 129), "length"), Case("P_2", "", "empty"),
      Case("P_2", " \n ", "empty"), Case("P_2", "\u{A0}"),
    ])
  func texts(_ example: Case) throws { try judge(example) }

  @Test(
    "Values of lists stand exactly as listed, but for the white space that their type leaves out",
    arguments: [
      Case("P_12", " 0  KR "), Case("P_12", "0\tKR"), Case("P_12", "0KR", "unlisted"), Case("P_12", "24", "unlisted"),
      Case("P_12", "", "empty"), Case("KodWaluty", "XCG"), Case("KodWaluty", " PLN", "unlisted"),
      Case("KodWaluty", "PLN\n", "unlisted"), Case("KodWaluty", "pln", "unlisted"), Case("KodKraju", "POL", "unlisted"),
      Case("RodzajFaktury", "KOR_ROZ\n"), Case("RodzajFaktury", "VAT_RR", "unlisted"),
    ])
  func lists(_ example: Case) throws { try judge(example) }

  @Test(
    "Values with a form of their own have it",
    arguments: [
      Case("NIP", "1１11111111"), Case("NIP", "0111111111", "format"), Case("NIP", "111-111-11-11", "format"),
      Case("NIP", " 1111111111", "format"), Case("NIP", "1001111111", "format"), Case("NIP", "", "empty"),
    ])
  func forms(_ example: Case) throws { try judge(example) }

  private func judge(_ example: Case) throws {
    let parts = SchemaSample.fa3.split(separator: "<\(example.element)>", maxSplits: 1)
    let rest = try #require(parts.last?.split(separator: "</\(example.element)>", maxSplits: 1).last)
    try #require(parts.count == 2)
    let document = "\(parts[0])<\(example.element)>\(example.value)</\(example.element)>\(rest)"
    #expect(try schemaCodes(document) == [example.code].compactMap(\.self))
  }

  @Test("A finding says what the value is, what is wrong, and by which type")
  func sentence() throws {
    let finding = try #require(schemaFindings(SchemaSample.fa3("<P_15>123.00", becomes: "<P_15>123.456")).first)
    #expect(finding.sentence.english == "P_15 has more than 2 decimals: \"123.456\".")
    #expect(finding.sentence.polish == "P_15 ma za dużo miejsc po kropce (najwyżej 2): „123.456”.")
    #expect(finding.source == "FA(3), TKwotowy")
    #expect(finding.remedy != nil)
  }

  @Test("The prefix of the seller's NIP is PL, and an empty element stands for it")
  func fixedValue() throws {
    func withPrefix(_ prefix: String) throws -> [String] {
      try schemaCodes(
        SchemaSample.fa3("<Podmiot1>", becomes: "<Podmiot1><PrefiksPodatnika>\(prefix)</PrefiksPodatnika>"))
    }
    #expect(try withPrefix("PL") == [])
    #expect(try withPrefix("") == [])
    #expect(try withPrefix("<!-- PL -->") == [])
    #expect(try withPrefix("DE") == ["schema.value-unlisted"])
    #expect(try withPrefix(" PL") == ["schema.value-unlisted"])
  }
}
