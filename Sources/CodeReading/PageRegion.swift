public import Findings

/// Where on a page something lies; everything as a fraction of the page, 0 at the left and at the top, 1 opposite.
public struct PageRegion: Sendable, Hashable {
  /// The middle, from the left edge: 0 to 1 of the page's width.
  public let centerX: Double
  /// The middle, from the top edge: 0 to 1 of the page's height.
  public let centerY: Double
  /// Width of the upright rectangle around it.
  public let width: Double
  /// Height of the upright rectangle around it.
  public let height: Double

  /// All four as fractions of the page.
  public init(centerX: Double, centerY: Double, width: Double, height: Double) {
    self.centerX = centerX
    self.centerY = centerY
    self.width = width
    self.height = height
  }

  /// The ninth of the page that holds the centre, as it stands after "page 2, ": "lower right", "u dołu po prawej".
  public var words: Sentence {
    let column = centerX < 1.0 / 3 ? 0 : centerX < 2.0 / 3 ? 1 : 2
    let row = centerY < 1.0 / 3 ? 0 : centerY < 2.0 / 3 ? 1 : 2
    if row == 1, column == 1 { return Sentence("centre", pl: "pośrodku") }
    let english = ["upper", "middle", "lower"][row] + " " + ["left", "centre", "right"][column]
    let polish =
      ["u góry", "w połowie wysokości", "u dołu"][row] + " " + ["po lewej", "pośrodku", "po prawej"][column]
    return Sentence(english, pl: polish)
  }

  /// Whether the two centres are nearer to each other than half the larger region's extent: the same mark, seen twice.
  func isSamePlace(as other: PageRegion) -> Bool {
    abs(centerX - other.centerX) < max(width, other.width) / 2
      && abs(centerY - other.centerY) < max(height, other.height) / 2
  }
}
