import Findings

extension String {
  /// Whether a file's words can be printed on one line: up to so many characters, nothing that steers, something that
  /// can be seen, and no tower of marks over a letter, which would grow into what stands above.
  ///
  /// Unicode scalars are counted: a single letter can carry any number of marks.
  func isLine(longest: Int) -> Bool {
    if utf8.count <= longest, utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return utf8.contains { $0 > 0x20 } }
    var count = 0
    var marks = 0
    var isVisible = false
    for scalar in unicodeScalars {
      count += 1
      marks = scalar.isMark ? marks + 1 : 0
      guard count <= longest, marks <= mostMarks, !scalar.steers else { return false }
      isVisible = isVisible || scalar.isVisible
    }
    return isVisible
  }
}

/// No language of the print sets more over or under a letter; Vietnamese sets two.
private let mostMarks = 2

extension Unicode.Scalar {
  fileprivate var isMark: Bool {
    guard value >= 0x300 else { return false }
    return properties.generalCategory == .nonspacingMark || properties.generalCategory == .enclosingMark
  }

  /// Neither space nor one of the letters that are blank by design: fillers of Hangul, the empty pattern of Braille.
  fileprivate var isVisible: Bool {
    if value < 0x7F { return value > 0x20 }
    return !properties.isWhitespace && !properties.isDefaultIgnorableCodePoint && value != 0x2800 && !isMark
  }
}
