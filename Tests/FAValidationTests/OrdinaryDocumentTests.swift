import FAValidation
import Findings
import Testing

/// Ordinary documents that a rule took for wrong, and mistakes that no rule told of.
private let original = """
  <DaneFaKorygowanej><DataWystFaKorygowanej>2026-01-10</DataWystFaKorygowanej><NrFaKorygowanej>FV/0</NrFaKorygowanej>\
  <NrKSeFN>1</NrKSeFN></DaneFaKorygowanej>
  """

@Test("A correction of three invoices may have a line 1 of each, but not a fourth pair")
func linesOfCollectiveCorrection() throws {
  func sample(invoices: Int, lines: Int) -> CheckedSample {
    CheckedSample {
      $0.kind = "KOR"
      $0.afterKind = String(repeating: original, count: invoices)
      $0.lines = String(repeating: CheckedSample.line(), count: lines)
    }
  }
  #expect(try !sample(invoices: 3, lines: 3).tells("line.number-repeated"))
  #expect(try sample(invoices: 3, lines: 7).tells("line.number-repeated"))
  #expect(try sample(invoices: 1, lines: 3).tells("line.number-repeated"))
}
