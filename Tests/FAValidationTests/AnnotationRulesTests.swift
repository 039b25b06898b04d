import FAInvoice
import FAValidation
import Findings
import Testing

@Suite("Rules on what an invoice declares of itself")
struct AnnotationRulesTests {
  @Test("A domestic reverse charge needs its words")
  func reverseChargeUnmarked() throws {
    func sold(_ mark: String) -> CheckedSample {
      CheckedSample {
        $0.lines = CheckedSample.line(rate: "oo")
        $0.annotations.reverseCharge = mark
      }
    }
    try expect("reverse-charge.mark-missing", at: "/Adnotacje/P_18", on: sold("2"), notOn: sold("1"))
    try expect(
      "reverse-charge.mark-missing", at: "/Adnotacje/P_18", on: CheckedSample { $0.sums = "<P_13_10>100.00</P_13_10>" },
      notOn: CheckedSample { $0.sums = "<P_13_10>0.00</P_13_10>" })
  }

  @Test("The words of reverse charge need such a sale")
  func reverseChargeUnused() throws {
    func marked(_ rate: String) -> CheckedSample {
      CheckedSample {
        $0.lines = CheckedSample.line(rate: rate)
        $0.annotations.reverseCharge = "1"
      }
    }
    for rate in ["oo", "np I", "np II"] {
      try expect("reverse-charge.no-sale", at: "/Adnotacje/P_18", on: marked("23"), notOn: marked(rate))
    }
  }

  @Test("An exempt sale needs its legal basis")
  func exemptionUnmarked() throws {
    func sold(_ basis: String) -> CheckedSample {
      CheckedSample {
        $0.lines = CheckedSample.line(rate: "zw")
        $0.annotations.exemption = basis
      }
    }
    let named = sold("<P_19>1</P_19><P_19A>art. 43 ust. 1</P_19A>")
    try expect("exemption.basis-missing", at: "/Adnotacje/Zwolnienie", on: sold("<P_19N>1</P_19N>"), notOn: named)
  }

  @Test("An advance on an exempt order needs its legal basis")
  func exemptOrder() throws {
    func ordered(_ rate: String) -> CheckedSample {
      CheckedSample {
        $0.kind = "ZAL"
        $0.lines = ""
        $0.order = "<Zamowienie><ZamowienieWiersz><P_12Z>\(rate)</P_12Z></ZamowienieWiersz></Zamowienie>"
      }
    }
    try expect("exemption.basis-missing", at: "/Adnotacje/Zwolnienie", on: ordered("zw"), notOn: ordered("23"))
  }

  @Test("A legal basis of exemption needs an exempt sale")
  func exemptionUnused() throws {
    func marked(_ rate: String) -> CheckedSample {
      CheckedSample {
        $0.lines = CheckedSample.line(rate: rate)
        $0.annotations.exemption = "<P_19>1</P_19><P_19C>inna</P_19C>"
      }
    }
    try expect("exemption.no-sale", at: "/Zwolnienie/P_19", on: marked("23"), notOn: marked("zw"))
  }

  @Test("A sale under the margin scheme and its mark go together")
  func margin() throws {
    func sold(_ total: String, mark: String) -> CheckedSample {
      CheckedSample {
        $0.sums = total
        $0.annotations.margin = mark
      }
    }
    let total = "<P_13_11>123.00</P_13_11>"
    let mark = "<P_PMarzy>1</P_PMarzy><P_PMarzy_3_1>1</P_PMarzy_3_1>"
    let whole = sold(total, mark: mark)
    try expect(
      "margin.mark-missing", at: "/Adnotacje/PMarzy", on: sold(total, mark: "<P_PMarzyN>1</P_PMarzyN>"), notOn: whole)
    try expect("margin.no-sale", at: "/PMarzy/P_PMarzy", on: sold("", mark: mark), notOn: whole)
    var final = sold("", mark: mark)
    final.kind = "ROZ"
    #expect(try !final.tells("margin.no-sale"))
  }

  @Test("Corrections show only what changed and aren't judged", arguments: ["KOR", "KOR_ZAL", "KOR_ROZ"])
  func corrections(_ kind: String) throws {
    let sample = CheckedSample {
      $0.kind = kind
      $0.lines = CheckedSample.line(rate: "zw")
      $0.annotations.reverseCharge = "1"
    }
    #expect(try !sample.tells("exemption.basis-missing"))
    #expect(try !sample.tells("reverse-charge.no-sale"))
  }
}

@Suite("Rules on split payment")
struct SplitPaymentRulesTests {
  private func sold(
    _ total: String, mark: String = "2", rest: String = "<P_12_Zal_15>1</P_12_Zal_15>", currency: String = "PLN"
  ) -> CheckedSample {
    CheckedSample {
      $0.currency = currency
      $0.total = total
      $0.annotations.splitPayment = mark
      $0.lines = CheckedSample.line(rest: rest)
    }
  }

  @Test("Goods of annex 15 over 15,000 zloty need the words of split payment")
  func missing() throws {
    let code = "split-payment.mark-missing"
    try expect(code, at: "/Adnotacje/P_18A", on: sold("15000.01"), notOn: sold("15000.00"))
    try expect(code, at: "/Adnotacje/P_18A", on: sold("15000.01"), notOn: sold("15000.01", mark: "1"))
    try expect(code, at: "/Adnotacje/P_18A", on: sold("15000.01"), notOn: sold("15000.01", rest: ""))
  }

  @Test("An order of goods of annex 15 counts as well")
  func order() throws {
    func ordered(_ mark: String) -> CheckedSample {
      CheckedSample {
        $0.kind = "ZAL"
        $0.total = "20000"
        $0.lines = ""
        $0.order = "<Zamowienie><ZamowienieWiersz>\(mark)</ZamowienieWiersz></Zamowienie>"
      }
    }
    try expect(
      "split-payment.mark-missing", at: "/Adnotacje/P_18A", on: ordered("<P_12Z_Zal_15>1</P_12Z_Zal_15>"),
      notOn: ordered(""))
  }

  @Test("Another currency is converted by the rate on the invoice")
  func currency() throws {
    let goods = "<P_12_Zal_15>1</P_12_Zal_15>"
    try expect(
      "split-payment.mark-missing", at: "/Adnotacje/P_18A",
      on: sold("4000", rest: goods + "<KursWaluty>4.2500</KursWaluty>", currency: "EUR"),
      notOn: sold("3500", rest: goods + "<KursWaluty>4.2500</KursWaluty>", currency: "EUR"))
    #expect(try !sold("20000", rest: goods, currency: "EUR").tells("split-payment.mark-missing"))
  }

  @Test("A consumer's invoice needs no words of split payment")
  func consumer() throws {
    var sample = sold("20000")
    sample.buyer = "<BrakID>1</BrakID>"
    #expect(try !sample.tells("split-payment.mark-missing"))
  }

  @Test("A GTU mark that covers goods of annex 15 asks for a look")
  func likely() throws {
    try expect(
      "split-payment.look", .info, at: "/Adnotacje/P_18A", on: sold("20000", rest: "<GTU>GTU_06</GTU>"),
      notOn: sold("20000", rest: "<GTU>GTU_12</GTU>"))
    #expect(try !sold("20000").tells("split-payment.look"))
  }
}
