public import CodeReading
public import Findings

/// Where the text of a code comes from.
public enum Origin: Sendable, Hashable {
  /// A link that the caller gave as such; counted from 1.
  case argument(Int)
  /// A line of a text; both the line and the name as the caller knows them.
  case line(of: String, Int)
  /// A place on a page of a print.
  case page(of: String, Int, at: PageRegion)

  /// What came together: one file, or all links given as such. Codes of one print belong to each other.
  var print: String? {
    switch self {
    case .argument: nil
    case .line(let name, _), .page(let name, _, _): name
    }
  }

  /// The page within the print; everything that isn't paper counts as one page.
  var page: Int {
    if case .page(_, let page, _) = self { page } else { 1 }
  }

  /// The origin as said to a person: `scan.pdf, page 2, lower right`.
  public var words: Sentence {
    switch self {
    case .argument(let number): Sentence("link \(number)", pl: "link \(number)")
    case .line(let name, let line): Sentence("\(name), line \(line)", pl: "\(name), wiersz \(line)")
    case .page(let name, let page, let region):
      Sentence(
        "\(name), page \(page), \(region.words.english)", pl: "\(name), strona \(page), \(region.words.polish)")
    }
  }
}
