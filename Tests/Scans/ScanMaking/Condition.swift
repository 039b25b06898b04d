/// What befalls a print on its way to the auditor; each with its own measure of misfortune.
package enum Condition: String, Sendable, CaseIterable {
  case clean
  case rightAngle = "turned by 90, 180, 270"
  case anyAngle = "turned by any angle"
  case skew
  case noise
  case blur
  case jpeg = "JPEG of quality 30"
  case fading
  case fold
  case shadow
  case perspective
  case blackAndWhite = "black and white"
  case pdf = "PDF of a scan"
  case copier = "copied: askew, faded, noisy, JPEG 30"
  case worn = "worn: folded, faded, noisy"
  case telephone = "photographed: tilted, shadow, blur, noise"

  /// How the paper lies.
  func pose(_ paper: Paper, resolution: Double, _ lots: inout Lots) -> Pose {
    var degrees = 0.0
    var tilt = (x: 0.0, y: 0.0)
    switch self {
    case .rightAngle: degrees = lots.pick([90, 180, 270])
    case .anyAngle: degrees = lots.number(0...360)
    case .skew, .copier, .pdf, .worn, .blackAndWhite: degrees = lots.number(-4...4)
    case .perspective, .telephone:
      degrees = lots.number(-8...8) + lots.pick([0, 0, 90, 270])
      tilt = (lots.number(-0.12...0.12), lots.number(-0.12...0.12))
    case .clean, .noise, .blur, .jpeg, .fading, .fold, .shadow: break
    }
    let border = degrees == 0 ? 0 : resolution * 0.1
    return Pose(of: paper, resolution: resolution, degrees: degrees, tilt: tilt, border: border)
  }

  /// What the picture suffers.
  ///
  /// - Parameters:
  ///   - symbol: one that folds and shadows shall hit: its middle and its side, in pixels of the scan.
  ///   - module: the pixels per module of the finest symbol: a lens blurs what it blurs, but nobody calls a picture
  ///     a scan in which modules are smaller than the blur.
  func wear(
    _ picture: inout Shades, symbol: (x: Double, y: Double, side: Double), module: Double, resolution: Double,
    _ lots: inout Lots
  ) {
    let millimetre = resolution / 25.4
    switch self {
    case .fold, .worn:
      picture.fold(
        x: symbol.x + lots.number(-0.5...0.5) * symbol.side, y: symbol.y + lots.number(-0.5...0.5) * symbol.side,
        angle: lots.pick([0, .pi / 2]) + lots.number(-0.2...0.2), crease: lots.number(0.05...0.2) * millimetre,
        reach: lots.number(2...15) * millimetre, depth: lots.number(0.2...0.6))
    case .shadow, .telephone:
      picture.shade(
        x: symbol.x + lots.number(-0.5...0.5) * symbol.side, y: symbol.y + lots.number(-0.5...0.5) * symbol.side,
        angle: lots.number(0...6.28), softness: lots.number(1...60) * millimetre, left: lots.number(0.3...0.7))
    default: break
    }
    switch self {
    case .blur: picture.blur(sigma: lots.number(0.25...0.5) * module)
    case .telephone: picture.blur(sigma: lots.number(0.15...0.35) * module)
    default: break
    }
    switch self {
    case .fading: picture.fade(darkest: lots.number(80...170), lightest: lots.number(200...240))
    case .copier, .worn: picture.fade(darkest: lots.number(40...120), lightest: lots.number(200...240))
    default: break
    }
    switch self {
    case .noise: picture.addNoise(deviation: lots.number(10...30), seed: lots.next())
    case .copier, .worn: picture.addNoise(deviation: lots.number(3...10), seed: lots.next())
    case .telephone: picture.addNoise(deviation: lots.number(2...8), seed: lots.next())
    case .blackAndWhite:
      picture.addNoise(deviation: lots.number(3...10), seed: lots.next())
      picture.splitBlackAndWhite(at: UInt8(lots.number(100...150)))
    default: break
    }
  }

  /// How the picture is kept.
  func file(_ lots: inout Lots) -> ScanFile {
    switch self {
    case .jpeg, .copier: .jpeg(quality: 30)
    case .telephone: .jpeg(quality: 75)
    case .pdf: .pdf(quality: lots.pick([50, 75, 90]))
    case .blackAndWhite: .png
    default: lots.pick([ScanFile.png, .jpeg(quality: 90)])
    }
  }
}
