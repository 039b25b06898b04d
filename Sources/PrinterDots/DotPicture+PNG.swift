import CDotPNG
package import Findings

extension DotPicture {
  /// A PNG of one bit a dot, which says how many dots make a metre.
  ///
  /// - Throws: `drawing.failed`.
  package func png() throws(Obstacle) -> [UInt8] {
    let file = GrowingFile()
    let perMetre = UInt32((dotsPerInch / 0.0254).rounded())
    let isWritten = withExtendedLifetime(file) {
      cdotpng_write(
        bytes, UInt32(width), UInt32(height), perMetre,
        { file, part, count in
          guard let file, let part else { return false }
          Unmanaged<GrowingFile>.fromOpaque(file).takeUnretainedValue().bytes.append(
            contentsOf: UnsafeBufferPointer(start: part, count: count))
          return true
        }, Unmanaged.passUnretained(file).toOpaque())
    }
    guard isWritten else {
      throw Obstacle(
        "drawing.failed",
        Sentence("The picture can't be written as PNG.", pl: "Nie można zapisać obrazu jako PNG."),
        remedy: Sentence(
          "Print as PDF, or on shorter paper.", pl: "Wydrukuj jako PDF albo na krótszym papierze."))
    }
    return file.bytes
  }
}

/// Takes what libpng writes.
private final class GrowingFile {
  var bytes: [UInt8] = []
}
