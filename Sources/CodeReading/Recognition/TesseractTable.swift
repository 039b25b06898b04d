/// What Tesseract prints with `tsv`: one line for each page, block, paragraph, line and word.
struct TesseractTable {
  private let text: String

  init(_ text: String) {
    self.text = text
  }

  /// The words of a picture of this size, in Tesseract's order; lines that aren't as they should be are left out.
  func words(width: Int, height: Int) -> [PageWord] {
    text.split(separator: "\n").compactMap { line in
      // level, page, block, paragraph, line, word, left, top, width, height, confidence, text
      let fields = line.split(separator: "\t", maxSplits: 11, omittingEmptySubsequences: false)
      guard fields.count == 12, fields[0] == "5", let confidence = Double(fields[10]), confidence.isFinite else {
        return nil
      }
      let word = fields[11].filter { !$0.isWhitespace }
      let box = fields[6...9].compactMap { Int($0) }
      guard box.count == 4, !word.isEmpty, box.allSatisfy((0...100_000).contains) else { return nil }
      return PageWord(
        text: word,
        region: PageRegion(
          centerX: (Double(box[0]) + Double(box[2]) / 2) / Double(width),
          centerY: (Double(box[1]) + Double(box[3]) / 2) / Double(height),
          width: Double(box[2]) / Double(width), height: Double(box[3]) / Double(height)),
        confidence: min(100, max(0, Int(confidence.rounded()))))
    }
  }
}
