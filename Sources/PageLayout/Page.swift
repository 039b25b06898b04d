package import InvoiceTemplate
package import QRSymbol
package import Typography

/// A finished page: positioned items, drawn in order. Lengths are points; the origin is the top left corner.
package struct Page: Sendable {
  package let width: Double
  package let height: Double
  package internal(set) var items: [Item]

  /// The same page with those of its items alone that are wanted.
  package func keeping(_ isWanted: (Item) -> Bool) -> Page {
    Page(width: width, height: height, items: items.filter(isWanted))
  }
}

/// One thing on a page.
package enum Item: Sendable {
  case text(PlacedText)
  /// A horizontal line: `y` is its middle.
  case rule(x: Double, y: Double, width: Double, rule: Template.Rule)
  /// A symbol without its quiet zone, which the layout has left free around it.
  case symbol(QRSymbol, x: Double, y: Double, side: Double)
  /// An area that leads somewhere when clicked.
  case link(x: Double, y: Double, width: Double, height: Double, address: String)
  /// The template's logo.
  case logo(x: Double, y: Double, width: Double, height: Double)
  /// A word under everything else, not to be read as part of the text.
  case watermark(Watermark)

  /// Upper edge.
  package var top: Double {
    switch self {
    case .text(let text): text.baseline - text.size
    case .rule(_, let y, _, _), .symbol(_, _, let y, _), .link(_, let y, _, _, _),
      .logo(_, let y, _, _):
      y
    case .watermark(let watermark): watermark.y
    }
  }

  /// Lower edge; of a link its upper one, since nobody sees where it ends.
  package var bottom: Double {
    switch self {
    case .text(let text): text.baseline + text.size * 0.3
    case .rule(_, let y, _, _), .link(_, let y, _, _, _): y
    case .symbol(_, _, let y, let side): y + side
    case .logo(_, let y, _, let height): y + height
    case .watermark(let watermark): watermark.y
    }
  }

  func moved(down distance: Double) -> Item {
    switch self {
    case .text(var text):
      text.baseline += distance
      return .text(text)
    case .rule(let x, let y, let width, let rule): return .rule(x: x, y: y + distance, width: width, rule: rule)
    case .symbol(let symbol, let x, let y, let side): return .symbol(symbol, x: x, y: y + distance, side: side)
    case .link(let x, let y, let width, let height, let address):
      return .link(x: x, y: y + distance, width: width, height: height, address: address)
    case .logo(let x, let y, let width, let height):
      return .logo(x: x, y: y + distance, width: width, height: height)
    case .watermark: preconditionFailure("a watermark stands where the page is finished")
    }
  }
}

/// A line of text in its place.
package struct PlacedText: Sendable {
  package let text: ShapedText
  /// Left edge.
  package let x: Double
  package internal(set) var baseline: Double
  package let size: Double
  package let colour: Template.Colour
  /// What the text is, for later readers of the page.
  package let role: TextRole
  /// Which cell of a table the text belongs to; nil outside tables.
  var cell: Cell?

  /// A cell by the positions of its row and column.
  struct Cell: Sendable, Hashable {
    let row: Int
    let column: Int
  }
}
