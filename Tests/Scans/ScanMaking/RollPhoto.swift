import Glibc
import PrinterDots

/// A telephone's photograph of the codes on a slip, and what befell slip and photograph.
///
/// The ranges are those of what happens at a counter, from good luck to bad; every photograph has some of everything.
package struct RollPhoto: Sendable {
  /// A JPEG.
  package let file: [UInt8]
  package let fileName: String
  /// What was thrown for this photograph, for whoever looks why it isn't read.
  package let remark: String

  /// Paper with words above and below the codes that is seen beside them, in millimetres.
  private static let wordsSeen = 6.0
  /// Desk on either side of the paper that is seen, in millimetres.
  private static let deskSeen = 4.0
  /// Paper that is there beyond what is seen, so that a turned or curled slip doesn't end within the picture.
  private static let spare = 14.0

  /// Prints and photographs the codes of a slip; the same seed gives the same bytes.
  ///
  /// - Returns: nil where the file can't be written.
  package init?(of slip: RollSlip, seed: UInt64) {
    var lots = Lots(seed: seed)
    let dot = 25.4 / slip.picture.dotsPerInch
    let thermal = ThermalPrint(width: slip.picture.width, &lots)
    let paper = CurledPaper(&lots)
    let camera = SlipCamera(&lots)
    let band = slip.band
    let around = Int((Self.wordsSeen + Self.spare) / dot)
    let margin = max(0, Int((slip.paper.width / dot - Double(slip.picture.width)) / 2))
    let printed = thermal.picture(
      of: slip.picture, rows: band.lowerBound - around..<band.upperBound + around, margin: margin)
    let size = (
      width: slip.paper.width + 2 * Self.deskSeen, height: Double(band.count) * dot + 2 * Self.wordsSeen
    )
    // A dark counter, a table, a white sheet.
    var picture = camera.picture(of: printed, on: paper, dot: dot, size: size, desk: lots.pick([40, 110, 180, 235]))
    let pixels = camera.pixelsPerDot / dot
    // The shadow of the hand or of the telephone falls on the codes more often than not: its edge runs through the middle
    // half of the picture, sharp under a spotlight or as wide as the slip under a lit ceiling.
    let left = lots.number(0.3...0.8)
    picture.shade(
      x: lots.number(0.25...0.75) * Double(picture.width), y: lots.number(0.25...0.75) * Double(picture.height),
      angle: lots.number(0...6.28), softness: lots.number(1...60) * pixels, left: left)
    picture.blur(sigma: camera.defocus)
    // By daylight and by a dim lamp.
    let noise = lots.number(2...8)
    picture.addNoise(deviation: noise, seed: lots.next())
    // What messengers and cameras save at.
    let quality = Int(lots.number(70...90))
    guard let file = ScanFile.jpeg(quality: quality).bytes(of: picture, resolution: pixels * 25.4) else { return nil }
    self.file = file
    fileName = "\(slip.paper)-\(seed).jpg"
    let figures: [(String, Double)] = [
      ("px a dot", camera.pixelsPerDot), ("growth", thermal.growth), ("lag", thermal.lag),
      ("black", thermal.darkest), ("white", thermal.lightest), ("curl", paper.radiusAlong), ("bow", paper.radiusAcross),
      ("turn", camera.turn), ("tilt", camera.tilt.x), ("and", camera.tilt.y), ("defocus", camera.defocus),
      ("shake", hypot(camera.shake.x, camera.shake.y)), ("light left", left), ("noise", noise),
      ("quality", Double(quality)), ("weak column", Double(thermal.weakness?.column ?? -1)),
      ("its heat", thermal.weakness?.heat ?? 1),
    ]
    remark = figures.map { "\($0.0) \(($0.1 * 100).rounded() / 100)" }.joined(separator: ", ")
  }
}
