import Findings

/// A piece of evidence as pages that can be looked at.
enum EvidencePages {
  case document(PDFPages)
  case scans(TIFFPages)
  case picture(GrayPicture)

  /// - Throws: as `CodeReader.read`.
  init(_ bytes: [UInt8], _ kind: EvidenceKind, limits: CodeReader.Limits) throws(Obstacle) {
    switch kind {
    case .pdf: self = .document(try PDFPages(bytes, pageLimit: limits.pages, pixelLimit: limits.pagePixels))
    case .png: self = .picture(try GrayPicture(png: bytes, limit: limits.picturePixels))
    case .jpeg: self = .picture(try GrayPicture(jpeg: bytes, limit: limits.picturePixels))
    case .tiff:
      self = .scans(try TIFFPages(bytes, pageLimit: limits.pages, pixelLimit: limits.picturePixels))
    }
  }

  var count: Int {
    switch self {
    case .document(let pages): pages.count
    case .scans(let pages): pages.count
    case .picture: 1
    }
  }

  /// - Parameters:
  ///   - page: from 1.
  ///   - resolution: pixels per inch for a PDF.
  func picture(of page: Int, resolution: Double) throws(Obstacle) -> GrayPicture {
    switch self {
    case .document(let pages): try pages.picture(ofPage: page, resolution: resolution)
    case .scans(let pages): try pages.picture(ofPage: page)
    case .picture(let picture): picture
    }
  }
}
