import Findings
import InvoiceTemplate
import Presentation
import QRSymbol
import Typography

/// A payment code: its symbol with its quiet zone, and beside it the words that tell it from KSeF's codes.
struct PaymentCodeLayout {
  let setter: TextSetter

  /// One unbroken strip.
  func strip(_ code: PaymentCode, x: Double, width: Double) -> Strip {
    let symbol: QRSymbol
    do {
      symbol = try QRSymbol(code.text)
    } catch {
      preconditionFailure("the data of a transfer are 160 characters at most, which fit a symbol: \(error.code)")
    }
    let module = setter.template.codes.moduleSize
    let quiet = Double(QRSymbol.quietZone) * module
    let side = Double(symbol.side) * module
    let box = side + 2 * quiet
    var strip = Strip(height: box, items: [.symbol(symbol, x: x + quiet, y: quiet, side: side)])

    // Where hardly a word fits beside the symbol, the words stand under it.
    let room = width - box - setter.template.spacing.gutter / 2
    let isBeside = room >= PaymentCodeLayout.narrowestText
    let left = isBeside ? x + box + setter.template.spacing.gutter / 2 : x
    var top = isBeside ? quiet : box
    let words: [(Label, TextRole)] = [(code.purpose, .strong), (Label(code.amount), .text), (code.caution, .small)]
    for (label, role) in words {
      let lines = setter.lines(label, role, width: isBeside ? room : width)
      strip.items += setter.place(lines, role, x: left, width: isBeside ? room : width, top: top)
      top += Double(lines.count) * setter.lineHeight(role)
    }
    strip.height = max(strip.height, top)
    return strip
  }

  private static let narrowestText = 60.0
}
