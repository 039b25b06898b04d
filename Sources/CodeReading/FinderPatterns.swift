/// One of the three squares by which a QR code is found.
struct FinderPattern: Hashable {
  /// The middle, in pixels, as is `y`.
  private(set) var x: Double
  private(set) var y: Double
  /// Pixels per module.
  private(set) var module: Double
  /// On how many of the lines that were looked at it was met.
  private(set) var crossings = 1

  init(x: Double, y: Double, module: Double) {
    self.x = x
    self.y = y
    self.module = module
  }

  /// Whether another crossing goes through the same pattern.
  func isSame(as other: FinderPattern) -> Bool {
    abs(x - other.x) < 2 * module && abs(y - other.y) < 2 * module && other.module < 1.5 * module
      && module < 1.5 * other.module
  }

  /// Whether it was met on half as many rows at least as go through its core; what modules form by chance is met on one
  /// or two.
  var isClear: Bool { Double(crossings * FinderPatternScan.rowStep) >= 1.5 * module }

  /// Sharpens this one's figures by those of another crossing.
  fileprivate mutating func take(_ other: FinderPattern) {
    let share = 1 / Double(crossings + 1)
    x += (other.x - x) * share
    y += (other.y - y) * share
    module += (other.module - module) * share
    crossings += 1
  }
}

/// Finds squares with the proportions dark 1, light 1, dark 3, light 1, dark 1 along a row and along the column through
/// their middle, readable symbol or not: ZXing 1.4 says nothing of a code that it sees and can't read.
///
/// Where an edge lies is measured in fractions of a pixel, so that modules of one and a half pixels keep their proportions.
struct FinderPatternScan {
  /// The most patterns that are kept; a page has few, a hostile one may have any number.
  static let mostPatterns = 512
  /// Modules must be at least this wide, in pixels.
  private static let leastModule = 1.2
  /// Every pattern's core is three modules high: of every other row, two at least go through it.
  fileprivate static let rowStep = 2

  private let picture: GrayPicture
  private let light: LightField
  private var patterns: [FinderPattern] = []
  /// Where a row has the proportions and the column doesn't.
  private var doubtful: [FinderCrossing] = []
  private static let mostDoubtful = 4_096

  /// The patterns of a picture; `light` is the picture's own.
  static func patterns(of picture: GrayPicture, _ light: LightField) -> [FinderPattern] {
    var scan = FinderPatternScan(picture: picture, light: light)
    scan.run()
    return scan.patterns
  }

  /// Where a row has the proportions of a pattern and the column through its middle doesn't.
  static func doubtfulCrossings(of picture: GrayPicture, _ light: LightField) -> [FinderCrossing] {
    var scan = FinderPatternScan(picture: picture, light: light)
    scan.run()
    return scan.doubtful
  }

  private init(picture: GrayPicture, light: LightField) {
    self.picture = picture
    self.light = light
  }

  private mutating func run() {
    let picture = picture
    let light = light
    picture.pixels.withUnsafeBufferPointer { pixels in
      for y in stride(from: 0, to: picture.height, by: Self.rowStep) {
        scanRow(pixels, light, y)
        if patterns.count >= Self.mostPatterns { return }
      }
    }
  }

  /// Goes along a row from edge to edge; tiles that are all light or all dark are passed over whole.
  private mutating func scanRow(_ pixels: UnsafeBufferPointer<UInt8>, _ light: LightField, _ y: Int) {
    let width = picture.width
    let row = y * width
    let tiles = y / light.tile * light.columns
    // The last six edges; a pattern lies between the first and the last of them.
    var edges = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
    var isDark = false
    for tile in 0..<light.columns {
      let threshold = light.thresholds[tiles + tile]
      let start = tile * light.tile
      if !isDark, light.darkest[tiles + tile] >= threshold { continue }
      if isDark, light.lightest[tiles + tile] < threshold { continue }
      if light.tile == 32, start + 32 <= width,
        Self.isEven(pixels, from: row + start, threshold, isDark: isDark)
      {
        continue
      }
      for x in start..<min(start + light.tile, width) where (pixels[row + x] < threshold) != isDark {
        let edge = x == 0 ? 0 : Self.edge(at: x, from: pixels[row + x - 1], to: pixels[row + x], threshold)
        edges = (edges.1, edges.2, edges.3, edges.4, edges.5, edge)
        isDark.toggle()
        if !isDark, let module = Self.module(edges) { noteCrossing(pixels, (edges.2 + edges.3) / 2, y, module) }
      }
    }
    if isDark {
      edges = (edges.1, edges.2, edges.3, edges.4, edges.5, Double(width))
      if let module = Self.module(edges) { noteCrossing(pixels, (edges.2 + edges.3) / 2, y, module) }
    }
  }

