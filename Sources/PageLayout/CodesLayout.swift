import Findings
import InvoiceTemplate
import Presentation
import QRSymbol
import Typography

/// The verification codes: symbols with their quiet zones, their words directly under them, their links beside.
struct CodesLayout {
  let setter: TextSetter

  /// A code measured: its symbol and the width of the block that symbol and caption take.
  private struct Measured {
    let code: Code
    let symbol: QRSymbol
    /// The symbol with its quiet zone.
    let box: Double
    let blockWidth: Double
  }

  /// One unbroken strip, or nil where the document carries no codes.
  ///
  /// - Throws: `code.too-long`.
  func strip(_ codes: [Code], x: Double, width: Double) throws(Obstacle) -> Strip? {
    guard !codes.isEmpty else { return nil }
    let spacing = setter.template.spacing
    let gutter = spacing.gutter
    var measured: [Measured] = []
    for code in codes {
      let symbol = try QRSymbol(code.link)
      let box = Double(symbol.side + 2 * QRSymbol.quietZone) * setter.template.codes.moduleSize
      measured.append(
        Measured(code: code, symbol: symbol, box: box, blockWidth: max(box, setter.width(code.caption, .strong) + 1)))
    }
    let blocks = measured.reduce(0) { $0 + $1.blockWidth }
    let textWidths = textWidths(measured, room: width - blocks - gutter * Double(2 * measured.count - 1))
    let top = spacing.row
    var strip = Strip(height: 0, items: [])
    if textWidths.allSatisfy({ $0 >= CodesLayout.narrowestText }) {
      var left = x
      for (item, textWidth) in zip(measured, textWidths) {
        place(item, left: left, top: top, textWidth: min(textWidth, CodesLayout.widestText), in: &strip)
        left += item.blockWidth + gutter + textWidth + gutter
      }
    } else {
      // Paper too narrow for both side by side: one under the other.
      var y = top
      for item in measured {
        place(item, left: x, top: y, textWidth: max(40, width - item.blockWidth - gutter), in: &strip)
        y = strip.height + spacing.row
      }
    }
    return strip
  }

  /// Beside less than this, words are set under one another instead.
  private static let narrowestText = 60.0
  /// A link on lines longer than this is hard to copy by hand.
  private static let widestText = 240.0

  /// Equal shares for the words beside the symbols; where a long link would hang out under its symbol, it gets what the
  /// others can spare.
  private func textWidths(_ measured: [Measured], room: Double) -> [Double] {
    let equal = room / Double(measured.count)
    let lengths = measured.map { setter.width($0.code.link, .small) }
    let tallest = measured.map(\.box).max() ?? 0
    let lines = (tallest / setter.lineHeight(.small)).rounded(.down) - 4
    guard equal >= CodesLayout.narrowestText, let longest = lengths.max(), longest > equal * lines else {
      return measured.map { _ in equal }
    }
    let least = measured.map { item in
      let words = [item.code.purpose.lead, item.code.purpose.second ?? ""].map { setter.width($0, .strong) + 1 }
      return min(equal, max(CodesLayout.narrowestText, words.max() ?? 0))
    }
    let spare = room - least.reduce(0, +)
    let missing = zip(lengths, least).map { max(0, $0 - $1 * lines) }
    let total = missing.reduce(0, +)
    return zip(least, missing).map { $0 + spare * (total > 0 ? $1 / total : 1 / Double(measured.count)) }
  }

  private func place(_ item: Measured, left: Double, top: Double, textWidth: Double, in strip: inout Strip) {
    let module = setter.template.codes.moduleSize
    let quiet = Double(QRSymbol.quietZone) * module
    let boxLeft = left + (item.blockWidth - item.box) / 2
    strip.items.append(
      .symbol(item.symbol, x: boxLeft + quiet, y: top + quiet, side: Double(item.symbol.side) * module))
    let caption = setter.lines(item.code.caption, .strong, width: item.blockWidth)
    let captionTop = top + item.box
    strip.items += setter.place(
      caption, .strong, x: left, width: item.blockWidth, top: captionTop, alignment: .centred)
    let captionBottom = captionTop + Double(caption.count) * setter.lineHeight(.strong)

    let textLeft = left + item.blockWidth + setter.template.spacing.gutter
    var textTop = top + quiet - (setter.ascent(.strong) - setter.size(.strong) * 0.72)
    let purpose = setter.lines(item.code.purpose, .strong, width: textWidth)
    strip.items += setter.place(purpose, .strong, x: textLeft, width: textWidth, top: textTop)
    textTop += Double(purpose.count) * setter.lineHeight(.strong)
    let link = setter.filledLines(item.code.link, .small, width: textWidth)
    strip.items += setter.place(link, .small, x: textLeft, width: textWidth, top: textTop)
    let linkHeight = Double(link.count) * setter.lineHeight(.small)
    strip.items.append(.link(x: textLeft, y: textTop, width: textWidth, height: linkHeight, address: item.code.link))
    strip.items.append(
      .link(
        x: boxLeft + quiet, y: top + quiet, width: item.box - 2 * quiet, height: item.box - 2 * quiet,
        address: item.code.link))
    strip.height = max(strip.height, captionBottom, textTop + linkHeight)
  }
}
