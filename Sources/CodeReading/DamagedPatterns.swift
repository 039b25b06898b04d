import Glibc

/// Finds finder patterns through which a crease or a scratch runs: seven modules by seven in a light frame, of which most
/// are as they should be.
///
/// Weaker evidence than `FinderPatternScan` asks for, so it serves to complete a symbol of which another pattern is
/// seen whole.
struct DamagedPatternScan {
  private let picture: GrayPicture
  private let light: LightField

  /// Of the 81 modules of the pattern and its frame; a crease spoils the seven of a row, a slanting one some more.
  private static let leastAgreeing = 70
  /// How a page lies askew, in radians.
  private static let angles = [0.0, -0.06, 0.06]

  /// The patterns of a picture that only a part of their rows or columns shows; each once.
  static func patterns(of picture: GrayPicture) -> [FinderPattern] {
    // A crease along the rows leaves rows beside it whole, one along the columns leaves columns.
    let level = DamagedPatternScan(picture: picture).patterns()
    let steep = DamagedPatternScan(picture: picture.upright(from: .transposed)).patterns()
    return level + steep.map { FinderPattern(x: $0.y, y: $0.x, module: $0.module) }
  }

  private init(picture: GrayPicture) {
    self.picture = picture
    light = LightField(picture, grain: .fine)
  }

  private func patterns() -> [FinderPattern] {
    let crossings = FinderPatternScan.doubtfulCrossings(of: picture, light)
    var best: [(pattern: FinderPattern, agreeing: Int)] = []
    for crossing in crossings {
      guard let found = pattern(at: crossing), best.count < FinderPatternScan.mostPatterns else { continue }
      if let index = best.firstIndex(where: { $0.pattern.isSame(as: found.pattern) }) {
        if best[index].agreeing < found.agreeing { best[index] = found }
      } else {
        best.append(found)
      }
    }
    return best.map(\.pattern)
  }

  /// The row goes through the core, whose middle lies up to one and a half modules above or below.
  private func pattern(at crossing: FinderCrossing) -> (pattern: FinderPattern, agreeing: Int)? {
    var best = (y: 0.0, agreeing: 0)
    for angle in Self.angles {
      for step in -6...6 {
        let y = crossing.y + Double(step) * crossing.module / 4
        let agreeing = agreement(x: crossing.x, y: y, module: crossing.module, angle: angle)
        if agreeing > best.agreeing { best = (y, agreeing) }
      }
    }
    guard best.agreeing >= Self.leastAgreeing else { return nil }
    return (FinderPattern(x: crossing.x, y: best.y, module: crossing.module), best.agreeing)
  }

  /// How many of the modules around a middle are dark and light as those of a pattern.
  private func agreement(x: Double, y: Double, module: Double, angle: Double) -> Int {
    let (right, down) = (cos(angle) * module, sin(angle) * module)
    var agreeing = 0
    var seen = 0
    for row in -4...4 {
      for column in -4...4 {
        seen += 1
        let px = Int(x + Double(column) * right - Double(row) * down)
        let py = Int(y + Double(column) * down + Double(row) * right)
        let isInside = px >= 0 && py >= 0 && px < picture.width && py < picture.height
        let isDark = isInside && picture.pixels[py * picture.width + px] < light.threshold(x: px, y: py)
        let ring = max(abs(row), abs(column))
        if isDark == (ring == 3 || ring < 2) { agreeing += 1 }
      }
      // Most places hold no pattern, and show it in the first rows.
      if seen - agreeing > 81 - Self.leastAgreeing { return 0 }
    }
    return agreeing
  }
}

/// Where a line crosses what has a finder pattern's proportions; in pixels.
struct FinderCrossing {
  let x: Double
  let y: Double
  let module: Double
}
