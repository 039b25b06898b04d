import CPNG
import Findings

extension GrayPicture {
  /// Decodes a PNG to shades of gray; what is transparent becomes white, as on paper. Turned as a
  /// camera's note says.
  ///
  /// - Parameter limit: the most pixels accepted; checked before anything is decoded.
  /// - Throws: `evidence.damaged`, `evidence.too-large`.
  init(png bytes: [UInt8], limit: Int) throws(Obstacle) {
    var image = png_image()
    image.version = png_uint_32(PNG_IMAGE_VERSION)
    // Frees what libpng holds, however this ends; harmless where it holds nothing.
    defer { png_image_free(&image) }
    // libpng keeps the pointer between both calls, so they share one scope.
    let outcome = bytes.withUnsafeBytes { file -> Result<GrayPicture, Obstacle> in
      guard png_image_begin_read_from_memory(&image, file.baseAddress, file.count) != 0 else {
        return .failure(.damaged(.png))
      }
      let (width, height) = (Int(image.width), Int(image.height))
      guard width > 0, height > 0 else { return .failure(.damaged(.png)) }
      guard isWithin(limit, width: width, height: height) else {
        return .failure(.tooManyPixels(width: width, height: height, limit: limit))
      }
      image.format = png_uint_32(PNG_FORMAT_GRAY)
      var white = png_color(red: 255, green: 255, blue: 255)
      var isComplete = false
      let picture = GrayPicture(width: width, height: height) { pixels in
        pixels.initialize(repeating: 255)
        isComplete = png_image_finish_read(&image, &white, pixels.baseAddress, png_int_32(width), nil) != 0
      }
      return isComplete ? .success(picture) : .failure(.damaged(.png))
    }
    self = try outcome.get().upright(from: PictureOrientation(ofPNG: bytes))
  }
}

/// Whether a width and a height, both above 0, multiply to no more than a limit, whatever their size.
func isWithin(_ limit: Int, width: Int, height: Int) -> Bool {
  let (pixels, overflows) = width.multipliedReportingOverflow(by: height)
  return !overflows && pixels <= limit
}
