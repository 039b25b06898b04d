import Glibc

/// A scan and what is true of it.
package struct DegradedScan: Sendable {
  /// A symbol on it, and how coarse it has become.
  package struct Symbol: Sendable {
    package let text: String
    package let pixelsPerModule: Double
  }

  /// The resolutions that office machines offer and what a telephone gives; the lowest bring our smallest modules to the
  /// one and a half pixels at which the promise begins.
  package static let resolutions: [Double] = [86, 90, 96, 100, 120, 150, 200, 240, 300]

  package let condition: Condition
  package let resolution: Double
  package let file: [UInt8]
  package let fileName: String
  package let symbols: [Symbol]

  /// Scans a paper; the same number gives the same scan.
  ///
  /// - Returns: nil where the file can't be written.
  package init?(of paper: Paper, _ condition: Condition, resolution: Double, seed: UInt64) {
    var lots = Lots(seed: seed)
    let pose = condition.pose(paper, resolution: resolution, &lots)
    var picture = pose.picture(of: paper, background: lots.pick([40, 128, 235, 255]))
    symbols = paper.symbols.map { Symbol(text: $0.text, pixelsPerModule: pose.pixelsPerModule($0)) }
    let hit = lots.pick(paper.symbols)
    let middle = pose.project(hit.x + hit.side / 2, hit.y + hit.side / 2)
    let finest = symbols.map(\.pixelsPerModule).min() ?? 1
    condition.wear(
      &picture, symbol: (middle.x, middle.y, hit.side * resolution / Paper.resolution), module: finest,
      resolution: resolution, &lots)
    let kind = condition.file(&lots)
    guard let file = kind.bytes(of: picture, resolution: resolution) else { return nil }
    self.file = file
    self.condition = condition
    self.resolution = resolution
    fileName = "\(condition)-\(Int(resolution))-\(seed).\(kind.ending)"
  }

  /// A paper as a good scanner shows it.
  package static func picture(of paper: Paper, resolution: Double) -> Shades {
    Pose(of: paper, resolution: resolution, degrees: 0, tilt: (0, 0), border: 0).picture(of: paper, background: 255)
  }
}
