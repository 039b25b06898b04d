import Presentation

/// Divides a table's width among its columns.
///
/// Every column gets what its widest cell needs where there is room; where there isn't, columns shrink towards their
/// widest unbreakable piece, the widest giving most; only when even that doesn't fit do pieces break.
struct ColumnWidths {
  /// What a column asks for.
  struct Wish {
    /// With no line broken.
    var natural: Double
    /// With every line broken where it can be.
    var least: Double
    var takesRest: Bool
  }

  /// - Parameters:
  ///   - wishes: one for each column.
  ///   - available: the table's width without the gutters.
  static func divide(_ wishes: [Wish], available: Double) -> [Double] {
    let hasRest = wishes.contains(where: \.takesRest)
    // A name squeezed into a sliver is harder to read than figures on two lines.
    let comfortable = available * 0.28
    let wanted = wishes.map { $0.takesRest ? min($0.natural, max($0.least, comfortable)) : $0.natural }
    let total = wanted.reduce(0, +)
    if total <= available {
      var widths = wanted
      let spare = available - total
      if hasRest {
        let resting = wishes.indices.filter { wishes[$0].takesRest }
        for index in resting { widths[index] += spare / Double(resting.count) }
      } else if let widest = widths.indices.max(by: { widths[$0] < widths[$1] }) {
        widths[widest] += spare
      }
      return widths
    }
    let least = zip(wishes, wanted).map { min($0.least, $1) }
    let leastTotal = least.reduce(0, +)
    if leastTotal <= available {
      let factor = (available - leastTotal) / (total - leastTotal)
      return zip(wanted, least).map { $1 + ($0 - $1) * factor }
    }
    // Even broken wherever they may be, the cells are too wide: the widest columns give way first.
    var widths = least
    var excess = leastTotal - available
    while excess > 0.01 {
      let widest = widths.max() ?? 0
      let second = widths.filter { $0 < widest - 0.01 }.max() ?? 0
      let top = widths.indices.filter { widths[$0] >= widest - 0.01 }
      let cut = min(widest - second, excess / Double(top.count))
      for index in top { widths[index] -= cut }
      excess -= cut * Double(top.count)
    }
    return widths
  }
}
