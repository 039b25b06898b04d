import Findings
import InvoiceTemplate
import Testing

@testable import Presentation

@Suite("Figures")
struct FigureTests {
  @Test(
    "Amounts are grouped in threes and padded to two decimals, never rounded",
    arguments: [
      ("0", "0,00"), ("2051", "2 051,00"), ("1626.01", "1 626,01"), ("1.5", "1,50"), ("100", "100,00"),
      ("999999", "999 999,00"), ("1234567890123456.78", "1 234 567 890 123 456,78"), ("0.08100445", "0,08100445"),
      ("-162.6", "-162,60"), ("-1000", "-1 000,00"), ("0012.50", "0 012,50"),
    ])
  func amounts(written: String, printed: String) {
    #expect(printedAmount(written).replacing("\u{A0}", with: " ") == printed)
  }

  @Test(
    "Quantities keep the decimals they have", arguments: [("1", "1"), ("1234.500000", "1 234,500000"), ("-2", "-2")])
  func quantities(written: String, printed: String) {
    #expect(printedQuantity(written).replacing("\u{A0}", with: " ") == printed)
  }

  @Test("What is no number is printed as it stands", arguments: ["", "-", "1,5", "1.2.3", "1e3", ".5", "abc", "١٢"])
  func noNumbers(text: String) {
    #expect(printedAmount(text) == text)
  }

  @Test("Thousands are held together by a no-break space")
  func grouping() {
    #expect(printedAmount("1000", "PLN") == "1\u{A0}000,00\u{A0}PLN")
  }

  @Test("Sums are exact, whatever the decimals and signs")
  func sums() {
    #expect(exactSum(["0.1", "0.2"]) == "0.3")
    #expect(exactSum(["1234567890123456.78", "0.00000001"]) == "1234567890123456.78000001")
    #expect(exactSum(["-0.05", "0.01"]) == "-0.04")
    #expect(exactSum(["5", "-5.00"]) == "0.00")
    #expect(exactSum(Array(repeating: "0.01", count: 10_000)) == "100.00")
    #expect(exactSum(Array(repeating: "9999999999999999.99", count: 10_000)) == "99999999999999999900.00")
  }

  @Test("There is no sum of nothing, nor of what is no number")
  func noSums() {
    #expect(exactSum([]) == nil)
    #expect(exactSum(["1", "a"]) == nil)
    #expect(exactSum([String(repeating: "9", count: 40)]) == nil)
    #expect(exactSum(["0.00000000001"]) == nil)
  }

  @Test("The largest numbers that are read can be added a hundred thousand times")
  func largestSums() {
    let largest = String(repeating: "9", count: 22)
    let sum = exactSum(Array(repeating: largest, count: 100_000) + ["0.0000000001"])
    #expect(sum == "999999999999999999999900000.0000000001")
  }

  @Test(
    "Polish accounts are grouped as two and fours, others stay as written",
    arguments: [
      ("73111111111111111111111111", "73 1111 1111 1111 1111 1111 1111"),
      ("PL73111111111111111111111111", "PL73 1111 1111 1111 1111 1111 1111"),
      ("73 1111 1111 1111 1111 1111 1111", "73 1111 1111 1111 1111 1111 1111"),
      ("DE89370400440532013000", "DE89370400440532013000"), ("1234567890", "1234567890"),
    ])
  func accounts(written: String, printed: String) {
    #expect(printedAccount(written).replacing("\u{A0}", with: " ") == printed)
  }

  @Test(
    "Days are printed day first, and times keep their zone",
    arguments: [
      ("2026-02-01T00:00:00Z", "01.02.2026 00:00:00Z"), ("2026-02-01T23:30:00+02:00", "01.02.2026 23:30:00+02:00"),
      ("2026-02-30T00:00:00", "2026-02-30T00:00:00"), ("yesterday", "yesterday"),
    ])
  func times(written: String, printed: String) {
    #expect(printedTime(written) == printed)
  }

  @Test("A day that isn't in the calendar is printed as it stands")
  func impossibleDays() {
    #expect(printedDate("2026-09-03") == "03.09.2026")
    #expect(printedDate("2026-02-30") == "2026-02-30")
    #expect(printedDate("2026-09-03Z") == "2026-09-03Z")
  }

  @Test("White space around a value is dropped, inside it becomes spaces")
  func whiteSpace() {
    #expect(singleLine(" \n a\tb\nc ") == "a b c")
    #expect(singleLine(" \t\n") == "")
    #expect(trimmed("\n a\nb \n") == "a\nb")
    #expect(singleLine("zażółć") == "zażółć")
  }

  @Test("Countries are known by their codes in every language")
  func countries() {
    #expect(PrintedWords.labels[.polish]?.country("DE") == "Niemcy")
    #expect(PrintedWords.labels[.english]?.country("AF") == "Afghanistan")
    #expect(PrintedWords.labels[.polish]?.country("XI") == "Irlandia Północna")
    #expect(PrintedWords.labels[.polish]?.country("ZZ") == nil)
    #expect(PrintedWords.labels[.polish]?.country("de") == nil)
    #expect(PrintedWords.labels[.polish]?.country("") == nil)
  }
}
