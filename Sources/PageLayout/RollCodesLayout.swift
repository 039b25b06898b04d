import Findings
import InvoiceTemplate
import Presentation
import QRSymbol
import Typography

/// The verification codes on a roll: each module a whole number of the printer's dots, as many as fit; side by side where
/// that leaves them large enough, else one under the other; their words and links under them.
///
/// Source: point-of-sale, "URL length, QR version, size".
struct RollCodesLayout {
  let setter: TextSetter

  /// Fewer dots bleed into each other on thermal paper.
  static let fewestDots = 3
  /// From here on a larger code is easier to photograph no more, and only takes paper.
  static let mostDots = 6
  /// Side by side, modules of so many dots are large enough.
  static let enoughDots = 4

  private struct Measured {
    let code: Code
    let symbol: QRSymbol
    /// Modules of a side with the quiet zones.
    let modules: Int
  }

  /// The codes as strips that begin on a dot.
  ///
  /// - Parameters:
  ///   - x: the left edge of the content, a whole number of dots or not.
  ///   - width: of the content.
  /// - Throws: `code.too-long`; `code.too-fine` where not even three dots a module fit.
  func strips(_ codes: [Code], x: Double, width: Double) throws(Obstacle) -> [Strip] {
    guard !codes.isEmpty else { return [] }
    let dot = 72 / setter.template.paper.dotsPerInch
    // The quiet zones may reach into the margins: they are white, too.
    let room = Int((setter.template.paper.width / dot + 0.001).rounded(.down))
    var measured: [Measured] = []
    for code in codes {
      let symbol = try QRSymbol(code.link)
      measured.append(Measured(code: code, symbol: symbol, modules: symbol.side + 2 * QRSymbol.quietZone))
    }
    let beside = min(RollCodesLayout.mostDots, room / measured.reduce(0) { $0 + $1.modules })
    var strips = [Strip.space(setter.template.spacing.section)]
    if measured.count > 1, beside >= RollCodesLayout.enoughDots {
      strips.append(row(measured, dots: beside, dot: dot, room: room))
    } else {
      for item in measured {
        let dots = min(RollCodesLayout.mostDots, room / item.modules)
        guard dots >= RollCodesLayout.fewestDots else { throw .codeTooFine(modules: item.modules, room: room) }
        strips.append(row([item], dots: dots, dot: dot, room: room))
      }
    }
    return strips + measured.flatMap { words($0.code, x: x, width: width) }
  }

  /// Codes side by side, each with its word centred under it.
  private func row(_ items: [Measured], dots: Int, dot: Double, room: Int) -> Strip {
    let taken = items.reduce(0) { $0 + $1.modules } * dots
    let gap = (room - taken) / (items.count + 1)
    var strip = Strip(height: 0, items: [])
    let tallest = (items.map(\.modules).max() ?? 0) * dots
    var left = gap
    for item in items {
      let quiet = QRSymbol.quietZone * dots
      let box = item.modules * dots
      // Side by side they stand on one line, as the words under them do.
      let (x, y) = (Double(left + quiet) * dot, Double(tallest - box + quiet) * dot)
      let side = Double(item.symbol.side * dots) * dot
      strip.items.append(.symbol(item.symbol, x: x, y: y, side: side))
      strip.items.append(.link(x: x, y: y, width: side, height: side, address: item.code.link))
      let caption = setter.lines(item.code.caption, .strong, width: Double(box) * dot)
      let top = Double(tallest) * dot
      strip.items += setter.place(
        caption, .strong, x: Double(left) * dot, width: Double(box) * dot, top: top, alignment: .centred)
      strip.height = max(strip.height, top + Double(caption.count) * setter.lineHeight(.strong))
      left += box + gap
    }
    return strip
  }

  /// What a code is good for, over its link.
  private func words(_ code: Code, x: Double, width: Double) -> [Strip] {
    let purpose = setter.lines(code.purpose, .strong, width: width)
    let link = setter.filledLines(code.link, .small, width: width)
    let purposeHeight = Double(purpose.count) * setter.lineHeight(.strong)
    let linkHeight = Double(link.count) * setter.lineHeight(.small)
    let top = setter.template.spacing.block
    var strip = Strip(height: top + purposeHeight + linkHeight, items: [])
    strip.items += setter.place(purpose, .strong, x: x, width: width, top: top)
    strip.items += setter.place(link, .small, x: x, width: width, top: top + purposeHeight)
    strip.items.append(
      .link(x: x, y: top + purposeHeight, width: width, height: linkHeight, address: code.link))
    return [strip]
  }
}

extension Obstacle {
  /// - Parameters:
  ///   - modules: of the code's side with its quiet zones.
  ///   - room: the dots of the paper's width.
  fileprivate static func codeTooFine(modules: Int, room: Int) -> Obstacle {
    let needed = modules * RollCodesLayout.fewestDots
    return Obstacle(
      "code.too-fine",
      Sentence(
        "A code of \(modules) modules needs \(needed) dots at three dots a module; the paper is \(room) dots wide.",
        pl: "Kod o \(modules) modułach potrzebuje \(needed) punktów przy trzech punktach na moduł; papier ma \(room)."),
      remedy: Sentence(
        "Take wider paper, or a certificate with an EC key, whose code is smaller.",
        pl: "Użyj szerszego papieru albo certyfikatu z kluczem EC, którego kod jest mniejszy."))
  }
}
