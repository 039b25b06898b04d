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

@Test("Of a correction, whose rate is that of the original, no day of the rate is told")
func dayOfCorrectionsRate() throws {
  func sample(_ kind: String, sale: String = "") -> CheckedSample {
    CheckedSample {
      $0.currency = "EUR"
      $0.kind = kind
      $0.saleDate = sale
      $0.afterKind = kind == "KOR" ? original : ""
      $0.sums = "<P_13_1>100.00</P_13_1><P_14_1>23.00</P_14_1><P_14_1W>98.90</P_14_1W>"
      $0.lines = CheckedSample.line(rest: "<KursWaluty>4.3</KursWaluty>")
    }
  }
  #expect(try sample("VAT").tells("currency.rate-day"))
  #expect(try !sample("KOR").tells("currency.rate-day"))
  let past = "<OkresFa><P_6_Od>2026-01-01</P_6_Od><P_6_Do>2026-01-31</P_6_Do></OkresFa>"
  #expect(try !sample("VAT", sale: past).tells("currency.rate-day"), "the tax point may be the end of the period")
  let current = "<OkresFa><P_6_Od>2026-02-01</P_6_Od><P_6_Do>2026-02-28</P_6_Do></OkresFa>"
  #expect(try sample("VAT", sale: current).tells("currency.rate-day"), "the day of issue is the earlier one")
}

@Test("Yen and forints may be converted by the rate for a hundred, as the National Bank quotes them")
func rateForHundred() throws {
  func sample(_ currency: String) -> CheckedSample {
    CheckedSample {
      $0.currency = currency
      $0.sums = "<P_13_1>10000</P_13_1><P_14_1>2300</P_14_1><P_14_1W>59.80</P_14_1W>"
      $0.total = "12300"
      $0.lines = CheckedSample.line(price: "10000", net: "10000", rest: "<KursWaluty>2.60</KursWaluty>")
    }
  }
  #expect(try !sample("JPY").tells("currency.conversion"))
  #expect(try !sample("HUF").tells("currency.conversion"))
  #expect(try sample("EUR").tells("currency.conversion"))
}

@Test("The second sale of a triangular transaction is under reverse charge at whatever rate it is shown")
func triangularReverseCharge() throws {
  var sample = CheckedSample {
    $0.annotations.reverseCharge = "1"
    $0.lines = CheckedSample.line(rate: "0 WDT")
    $0.sums = "<P_13_6_2>100.00</P_13_6_2>"
    $0.total = "100.00"
  }
  #expect(try sample.tells("reverse-charge.no-sale"))
  sample.annotations.triangular = "1"
  #expect(try !sample.tells("reverse-charge.no-sale"))
}

@Test("Lines that cancel each other need no total of their rate")
func cancellingLines() throws {
  func sample(_ back: String) -> CheckedSample {
    CheckedSample {
      $0.lines =
        CheckedSample.line() + CheckedSample.line("2", price: "40.00", net: "40.00", rate: "8")
        + CheckedSample.line("3", price: "-\(back)", net: "-\(back)", rate: "8")
    }
  }
  #expect(try !sample("40.00").tells("sum.missing"))
  #expect(try sample("30.00").tells("sum.missing"))
}

@Test("A discount on a line with net and gross figures is taken from the ones or the others")
func discountOfEitherKind() throws {
  func sample(_ discount: String, net: String, gross: String) -> CheckedSample {
    CheckedSample {
      $0.lines = """
        <FaWiersz><NrWierszaFa>1</NrWierszaFa><P_7>Czajnik</P_7><P_8B>3</P_8B><P_9A>10.00</P_9A><P_9B>12.30</P_9B>\
        <P_10>\(discount)</P_10><P_11>\(net)</P_11><P_11A>\(gross)</P_11A><P_12>23</P_12></FaWiersz>
        """
    }
  }
  for discount in ["3.00", "3.69"] {
    #expect(try !sample(discount, net: "27.00", gross: "33.21").tells("line.net"))
    #expect(try !sample(discount, net: "27.00", gross: "33.21").tells("line.gross"))
  }
  #expect(try sample("5.00", net: "27.00", gross: "33.21").tells("line.net"))
  #expect(try sample("5.00", net: "27.00", gross: "33.21").tells("line.gross"))
}

