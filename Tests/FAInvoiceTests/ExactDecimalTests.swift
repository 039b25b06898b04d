import FAInvoice
import Testing

private func decimal(_ text: String) throws -> ExactDecimal { try #require(ExactDecimal(text)) }

@Test(
  "Products are rounded half away from nought",
  arguments: [
    ("0.05", "0.1", 2, "0.01"), ("0.049", "0.1", 2, "0.00"), ("-0.05", "0.1", 2, "-0.01"), ("2.5", "1", 0, "3"),
    ("-2.5", "1", 0, "-3"), ("3", "4", 2, "12.00"), ("0.333333", "3", 4, "1.0000"), ("1.005", "1", 2, "1.01"),
  ])
func roundedProducts(left: String, right: String, decimals: Int, product: String) throws {
  #expect(try decimal(left).times(decimal(right), decimals: decimals)?.text == product)
}

@Test("A tax inside a gross amount is that amount's share")
func shares() throws {
  #expect(try decimal("123").scaled(by: 23, over: 123, decimals: 2)?.text == "23.00")
  #expect(try decimal("2000").scaled(by: 23, over: 123, decimals: 2)?.text == "373.98")
  #expect(try decimal("-100.00").scaled(by: 8, over: 108, decimals: 2)?.text == "-7.41")
}

@Test("A product too large to be exact is none")
func overflow() throws {
  let largest = try decimal(String(repeating: "9", count: 22) + "." + String(repeating: "9", count: 10))
  #expect(largest.times(largest) == nil)
  #expect(try largest.times(decimal("10"), decimals: 10) == nil)
  #expect(try largest.times(decimal("0.1"), decimals: 10)?.text == "1000000000000000000000.0000000000")
  #expect(try (-largest).times(decimal("1"), decimals: 10) == -largest)
  #expect(try largest.times(decimal("1"), decimals: 0) == nil)
}

@Test("A million of the largest numbers can be added")
func largeSums() throws {
  let largest = try decimal(String(repeating: "9", count: 22) + "." + String(repeating: "9", count: 10))
  let sum = (0..<1_000_000).reduce(ExactDecimal.zero) { sum, _ in sum + largest }
  #expect(sum > largest)
}
