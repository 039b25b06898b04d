/// Two pictures of a page: as it is drawn, and with its text alone, black on white.
struct LetterComparison {
  /// A character and where it stands.
  struct Letter {
    let scalar: Unicode.Scalar
    let box: Box
  }

  /// Letters that stand together.
  struct Word {
    var text: String
    var box: Box
    /// Every letter of it is on the page as its font draws it.
    var isSeen: Bool
  }

  let drawn: UnsafeBufferPointer<UInt8>
  /// One byte for each pixel, every fourth counts.
  let text: UnsafePointer<UInt8>
  /// Bytes from row to row of `text`.
  let textStride: Int
  let width: Int
  let height: Int
  /// Pixels per point.
  let scale: Double

  /// Letters lower than this can't be read by the naked eye: a font of some three points.
  private static let leastHeight = 3.5
  /// How much darker or lighter than its ground a letter must be, in parts of what black is from white.
  private static let leastContrast = 0.12
  /// How well the letter's shape and the drawing must agree: the square of their correlation. A letter drawn alike has
  /// 0.95 and more, no two digits of a usual font more than 0.8.
  private static let leastLikeness = 0.88

  /// The words in the order of the letters, one more than a page may have at most.
  func words(of letters: [Letter]) -> [Word] {
    var words: [Word] = []
    var last: Letter?
    for letter in letters {
      guard !letter.scalar.properties.isWhitespace, letter.scalar.value != 0 else {
        last = nil
        continue
      }
      let isSeen = isSeen(letter)
      if let last, letter.touches(last), !words.isEmpty {
        words[words.count - 1].text.unicodeScalars.append(letter.scalar)
        words[words.count - 1].box.include(letter.box)
        words[words.count - 1].isSeen = words[words.count - 1].isSeen && isSeen
      } else {
        guard words.count <= PageText.mostWords else { break }
        words.append(Word(text: String(letter.scalar), box: letter.box, isSeen: isSeen))
      }
      last = letter
    }
    return words
  }

  /// Whether the page shows the letter as its font draws it: the same shape, in some shade that stands out.
  private func isSeen(_ letter: Letter) -> Bool {
    let box = letter.box
    guard box.height >= Self.leastHeight, box.width > 0, let columns = range(box.left, box.right, within: width),
      let rows = range(box.top, box.bottom, within: height)
    else { return false }
    var (sumText, sumDrawn, squaresText, squaresDrawn, products) = (0, 0, 0, 0, 0)
    for y in rows {
      let row = text + y * textStride
      // A row of a page has at most 32,000 pixels, so that the squares in it add up to no more than 32 bits hold.
      var (inks, shades, inkSquares, shadeSquares, both) = (UInt32(0), UInt32(0), UInt32(0), UInt32(0), UInt32(0))
      for x in columns {
        let (ink, seen) = (UInt32(row[4 * x]), UInt32(drawn[y * width + x]))
        inks &+= ink
        shades &+= seen
        inkSquares &+= ink &* ink
        shadeSquares &+= seen &* seen
        both &+= ink &* seen
      }
      sumText += Int(inks)
      sumDrawn += Int(shades)
      squaresText += Int(inkSquares)
      squaresDrawn += Int(shadeSquares)
      products += Int(both)
    }
    let count = columns.count * rows.count
    let varianceText = Double(count * squaresText - sumText * sumText)
    let varianceDrawn = Double(count * squaresDrawn - sumDrawn * sumDrawn)
    let covariance = Double(count * products - sumText * sumDrawn)
    guard varianceText > 0, varianceDrawn > 0 else { return false }
    return abs(covariance) >= Self.leastContrast * varianceText
      && covariance * covariance >= Self.leastLikeness * varianceText * varianceDrawn
  }

  /// The pixels from one edge to the other; nil where any lie outside the page.
  private func range(_ from: Double, _ to: Double, within limit: Int) -> Range<Int>? {
    let (first, last) = (from * scale, to * scale)
    guard first.isFinite, last.isFinite, first > -2, last < Double(limit) + 2 else { return nil }
    let range = max(0, Int(first.rounded(.down)))..<min(limit, max(0, Int(last.rounded(.up))))
    return range.isEmpty ? nil : range
  }
}

extension LetterComparison.Letter {
  /// Whether it continues the word that ends in another letter, on the same line or, where text is turned, below it.
  fileprivate func touches(_ last: LetterComparison.Letter) -> Bool {
    let (mine, other) = (box, last.box)
    let size = max(min(mine.height, other.height), 0)
    let across = max(mine.left - other.right, other.left - mine.right)
    let down = max(mine.top - other.bottom, other.top - mine.bottom)
    let isLevel = abs(mine.top + mine.bottom - other.top - other.bottom) < size
    let isAbove = abs(mine.left + mine.right - other.left - other.right) < size
    return max(across, down) < 0.25 * size && (isLevel || isAbove)
  }
}
