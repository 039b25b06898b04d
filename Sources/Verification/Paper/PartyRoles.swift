/// Whose block of a page a place belongs to.
struct PartyRoles {
  private let page: PaperPage
  private let headings: [PrintedLabel]

  init(_ page: PaperPage, _ facts: InvoiceFacts) {
    self.page = page
    headings = page.labels.filter { [.seller, .buyer, .otherParty].contains($0.kind) }
  }

  /// The party under whose heading a place stands; nil where there is none.
  func role(of place: WordPlace) -> PaperLabel? {
    headings.filter { page.heads($0, place) }.max {
      $0.first.line < $1.first.line || ($0.first.line == $1.first.line && $0.first.word < $1.first.word)
    }?
    .kind
  }
}

extension PaperPage {
  /// Whether a place lies in the block under or right beside a heading.
  func heads(_ heading: PrintedLabel, _ place: WordPlace) -> Bool {
    let (head, word) = (self[heading.first], self[place])
    guard place.line >= heading.first.line, place.line > heading.first.line || place.word > heading.last else {
      return false
    }
    let reach = 16 * max(head.height, word.height)
    let isNear = word.left > head.left - 3 * head.characterWidth && word.left < head.left + PaperPage.blockWidth
    return word.top - head.bottom < reach && isNear
  }

  /// Two parties share a page's width, or stand one under the other.
  private static let blockWidth = 0.45
}
