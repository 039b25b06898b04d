import FAValidation
import Findings
import Testing

@Test("A total to pay of more than 0.01 beside the sums is told with both figures")
func differingTotal() throws {
  let findings = try CheckedSample { $0.total = "1123.02" }.findings(of: "sum.total")
  #expect(
    findings.map(\.sentence.english) == ["The total to pay (P_15) is 1,123.02, the sums of net and tax make 123.00."])
  #expect(
    findings[0].sentence.polish == "Należność ogółem (P_15) to 1\u{A0}123,02, a sumy netto i podatku dają 123,00.")
  #expect(findings[0].place.path == "/Faktura/Fa/P_15")
  #expect(findings[0].severity == .warning)
}

@Test("A total to pay that is off by 0.01 is an information, not a warning", arguments: ["123.01", "122.99"])
func roundedTotal(total: String) throws {
  let sample = CheckedSample { $0.total = total }
  #expect(try !sample.tells("sum.total"))
  #expect(try sample.findings(of: "sum.total-rounding").map(\.severity) == [.info])
}

@Test("An invoice whose figures fit is told nothing about them", arguments: ["123.00", "123"])
func fittingTotal(total: String) throws {
  let codes = try CheckedSample { $0.total = total }.findings().map(\.code)
  let arithmetic = ["sum.", "vat.", "line.", "payment.", "currency.", "order.", "settlement.", "farmer.", "account."]
  #expect(codes.filter { code in arithmetic.contains { code.hasPrefix($0) } } == [])
}

@Test("Totals of corrections, advances and final invoices are judged as well", arguments: ["KOR", "ZAL", "ROZ", "UPR"])
func totalOfOtherKinds(kind: String) throws {
  #expect(
    try CheckedSample {
      $0.kind = kind
      $0.total = "200.00"
    }.tells("sum.total"))
}

@Test("A total without sums, and one with sales under the margin scheme, isn't judged")
func unjudgedTotals() throws {
  #expect(
    try !CheckedSample {
      $0.kind = "UPR"
      $0.sums = ""
    }.tells("sum.total"))
  #expect(try !CheckedSample { $0.sums += "<P_13_11>50.00</P_13_11>" }.tells("sum.total"))
}

@Test("A negative total is told unless the invoice corrects")
func negativeTotal() throws {
  var sample = CheckedSample {
    $0.sums = "<P_13_1>-100.00</P_13_1><P_14_1>-23.00</P_14_1>"
    $0.total = "-123.00"
  }
  #expect(try sample.tells("sum.negative"))
  sample.kind = "KOR"
  #expect(try !sample.tells("sum.negative"))
  sample.kind = "VAT"
  sample.total = "0"
  #expect(try !sample.tells("sum.negative"))
}

@Test("A net total is told that is farther from its lines than 0.01 for each")
func netTotal() throws {
  let two = CheckedSample.line() + CheckedSample.line("2")
  func sample(_ net: String) -> CheckedSample {
    CheckedSample {
      $0.lines = two
      $0.sums = "<P_13_1>\(net)</P_13_1><P_14_1>46.00</P_14_1>"
    }
  }
  #expect(try !sample("200.02").tells("sum.net"))
  #expect(try !sample("199.98").tells("sum.net"))
  #expect(
    try sample("200.03").findings(of: "sum.net").map(\.sentence.english)
      == ["The total P_13_1 is 200.03, the lines of its rate make 200.00."])
}

@Test("Gross values make the net total without the tax in them")
func grossMethod() throws {
  func sample(_ net: String) -> CheckedSample {
    CheckedSample {
      $0.lines =
        "<FaWiersz><NrWierszaFa>1</NrWierszaFa><P_7>Czajnik</P_7><P_11A>1000.00</P_11A><P_12>23</P_12></FaWiersz>"
      $0.sums = "<P_13_1>\(net)</P_13_1><P_14_1>186.99</P_14_1>"
    }
  }
  #expect(try !sample("813.01").tells("sum.net"))
  #expect(try !sample("813.02").tells("sum.net"))
  #expect(try sample("813.03").tells("sum.net"))
}

@Test("A net total whose rate no line has is told")
func totalWithoutLines() throws {
  #expect(try CheckedSample { $0.sums += "<P_13_7>10.00</P_13_7>" }.tells("sum.net"))
}

@Test("Net totals aren't judged where a line keeps silent about its rate or value")
func unknownLines() throws {
  let silent = "<FaWiersz><NrWierszaFa>2</NrWierszaFa><P_7>Gratis</P_7></FaWiersz>"
  let worthless = "<FaWiersz><NrWierszaFa>2</NrWierszaFa><P_7>Gratis</P_7><P_12>23</P_12></FaWiersz>"
  for line in [silent, worthless] {
    #expect(
      try !CheckedSample {
        $0.lines += line
        $0.sums = "<P_13_1>500.00</P_13_1><P_14_1>115.00</P_14_1>"
      }.tells("sum.net"))
  }
}

@Test(
  "A rate of lines whose total is missing is told",
  arguments: [
    ("23", "P_13_1"), ("7", "P_13_2"), ("5", "P_13_3"), ("4", "P_13_4"), ("0 KR", "P_13_6_1"), ("0 WDT", "P_13_6_2"),
    ("0 EX", "P_13_6_3"), ("zw", "P_13_7"), ("np I", "P_13_8"), ("np II", "P_13_9"), ("oo", "P_13_10"),
  ])
func missingTotal(rate: String, name: String) throws {
  let sums = "<\(name)>100.00</\(name)>"
  let sample = CheckedSample { $0.lines = CheckedSample.line(rate: rate) }
  #expect(
    try CheckedSample {
      $0.lines = CheckedSample.line(rate: rate); $0.sums = sums
    }.findings(of: "sum.missing") == [])
  var without = sample
  without.sums = ""
  #expect(try without.findings(of: "sum.missing").map(\.place.path) == ["/Faktura/Fa/FaWiersz/P_12"])
}

@Test("Rates of FA(2) that stand for several totals are judged by the one that is stated")
func ratesOfFA2() throws {
  func sample(_ sums: String) -> CheckedSample {
    CheckedSample {
      $0.namespace = "http://crd.gov.pl/wzor/2023/06/29/12648/"
      $0.lines = CheckedSample.line(rate: "0")
      $0.sums = sums
    }
  }
  #expect(try sample("<P_13_6_2>150.00</P_13_6_2>").tells("sum.net"))
  #expect(try !sample("<P_13_6_2>100.00</P_13_6_2>").tells("sum.net"))
  #expect(try !sample("<P_13_6_1>50.00</P_13_6_1><P_13_6_3>60.00</P_13_6_3>").tells("sum.net"))
}
