import CCairo
import CPNG
import CTurboJPEG

/// The files that a scan is kept as.
package enum ScanFile: Sendable {
  case png
  case jpeg(quality: Int)
  /// A PDF whose page is the scan as a JPEG, as office machines send it.
  case pdf(quality: Int)

  /// The ending of the file's name.
  package var ending: String {
    switch self {
    case .png: "png"
    case .jpeg: "jpg"
    case .pdf: "pdf"
    }
  }

  /// The picture as such a file; nil where a library refuses.
  ///
  /// - Parameter resolution: pixels per inch, from which the page of a PDF gets its size.
  package func bytes(of picture: Shades, resolution: Double) -> [UInt8]? {
    switch self {
    case .png: picture.png()
    case .jpeg(let quality): picture.jpeg(quality: quality)
    case .pdf(let quality):
      picture.jpeg(quality: quality).flatMap { picture.pdf(holding: $0, resolution: resolution) }
    }
  }
}

extension Shades {
  /// A grayscale PNG, packed quickly rather than small.
  package func png() -> [UInt8]? {
    var image = png_image()
    image.version = png_uint_32(PNG_IMAGE_VERSION)
    image.width = png_uint_32(width)
    image.height = png_uint_32(height)
    image.format = png_uint_32(PNG_FORMAT_GRAY)
    image.flags = png_uint_32(PNG_IMAGE_FLAG_FAST)
    var count = pixels.count + pixels.count / 8 + height + 65_536
    let file = [UInt8](unsafeUninitializedCapacity: count) { buffer, written in
      written = png_image_write_to_memory(&image, buffer.baseAddress, &count, 0, pixels, 0, nil) != 0 ? count : 0
    }
    return file.isEmpty ? nil : file
  }

  /// A grayscale JPEG.
  package func jpeg(quality: Int) -> [UInt8]? {
    guard let compressor = tjInitCompress() else { return nil }
    defer { tjDestroy(compressor) }
    var file: UnsafeMutablePointer<UInt8>?
    var count: UInt = 0
    defer { tjFree(file) }
    let status = tjCompress2(
      compressor, pixels, Int32(width), 0, Int32(height), Int32(TJPF_GRAY.rawValue), &file, &count,
      Int32(TJSAMP_GRAY.rawValue), Int32(quality), 0)
    return status == 0 ? Array(UnsafeBufferPointer(start: file, count: Int(count))) : nil
  }

  /// The shades of a JPEG; nil where it isn't one.
  package init?(jpeg: [UInt8]) {
    guard let decompressor = tjInitDecompress() else { return nil }
    defer { tjDestroy(decompressor) }
    var (width, height, sampling, colours): (Int32, Int32, Int32, Int32) = (0, 0, 0, 0)
    guard
      tjDecompressHeader3(decompressor, jpeg, UInt(jpeg.count), &width, &height, &sampling, &colours) == 0,
      width > 0, height > 0
    else { return nil }
    var pixels = [UInt8](repeating: 0, count: Int(width) * Int(height))
    guard
      tjDecompress2(
        decompressor, jpeg, UInt(jpeg.count), &pixels, width, 0, height, Int32(TJPF_GRAY.rawValue), 0) == 0
    else { return nil }
    self.init(width: Int(width), height: Int(height), pixels: pixels)
  }

  /// A PDF of one page that shows a JPEG of this picture's size.
  fileprivate func pdf(holding jpeg: [UInt8], resolution: Double) -> [UInt8]? {
    final class Sink {
      var bytes: [UInt8] = []
    }
    let sink = Sink()
    let (pointsWide, pointsHigh) = (Double(width) / resolution * 72, Double(height) / resolution * 72)
    let surface = cairo_pdf_surface_create_for_stream(
      { sink, data, count in
        guard let sink, let data else { return CAIRO_STATUS_WRITE_ERROR }
        Unmanaged<Sink>.fromOpaque(sink).takeUnretainedValue().bytes += UnsafeBufferPointer(
          start: data, count: Int(count))
        return CAIRO_STATUS_SUCCESS
      }, Unmanaged.passUnretained(sink).toOpaque(), pointsWide, pointsHigh)
    // Cairo writes the JPEG itself and never looks at these pixels.
    let image = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(width), Int32(height))
    let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: jpeg.count)
    copy.initialize(from: jpeg, count: jpeg.count)
    let isTaken =
      cairo_surface_set_mime_data(
        image, CAIRO_MIME_TYPE_JPEG, copy, UInt(jpeg.count),
        { $0?.assumingMemoryBound(to: UInt8.self).deallocate() }, copy) == CAIRO_STATUS_SUCCESS
    let context = cairo_create(surface)
    cairo_scale(context, 72 / resolution, 72 / resolution)
    cairo_set_source_surface(context, image, 0, 0)
    cairo_paint(context)
    cairo_show_page(context)
    cairo_destroy(context)
    cairo_surface_destroy(image)
    cairo_surface_finish(surface)
    let status = cairo_surface_status(surface)
    cairo_surface_destroy(surface)
    return isTaken && status == CAIRO_STATUS_SUCCESS ? withExtendedLifetime(sink) { sink.bytes } : nil
  }
}