@Test("An advance invoice shows the order that the payment is for")
func orderMissing() throws {
  let order = """
    <Zamowienie><WartoscZamowienia>1230.00</WartoscZamowienia><ZamowienieWiersz><NrWierszaZam>1</NrWierszaZam>\
    <P_7Z>Dom</P_7Z><P_11NettoZ>1000.00</P_11NettoZ><P_11VatZ>230.00</P_11VatZ><P_12Z>23</P_12Z></ZamowienieWiersz>\
    </Zamowienie>
    """
  let without = CheckedSample { $0.kind = "ZAL" }
  let with = CheckedSample {
    $0.kind = "ZAL"
    $0.lines = ""
    $0.order = order
  }
  try expect("order.missing", at: "/Fa/RodzajFaktury", on: without, notOn: with)
  #expect(try !CheckedSample { $0.kind = "KOR_ZAL" }.tells("order.missing"))
}

@Test("A simplified invoice shows the tax by sums or by the rates of its lines")
func simplifiedTax() throws {
  let bare = "<FaWiersz><NrWierszaFa>1</NrWierszaFa><P_7>Kawa</P_7></FaWiersz>"
  func sample(sums: String = "", lines: String = bare) -> CheckedSample {
    CheckedSample {
      $0.kind = "UPR"
      $0.sums = sums
      $0.lines = lines
    }
  }
  let rated = bare.replacing("</P_7>", with: "</P_7><P_12>23</P_12>")
  try expect("simplified.tax-unknown", at: "/Fa/RodzajFaktury", on: sample(), notOn: sample(lines: rated))
  #expect(try !sample(sums: "<P_13_1>100.00</P_13_1><P_14_1>23.00</P_14_1>").tells("simplified.tax-unknown"))
  #expect(try !sample(lines: rated + bare).tells("simplified.tax-unknown"), "a line may just describe another")
}

@Test("The correction of a final invoice to nought takes back what was left to pay, not what advances paid")
func finalInvoiceToNought() throws {
  func sample(_ kind: String, net: String) -> CheckedSample {
    CheckedSample {
      $0.kind = kind
      $0.afterKind = original
      $0.sums = "<P_13_1>\(net)</P_13_1><P_14_1>0.00</P_14_1>"
      $0.lines =
        CheckedSample.line(price: "1000.00", net: "1000.00", rest: "<StanPrzed>1</StanPrzed>")
        + CheckedSample.line(quantity: "0", price: "1000.00", net: "0")
    }
  }
  #expect(try !sample("KOR_ROZ", net: "-200.00").tells("correction.difference"))
  #expect(try sample("KOR_ROZ", net: "-1200.00").tells("correction.difference"))
  #expect(try sample("KOR_ROZ", net: "200.00").tells("correction.difference"))
  #expect(try sample("KOR", net: "-200.00").tells("correction.difference"))
}

@Test("An advance that was paid by bank transfer needs no account to pay to")
func accountOfAdvance() throws {
  func sample(_ kind: String) -> CheckedSample {
    CheckedSample {
      $0.kind = kind
      $0.payment = "<Platnosc><FormaPlatnosci>6</FormaPlatnosci></Platnosc>"
    }
  }
  #expect(try !sample("ZAL").tells("payment.no-account"))
  #expect(try sample("ROZ").tells("payment.no-account"))
}

@Test("A period of the invoice and dates on its lines contradict each other")
func periodAndDates() throws {
  let period = "<OkresFa><P_6_Od>2026-02-01</P_6_Od><P_6_Do>2026-02-28</P_6_Do></OkresFa>"
  try expect(
    "date.sale-twice", at: "/FaWiersz/P_6A",
    on: CheckedSample {
      $0.saleDate = period
      $0.lines = CheckedSample.line(dated: "<P_6A>2026-02-03</P_6A>")
    }, notOn: CheckedSample { $0.saleDate = period })
}

@Test("A discount or packaging that comes back as a line of a negative quantity is an information")
func negativeQuantityOfDiscount() throws {
  let line = CheckedSample.line("2", quantity: "-1", price: "5.00", net: "-5.00")
  let found = try CheckedSample { $0.lines += line }.findings(of: "line.negative-quantity")
  #expect(found.map(\.severity) == [.info])
}

