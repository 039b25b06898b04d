import CodeReading
import KSeFIdentifiers

/// What is printed around a code of KSeF's.
///
/// Source: verification-codes, "When which code is printed": the word or number stands directly under its code.
struct CodeCaption: Sendable {
  /// Where words stand to a code.
  enum Side: Sendable, CaseIterable {
    case under
    case above
    case beside
  }

  let origin: Origin
  /// The page's words are the PDF's own.
  let isCertain: Bool
  private let words: [Side: [PaperWord]]

  /// Nil for a code on a page without words to be seen.
  init?(_ origin: Origin, in file: CaseFile) {
    guard case .page(let print, let number, let region) = origin,
      let page = file.prints.first(where: { $0.name == print })?.pages.first(where: { $0.number == number })
    else { return nil }
    self.origin = origin
    isCertain = page.source == .textLayer
    let others = page.codes.filter { $0 != region }
    var words: [Side: [PaperWord]] = [:]
    for word in page.lines.joined() {
      guard let side = region.side(of: word), !others.contains(where: { $0.isNearer(to: word, than: region, side) })
      else { continue }
      words[side, default: []].append(word)
    }
    self.words = words
  }

  /// The nearest side where a word stands, as capitals; broken words count as one.
  func side(ofWord word: String) -> Side? {
    Side.allCases.first { side in
      words[side]?.contains { $0.text.solid.bare == word } ?? false
    }
  }

  /// The number that stands on a side, as far as it looks like one of KSeF's.
  func number(_ side: Side) -> PrintedKSeFNumber? {
    PrintedKSeFNumber(in: words[side]?.map { $0.text.solid } ?? [], origin: origin, isCertain: isCertain)
  }

  /// The number, and where it stands.
  var number: (number: PrintedKSeFNumber, side: Side)? {
    for side in Side.allCases { if let number = number(side) { return (number, side) } }
    return nil
  }
}

/// A KSeF number as a print shows it by its KOD I.
struct PrintedKSeFNumber: Sendable {
  /// As printed, put together where it was broken.
  let text: String
  /// The number, or why it is none.
  let number: Result<KSeFNumber, KSeFNumber.Refusal>
  /// The KOD I by which it stands.
  let origin: Origin
  /// The words are the PDF's own and not recognised from a picture.
  let isCertain: Bool

  /// Nil where nothing begins as a number does: ten digits, a dash, eight digits, a dash.
  init?(in words: [String], origin: Origin, isCertain: Bool) {
    let joined = Array(words.joined().unicodeScalars)
    guard let start = joined.indices.first(where: { PrintedKSeFNumber.begins(joined[$0...]) }) else { return nil }
    let rest = joined[(start + 20)...]
    // The check digits end it; what follows is another word.
    let technical =
      [[12, 2], [6, 6, 2]].first { PrintedKSeFNumber.hasGroups($0, rest) }.map { $0.reduce($0.count - 1, +) }
      ?? rest.prefix { $0 == "-" || $0.properties.isAlphabetic || $0.properties.numericType != nil }.count
    var text = String.UnicodeScalarView()
    text.append(contentsOf: joined[start..<(start + 20 + min(technical, 18))])
    self.text = String(text)
    self.origin = origin
    self.isCertain = isCertain
    let spelled = self.text
    number = Result { () throws(KSeFNumber.Refusal) in try KSeFNumber(spelled) }
  }

  private static func begins(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    text.count >= 20
      && text.prefix(20).enumerated().allSatisfy { position, scalar in
        position == 10 || position == 19 ? scalar == "-" : ("0"..."9").contains(scalar)
      }
  }

  private static func hasGroups(_ lengths: [Int], _ text: ArraySlice<Unicode.Scalar>) -> Bool {
    var rest = text
    for (index, length) in lengths.enumerated() {
      if index > 0 {
        guard rest.first == "-" else { return false }
        rest = rest.dropFirst()
      }
      guard rest.count >= length, rest.prefix(length).allSatisfy({ $0.properties.isASCIIHexDigit }) else {
        return false
      }
      rest = rest.dropFirst(length)
    }
    return true
  }
}

extension PageRegion {
  fileprivate func side(of word: PaperWord) -> CodeCaption.Side? {
    let (left, right) = (centerX - width / 2, centerX + width / 2)
    let (top, bottom) = (centerY - height / 2, centerY + height / 2)
    if word.left < right, left < word.right {
      if word.middle >= bottom { return word.middle - bottom < 0.8 * height ? .under : nil }
      return word.middle <= top && top - word.middle < 0.5 * height ? .above : nil
    }
    let isNear = word.left < right + 2.5 * width && word.right > left - 2.5 * width
    return word.middle > top && word.middle < bottom && isNear ? .beside : nil
  }

  /// Whether a word on that side of another code is rather this one's.
  fileprivate func isNearer(to word: PaperWord, than other: PageRegion, _ side: CodeCaption.Side) -> Bool {
    guard let own = self.side(of: word) else { return false }
    if own != side { return own == .under }
    let middle = (word.left + word.right) / 2
    return side == .beside || abs(centerY - other.centerY) < height / 2
      ? abs(centerX - middle) < abs(other.centerX - middle)
      : abs(centerY - word.middle) < abs(other.centerY - word.middle)
  }
}

extension CaseFile {
  /// What stands around each KOD I on pages with words.
  var invoiceCaptions: [CodeCaption] {
    subject.invoiceLinks.flatMap(\.origins).compactMap { CodeCaption($0, in: self) }
  }

  /// What stands around each KOD II on pages with words.
  var certificateCaptions: [CodeCaption] {
    subject.certificateLinks.flatMap(\.origins).compactMap { CodeCaption($0, in: self) }
  }

  /// The KSeF numbers that the prints show by their KOD I.
  var printedKSeFNumbers: [PrintedKSeFNumber] { invoiceCaptions.compactMap { $0.number?.number } }
}
