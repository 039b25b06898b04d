/// One of the three squares by which a QR code is found.
private struct FinderPattern {
  var x: Double
  var y: Double
  /// Pixels per module.
  let module: Double
  /// How many lines of the picture cross it.
  var crossings = 1
}

extension GrayPicture {
  /// Where QR codes seem to be, judged by their three finder patterns alone, readable or not.
  ///
  /// Tells a code that is there and can't be read from one that isn't there; ZXing 1.4 says nothing of the former.
  /// Modules must be at least two pixels wide.
  ///
  /// - Parameter known: the regions of codes that were read; what lies in them isn't considered.
  func qrOutlines(besides known: [PageRegion]) -> [PageRegion] {
    let patterns = thresholdedByOtsu().finderPatterns().filter { pattern in
      !known.contains { $0.contains(x: pattern.x / Double(width), y: pattern.y / Double(height)) }
    }
    // A page has few; a hostile one may have thousands, and triples grow with the cube.
    // Every line through the core, three modules high, crosses a pattern; chance makes one module's worth of crossings.
    let clearest = patterns.filter { Double($0.crossings) >= 2 * $0.module }.sorted { $0.crossings > $1.crossings }
      .prefix(48)
    return outlines(of: Array(clearest))
  }

  /// Squares with the proportions 1:1:3:1:1 along a row and along the column through their middle.
  private func finderPatterns() -> [FinderPattern] {
    var patterns: [FinderPattern] = []
    pixels.withUnsafeBufferPointer { pixels in
      for y in 0..<height {
        // The ends of the last five runs; a finder pattern begins and ends with a dark one.
        var ends = [0, 0, 0, 0, 0, 0]
        for x in 1...width where x == width || (pixels[y * width + x] ^ pixels[y * width + x - 1]) != 0 {
          ends.removeFirst()
          ends.append(x)
          guard pixels[y * width + x - 1] == 0,
            let across = Self.module(of: zip(ends, ends.dropFirst()).map { $1 - $0 })
          else { continue }
          let middle = (ends[2] + ends[3]) / 2
          guard let (centre, along) = crossing(pixels, column: middle, row: y), along < across * 1.5,
            across < along * 1.5
          else { continue }
          Self.note(FinderPattern(x: Double(ends[2] + ends[3]) / 2, y: centre, module: (across + along) / 2), &patterns)
        }
      }
    }
    return patterns
  }

  /// The middle and the module of a finder pattern crossed from top to bottom; nil where there is none.
  private func crossing(
    _ pixels: UnsafeBufferPointer<UInt8>, column: Int, row: Int
  ) -> (centre: Double, module: Double)? {
    /// The lengths of three runs from the row on: the rest of the core, the light ring, the dark ring.
    func runs(_ step: Int, from start: Int) -> [Int] {
      var lengths = [0, 0, 0]
      var (y, run) = (start, 0)
      while y >= 0, y < height {
        let isDark = pixels[y * width + column] == 0
        if isDark != (run != 1) {
          run += 1
          if run == 3 { break }
        }
        lengths[run] += 1
        y += step
      }
      return lengths
    }
    let up = runs(-1, from: row)
    let down = runs(1, from: row + 1)
    guard let module = Self.module(of: [up[2], up[1], up[0] + down[0], down[1], down[2]]) else { return nil }
    return (Double(row) + Double(down[0] - up[0] + 1) / 2, module)
  }

  /// The width of a module where five runs are as 1:1:3:1:1, each within half a module; nil otherwise.
  private static func module(of runs: [Int]) -> Double? {
    let module = Double(runs.reduce(0, +)) / 7
    guard module >= 1.5 else { return nil }
    let fits = zip(runs, [1.0, 1, 3, 1, 1]).allSatisfy { abs(Double($0) - $1 * module) < (0.2 + 0.3 * $1) * module }
    return fits ? module : nil
  }

  private static func note(_ pattern: FinderPattern, _ patterns: inout [FinderPattern]) {
    let same = patterns.firstIndex {
      abs($0.x - pattern.x) < 2 * $0.module && abs($0.y - pattern.y) < 2 * $0.module
    }
    guard let same else {
      if patterns.count < 4_096 { patterns.append(pattern) }
      return
    }
    patterns[same].crossings += 1
  }

  /// The squares of which three corners are finder patterns, the smallest first; no pattern serves twice.
  private func outlines(of patterns: [FinderPattern]) -> [PageRegion] {
    var corners: [(leg: Double, indices: [Int])] = []
    for corner in patterns.indices {
      for first in patterns.indices where first != corner {
        for second in patterns.indices where second > first && second != corner {
          let leg = leg(patterns[corner], patterns[first], patterns[second])
          if let leg { corners.append((leg, [corner, first, second])) }
        }
      }
    }
    var used: Set<Int> = []
    var regions: [PageRegion] = []
    for (leg, indices) in corners.sorted(by: { $0.leg < $1.leg }) where used.isDisjoint(with: indices) {
      used.formUnion(indices)
      let (first, second) = (patterns[indices[1]], patterns[indices[2]])
      // From the centres of the patterns to the symbol's edge it is 3.5 modules on either side.
      let side = leg + 7 * first.module
      regions.append(
        PageRegion(
          centerX: (first.x + second.x) / 2 / Double(width), centerY: (first.y + second.y) / 2 / Double(height),
          width: side / Double(width), height: side / Double(height)))
    }
    return regions
  }

  /// The length of the two equal legs of a right angle at `corner`; nil where three patterns can't belong to one symbol.
  private func leg(_ corner: FinderPattern, _ first: FinderPattern, _ second: FinderPattern) -> Double? {
    let modules = [corner.module, first.module, second.module].sorted()
    guard modules[2] < modules[0] * 1.4 else { return nil }
    let (ax, ay) = (first.x - corner.x, first.y - corner.y)
    let (bx, by) = (second.x - corner.x, second.y - corner.y)
    let (a, b) = ((ax * ax + ay * ay).squareRoot(), (bx * bx + by * by).squareRoot())
    let leg = (a + b) / 2
    // Versions 1 to 40 have 21 to 177 modules per side, 7 of them outside the patterns' centres.
    guard abs(a - b) < 0.1 * leg, abs(ax * bx + ay * by) < 0.1 * a * b else { return nil }
    return (12 * modules[1]...180 * modules[1]).contains(leg) ? leg : nil
  }
}

extension PageRegion {
  /// Whether a point lies in the rectangle.
  fileprivate func contains(x: Double, y: Double) -> Bool {
    abs(x - centerX) <= width / 2 && abs(y - centerY) <= height / 2
  }
}
