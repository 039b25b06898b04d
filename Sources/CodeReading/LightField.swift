/// Where a picture is light and where it is dark: a threshold for each tile of 32 × 32 pixels, so that shadows,
/// folds and faded print don't matter.
struct LightField {
  static let tile = 32
  /// A neighbourhood with less contrast holds paper alone, or toner alone.
  private static let leastContrast = 24

  let columns: Int
  let rows: Int
  /// Row by row: the shade from which on a pixel is light.
  private(set) var thresholds: [UInt8]
  /// The darkest pixel of each tile, and the lightest.
  private(set) var darkest: [UInt8]
  private(set) var lightest: [UInt8]

  /// Whether hardly any contrast is in the whole picture, so that no symbol can be: the lightest and the darkest
  /// pixel lie less than 16 of 256 shades apart.
  let isBlank: Bool

  init(_ picture: GrayPicture) {
    columns = (picture.width + Self.tile - 1) / Self.tile
    rows = (picture.height + Self.tile - 1) / Self.tile
    var darkest = [UInt8](repeating: 255, count: columns * rows)
    var lightest = [UInt8](repeating: 0, count: columns * rows)
    let (columns, rows) = (columns, rows)
    picture.pixels.withUnsafeBytes { pixels in
      for row in 0..<rows {
        let lines = row * Self.tile..<min((row + 1) * Self.tile, picture.height)
        for column in 0..<columns {
          let start = column * Self.tile
          let (low, high) =
            start + Self.tile <= picture.width
            ? Self.extremes(pixels, lines, start, picture.width)
            : Self.extremesAtTheEdge(pixels, lines, start..<picture.width, picture.width)
          (darkest[row * columns + column], lightest[row * columns + column]) = (low, high)
        }
      }
    }
    let (low, high) = (darkest.min() ?? 0, lightest.max() ?? 0)
    isBlank = high < low || high - low < 16
    self.darkest = darkest
    self.lightest = lightest
    thresholds = []
    thresholds = neighbourhoodThresholds(whole: UInt8((Int(low) + Int(high)) / 2))
  }

  private static func extremes(
    _ pixels: UnsafeRawBufferPointer, _ lines: Range<Int>, _ start: Int, _ width: Int
  ) -> (UInt8, UInt8) {
    var low = SIMD32<UInt8>(repeating: 255)
    var high = SIMD32<UInt8>(repeating: 0)
    for line in lines {
      let values = pixels.loadUnaligned(fromByteOffset: line * width + start, as: SIMD32<UInt8>.self)
      low = pointwiseMin(low, values)
      high = pointwiseMax(high, values)
    }
    return (low.min(), high.max())
  }

  private static func extremesAtTheEdge(
    _ pixels: UnsafeRawBufferPointer, _ lines: Range<Int>, _ columns: Range<Int>, _ width: Int
  ) -> (UInt8, UInt8) {
    var (low, high) = (UInt8.max, UInt8.min)
    for line in lines {
      for column in columns {
        low = min(low, pixels[line * width + column])
        high = max(high, pixels[line * width + column])
      }
    }
    return (low, high)
  }

  /// Half-way between the darkest and the lightest pixel of the nine tiles around each; where these are all alike,
  /// half-way between those of the whole picture.
  private func neighbourhoodThresholds(whole: UInt8) -> [UInt8] {
    (0..<columns * rows).map { index in
      let (column, row) = (index % columns, index / columns)
      var (low, high) = (UInt8.max, UInt8.min)
      for y in max(0, row - 1)...min(rows - 1, row + 1) {
        for x in max(0, column - 1)...min(columns - 1, column + 1) {
          low = min(low, darkest[y * columns + x])
          high = max(high, lightest[y * columns + x])
        }
      }
      return Int(high) - Int(low) < Self.leastContrast ? whole : UInt8((Int(low) + Int(high) + 1) / 2)
    }
  }

  /// The shade from which on the pixel at a place is light.
  func threshold(x: Int, y: Int) -> UInt8 { thresholds[y / Self.tile * columns + x / Self.tile] }
}
