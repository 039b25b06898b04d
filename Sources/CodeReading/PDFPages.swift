import CPoppler
import Findings

/// The pages of a PDF, drawn by Poppler on demand.
///
/// Poppler runs no scripts and fetches nothing; annotations and form fields are drawn as in a viewer.
final class PDFPages {
  private let document: OpaquePointer
  let count: Int
  private let pixelLimit: Int
  /// The page that was asked for last, since it is asked for more than once in a row.
  private var current: (number: Int, page: PDFPage)?
  /// The sheet that was drawn on last: the next drawing is mostly of the same size, and fresh memory costs more than
  /// the drawing of an ordinary page.
  private var sheet: DrawnSheet?

  /// - Parameters:
  ///   - pageLimit: the most pages accepted.
  ///   - pixelLimit: the most pixels of a drawn page; a larger page is drawn at a lower resolution.
  /// - Throws: `evidence.damaged`, `evidence.encrypted`, `evidence.too-large`.
  init(_ bytes: [UInt8], pageLimit: Int, pixelLimit: Int) throws(Obstacle) {
    // GLib takes a copy; the document holds a reference to it for as long as it lives.
    let data = g_bytes_new(bytes, gsize(bytes.count))
    defer { g_bytes_unref(data) }
    var failure: UnsafeMutablePointer<GError>?
    guard let document = poppler_document_new_from_bytes(data, nil, &failure) else {
      defer { g_error_free(failure) }
      let isEncrypted =
        failure?.pointee.domain == poppler_error_quark()
        && failure?.pointee.code == Int32(POPPLER_ERROR_ENCRYPTED.rawValue)
      throw isEncrypted ? .encrypted : .damaged(.pdf)
    }
    self.document = document
    self.pixelLimit = pixelLimit
    count = Int(poppler_document_get_n_pages(document))
    guard count > 0 else { throw .damaged(.pdf) }
    guard count <= pageLimit else { throw .tooManyPages(of: .pdf, limit: pageLimit) }
  }

  deinit { g_object_unref(UnsafeMutableRawPointer(document)) }

  /// A page on white paper, in shades of gray.
  ///
  /// - Parameters:
  ///   - number: from 1 to `count`.
  ///   - resolution: pixels per inch, lowered as far as the limit of pixels demands.
  /// - Throws: `evidence.damaged` where the page can't be drawn.
  func picture(ofPage number: Int, resolution: Double) throws(Obstacle) -> GrayPicture {
    let page = try page(number)
    let picture = withBlankSheet(for: page, resolution: resolution) { sheet in
      poppler_page_render(page.pointer, sheet.context)
      return sheet.picture()
    }
    guard let picture else { throw .damaged(.pdf, page: number) }
    return picture
  }

  /// Refuses a page that shows a picture which can't be drawn, since whatever is in it would be passed over.
  ///
  /// - Parameter picture: the page as it is drawn.
  /// - Throws: `evidence.too-large`.
  func checkPictures(ofPage number: Int, drawnAs picture: GrayPicture) throws(Obstacle) {
    if try page(number).lacksPicture(drawnAs: picture) { throw .undrawnPicture(page: number) }
  }

  /// The words of a page, judged by its picture at the same resolution.
  func text(ofPage number: Int, resolution: Double, drawnAs picture: GrayPicture) throws(Obstacle) -> PageText {
    let page = try page(number)
    return withBlankSheet(for: page, resolution: resolution) { page.text($0, drawnAs: picture) } ?? .none
  }

  /// Gives the body a white sheet of the page's size; nil where the page has no size that can be drawn.
  private func withBlankSheet<Value>(
    for page: PDFPage, resolution: Double, _ body: (borrowing DrawnSheet) -> Value?
  ) -> Value? {
    guard
      let size = SheetSize(
        width: page.width, height: page.height, resolution: resolution, pixelLimit: pixelLimit)
    else { return nil }
    if var last = sheet.take(), last.size == size, last.wipe() {
      sheet = consume last
    } else {
      sheet = DrawnSheet(size)
    }
    guard let drawn = sheet.take() else { return nil }
    let value = body(drawn)
    sheet = consume drawn
    return value
  }

  func page(_ number: Int) throws(Obstacle) -> PDFPage {
    if let current, current.number == number { return current.page }
    guard let page = PDFPage(document, number) else { throw .damaged(.pdf, page: number) }
    current = (number, page)
    return page
  }
}

/// Owns one page as Poppler knows it; Poppler keeps the text that it met while drawing it.
final class PDFPage {
  let pointer: OpaquePointer
  /// The pictures that the page says it shows. Asking takes another walk through the page.
  private(set) lazy var pictures = listPictures()
  /// In points, as it is looked at; the PDF may say anything. So may it of the height.
  let width: Double
  let height: Double

  fileprivate init?(_ document: OpaquePointer, _ number: Int) {
    guard let page = poppler_document_get_page(document, Int32(number - 1)) else { return nil }
    pointer = page
    var (width, height) = (0.0, 0.0)
    poppler_page_get_size(page, &width, &height)
    (self.width, self.height) = (width, height)
  }

  deinit { g_object_unref(UnsafeMutableRawPointer(pointer)) }
}
