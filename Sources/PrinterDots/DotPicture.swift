/// A print as a printer's dots, each black or white: what a thermal printer makes of it, dot by dot.
///
/// Source: point-of-sale, "Devices".
package struct DotPicture: Sendable, Hashable {
  /// Dots of a row, at least 1.
  package let width: Int
  /// Rows, at least 1.
  package let height: Int
  /// Of the printer, per inch, in both directions.
  package let dotsPerInch: Double
  /// All rows from the top, each of `bytesInRow`; the leftmost dot in the highest bit, 1 for black, padding white.
  package private(set) var bytes: [UInt8]

  /// A row's dots, eight to a byte.
  package var bytesInRow: Int { (width + 7) / 8 }

  /// - Parameter bytes: `height` rows.
  package init(width: Int, height: Int, dotsPerInch: Double, bytes: [UInt8]) {
    precondition(width > 0 && height > 0, "a picture has dots")
    precondition(bytes.count == (width + 7) / 8 * height, "every row is there")
    self.width = width
    self.height = height
    self.dotsPerInch = dotsPerInch
    self.bytes = bytes
  }

  /// Whether a dot is black.
  package subscript(x: Int, y: Int) -> Bool { bytes[y * bytesInRow + x / 8] & 0x80 >> UInt8(x % 8) != 0 }

  /// Pictures of one width, one under the other.
  package static func stacked(_ pictures: [DotPicture]) -> DotPicture {
    guard let first = pictures.first else { preconditionFailure("something is stacked") }
    precondition(pictures.allSatisfy { $0.width == first.width }, "what is stacked is of one width")
    return DotPicture(
      width: first.width, height: pictures.reduce(0) { $0 + $1.height }, dotsPerInch: first.dotsPerInch,
      bytes: pictures.count == 1 ? first.bytes : pictures.flatMap(\.bytes))
  }

  /// The rows of a range, as they lie in `bytes`.
  package func rows(_ range: Range<Int>) -> ArraySlice<UInt8> {
    bytes[range.lowerBound * bytesInRow..<range.upperBound * bytesInRow]
  }

  /// The same picture without dots that a printer of ESC/POS might take for an order.
  ///
  /// A printer looks for real-time commands even among the dots of a picture: the bytes `DLE ENQ 2` there empty its memory,
  /// and `DLE DC4 1` opens the drawer. `DLE` is a lone dot between two of white to its left and four to its right, which
  /// only small text has, and no code whose modules are two dots or more; where one of those bytes follows, the dot gets a
  /// second one beside it.
  package func withoutRealTimeCommands() -> DotPicture {
    var picture = self
    picture.bytes.withUnsafeMutableBufferPointer { bytes in
      for index in 0..<max(0, bytes.count - 1) where bytes[index] == 0x10 {
        // EOT, ENQ and DC4: status, recovery, drawer and power.
        if [0x04, 0x05, 0x14].contains(bytes[index + 1]) { bytes[index] = 0x18 }
      }
    }
    return picture
  }
}
