import ArchivePDF
public import Findings

/// Reads the codes on a piece of evidence: a PDF, a PNG, a JPEG or a TIFF of a printed invoice.
///
/// Knows nothing of KSeF: it finds symbols, and the caller judges what they say.
public struct CodeReader: Sendable {
  /// How large the evidence may be; beyond it the reader refuses, so that hostile files can't exhaust the machine.
  public struct Limits: Sendable, Hashable {
    /// Pages of a PDF or a TIFF.
    public var pages = 2_000
    /// Pixels of a picture, or of a page of a TIFF, counted before it is decoded.
    public var picturePixels = 100_000_000
    /// Pixels of a PDF's page; a larger page is drawn at a lower resolution.
    public var pagePixels = 40_000_000

    /// The limits that suit files from anywhere.
    public init() {}
  }

  /// What is wanted beside the codes; each costs time.
  public struct Wishes: Sendable, Hashable {
    /// The words of a PDF's pages, as far as it carries text.
    public var words = true
    /// The files attached to a PDF.
    public var attachments = true
    /// A small picture of each page.
    public var thumbnails = false
    /// The words of pages that are pictures, read with Tesseract.
    public var recognition = false

    /// Words and attachments.
    public init() {}

    /// Nothing but the codes.
    package static let none: Wishes = {
      var wishes = Wishes()
      (wishes.words, wishes.attachments) = (false, false)
      return wishes
    }()
  }

  /// How much a file may ask for.
  public let limits: Limits

  /// A reader that keeps to these limits; it holds nothing between files.
  public init(limits: Limits = Limits()) {
    self.limits = limits
  }

  /// The codes of every page, in the order of pages; a page without codes is listed too.
  ///
  /// Every page gets a quick look first, and a close one wherever the finder patterns of a code are seen that wasn't
  /// read. Slower looks follow at pages on which a code is still seen and unread; and, only while `isEnough` says no,
  /// at pages on which a code may be hidden.
  ///
  /// - Parameters:
  ///   - bytes: the file as it is.
  ///   - fileName: how messages name it; its extension means nothing.
  ///   - wishes: what is wanted beside the codes.
  ///   - isEnough: asked with all pages as far as they were read: once it says true no page is searched any longer on
  ///     which nothing unread is seen. Asked also with a single page: whether all is there that belongs on it.
  /// - Throws: `evidence.unknown-kind`, `evidence.damaged`, `evidence.encrypted`, `evidence.too-large`,
  ///   `evidence.unsupported`, each with the file's name.
  public func read(
    _ bytes: [UInt8], fileName: String, wishes: Wishes = Wishes(), isEnough: ([PageReading]) -> Bool
  ) throws(Obstacle) -> PrintReading {
    do throws(Obstacle) {
      return try search(bytes, wishes, isEnough)
    } catch {
      throw error.inFile(fileName)
    }
  }

  private func search(
    _ bytes: [UInt8], _ wishes: Wishes, _ isEnough: ([PageReading]) -> Bool
  ) throws(Obstacle) -> PrintReading {
    guard let kind = EvidenceKind.of(bytes) else { throw .unknownKind }
    let evidence = try EvidencePages(bytes, kind, limits: limits)
    var pages = (1...evidence.count).map(PageSearch.init)
    var contents: [PageContents] = []
    for index in pages.indices {
      let picture = try evidence.picture(of: index + 1, resolution: SearchRound.firstResolution)
      pages[index].takeFirstLook(at: picture)
      contents.append(
        try evidence.contents(
          ofPage: index + 1, resolution: SearchRound.firstResolution, drawnAs: picture, wishes))
    }
    try withoutActuallyEscaping(isEnough) { isEnough throws(Obstacle) in
      try LongSearch(evidence: evidence, kind: kind, isEnough: isEnough).run(&pages)
    }
    return PrintReading(
      kind: kind, pages: try evidence.completed(pages, with: contents, wishes),
      attachments: wishes.attachments && kind == .pdf ? AttachmentReader.files(inPDF: bytes) : [])
  }
}
