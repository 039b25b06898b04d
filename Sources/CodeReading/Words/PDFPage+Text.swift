import CPoppler

/// The text that a PDF's page carries, and whether one sees it.
///
/// A PDF may hold text that nobody sees: not drawn, in the paper's colour, tiny, clipped, in a layer that isn't shown,
/// behind a picture, or standing for letters that are drawn otherwise. Instead of looking for each of these ways, the
/// text alone is drawn once more, in black on white, and every letter compared with what the page shows at its place.
extension PDFPage {
  /// The words of the page.
  ///
  /// Words that aren't seen are left out. Where they are more than one in twenty, or a picture covers half of the page,
  /// the whole text is a hidden layer.
  ///
  /// - Parameters:
  ///   - sheet: an empty one, as large as the picture.
  ///   - picture: the page as it is seen.
  func text(_ sheet: borrowing DrawnSheet, drawnAs picture: GrayPicture) -> PageText {
    guard picture.width == sheet.size.width, picture.height == sheet.size.height, let letters = letters(),
      !letters.isEmpty
    else { return .none }
    drawTextAlone(on: sheet)
    let comparison = picture.pixels.withUnsafeBufferPointer { drawn in
      sheet.withBlue { text, stride in
        LetterComparison(
          drawn: drawn, text: text, textStride: stride, width: picture.width, height: picture.height,
          scale: sheet.size.scale
        ).words(of: letters)
      }
    }
    guard let words = comparison else { return .none }
    let isCut = words.count > PageText.mostWords
    let kept = words.prefix(PageText.mostWords)
    let seen = kept.filter(\.isSeen)
    let isHidden = (kept.count - seen.count) * 20 > kept.count || pictureCoversHalf
    let shortfall: PageText.Shortfall? = isCut ? .tooManyWords : seen.count < kept.count ? .unseenWords : nil
    return PageText(
      source: isHidden ? .hiddenLayer : .textLayer, words: (isHidden ? kept[...] : seen[...]).map(onPage),
      shortfall: shortfall)
  }

  private func onPage(_ word: LetterComparison.Word) -> PageWord {
    PageWord(
      text: word.text,
      region: PageRegion(
        centerX: (word.box.left + word.box.right) / 2 / width, centerY: (word.box.top + word.box.bottom) / 2 / height,
        width: (word.box.right - word.box.left) / width, height: (word.box.bottom - word.box.top) / height))
  }

  /// Every character with its box in points, in reading order; nil where Poppler's two accounts of them disagree.
  private func letters() -> [LetterComparison.Letter]? {
    guard let text = poppler_page_get_text(pointer) else { return nil }
    defer { g_free(text) }
    var boxes: UnsafeMutablePointer<PopplerRectangle>?
    var count = guint(0)
    guard poppler_page_get_text_layout(pointer, &boxes, &count) != 0 else { return nil }
    defer { g_free(boxes) }
    let scalars = Array(String(cString: text).unicodeScalars.prefix(Int(count) + 1))
    guard scalars.count == Int(count) else { return nil }
    return zip(scalars, UnsafeBufferPointer(start: boxes, count: scalars.count)).map { scalar, box in
      LetterComparison.Letter(scalar: scalar, box: Box(box))
    }
  }

  /// All of the page's text as its fonts draw it, in black, seen or not.
  private func drawTextAlone(on sheet: borrowing DrawnSheet) {
    var page = PopplerRectangle(x1: 0, y1: 0, x2: width, y2: height)
    var black = PopplerColor(red: 0, green: 0, blue: 0)
    var white = PopplerColor(red: 0xFFFF, green: 0xFFFF, blue: 0xFFFF)
    poppler_page_render_selection(pointer, sheet.context, &page, nil, POPPLER_SELECTION_GLYPH, &black, &white)
  }

  /// Whether pictures take up half of the page: then it is they that are looked at.
  private var pictureCoversHalf: Bool {
    pictures.reduce(0) { $0 + $1.box.area(within: width, height) } * 2 > width * height
  }
}
