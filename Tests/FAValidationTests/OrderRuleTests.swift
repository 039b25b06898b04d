import FAValidation
import Findings
import Testing

private func orderLine(_ net: String, _ tax: String, rest: String = "") -> String {
  """
  <ZamowienieWiersz><NrWierszaZam>1</NrWierszaZam><P_7Z>Dom</P_7Z><P_11NettoZ>\(net)</P_11NettoZ>\
  <P_11VatZ>\(tax)</P_11VatZ><P_12Z>23</P_12Z>\(rest)</ZamowienieWiersz>
  """
}

private func order(_ value: String, _ lines: String, kind: String = "ZAL") -> CheckedSample {
  CheckedSample {
    $0.kind = kind
    $0.lines = ""
    $0.order = "<Zamowienie><WartoscZamowienia>\(value)</WartoscZamowienia>\(lines)</Zamowienie>"
  }
}

@Test("An order's value is the sum of its lines with tax, but for 0.01 each")
func orderValue() throws {
  let line = orderLine("1000.00", "230.00")
  #expect(try !order("1230.01", line).tells("order.value"))
  #expect(try order("1230.02", line).tells("order.value"))
  #expect(try order("1000.00", line).tells("order.value"))
}

@Test("A corrected order's value is that after the correction or a difference")
func correctedOrder() throws {
  let lines = orderLine("1000.00", "230.00", rest: "<StanPrzedZ>1</StanPrzedZ>") + orderLine("800.00", "184.00")
  #expect(try !order("984.00", lines, kind: "KOR_ZAL").tells("order.value"))
  #expect(try !order("-246.00", lines, kind: "KOR_ZAL").tells("order.value"))
  #expect(try order("1230.00", lines, kind: "KOR_ZAL").tells("order.value"))
  let before = orderLine("1000.00", "230.00", rest: "<StanPrzedZ>1</StanPrzedZ>")
  #expect(try !order("500.00", before, kind: "KOR_ZAL").tells("order.value"))
}

@Test("The tax of an order's line fits its rate, but for 0.01")
func orderTax() throws {
  #expect(try !order("1230.00", orderLine("1000.00", "230.01")).tells("order.tax"))
  #expect(try order("1230.00", orderLine("1000.00", "230.02")).tells("order.tax"))
}

@Test("A line of an order is quantity times price")
func orderArithmetic() throws {
  func line(_ net: String) -> String {
    """
    <ZamowienieWiersz><NrWierszaZam>1</NrWierszaZam><P_8BZ>2</P_8BZ><P_9AZ>50.00</P_9AZ>\
    <P_11NettoZ>\(net)</P_11NettoZ></ZamowienieWiersz>
    """
  }
  #expect(try !order("100.00", line("100.02")).tells("line.net"))
  #expect(try order("100.00", line("100.03")).tells("line.net"))
}

@Test("An advance above the order's value is told")
func advanceAboveOrder() throws {
  #expect(try order("122.98", "").tells("order.advance"))
  #expect(try !order("122.99", "").tells("order.advance"))
}

@Test("The payments of an advance invoice make its total up; on others they aren't more")
func advanceParts() throws {
  func sample(_ payment: String, kind: String) -> CheckedSample {
    CheckedSample {
      $0.kind = kind
      $0.afterKind =
        "<ZaliczkaCzesciowa><P_6Z>2026-01-10</P_6Z><P_15Z>\(payment)</P_15Z></ZaliczkaCzesciowa>"
    }
  }
  #expect(try !sample("123.00", kind: "ZAL").tells("advance.parts"))
  #expect(try sample("122.99", kind: "ZAL").tells("advance.parts"))
  #expect(try !sample("122.99", kind: "ROZ").tells("advance.parts"))
  #expect(try sample("123.01", kind: "ROZ").tells("advance.parts"))
  #expect(try !sample("500.00", kind: "KOR_ZAL").tells("advance.parts"))
}

@Test("A final invoice names the advance invoices that it settles")
func advanceInvoiceMissing() throws {
  let number = "<FakturaZaliczkowa><NrKSeFZN>1</NrKSeFZN><NrFaZaliczkowej>Z/1</NrFaZaliczkowej></FakturaZaliczkowa>"
  var sample = CheckedSample { $0.kind = "ROZ" }
  #expect(try sample.tells("final.advance-missing"))
  sample.afterKind = number
  #expect(try !sample.tells("final.advance-missing"))
}

@Test("A final invoice's total isn't above its lines")
func moreThanOrdered() throws {
  func sample(_ net: String) -> CheckedSample {
    CheckedSample {
      $0.kind = "ROZ"
      $0.sums = "<P_13_1>\(net)</P_13_1><P_14_1>0.00</P_14_1>"
    }
  }
  #expect(try !sample("40.00").tells("final.above-lines"))
  #expect(try !sample("100.01").tells("final.above-lines"))
  #expect(try sample("100.02").tells("final.above-lines"))
}
