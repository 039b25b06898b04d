import CPoppler
import Findings

/// A picture that a page of a PDF shows.
struct PDFPicture {
  /// Where it stands, in points.
  let box: Box
  /// Its number among those of the page.
  fileprivate let number: Int32
}

/// Poppler leaves a picture out, without a word, where it has too many pixels or memory is short. A code in it would be
/// passed over as if it weren't there.
extension PDFPage {
  /// A smaller picture holds no code that could be read, in points: it is some 14 mm wide.
  private static let leastArea = 40.0 * 40
  /// The most pictures that are looked into, the largest first: every one takes another walk through the page.
  private static let mostLooks = 8

  /// Whether a picture is known that should be on the page and isn't.
  ///
  /// Only where nothing at all is seen at its place, and Poppler can't unpack it by itself either.
  ///
  /// - Parameter picture: the page as it is seen.
  func lacksPicture(drawnAs picture: GrayPicture) -> Bool {
    pictures.map { (area: $0.box.area(within: width, height), picture: $0) }
      .filter { $0.area >= Self.leastArea }
      .sorted { $0.area > $1.area }
      .prefix(Self.mostLooks)
      .contains { isEven($0.picture.box, of: picture) && !canUnpack($0.picture) }
  }

  /// Whether a part of the page is all of one shade.
  private func isEven(_ box: Box, of picture: GrayPicture) -> Bool {
    let (across, down) = (Double(picture.width) / width, Double(picture.height) / height)
    // Half a pixel at the edge belongs to the surroundings.
    let columns = Self.pixels(from: box.left * across, to: box.right * across, within: picture.width)
    let rows = Self.pixels(from: box.top * down, to: box.bottom * down, within: picture.height)
    guard let first = columns.first, let top = rows.first else { return false }
    return picture.pixels.withUnsafeBufferPointer { pixels in
      let shade = pixels[top * picture.width + first]
      return rows.allSatisfy { y in
        let row = y * picture.width
        return pixels[row + columns.lowerBound..<row + columns.upperBound].allSatisfy { $0 == shade }
      }
    }
  }

  private static func pixels(from start: Double, to end: Double, within limit: Int) -> Range<Int> {
    let (first, last) = (max(0, start.rounded(.up) + 1), min(Double(limit), end.rounded(.down) - 1))
    return first < last ? Int(first)..<Int(last) : 0..<0
  }

  private func canUnpack(_ picture: PDFPicture) -> Bool {
    guard let surface = poppler_page_get_image(pointer, picture.number) else { return false }
    defer { cairo_surface_destroy(surface) }
    return cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS
  }

  func listPictures() -> [PDFPicture] {
    let list = poppler_page_get_image_mapping(pointer)
    defer { poppler_page_free_image_mapping(list) }
    var pictures: [PDFPicture] = []
    var next = list
    while let item = next {
      if let mapping = item.pointee.data?.assumingMemoryBound(to: PopplerImageMapping.self).pointee {
        pictures.append(PDFPicture(box: Box(mapping.area), number: mapping.image_id))
      }
      next = item.pointee.next
    }
    return pictures
  }
}
