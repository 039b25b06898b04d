import FAValidation
import Findings
import Testing

@Test("A tax is told that is farther from its rate than 0.01")
func taxAmount() throws {
  func sample(_ tax: String) -> CheckedSample {
    CheckedSample { $0.sums = "<P_13_1>100.00</P_13_1><P_14_1>\(tax)</P_14_1>" }
  }
  #expect(try !sample("23.01").tells("vat.amount"))
  #expect(try !sample("22.99").tells("vat.amount"))
  #expect(
    try sample("23.02").findings(of: "vat.amount").map(\.sentence.english)
      == ["The tax P_14_1 is 23.02, but 23% of 100.00 (P_13_1) make 23.00."])
}

@Test("The rate on the lines decides which of two rates a total has")
func rateOfLines() throws {
  func sample(rate: String) -> CheckedSample {
    CheckedSample {
      $0.lines = CheckedSample.line(rate: rate)
      $0.sums = "<P_13_1>100.00</P_13_1><P_14_1>22.00</P_14_1>"
    }
  }
  #expect(try !sample(rate: "22").tells("vat.amount"))
  #expect(try sample(rate: "23").tells("vat.amount"))
  #expect(
    try !CheckedSample {
      $0.lines = ""
      $0.sums = "<P_13_1>100.00</P_13_1><P_14_1>22.00</P_14_1>"
    }.tells("vat.amount"))
}

@Test("A total of lines of two rates is taxed with each")
func twoRates() throws {
  func sample(_ tax: String) -> CheckedSample {
    CheckedSample {
      $0.lines = CheckedSample.line(rate: "23") + CheckedSample.line("2", rate: "22")
      $0.sums = "<P_13_1>200.00</P_13_1><P_14_1>\(tax)</P_14_1>"
    }
  }
  #expect(try !sample("45.00").tells("vat.amount"))
  #expect(try sample("46.00").tells("vat.amount"))
}

@Test("The tax may be the sum of taxes that were rounded line by line")
func taxByLine() throws {
  // 23 % of 0.11 is 0.0253: ten lines make 0.30, their sum 0.25.
  let lines = (1...10).map { CheckedSample.line("\($0)", price: "0.11", net: "0.11") }.joined()
  func sample(_ tax: String) -> CheckedSample {
    CheckedSample {
      $0.lines = lines
      $0.sums = "<P_13_1>1.10</P_13_1><P_14_1>\(tax)</P_14_1>"
    }
  }
  #expect(try !sample("0.25").tells("vat.amount"))
  #expect(try !sample("0.30").tells("vat.amount"))
  #expect(try sample("0.32").tells("vat.amount"))
}

@Test("The tax may be the share of gross values")
func taxInGross() throws {
  let lines = (1...10).map {
    "<FaWiersz><NrWierszaFa>\($0)</NrWierszaFa><P_7>Bułka</P_7><P_11A>0.55</P_11A><P_12>5</P_12></FaWiersz>"
  }.joined()
  func sample(_ net: String, _ tax: String) -> CheckedSample {
    CheckedSample {
      $0.lines = lines
      $0.sums = "<P_13_3>\(net)</P_13_3><P_14_3>\(tax)</P_14_3>"
    }
  }
  #expect(try !sample("5.24", "0.26").tells("vat.amount"))
  #expect(try !sample("5.20", "0.30").tells("vat.amount"))
  #expect(try sample("5.10", "0.40").tells("vat.amount"))
}

@Test("A final invoice may add a rounding for each line and each advance invoice")
func finalTax() throws {
  func sample(_ tax: String) -> CheckedSample {
    CheckedSample {
      $0.kind = "ROZ"
      $0.afterKind =
        "<FakturaZaliczkowa><NrKSeFZN>1</NrKSeFZN><NrFaZaliczkowej>Z/1</NrFaZaliczkowej></FakturaZaliczkowa>"
      $0.sums = "<P_13_1>50.00</P_13_1><P_14_1>\(tax)</P_14_1>"
    }
  }
  #expect(try !sample("11.53").tells("vat.amount"))
  #expect(try sample("11.54").tells("vat.amount"))
}

@Test("A correction of the tax alone isn't judged by its rate")
func correctedTaxAlone() throws {
  func sample(_ sums: String) -> CheckedSample {
    CheckedSample {
      $0.kind = "KOR"
      $0.sums = sums
      $0.lines = ""
    }
  }
  #expect(try !sample("<P_13_1>0</P_13_1><P_14_1>10.00</P_14_1>").tells("vat.amount"))
  #expect(try sample("<P_13_1>-100.00</P_13_1><P_14_1>10.00</P_14_1>").tells("vat.amount"))
}

@Test("Sales under the one-stop shop need their tax")
func oneStopShop() throws {
  func sample(_ tax: String) -> CheckedSample {
    CheckedSample {
      $0.lines = """
        <FaWiersz><NrWierszaFa>1</NrWierszaFa><P_7>Czajnik</P_7><P_11>100.00</P_11><P_12_XII>25.5</P_12_XII></FaWiersz>
        """
      $0.sums = "<P_13_5>100.00</P_13_5>\(tax)"
    }
  }
  #expect(try sample("").tells("vat.one-stop-shop"))
  #expect(try !sample("<P_14_5>25.50</P_14_5>").tells("vat.one-stop-shop"))
  #expect(try !sample("<P_14_5>25.50</P_14_5>").tells("vat.amount"))
  #expect(try sample("<P_14_5>25.52</P_14_5>").tells("vat.amount"))
}

@Test("A tax on a line that has none is told", arguments: ["zw", "oo", "0 WDT", "np I"])
func untaxedLine(rate: String) throws {
  func sample(_ tax: String) -> CheckedSample {
    CheckedSample {
      $0.lines = """
        <FaWiersz><NrWierszaFa>1</NrWierszaFa><P_7>Czajnik</P_7><P_11>100.00</P_11><P_11Vat>\(tax)</P_11Vat>\
        <P_12>\(rate)</P_12></FaWiersz>
        """
    }
  }
  #expect(try sample("0.01").tells("vat.untaxed-line"))
  #expect(try !sample("0.00").tells("vat.untaxed-line"))
}
