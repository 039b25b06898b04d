/// The form that the structures ask amounts, prices and quantities to have, known by its expression:
/// `-?([1-9]\d{0,15}|0)(\.\d{1,2})?`, with other numbers in it.
///
/// Most values of an invoice have it, so that it is checked by counting digits; a value is known to be a number already.
struct PlainDecimal: Sendable {
  private let wholeDigits: Int
  private let decimals: Int

  /// Nil for another expression.
  init?(_ expression: String) {
    let numbers = expression.split { $0 == "{" || $0 == "}" || $0 == "," }.compactMap { Int($0) }
    guard numbers.count == 4,
      expression == #"-?([1-9]\d{0,\#(numbers[1])}|0)(\.\d{1,\#(numbers[3])})?"#
    else { return nil }
    wholeDigits = numbers[1] + 1
    decimals = numbers[3]
  }

  /// Whether a number has the form.
  func matches(_ number: UnsafeBufferPointer<UInt8>) -> Bool {
    var digits = number[...]
    if digits.first == UInt8(ascii: "+") { return false }
    if digits.first == UInt8(ascii: "-") { digits.removeFirst() }
    let point = digits.firstIndex(of: UInt8(ascii: ".")) ?? digits.endIndex
    let whole = point - digits.startIndex
    if whole == 0 || whole > wholeDigits || whole > 1 && digits.first == UInt8(ascii: "0") { return false }
    return point == digits.endIndex || (1...decimals).contains(digits.endIndex - point - 1)
  }
}
