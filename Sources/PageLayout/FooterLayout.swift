import InvoiceTemplate
import Presentation
import Typography

/// The foot of every page: the template's own words, what the document wants said there, and which page of how many it is.
struct FooterLayout {
  private let setter: TextSetter
  private let x: Double
  private let width: Double
  private let number: String
  private let left: [ShapedText]
  private let centre: [ShapedText]
  /// With placeholders; empty where the template has none.
  private let own: String
  private let isRoll: Bool
  let height: Double

  /// The shares of the width: left, centre, page; the left has the centre's too where nothing stands there.
  private static let shares = (left: 0.34, centre: 0.5, right: 0.16)

  init(
    _ footer: Footer, number: String, languages: [LabelLanguage], setter: TextSetter, x: Double, width: Double
  ) {
    self.setter = setter
    self.x = x
    self.width = width
    let texts = setter.template.footerText
    let chosen = languages.compactMap { texts[$0] }
    own = (chosen.isEmpty ? LabelLanguage.allCases.lazy.compactMap { texts[$0] }.prefix(1).map { $0 } : chosen)
      .joined(separator: " / ")
    self.number = number
    func lines(_ text: String, _ share: Double) -> [ShapedText] {
      text.isEmpty ? [] : setter.lines(text, .small, width: width * share - 6)
    }
    if setter.template.paper.isRoll {
      left = lines(footer.left, 1)
      centre = lines(footer.centre, 1)
    } else {
      left = lines(footer.left, FooterLayout.shares.left + (footer.centre.isEmpty ? FooterLayout.shares.centre : 0))
      centre = lines(footer.centre, FooterLayout.shares.centre)
    }
    isRoll = setter.template.paper.isRoll
    // On a roll there is nothing to count, and one stands under the other.
    let lastLines = isRoll ? left.count + centre.count : max(left.count, centre.count, own.namesPages ? 0 : 1)
    // Room for the longest numbers, so that the foot is equally high on every page.
    let ownLines = own.isEmpty ? 0 : setter.lines(own.filled(99_999, 99_999, number), .small, width: width).count
    height = Double(ownLines + lastLines) * setter.lineHeight(.small)
  }

  /// The items of one page's foot, its top at `top`.
  func items(page: Int, of pages: Int, top: Double) -> [Item] {
    var items: [Item] = []
    var top = top
    if !own.isEmpty {
      let lines = setter.lines(own.filled(page, pages, number), .small, width: width)
      items += setter.place(lines, .small, x: x, width: width, top: top)
      top += Double(lines.count) * setter.lineHeight(.small)
    }
    if isRoll {
      let below = top + Double(left.count) * setter.lineHeight(.small)
      let count = pages > 1 ? setter.lines("\(page) / \(pages)", .small, width: width) : []
      return items + setter.place(left, .small, x: x, width: width, top: top)
        + setter.place(centre, .small, x: x, width: width, top: below)
        + setter.place(count, .small, x: x, width: width, top: top, alignment: .trailing)
    }
    let count = own.namesPages ? [] : setter.lines("\(page) / \(pages)", .small, width: width)
    let centreLeft = x + width * FooterLayout.shares.left
    return items + setter.place(left, .small, x: x, width: width, top: top)
      + setter.place(
        centre, .small, x: centreLeft, width: width * FooterLayout.shares.centre, top: top, alignment: .centred)
      + setter.place(count, .small, x: x, width: width, top: top, alignment: .trailing)
  }
}

extension String {
  fileprivate func contains(_ placeholder: FooterPlaceholder) -> Bool { contains("{\(placeholder.rawValue)}") }

  /// Whether the words count the pages themselves.
  fileprivate var namesPages: Bool { contains(.page) && contains(.pages) }

  /// The words with the placeholders filled in, in one pass: a number that looks like a placeholder stays as it is.
  fileprivate func filled(_ page: Int, _ pages: Int, _ number: String) -> String {
    var filled = ""
    for (index, piece) in split(separator: "{", omittingEmptySubsequences: false).enumerated() {
      guard index > 0 else {
        filled += piece
        continue
      }
      switch FooterPlaceholder(rawValue: String(piece.prefix { $0 != "}" })) {
      case .page: filled += "\(page)"
      case .pages: filled += "\(pages)"
      case .number: filled += number
      case nil: preconditionFailure("a checked template has only known placeholders")
      }
      filled += piece.drop { $0 != "}" }.dropFirst()
    }
    return filled
  }
}
