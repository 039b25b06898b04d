import Findings

extension EvidencePages {
  /// Tesseract reads best where capitals are some 30 pixels high.
  private static let resolution = 300.0
  /// A4's longer side, in inches: what a scan is taken to show, since its own word on its resolution is often wrong.
  private static let usualHeight = 11.7
  /// Below this many pixels per inch a picture is doubled before it is read.
  private static let leastResolution = 200.0

  /// The words that Tesseract reads from a page's picture.
  ///
  /// - Parameters:
  ///   - orientation: how the page lies.
  ///   - text: what the page has where Tesseract reads nothing, with the reason added.
  func recognisedText(
    ofPage page: Int, from orientation: PictureOrientation, insteadOf text: PageText
  ) throws(Obstacle) -> PageText {
    guard let program = Recognition.program else {
      return PageText(source: text.source, words: text.words, shortfall: .recognitionUnavailable)
    }
    let picture = try picture(of: page, resolution: Self.resolution).upright(from: orientation)
    guard !picture.isBlank else { return text }
    let isCoarse = Double(max(picture.width, picture.height)) < Self.leastResolution * Self.usualHeight
    let readable = isCoarse ? picture.doubled() : picture
    guard let words = Recognition(program: program).words(of: readable) else {
      return PageText(source: text.source, words: text.words, shortfall: .recognitionFailed)
    }
    return PageText(
      source: .recognised, words: Array(words.prefix(PageText.mostWords)),
      shortfall: words.count > PageText.mostWords ? .tooManyWords : nil)
  }
}
