package import Findings
import PageLayout
package import PrinterDots
import QRSymbol

/// Whoever reads the codes of a print back before anybody is handed it.
package protocol CodeProof: Sendable {
  /// Reads the symbols from the dots that go to the printer.
  ///
  /// - Parameters:
  ///   - picture: of all pages, one under the other.
  ///   - symbols: that the print carries; each must be found there, saying what it was made to say.
  /// - Throws: `code.unproved`.
  func prove(_ picture: DotPicture, symbols: [PrintedSymbol]) throws(Obstacle)
}

/// A code as it must be read back.
package struct PrintedSymbol: Sendable, Hashable {
  /// What it says.
  package let text: String
  /// The rows of dots that hold it with its quiet zone; they may reach beyond the picture.
  package let rows: Range<Int>

  package init(text: String, rows: Range<Int>) {
    self.text = text
    self.rows = rows
  }
}

extension [Page] {
  /// The codes that stand on pages, in dots from the top of the first one.
  func symbols(dotsPerInch: Double) -> [PrintedSymbol] {
    var symbols: [PrintedSymbol] = []
    var top = 0.0
    for page in self {
      for case .symbol(let symbol, _, let y, let side) in page.items {
        let quiet = side / Double(symbol.side) * Double(QRSymbol.quietZone)
        let rows = (y - quiet, y + side + quiet)
        symbols.append(
          PrintedSymbol(
            text: symbol.text,
            rows: Int(
              (rows.0 * dotsPerInch / 72 + top).rounded(.down))..<Int((rows.1 * dotsPerInch / 72 + top).rounded(.up))))
      }
      top += (page.height * dotsPerInch / 72).rounded(.up)
    }
    return symbols
  }
}

extension Obstacle {
  static var needsRoll: Obstacle {
    Obstacle(
      "form.needs-roll", kind: .usage,
      Sentence(
        "ESC/POS is for printers with a roll; this paper is a sheet.",
        pl: "ESC/POS jest dla drukarek z rolką; ten papier to arkusz."),
      remedy: Sentence("Name the roll: --paper roll80 or roll58.", pl: "Podaj rolkę: --paper roll80 albo roll58."))
  }
}
