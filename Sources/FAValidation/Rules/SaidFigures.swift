import FAInvoice
import Findings

/// How findings say a figure: `2,051.00` in English, `2 051,00` in Polish.
extension ExactDecimal {
  /// An amount of money in English: two decimals or more.
  var inEnglish: String { said(groups: ",", point: ".", decimals: 2) }
  /// An amount of money in Polish: two decimals or more.
  var inPolish: String { said(groups: "\u{A0}", point: ",", decimals: 2) }
  /// A quantity, rate or percentage in English: no needless decimals.
  var plainInEnglish: String { said(groups: ",", point: ".", decimals: 0) }
  /// A quantity, rate or percentage in Polish: no needless decimals.
  var plainInPolish: String { said(groups: "\u{A0}", point: ",", decimals: 0) }

  private func said(groups: String, point: String, decimals: Int) -> String {
    let parts = magnitude.text.split(separator: ".", maxSplits: 1)
    let whole = Array(parts[0])
    var fraction = parts.count > 1 ? Array(parts[1]) : []
    while fraction.count > decimals, fraction.last == "0" { fraction.removeLast() }
    while fraction.count < decimals { fraction.append("0") }
    var said = isNegative ? "-" : ""
    for (position, digit) in whole.enumerated() {
      if position > 0, (whole.count - position) % 3 == 0 { said += groups }
      said.append(digit)
    }
    return fraction.isEmpty ? said : said + point + String(fraction)
  }
}

extension Sentence {
  /// What to do about figures that contradict each other.
  static let correctFigures = Sentence(
    "Correct the figures in the program that makes the invoice, before it is sent.",
    pl: "Popraw kwoty w programie, który wystawia fakturę, zanim ją wyślesz.")

  /// What to do about an entry that can't stand as it is.
  static let correctEntry = Sentence(
    "Correct it in the program that makes the invoice, before it is sent.",
    pl: "Popraw to w programie, który wystawia fakturę, zanim ją wyślesz.")
}
