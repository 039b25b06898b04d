import FAValidation
import Findings
import Testing

private func euro(
  tax: String = "23.00", zloty: String = "<P_14_1W>98.90</P_14_1W>", rate: String = "<KursWaluty>4.3</KursWaluty>"
) -> CheckedSample {
  CheckedSample {
    $0.currency = "EUR"
    $0.sums = "<P_13_1>100.00</P_13_1><P_14_1>\(tax)</P_14_1>\(zloty)"
    $0.lines = CheckedSample.line(rest: rate)
  }
}

@Test("An invoice in another currency whose tax is converted is told nothing but the day of the rate")
func fittingCurrency() throws {
  #expect(try euro().findings().map(\.code).filter { $0.hasPrefix("currency.") } == ["currency.rate-day"])
}

@Test("A tax that isn't stated in zloty is told, one of 0 isn't")
func taxInZloty() throws {
  #expect(try euro(zloty: "").tells("currency.tax-in-zloty"))
  #expect(try !euro(tax: "0.00", zloty: "").tells("currency.tax-in-zloty"))
}

@Test("A farmer's refund that isn't stated in zloty is told")
func refundInZloty() throws {
  #expect(try CheckedSample.farmer { $0.currency = "EUR" }.tells("currency.tax-in-zloty"))
  #expect(
    try !CheckedSample.farmer {
      $0.currency = "EUR"
      $0.sums = $0.sums.replacing("</P_11_2>", with: "</P_11_2><P_11_2W>30.00</P_11_2W>")
    }.tells("currency.tax-in-zloty"))
}

@Test("An exchange rate that is missing is told, wherever else it may stand")
func exchangeRateMissing() throws {
  #expect(try euro(rate: "").tells("currency.rate-missing"))
  #expect(try !euro(tax: "0.00", rate: "").tells("currency.rate-missing"))
  var advance = euro(rate: "")
  advance.kind = "ZAL"
  advance.exchangeRate = "<KursWalutyZ>4.3</KursWalutyZ>"
  #expect(try !advance.tells("currency.rate-missing"))
  advance.exchangeRate = ""
  advance.afterKind = """
    <ZaliczkaCzesciowa><P_6Z>2026-01-10</P_6Z><P_15Z>123</P_15Z><KursWalutyZW>4.3</KursWalutyZW></ZaliczkaCzesciowa>
    """
  #expect(try !advance.tells("currency.rate-missing"))
}

@Test("A rate of nought is told, and one on an invoice in zloty unless it is 1")
func exchangeRateUseless() throws {
  #expect(try euro(rate: "<KursWaluty>0</KursWaluty>").tells("currency.rate-useless"))
  #expect(try !euro(rate: "<KursWaluty>0.000001</KursWaluty>").tells("currency.rate-useless"))
  func zloty(_ rate: String) -> CheckedSample {
    CheckedSample { $0.lines = CheckedSample.line(rest: "<KursWaluty>\(rate)</KursWaluty>") }
  }
  #expect(try zloty("4.3").tells("currency.rate-useless"))
  #expect(try !zloty("1.0000").tells("currency.rate-useless"))
}

@Test("A tax in zloty fits the lines' rates, but for roundings")
func conversion() throws {
  // 23.00 at 4.3 is 98.90; half a hundredth of the euro is 0.0215.
  #expect(try !euro(zloty: "<P_14_1W>98.93</P_14_1W>").tells("currency.conversion"))
  #expect(try euro(zloty: "<P_14_1W>98.94</P_14_1W>").tells("currency.conversion"))
  #expect(try !euro(zloty: "<P_14_1W>90.00</P_14_1W>", rate: "").tells("currency.conversion"))
}

@Test("The day of the rate is that before the sale, or before issue where it is earlier")
func rateDay() throws {
  #expect(try euro().findings(of: "currency.rate-day")[0].sentence.english.contains("before 2026-02-10"))
  var early = euro()
  early.saleDate = "<P_6>2026-02-20</P_6>"
  #expect(try early.findings(of: "currency.rate-day")[0].sentence.polish.contains("przed 15.02.2026"))
  #expect(try !euro(tax: "0").tells("currency.rate-day"))
}

@Test("Converted tax on an invoice in zloty is told")
func zlotyTwice() throws {
  var sample = euro(rate: "")
  #expect(try !sample.tells("currency.zloty-twice"))
  sample.currency = "PLN"
  #expect(try sample.tells("currency.zloty-twice"))
}

@Test("The exchange rate of an advance belongs on advance invoices")
func advanceExchangeRate() throws {
  var sample = euro()
  sample.exchangeRate = "<KursWalutyZ>4.3</KursWalutyZ>"
  #expect(try sample.tells("currency.advance-rate"))
  sample.kind = "KOR_ZAL"
  #expect(try !sample.tells("currency.advance-rate"))
}

@Test("An agreed currency is another one than the zloty")
func agreedCurrency() throws {
  func sample(_ currency: String) -> CheckedSample {
    CheckedSample {
      $0.conditions = """
        <WarunkiTransakcji><KursUmowny>4.3</KursUmowny><WalutaUmowna>\(currency)</WalutaUmowna></WarunkiTransakcji>
        """
    }
  }
  #expect(try sample("PLN").tells("currency.agreed"))
  #expect(try !sample("EUR").tells("currency.agreed"))
}
