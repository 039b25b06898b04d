import Findings
import Glibc

/// What a caller settles by lines "name=value".
struct GivenLines {
  private(set) var values: [(name: String, value: String)] = []

  /// The most bytes that are looked at; a link of KOD II has some seven hundred.
  static let longest = 1 << 16

  /// - Parameters:
  ///   - text: ends in a zero byte; NULL for no lines. Line ends may be those of Windows. What has an empty value is as if
  ///     it weren't there, so that a program may write down fields that its user left empty.
  ///   - argument: what the header calls it.
  /// - Throws: `call.length`, `call.not-utf8`, `call.line`, `call.setting-twice`.
  init(_ text: UnsafePointer<CChar>?, argument: String) throws(Obstacle) {
    guard let text else { return }
    guard strnlen(text, GivenLines.longest) < GivenLines.longest else {
      throw .lengthImpossible(argument, limit: GivenLines.longest)
    }
    guard let whole = String(validatingCString: text) else { throw .notUTF8(argument) }
    // By scalars: as a Character, a line feed after a carriage return is one with it.
    for scalars in whole.unicodeScalars.split(separator: "\n") {
      let line = GivenLines.trimmed(scalars)
      guard !line.isEmpty else { continue }
      guard let sign = line.firstIndex(of: "="), sign != line.startIndex else { throw .noSetting(String(line)) }
      let name = String(GivenLines.trimmed(line[..<sign]))
      guard !values.contains(where: { $0.name == name }) else { throw .settingTwice(name.quotedBriefly) }
      values.append((name, String(GivenLines.trimmed(line[line.index(after: sign)...]))))
    }
    values.removeAll { $0.value.isEmpty }
  }

  /// Without blanks at its ends.
  private static func trimmed(_ text: Substring.UnicodeScalarView) -> Substring.UnicodeScalarView {
    let isBlank = { (scalar: Unicode.Scalar) in scalar == " " || scalar == "\t" || scalar == "\r" }
    let beginning = text.drop(while: isBlank)
    guard let last = beginning.lastIndex(where: { !isBlank($0) }) else { return beginning.prefix(0) }
    return beginning[...last]
  }
}
