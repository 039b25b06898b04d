/// An amount of money as it is printed: a comma, digits in threes, two decimals at least; never rounded.
///
/// A text that isn't a number is printed as it stands.
func printedAmount(_ text: String) -> String { printedNumber(text, decimals: 2) }

/// A quantity or an exchange rate as it is printed: the digits as written, a comma, the whole part in threes.
func printedQuantity(_ text: String) -> String { printedNumber(text, decimals: 0) }

/// A percentage as it is printed.
func printedPercentage(_ text: String) -> String { printedQuantity(text) + "\u{A0}%" }

/// Amount and currency, held together.
func printedAmount(_ text: String, _ currency: String) -> String {
  currency.isEmpty ? printedAmount(text) : "\(printedAmount(text))\u{A0}\(currency)"
}

private func printedNumber(_ text: String, decimals: Int) -> String {
  let bytes = Array(text.utf8)
  let signed = bytes.first == 0x2D
  let digits = bytes[(signed ? 1 : 0)...]
  let point = digits.firstIndex(of: 0x2E) ?? digits.endIndex
  let whole = digits[digits.startIndex..<point]
  let fraction = point < digits.endIndex ? digits[(point + 1)...] : []
  let isDigit: (UInt8) -> Bool = { (0x30...0x39).contains($0) }
  guard !whole.isEmpty, whole.allSatisfy(isDigit), fraction.allSatisfy(isDigit) else { return text }

  var printed: [UInt8] = []
  printed.reserveCapacity(bytes.count + bytes.count / 2 + 4)
  // The true minus sign is missing from many fonts' tabular figures, and searching for "-5" must find it.
  if signed { printed.append(0x2D) }
  for (position, digit) in whole.enumerated() {
    if position > 0, (whole.count - position) % 3 == 0 { printed += [0xC2, 0xA0] }
    printed.append(digit)
  }
  if !fraction.isEmpty || decimals > 0 {
    printed.append(0x2C)
    printed += fraction
    for _ in fraction.count..<max(decimals, fraction.count) { printed.append(0x30) }
  }
  return String(decoding: printed, as: UTF8.self)
}

/// A bank account's number as people read it: a Polish one as two digits and six fours, an IBAN in fours, any other as it
/// is written.
///
/// Source: ISO 13616, the print format of an IBAN.
func printedAccount(_ text: String) -> String {
  let compact = text.utf8.filter { $0 != 0x20 && $0 != 0x2D }
  let isDigit = { (byte: UInt8) in (0x30...0x39).contains(byte) }
  let isCapital = { (byte: UInt8) in (0x41...0x5A).contains(byte) }
  let isPolish = compact.count == 26 && compact.allSatisfy(isDigit)
  let isInternational =
    (15...34).contains(compact.count) && compact.prefix(2).allSatisfy(isCapital)
    && compact.dropFirst(2).prefix(2).allSatisfy(isDigit) && compact.allSatisfy { isDigit($0) || isCapital($0) }
  guard isPolish || isInternational else { return text }
  var printed: [UInt8] = []
  for (position, byte) in compact.enumerated() {
    if position > 0, (position + (isPolish ? 2 : 0)) % 4 == 0 { printed += [0xC2, 0xA0] }
    printed.append(byte)
  }
  return String(decoding: printed, as: UTF8.self)
}
