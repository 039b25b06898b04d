/// The words of a page, and how far they can be relied on.
public struct PageText: Sendable, Hashable {
  /// Where words come from.
  public enum Source: String, Sendable, Hashable, CaseIterable {
    /// Nobody looked for words, or the page is a picture and wasn't read as one.
    case none
    /// The PDF's own text, drawn as letters that a reader of the page sees. Nothing keeps a PDF's font from drawing
    /// another letter than the one it says; only reading the picture tells.
    case textLayer = "text-layer"
    /// Text of the PDF that lies behind a picture or isn't drawn: what another program believed to read, or what
    /// somebody wishes to be read. It proves nothing of what the eye sees.
    case hiddenLayer = "hidden-layer"
    /// Read from the page's picture here.
    case recognised
  }

  /// Why there may be words on the page beside those listed.
  public enum Shortfall: String, Sendable, Hashable, CaseIterable {
    /// There are more words than are listed.
    case tooManyWords = "too-many-words"
    /// Some of the PDF's words aren't seen on the page, or not as they are; they were left out.
    case unseenWords = "unseen-words"
    /// The page was to be read from its picture, and took too long or ended in an error.
    case recognitionFailed = "recognition-failed"
    /// The page was to be read from its picture, and Tesseract or its Polish isn't installed.
    case recognitionUnavailable = "recognition-unavailable"
    /// The process that reads broke down, and on a second attempt only codes were looked for.
    case readerFailed = "reader-failed"
  }

  /// How far the words can be relied on.
  public let source: Source
  /// The words, in the order in which the page is read.
  public let words: [PageWord]
  /// Why words may be missing; nil where nothing is known to have been left out.
  public let shortfall: Shortfall?

  /// The words of a page in reading order.
  public init(source: Source, words: [PageWord], shortfall: Shortfall? = nil) {
    self.source = source
    self.words = words
    self.shortfall = shortfall
  }

  /// The most words that are kept of one page.
  static let mostWords = 20_000

  /// No words at all.
  public static let none = PageText(source: .none, words: [])
}

/// A word of a page and where it stands.
public struct PageWord: Sendable, Hashable {
  /// The word without white space.
  public let text: String
  /// Where on the page it stands.
  public let region: PageRegion
  /// How sure the recognition is: 0 to 100; always 100 in a PDF's own text.
  public let confidence: Int

  /// A word; `confidence` is 0 to 100.
  public init(text: String, region: PageRegion, confidence: Int = 100) {
    self.text = text
    self.region = region
    self.confidence = confidence
  }
}
