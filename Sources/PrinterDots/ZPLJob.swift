/// A picture in the language of label printers (ZPL): graphic fields (`^GFA`) of hexadecimal digits, shortened as the
/// language allows.
package struct ZPLJob: Sendable, Hashable {
  /// What is printed.
  package let picture: DotPicture

  /// Bytes of one graphic field, of which the language takes up to 99,999.
  static let bytesInField = 64_000
  /// Rows of one label, of which the language takes up to 32,000.
  static let rowsInLabel = 32_000

  /// - Parameter picture: of any height; one longer than a label goes on upon the next.
  package init(_ picture: DotPicture) { self.picture = picture }

  /// The whole job, of printable ASCII.
  package var bytes: [UInt8] {
    let rowsInField = max(1, ZPLJob.bytesInField / picture.bytesInRow)
    var job: [UInt8] = []
    for top in stride(from: 0, to: picture.height, by: ZPLJob.rowsInLabel) {
      let label = top..<min(top + ZPLJob.rowsInLabel, picture.height)
      // Continuous paper, since a roll has no gaps that would end a label.
      job += "^XA^MNN^PON^LH0,0^LT0^PW\(picture.width)^LL\(label.count)\n".utf8
      for first in stride(from: label.lowerBound, to: label.upperBound, by: rowsInField) {
        let rows = first..<min(first + rowsInField, label.upperBound)
        let size = rows.count * picture.bytesInRow
        job += "^FO0,\(first - top)^GFA,\(size),\(size),\(picture.bytesInRow),".utf8
        job += graphic(rows)
        job += "^FS\n".utf8
      }
      job += "^XZ\n".utf8
    }
    return job
  }

  /// Rows as digits: `:` for a row as the one before, `,` and `!` for a rest of white and of black, and letters for how
  /// often a digit comes.
  private func graphic(_ rows: Range<Int>) -> [UInt8] {
    var text: [UInt8] = []
    var earlier: ArraySlice<UInt8> = []
    for row in rows {
      let bytes = picture.rows(row..<row + 1)
      defer { earlier = bytes }
      guard !bytes.elementsEqual(earlier) else {
        text.append(UInt8(ascii: ":"))
        continue
      }
      var digits = bytes.flatMap { [$0 >> 4, $0 & 0xF] }
      var ending: UInt8?
      for (digit, mark) in [(UInt8(0), UInt8(ascii: ",")), (0xF, UInt8(ascii: "!"))] where digits.last == digit {
        while digits.last == digit { digits.removeLast() }
        ending = mark
        break
      }
      var index = 0
      while index < digits.count {
        var end = index
        while end < digits.count, digits[end] == digits[index] { end += 1 }
        text += ZPLJob.count(end - index)
        text.append(ZPLJob.hexadecimal[Int(digits[index])])
        index = end
      }
      if let ending { text.append(ending) }
    }
    return text
  }

  private static let hexadecimal = Array("0123456789ABCDEF".utf8)

  /// How often the digit after it comes: `z` for 400 each, `g` to `y` for twenties, `G` to `Y` for ones; nothing for once.
  private static func count(_ count: Int) -> [UInt8] {
    guard count > 1 else { return [] }
    var letters = [UInt8](repeating: UInt8(ascii: "z"), count: count / 400)
    let (twenties, ones) = (count % 400 / 20, count % 20)
    if twenties > 0 { letters.append(UInt8(ascii: "g") + UInt8(twenties - 1)) }
    if ones > 0 { letters.append(UInt8(ascii: "G") + UInt8(ones - 1)) }
    return letters
  }
}
