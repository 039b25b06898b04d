/// Three finder patterns that stand as those of one QR code: a code is here, whether or not it can be read.
struct SymbolSign {
  /// At the right angle, and at the ends of its two legs; the middles of the patterns, in pixels.
  private let corner: FinderPattern
  private let first: FinderPattern
  private let second: FinderPattern

  /// Pixels per module, the smallest of the three.
  var module: Double { min(corner.module, first.module, second.module) }

  /// Whether the patterns are hardly there by chance.
  var isClear: Bool { [corner, first, second].allSatisfy(\.isClear) }

  /// The smallest upright rectangle around the symbol, in pixels.
  var frame: (left: Double, top: Double, right: Double, bottom: Double) {
    // From the patterns' middles to the symbol's edge it is 3.5 modules, further where it stands askew.
    let reach = 3.5 * max(corner.module, first.module, second.module) * 1.2
    let x = [corner.x, first.x, second.x, first.x + second.x - corner.x]
    let y = [corner.y, first.y, second.y, first.y + second.y - corner.y]
    return (
      (x.min() ?? 0) - reach, (y.min() ?? 0) - reach, (x.max() ?? 0) + reach, (y.max() ?? 0) + reach
    )
  }

  /// The middles of the three patterns, in pixels, and the way from one module to the next along either leg.
  var grid: (middles: [(x: Double, y: Double)], right: (x: Double, y: Double), down: (x: Double, y: Double)) {
    func step(to end: FinderPattern) -> (x: Double, y: Double) {
      let (x, y) = (end.x - corner.x, end.y - corner.y)
      // A leg is a whole number of modules long: four for each version, and ten more.
      let length = (x * x + y * y).squareRoot()
      let mean = (corner.module + first.module + second.module) / 3
      let modules = max(14, ((length / mean - 14) / 4).rounded() * 4 + 14)
      return (x / modules, y / modules)
    }
    return ([corner, first, second].map { ($0.x, $0.y) }, step(to: first), step(to: second))
  }

  /// The frame as a part of a page.
  func region(in picture: GrayPicture) -> PageRegion {
    let (width, height, frame) = (Double(picture.width), Double(picture.height), frame)
    return PageRegion(
      centerX: (frame.left + frame.right) / 2 / width, centerY: (frame.top + frame.bottom) / 2 / height,
      width: (frame.right - frame.left) / width, height: (frame.bottom - frame.top) / height)
  }

  /// The code of which this is the sign, while it isn't read.
  func unread(in picture: GrayPicture) -> UnreadCode {
    UnreadCode(region: region(in: picture), pixelsPerModule: module)
  }

  /// The signs among patterns, those of clear patterns and the smallest first; no pattern serves twice.
  static func all(among patterns: [FinderPattern]) -> [SymbolSign] {
    // A hostile page may have any number, and triples grow with the cube.
    signs(among: patterns.sorted { $0.crossings > $1.crossings }.prefix(mostPatterns)) { _ in true }
  }

  /// The signs among patterns of which one at least is seen whole, and the others may be damaged.
  static func all(among whole: [FinderPattern], and damaged: [FinderPattern]) -> [SymbolSign] {
    let clearest = whole.sorted { $0.crossings > $1.crossings }.prefix(mostPatterns / 2)
    return signs(among: clearest + damaged.prefix(mostPatterns - clearest.count)) { $0 < clearest.count }
  }

  /// - Parameter isWhole: asked with an index; each sign has a pattern for which it says yes.
  private static func signs(among clearest: ArraySlice<FinderPattern>, isWhole: (Int) -> Bool) -> [SymbolSign] {
    var found: [(isClear: Bool, leg: Double, indices: [Int])] = []
    for corner in clearest.indices {
      for first in clearest.indices where first != corner {
        for second in clearest.indices where second > first && second != corner {
          let leg = leg(clearest[corner], clearest[first], clearest[second])
          if let leg, [corner, first, second].contains(where: isWhole) {
            let indices = [corner, first, second]
            found.append((indices.allSatisfy { clearest[$0].isClear }, leg, indices))
          }
        }
      }
    }
    var used: Set<Int> = []
    var signs: [SymbolSign] = []
    // Chance makes patterns of a symbol's own modules, and they would take those from it that are its own.
    let likely = found.sorted { $0.isClear != $1.isClear ? $0.isClear : $0.leg < $1.leg }
    for (_, _, indices) in likely where used.isDisjoint(with: indices) {
      used.formUnion(indices)
      signs.append(
        SymbolSign(corner: clearest[indices[0]], first: clearest[indices[1]], second: clearest[indices[2]]))
    }
    return signs
  }

  /// With more patterns than this, the clearest are looked at.
  static let mostPatterns = 60

  /// The length of the two equal legs of a right angle at `corner`; nil where three patterns can't belong to one symbol.
  ///
  /// A tilted camera makes legs differ by a fifth and bends the angle by ten degrees.
  private static func leg(_ corner: FinderPattern, _ first: FinderPattern, _ second: FinderPattern) -> Double? {
    let least = min(corner.module, first.module, second.module)
    guard max(corner.module, first.module, second.module) < least * 1.5 else { return nil }
    let (ax, ay) = (first.x - corner.x, first.y - corner.y)
    let (bx, by) = (second.x - corner.x, second.y - corner.y)
    let (a, b) = ((ax * ax + ay * ay).squareRoot(), (bx * bx + by * by).squareRoot())
    let leg = (a + b) / 2
    guard abs(a - b) < 0.2 * leg, abs(ax * bx + ay * by) < 0.18 * a * b else { return nil }
    // Versions 1 to 40 have 21 to 177 modules per side, 7 of them outside the patterns' centres.
    return (12 * least...180 * least * 1.2).contains(leg) ? leg : nil
  }
}
