/// A length as a template writes it: digits, perhaps a point and more digits, then `mm` or `pt`.
struct Length: Comparable {
  /// In 1/72 inch.
  let points: Double
  /// As written.
  let text: String

  // Whole inches in, whole points out: the division comes last.
  private static func points(ofMillimetres number: Double) -> Double { number * 72 / 25.4 }

  init?(_ text: String) {
    let unit = text.suffix(2)
    let digits = text.dropLast(2)
    guard unit == "mm" || unit == "pt", (1...12).contains(digits.utf8.count), digits.first != ".", digits.last != ".",
      digits.utf8.allSatisfy({ $0 == UInt8(ascii: ".") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
      let number = Double(digits)
    else { return nil }
    points = unit == "mm" ? Self.points(ofMillimetres: number) : number
    self.text = text
  }

  private init(points: Double, text: String) {
    self.points = points
    self.text = text
  }

  static func millimetres(_ number: Double) -> Length {
    Length(points: points(ofMillimetres: number), text: "\(plain(number))mm")
  }

  static func points(_ number: Double) -> Length {
    Length(points: number, text: "\(plain(number))pt")
  }

  /// A length of so many points as a template would write it in the unit of this one, to a thousandth.
  func written(points: Double) -> String {
    let unit = text.suffix(2)
    let number = unit == "mm" ? points * 25.4 / 72 : points
    return plain((number * 1000).rounded() / 1000) + unit
  }

  static func == (left: Length, right: Length) -> Bool { left.points == right.points }
  static func < (left: Length, right: Length) -> Bool { left.points < right.points }
}

/// A number without a needless `.0`.
func plain(_ number: Double) -> String {
  let text = "\(number)"
  return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
}
