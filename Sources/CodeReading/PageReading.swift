/// A code that was read: its text and where it stands.
public struct FoundCode: Sendable, Hashable {
  /// The payload's bytes as UTF-8; what isn't UTF-8 is replaced by U+FFFD.
  public let text: String
  /// The page, from 1; a picture is page 1.
  public let page: Int
  /// Where on the page the symbol lies.
  public let region: PageRegion
  /// A QR code; false for an Aztec, Data Matrix or PDF417 symbol, which is no KSeF code whatever it says.
  public let isQR: Bool

  /// A code as found; `page` counts from 1.
  public init(text: String, page: Int, region: PageRegion, isQR: Bool = true) {
    self.text = text
    self.page = page
    self.region = region
    self.isQR = isQR
  }
}

/// A QR code that is seen and can't be read.
public struct UnreadCode: Sendable, Hashable {
  /// Where on the page the symbol lies.
  public let region: PageRegion
  /// How many pixels wide a module is in the picture in which it was seen; a PDF's page is drawn at 200 or 300 dpi.
  public let pixelsPerModule: Double

  /// A code that is seen at a place; `pixelsPerModule` is above 0.
  public init(region: PageRegion, pixelsPerModule: Double) {
    self.region = region
    self.pixelsPerModule = pixelsPerModule
  }
}

/// What was seen on one page.
public struct PageReading: Sendable, Hashable {
  /// The page, from 1.
  public let page: Int
  /// The codes, from top to bottom and left to right; the same text at the same place only once.
  public let codes: [FoundCode]
  /// The QR codes that are seen, and too coarse or too damaged to be read.
  public let unreadable: [UnreadCode]
  /// The search came to its end: nothing more is seen, or nothing is left to try; false where it ended early because
  /// the codes found were enough.
  public let isExhausted: Bool
  /// The page's words, where they were asked for.
  public var text: PageText
  /// The page as a small picture, where it was asked for.
  public var thumbnail: Thumbnail?

  /// What one page gave; `page` counts from 1.
  public init(
    page: Int, codes: [FoundCode], unreadable: [UnreadCode] = [], isExhausted: Bool, text: PageText = .none,
    thumbnail: Thumbnail? = nil
  ) {
    self.page = page
    self.codes = codes
    self.unreadable = unreadable
    self.isExhausted = isExhausted
    self.text = text
    self.thumbnail = thumbnail
  }

  /// How many symbols of other kinds than QR were read.
  public var otherSymbols: Int { codes.count { !$0.isQR } }
}

/// A page as a small picture.
public struct Thumbnail: Sendable, Hashable {
  /// The picture as a grayscale JPEG, turned as the page is looked at.
  public let jpeg: [UInt8]
  /// In pixels.
  public let width: Int
  /// In pixels.
  public let height: Int

  /// A picture of `width` × `height` pixels.
  public init(jpeg: [UInt8], width: Int, height: Int) {
    self.jpeg = jpeg
    self.width = width
    self.height = height
  }
}
