import InvoiceTemplate

/// What the lines know and other sections say: the actual rate instead of "23 or 22", and what all lines share.
struct LineFacts {
  /// The rates in order of appearance, as the document writes them; one of the special procedure (`P_12_XII`) has
  /// `specialMark` before it.
  private(set) var codes: [String] = []
  /// Values that every line carries alike, as the document writes them; they are said once for the invoice, and not under each line.
  private(set) var shared: [LineField: String] = [:]

  /// How many lines there are, of the invoice and of an order: the tax may have been rounded for each.
  private(set) var lines = 0

  /// Stands before a rate of the special procedure.
  static let specialMark = "OSS "

  mutating func note(_ rates: [String]) {
    lines += 1
    // A hostile document may hold ten thousand rates; more than a page's worth helps nobody.
    for code in rates where codes.last != code && codes.count < 64 && !codes.contains(code) { codes.append(code) }
  }

  /// Takes the values of a field out of the lines where all lines have the same.
  mutating func takeShared(_ field: LineField, from records: inout [LineRecord]) {
    let position = field.position
    guard let value = records.first?.values[position], !value.isEmpty,
      records.allSatisfy({ $0.values[position] == value })
    else { return }
    shared[field] = value
    for index in records.indices { records[index].values[position] = "" }
  }

  /// Those of the candidates that lines carry.
  func among(_ candidates: [String]) -> [String] { candidates.filter(codes.contains) }

  /// The rates of the special procedure.
  var special: [String] {
    codes.filter { $0.hasPrefix(Self.specialMark) }.map { String($0.dropFirst(Self.specialMark.count)) }
  }
}
