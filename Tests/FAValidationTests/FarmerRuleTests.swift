import FAValidation
import Findings
import Testing

private func farmer(
  value: String = "100.00", refund: String = "7.00", gross: String = "107.00",
  sums: (String, String, String) = ("100.00", "7.00", "107.00"),
  quantity: String = "100", kind: String = "VAT_RR", more: String = ""
) -> CheckedSample {
  CheckedSample.farmer {
    $0.kind = kind
    $0.sums = """
      <P_11_1>\(sums.0)</P_11_1><P_11_2>\(sums.1)</P_11_2><P_12_1>\(sums.2)</P_12_1><P_12_2>sto siedem złotych</P_12_2>
      """
    $0.lines = """
      <FakturaRRWiersz><NrWierszaFa>1</NrWierszaFa><P_5>Ziemniaki</P_5><P_6A>kg</P_6A><P_6B>\(quantity)</P_6B>\
      <P_6C>I</P_6C><P_7>1.00</P_7><P_8>\(value)</P_8><P_9>7</P_9><P_10>\(refund)</P_10><P_11>\(gross)</P_11>\
      </FakturaRRWiersz>\(more)
      """
  }
}

@Test("An invoice for a farmer's products whose figures fit is told nothing about them")
func fittingFarmer() throws {
  let codes = try farmer().findings().map(\.code)
  #expect(codes.filter { $0.hasPrefix("farmer.") || $0.hasPrefix("line.") || $0.hasPrefix("sum.") } == [])
}

@Test("The value of a farmer's line is quantity times price")
func farmerValue() throws {
  #expect(
    try farmer(value: "101.00").findings(of: "line.net").map(\.place.path) == ["/Faktura/FakturaRR/FakturaRRWiersz/P_8"]
  )
}

@Test("A refund fits its rate, but for 0.01")
func refund() throws {
  #expect(try !farmer(refund: "7.01").tells("farmer.refund"))
  #expect(try farmer(refund: "7.02").tells("farmer.refund"))
}

@Test("The value with refund is exact")
func farmerLineTotal() throws {
  #expect(try farmer(gross: "107.01").tells("farmer.line-total"))
}

@Test("Sums of values and refunds fit the lines, but for 0.01 each")
func farmerSums() throws {
  #expect(try !farmer(sums: ("100.01", "6.99", "107.00")).tells("farmer.sums"))
  #expect(try farmer(sums: ("100.02", "6.98", "107.00")).findings(of: "farmer.sums").count == 2)
}

@Test("A correction's sums are differences")
func correctedFarmer() throws {
  let before = """
    <FakturaRRWiersz><NrWierszaFa>1</NrWierszaFa><P_8>120.00</P_8><P_10>8.40</P_10><StanPrzed>1</StanPrzed>\
    </FakturaRRWiersz>
    """
  #expect(try !farmer(sums: ("-20.00", "-1.40", "-21.40"), kind: "KOR_VAT_RR", more: before).tells("farmer.sums"))
  #expect(try farmer(sums: ("-25.00", "-1.40", "-26.40"), kind: "KOR_VAT_RR", more: before).tells("farmer.sums"))
}

@Test("The total with refund is exact")
func farmerTotal() throws {
  #expect(try farmer(sums: ("100.00", "7.00", "107.01")).tells("farmer.total"))
}
