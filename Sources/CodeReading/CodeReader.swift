public import Findings

/// Reads the codes on a piece of evidence: a PDF, a PNG or a JPEG of a printed invoice.
///
/// Knows nothing of KSeF: it finds symbols, and the caller judges what they say.
public struct CodeReader: Sendable {
  /// How large the evidence may be; beyond it the reader refuses, so that hostile files can't exhaust the machine.
  public struct Limits: Sendable, Hashable {
    /// Pages of a PDF.
    public var pages = 2_000
    /// Pixels of a PNG or JPEG, counted before it is decoded.
    public var picturePixels = 100_000_000
    /// Pixels of a PDF's page; a larger page is drawn at a lower resolution.
    public var pagePixels = 40_000_000

    public init() {}
  }

  public let limits: Limits

  public init(limits: Limits = Limits()) {
    self.limits = limits
  }

  /// The codes of every page, in the order of pages; a page without codes is listed too.
  ///
  /// The quick steps are taken on every page first. Only while `isEnough` says no are the slow ones taken, page by page.
  ///
  /// - Parameters:
  ///   - bytes: the file as it is.
  ///   - fileName: how messages name it; its extension means nothing.
  ///   - isEnough: asked with all codes of the file found so far; true ends the search on the pages not yet
  ///     searched in full.
  /// - Throws: `evidence.unknown-kind`, `evidence.damaged`, `evidence.encrypted`, `evidence.too-large`,
  ///   `evidence.unsupported`, each with the file's name.
  public func read(
    _ bytes: [UInt8], fileName: String, isEnough: ([FoundCode]) -> Bool
  ) throws(Obstacle) -> [PageCodes] {
    guard EvidenceKind.of(bytes) != nil else {
      throw Obstacle.unknownKind.inFile(fileName)
    }
    return []
  }
}
