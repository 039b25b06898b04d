import FAValidation
import Findings
import Testing

private func row(_ parts: String, number: String = "1") -> String {
  "<FaWiersz><NrWierszaFa>\(number)</NrWierszaFa><P_7>Czajnik</P_7>\(parts)</FaWiersz>"
}

private func tells(_ code: String, lines: String, kind: String = "VAT") throws -> Bool {
  try CheckedSample {
    $0.lines = lines
    $0.kind = kind
  }.tells(code)
}

@Test("A line number that occurs again is told, except beside the line's state before")
func repeatedNumber() throws {
  #expect(try tells("line.number-repeated", lines: CheckedSample.line() + CheckedSample.line()))
  #expect(try !tells("line.number-repeated", lines: CheckedSample.line() + CheckedSample.line("2")))
  let before = CheckedSample.line(rest: "<StanPrzed>1</StanPrzed>")
  #expect(try !tells("line.number-repeated", lines: before + CheckedSample.line(), kind: "KOR"))
}

@Test("A correction may take a line back and state it anew under its number, not more")
func stornoNumber() throws {
  let two = CheckedSample.line(net: "-100.00") + CheckedSample.line()
  #expect(try !tells("line.number-repeated", lines: two, kind: "KOR"))
  #expect(try tells("line.number-repeated", lines: two + CheckedSample.line(), kind: "KOR"))
}

@Test("An order's line number that occurs again is told")
func repeatedOrderNumber() throws {
  func sample(_ second: String) -> CheckedSample {
    CheckedSample {
      $0.kind = "ZAL"
      $0.order = """
        <Zamowienie><WartoscZamowienia>0</WartoscZamowienia>\
        <ZamowienieWiersz><NrWierszaZam>1</NrWierszaZam></ZamowienieWiersz>\
        <ZamowienieWiersz><NrWierszaZam>\(second)</NrWierszaZam></ZamowienieWiersz></Zamowienie>
        """
    }
  }
  #expect(try sample("1").tells("line.number-repeated"))
  #expect(try !sample("2").tells("line.number-repeated"))
}

@Test("Line numbers that fall are an information, except on corrections")
func unorderedNumber() throws {
  let falling = CheckedSample.line("2") + CheckedSample.line("1")
  #expect(try tells("line.number-order", lines: falling))
  #expect(try !tells("line.number-order", lines: falling, kind: "KOR"))
  #expect(try !tells("line.number-order", lines: CheckedSample.line("9") + CheckedSample.line("10")))
}

@Test("A net value is quantity times price, but for 0.01 and the price's rounding")
func netValue() throws {
  // 3 × 33.33: half a hundredth for each of three, and 0.01.
  #expect(try !tells("line.net", lines: CheckedSample.line(quantity: "3", price: "33.33", net: "100.00")))
  #expect(try !tells("line.net", lines: CheckedSample.line(quantity: "3", price: "33.33", net: "100.02")))
  #expect(try tells("line.net", lines: CheckedSample.line(quantity: "3", price: "33.33", net: "100.03")))
  #expect(try tells("line.net", lines: CheckedSample.line(quantity: "3", price: "33.3300", net: "100.02")))
}

@Test("A discount is of the line or of each unit")
func discount() throws {
  func line(_ net: String) -> String {
    row("<P_8B>2</P_8B><P_9A>50.00</P_9A><P_10>5.00</P_10><P_11>\(net)</P_11><P_12>23</P_12>")
  }
  #expect(try !tells("line.net", lines: line("95.00")))
  #expect(try !tells("line.net", lines: line("90.00")))
  #expect(try tells("line.net", lines: line("100.00")))
}

@Test("A gross value is quantity times gross price")
func grossValue() throws {
  func line(_ gross: String) -> String {
    row("<P_8B>2</P_8B><P_9B>61.50</P_9B><P_11A>\(gross)</P_11A><P_12>23</P_12>")
  }
  #expect(try !tells("line.gross", lines: line("123.02")))
  #expect(try tells("line.gross", lines: line("123.03")))
}

@Test("Lines of a correction are multiplied where they show whole states")
func correctedLines() throws {
  let after = CheckedSample.line(quantity: "2", price: "100.00", net: "100.00")
  #expect(try !tells("line.net", lines: after, kind: "KOR"))
  #expect(
    try tells("line.net", lines: CheckedSample.line(rest: "<StanPrzed>1</StanPrzed>") + after, kind: "KOR"))
}

@Test("Tax and gross value of a line fit its net value, but for 0.01")
func lineTax() throws {
  func line(_ gross: String, _ tax: String) -> String {
    row("<P_11>100.00</P_11><P_11A>\(gross)</P_11A><P_11Vat>\(tax)</P_11Vat><P_12>23</P_12>")
  }
  #expect(try !tells("line.tax", lines: line("123.01", "23.00")))
  #expect(try !tells("line.tax", lines: line("123.00", "23.01")))
  #expect(try tells("line.tax", lines: line("123.02", "23.00")))
  #expect(try tells("line.tax", lines: line("123.00", "23.02")))
  #expect(try tells("line.tax", lines: row("<P_11A>123.00</P_11A><P_11Vat>28.29</P_11Vat><P_12>23</P_12>")))
  #expect(try !tells("line.tax", lines: row("<P_11A>123.00</P_11A><P_11Vat>23.00</P_11Vat><P_12>23</P_12>")))
}

@Test("A negative quantity is told outside corrections")
func negativeQuantity() throws {
  let line = CheckedSample.line(quantity: "-1", net: "-100.00")
  #expect(try tells("line.negative-quantity", lines: line))
  #expect(try !tells("line.negative-quantity", lines: line, kind: "KOR"))
  #expect(try !tells("line.negative-quantity", lines: CheckedSample.line(quantity: "0", net: "0")))
}

@Test("A negative price is an information outside corrections")
func negativePrice() throws {
  let line = CheckedSample.line(price: "-5.00", net: "-5.00")
  #expect(try CheckedSample { $0.lines = line }.findings(of: "line.negative-price").map(\.severity) == [.info])
  #expect(try !tells("line.negative-price", lines: line, kind: "KOR"))
  #expect(try !tells("line.negative-price", lines: CheckedSample.line(price: "0", net: "0")))
}