  /// Whether 32 pixels in a row are all dark or all light, which most are, in a tile too that holds both.
  @inline(__always)
  private static func isEven(
    _ pixels: UnsafeBufferPointer<UInt8>, from start: Int, _ threshold: UInt8, isDark: Bool
  ) -> Bool {
    guard let row = pixels.baseAddress?.advanced(by: start) else { return false }
    // A loop of fixed length without a way out becomes a few vector instructions.
    var extreme: UInt8 = isDark ? 0 : 255
    if isDark {
      for x in 0..<32 { extreme = row[x] > extreme ? row[x] : extreme }
      return extreme < threshold
    }
    for x in 0..<32 { extreme = row[x] < extreme ? row[x] : extreme }
    return extreme >= threshold
  }

  /// Where between two neighbouring pixels the shade passes the threshold; pixel x reaches from x to x + 1.
  @inline(__always)
  private static func edge(at x: Int, from before: UInt8, to after: UInt8, _ threshold: UInt8) -> Double {
    let difference = Double(after) - Double(before)
    guard abs(difference) >= 1 else { return Double(x) }
    return Double(x) - 0.5 + max(0, min(1, (Double(threshold) - 0.5 - Double(before)) / difference))
  }

  /// The width of a module where five runs between six edges are as 1:1:3:1:1; nil otherwise.
  @inline(__always)
  private static func module(_ edges: (Double, Double, Double, Double, Double, Double)) -> Double? {
    let module = (edges.5 - edges.0) / 7
    guard module >= leastModule else { return nil }
    let outer = 0.55 * module
    guard abs(edges.3 - edges.2 - 3 * module) < 1.1 * module, abs(edges.1 - edges.0 - module) < outer,
      abs(edges.2 - edges.1 - module) < outer, abs(edges.4 - edges.3 - module) < outer,
      abs(edges.5 - edges.4 - module) < outer
    else { return nil }
    return module
  }

  /// Looks at the column through the middle of a crossing, then at the row through the middle of that.
  private mutating func noteCrossing(
    _ pixels: UnsafeBufferPointer<UInt8>, _ middle: Double, _ y: Int, _ module: Double
  ) {
    guard let down = crossing(pixels, alongRow: false, line: Int(middle), position: y),
      let across = crossing(pixels, alongRow: true, line: Int(down.middle), position: Int(middle)),
      across.module < 1.5 * down.module, down.module < 1.5 * across.module
    else {
      if doubtful.count < Self.mostDoubtful {
        doubtful.append(FinderCrossing(x: middle, y: Double(y) + 0.5, module: module))
      }
      return
    }
    let pattern = FinderPattern(
      x: across.middle, y: down.middle, module: (across.module + down.module) / 2)
    // Rows come in order, so the pattern that was met last is likely met again.
    if let index = patterns.lastIndex(where: { $0.isSame(as: pattern) }) {
      patterns[index].take(pattern)
    } else if patterns.count < Self.mostPatterns {
      patterns.append(pattern)
    }
  }

  /// The middle and the module of a pattern that a line crosses, from a pixel of its core outwards; nil where there is none.
  private func crossing(
    _ pixels: UnsafeBufferPointer<UInt8>, alongRow: Bool, line: Int, position: Int
  ) -> (middle: Double, module: Double)? {
    let length = alongRow ? picture.width : picture.height
    let across = alongRow ? picture.height : picture.width
    guard line >= 0, line < across, position >= 0, position < length else { return nil }
    let (step, origin) = alongRow ? (1, line * picture.width) : (picture.width, line)
    func threshold(_ place: Int) -> UInt8 {
      alongRow ? light.threshold(x: place, y: line) : light.threshold(x: line, y: place)
    }
    guard pixels[origin + position * step] < threshold(position) else { return nil }
    /// Three edges in one direction: of the core, of the light ring, of the dark ring.
    func edges(_ direction: Int) -> (Double, Double, Double)? {
      var found = (0.0, 0.0, 0.0)
      var (count, place, isDark) = (0, position, true)
      while count < 3 {
        let next = place + direction
        guard next >= 0, next < length else {
          // The paper's edge ends the dark ring as well as light would.
          guard count == 2 else { return nil }
          found.2 = direction > 0 ? Double(length) : 0
          return found
        }
        let limit = threshold(next)
        if (pixels[origin + next * step] < limit) != isDark {
          let (lower, upper) = direction > 0 ? (place, next) : (next, place)
          let edge = Self.edge(at: upper, from: pixels[origin + lower * step], to: pixels[origin + upper * step], limit)
          switch count {
          case 0: found.0 = edge
          case 1: found.1 = edge
          default: found.2 = edge
          }
          count += 1
          isDark.toggle()
        }
        place = next
        // No pattern of a page is larger than this.
        if abs(place - position) > 1_024 { return nil }
      }
      return found
    }
    guard let before = edges(-1), let after = edges(1),
      let module = Self.module((before.2, before.1, before.0, after.0, after.1, after.2))
    else { return nil }
    return ((before.0 + after.0) / 2, module)
  }
}
