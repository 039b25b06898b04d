import FAValidation
import Findings
import Testing

private let pair =
  CheckedSample.line(net: "100.00", rest: "<StanPrzed>1</StanPrzed>") + CheckedSample.line(price: "80.00", net: "80.00")

private func correction(_ net: String, lines: String, kind: String = "KOR") -> CheckedSample {
  CheckedSample {
    $0.kind = kind
    $0.lines = lines
    $0.sums = net.isEmpty ? "" : "<P_13_1>\(net)</P_13_1><P_14_1>0.00</P_14_1>"
  }
}

@Test("Lines before and after make the totals' difference, but for 0.01 a line", arguments: ["KOR", "KOR_ROZ"])
func difference(kind: String) throws {
  #expect(try !correction("-20.00", lines: pair, kind: kind).tells("correction.difference"))
  #expect(try !correction("-20.02", lines: pair, kind: kind).tells("correction.difference"))
  #expect(
    try correction("80.00", lines: pair, kind: kind).findings(of: "correction.difference").map(\.sentence.english)
      == ["The lines show a difference of -20.00, the total P_13_1 is 80.00."])
}

@Test("Lines may be differences themselves, before them marked or not")
func linesOfDifferences() throws {
  let storno = CheckedSample.line(net: "-100.00") + CheckedSample.line("2", net: "80.00")
  #expect(try !correction("-20.00", lines: storno).tells("correction.difference"))
  let marked = CheckedSample.line(net: "-100.00", rest: "<StanPrzed>1</StanPrzed>") + CheckedSample.line(net: "80.00")
  #expect(try !correction("-20.00", lines: marked).tells("correction.difference"))
}

@Test("A difference whose total is missing is told, one of nothing isn't")
func missingDifference() throws {
  #expect(try correction("", lines: pair).tells("correction.difference"))
  let unchanged = CheckedSample.line(rest: "<StanPrzed>1</StanPrzed>") + CheckedSample.line()
  #expect(try !correction("", lines: unchanged).tells("correction.difference"))
}

@Test("Nothing is told where a corrected line has no value")
func correctedQuantityAlone() throws {
  let line = "<FaWiersz><NrWierszaFa>1</NrWierszaFa><P_7>Czajnik</P_7><P_8B>3</P_8B><P_12>23</P_12></FaWiersz>"
  #expect(try !correction("-50.00", lines: line).tells("correction.difference"))
}
