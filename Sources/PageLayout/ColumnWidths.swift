import Presentation

/// Divides a table's width among its columns.
///
/// Every column gets what its title and its widest cell need where there is room. Where there isn't, titles break first,
/// then the column that takes the rest, then columns shrink towards their widest unbreakable piece, the widest giving
/// most; when even that doesn't fit, words break, but figures don't.
struct ColumnWidths {
  /// What a column asks for.
  struct Wish {
    /// The title with no line broken.
    var title: Double
    /// The widest word of the title.
    var titleWord: Double
    /// With no line of a cell broken, the title's words whole.
    var natural: Double
    /// With no line of a cell broken, whatever the title.
    var cells = 0.0
    /// With every line broken where it can be.
    var least: Double
    /// Whether the column takes what the others leave.
    var takesRest: Bool
    /// The narrowest that the column may ever become: words may be broken anywhere at need, but a broken figure would be
    /// read as two.
    var narrowest: Double
    /// The widest decimals, where decimal signs stand under one another.
    var fraction = 0.0
  }

  /// The width without which figures would break.
  static func narrowest(_ wishes: [Wish]) -> Double { wishes.reduce(0) { $0 + $1.narrowest } }

  /// The widths fill what is available where a column takes the rest; else what is left over belongs between the columns.
  ///
  /// - Parameters:
  ///   - wishes: one for each column.
  ///   - available: the table's width without the gutters.
  static func divide(_ wishes: [Wish], available: Double) -> [Double] {
    // A name squeezed into a sliver is harder to read than figures on two lines.
    let comfortable = available * 0.28
    let whole = wishes.map { max($0.natural, $0.title) }
    let brokenTitles = wishes.map(\.natural)
    let brokenNames = wishes.map {
      $0.takesRest ? min($0.natural, max($0.least, comfortable)) : max($0.natural, $0.title)
    }
    let brokenBoth = zip(wishes, brokenNames).map { $0.takesRest ? $1 : $0.natural }
    for (wanted, more) in [
      (whole, whole), (brokenTitles, whole), (brokenNames, brokenNames), (brokenBoth, brokenNames),
    ]
    where wanted.reduce(0, +) <= available {
      return spread(available, over: wanted, upTo: more, wishes)
    }
    let wanted = brokenBoth
    let total = wanted.reduce(0, +)
    let least = zip(wishes, wanted).map { min($0.least, $1) }
    let leastTotal = least.reduce(0, +)
    if leastTotal <= available {
      let factor = (available - leastTotal) / (total - leastTotal)
      return zip(wanted, least).map { $1 + ($0 - $1) * factor }
    }
    return shrink(least, to: available, above: wishes.map(\.narrowest))
  }

  /// Widths within `available`: between those wanted and those that would be nicer, or beyond them by the rest.
  private static func spread(
    _ available: Double, over wanted: [Double], upTo more: [Double], _ wishes: [Wish]
  ) -> [Double] {
    var widths = wanted
    let spare = available - wanted.reduce(0, +)
    let difference = more.reduce(0, +) - wanted.reduce(0, +)
    if difference > spare {
      return zip(wanted, more).map { $0 + ($1 - $0) * spare / difference }
    }
    let resting = wishes.indices.filter { wishes[$0].takesRest }
    for index in resting { widths[index] += spare / Double(resting.count) }
    return widths
  }

  /// Takes what is too much from the widest columns first, from none more than it can give while others still can.
  private static func shrink(_ widths: [Double], to available: Double, above floors: [Double]) -> [Double] {
    var widths = widths
    var floors = floors
    var excess = widths.reduce(0, +) - available
    while excess > 0.01 {
      var giving = widths.indices.filter { widths[$0] > floors[$0] + 0.01 }
      if giving.isEmpty {
        // Nothing is left to give: now every column shrinks, so that the table stays on the paper.
        floors = floors.map { _ in 0 }
        giving = Array(widths.indices)
      }
      let widest = giving.map { widths[$0] }.max() ?? 0
      let top = giving.filter { widths[$0] >= widest - 0.01 }
      let next = giving.map { widths[$0] }.filter { $0 < widest - 0.01 }.max() ?? 0
      let room = top.map { widths[$0] - max(floors[$0], next) }.min() ?? 0
      let cut = min(max(room, 0.02), excess / Double(top.count))
      for index in top { widths[index] -= cut }
      excess -= cut * Double(top.count)
    }
    return widths
  }
}
