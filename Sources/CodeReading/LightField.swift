/// Where a picture is light and where it is dark: a threshold for each tile, so that shadows, folds and faded print
/// don't matter.
struct LightField {
  /// How finely the light is looked at.
  enum Grain: Int {
    /// Tiles of 8 × 8 pixels, for the steep shade beside a crease.
    case fine = 3
    /// Tiles of 32 × 32 pixels.
    case coarse = 5
  }

  /// Pixels along a tile's side.
  let tile: Int
  /// A neighbourhood with less contrast holds paper alone, or toner alone.
  private static let leastContrast = 24

  private let grain: Grain
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

  init(_ picture: GrayPicture, grain: Grain = .coarse) {
    let tile = 1 << grain.rawValue
    self.tile = tile
    self.grain = grain
    columns = (picture.width + tile - 1) / tile
    rows = (picture.height + tile - 1) / tile
    let (columns, rows, width) = (columns, rows, picture.width)
    var darkest = [UInt8](repeating: 255, count: columns * rows)
    var lightest = [UInt8](repeating: 0, count: columns * rows)
    // Line upon line first, which the compiler turns into vector instructions, then along the line that is left.
    var low = [UInt8](repeating: 255, count: width)
    var high = [UInt8](repeating: 0, count: width)
    for row in 0..<rows {
      low.withUnsafeMutableBufferPointer { $0.update(repeating: 255) }
      high.withUnsafeMutableBufferPointer { $0.update(repeating: 0) }
      // Every other line, as finder patterns are looked for.
      for line in stride(from: row * tile, to: min((row + 1) * tile, picture.height), by: 2) {
        picture.pixels.withUnsafeBufferPointer { pixels in
          Self.spread(UnsafeBufferPointer(rebasing: pixels[line * width..<(line + 1) * width]), &low, &high)
        }
      }
      for x in 0..<width {
        let index = row * columns + x >> grain.rawValue
        darkest[index] = min(darkest[index], low[x])
        lightest[index] = max(lightest[index], high[x])
      }
    }
    let (least, most) = (darkest.min() ?? 0, lightest.max() ?? 0)
    isBlank = most < least || most - least < 16
    self.darkest = darkest
    self.lightest = lightest
    thresholds = []
    thresholds = neighbourhoodThresholds(whole: UInt8((Int(least) + Int(most)) / 2))
  }

  /// Lowers and raises the extremes so far by those of one more line.
  private static func spread(_ line: UnsafeBufferPointer<UInt8>, _ low: inout [UInt8], _ high: inout [UInt8]) {
    low.withUnsafeMutableBufferPointer { low in
      high.withUnsafeMutableBufferPointer { high in
        guard let line = line.baseAddress, let lowest = low.baseAddress, let highest = high.baseAddress else { return }
        for x in 0..<low.count {
          let shade = line[x]
          lowest[x] = shade < lowest[x] ? shade : lowest[x]
        }
        for x in 0..<high.count {
          let shade = line[x]
          highest[x] = shade > highest[x] ? shade : highest[x]
        }
      }
    }
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
  func threshold(x: Int, y: Int) -> UInt8 {
    thresholds[(y >> grain.rawValue) * columns + x >> grain.rawValue]
  }
}
