import InvoiceTemplate
import Presentation
import Typography

/// The foot of every page: what the document wants said there, and which page of how many it is.
struct FooterLayout {
  private let setter: TextSetter
  private let x: Double
  private let width: Double
  private let left: [ShapedText]
  private let centre: [ShapedText]
  let height: Double

  /// The shares of the width: left, centre, page; the left has the centre's too where nothing stands there.
  private static let shares = (left: 0.34, centre: 0.5, right: 0.16)

  init(_ footer: Footer, setter: TextSetter, x: Double, width: Double) {
    self.setter = setter
    self.x = x
    self.width = width
    let leftShare = FooterLayout.shares.left + (footer.centre.isEmpty ? FooterLayout.shares.centre : 0)
    left = setter.lines(footer.left, .small, width: width * leftShare - 6)
    centre = setter.lines(footer.centre, .small, width: width * FooterLayout.shares.centre - 6)
    height = Double(max(left.count, centre.count)) * setter.lineHeight(.small)
  }

  /// The items of one page's foot, its top at `top`.
  func items(page: Int, of pages: Int, top: Double) -> [Item] {
    let number = setter.lines("\(page) / \(pages)", .small, width: width)
    let centreLeft = x + width * FooterLayout.shares.left
    return setter.place(left, .small, x: x, width: width, top: top)
      + setter.place(
        centre, .small, x: centreLeft, width: width * FooterLayout.shares.centre, top: top, alignment: .centred)
      + setter.place(number, .small, x: x, width: width, top: top, alignment: .trailing)
  }
}