@Test("The tax of an advance in zloty fits the exchange rate of the advance")
func convertedAdvance() throws {
  func sample(_ zloty: String, parts: String = "") -> CheckedSample {
    CheckedSample {
      $0.currency = "EUR"
      $0.kind = "ZAL"
      $0.sums = "<P_13_1>100.00</P_13_1><P_14_1>23.00</P_14_1><P_14_1W>\(zloty)</P_14_1W>"
      $0.exchangeRate = "<KursWalutyZ>4.3</KursWalutyZ>"
      $0.afterKind = parts
      $0.lines = ""
    }
  }
  #expect(try !sample("98.90").tells("currency.conversion"))
  #expect(
    try sample("89.90").findings(of: "currency.conversion").map(\.sentence.polish)
      == ["Podatek w złotych (P_14_1W) to 89,90, a po kursie z faktury wynosi 98,90."])
  let part = "<ZaliczkaCzesciowa><P_6Z>2026-02-01</P_6Z><P_15Z>123.00</P_15Z></ZaliczkaCzesciowa>"
  #expect(try !sample("89.90", parts: part).tells("currency.conversion"), "each payment may have a rate of its own")
}

@Test("What the invoice says was paid may be taken off the amount due")
func dueAfterPayment() throws {
  func sample(_ due: String, _ payment: String) -> CheckedSample {
    CheckedSample {
      $0.settlement = "<Rozliczenie><DoZaplaty>\(due)</DoZaplaty></Rozliczenie>"
      $0.payment = "<Platnosc>\(payment)</Platnosc>"
    }
  }
  let whole = "<Zaplacono>1</Zaplacono><DataZaplaty>2026-02-15</DataZaplaty>"
  let part = """
    <ZnacznikZaplatyCzesciowej>1</ZnacznikZaplatyCzesciowej><ZaplataCzesciowa>\
    <KwotaZaplatyCzesciowej>50.00</KwotaZaplatyCzesciowej><DataZaplatyCzesciowej>2026-02-15</DataZaplatyCzesciowej>\
    </ZaplataCzesciowa>
    """
  #expect(try !sample("0.00", whole).tells("settlement.due"))
  #expect(try !sample("73.00", part).tells("settlement.due"))
  #expect(try !sample("123.00", part).tells("settlement.due"))
  #expect(try sample("72.00", part).tells("settlement.due"))
  #expect(try sample("0.00", "").tells("settlement.due"))
}

@Test("The limit of split payment is reckoned by the rate for one yen or for a hundred")
func splitPaymentInYen() throws {
  func sample(_ total: String, rate: String) -> CheckedSample {
    CheckedSample {
      $0.currency = "JPY"
      $0.total = total
      $0.lines = CheckedSample.line(rest: "<P_12_Zal_15>1</P_12_Zal_15><KursWaluty>\(rate)</KursWaluty>")
    }
  }
  for rate in ["2.60", "0.026"] {
    #expect(try !sample("500000", rate: rate).tells("split-payment.mark-missing"))
    #expect(try sample("600000", rate: rate).tells("split-payment.mark-missing"))
  }
}

@Test("Tax may be rounded line by line from gross prices that the lines don't show")
func hiddenGrossPrices() throws {
  func sample(_ tax: String, line rest: String = "") -> CheckedSample {
    CheckedSample {
      $0.lines = (1...4).map { number in
        """
        <FaWiersz><NrWierszaFa>\(number)</NrWierszaFa><P_7>Bułka</P_7><P_8B>1</P_8B><P_11>0.85</P_11>\(rest)\
        <P_12>23</P_12></FaWiersz>
        """
      }.joined()
      $0.sums = "<P_13_1>3.40</P_13_1><P_14_1>\(tax)</P_14_1>"
    }
  }
  // Four times 1.05, each with 0.20 of tax; 23 % of the sum are 0.78.
  #expect(try !sample("0.80").tells("vat.amount"))
  #expect(try !sample("0.81").tells("vat.amount"))
  #expect(try sample("0.82").tells("vat.amount"))
  #expect(try sample("0.82", line: "<P_11A>1.05</P_11A>").tells("vat.amount"))
}
