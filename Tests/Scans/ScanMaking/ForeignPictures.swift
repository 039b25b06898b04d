import CPNG

/// Codes that other programs drew, each put on a white page of A4.
package enum ForeignPicture {
  /// A page that bears a picture of a code.
  ///
  /// - Parameters:
  ///   - png: the picture: one symbol in exact modules on white, as published.
  ///   - text: what it says.
  ///   - millimetres: the width of the symbol on paper.
  /// - Returns: nil where it isn't such a picture.
  package static func paper(name: String, png: [UInt8], text: String, millimetres: Double) -> Paper? {
    guard let picture = Shades(png: png), let symbol = picture.symbol else { return nil }
    let unit = Paper.resolution / 25.4
    let side = (millimetres * unit).rounded()
    let (width, height) = (Int(210 * unit), Int(297 * unit))
    let (left, top) = (Int(width / 2) - Int(side / 2), Int(200 * unit))
    var pixels = [UInt8](repeating: 255, count: width * height)
    let scale = Double(symbol.side) / side
    for y in 0..<Int(side) {
      for x in 0..<Int(side) {
        let column = symbol.left + Int((Double(x) + 0.5) * scale)
        let row = symbol.top + Int((Double(y) + 0.5) * scale)
        pixels[(top + y) * width + left + x] = picture.pixels[row * picture.width + column]
      }
    }
    return Paper(
      name: name, picture: Shades(width: width, height: height, pixels: pixels),
      symbols: [
        Paper.Symbol(text: text, x: Double(left), y: Double(top), side: side, modules: symbol.modules)
      ])
  }
}

extension Shades {
  fileprivate init?(png: [UInt8]) {
    var image = png_image()
    image.version = png_uint_32(PNG_IMAGE_VERSION)
    defer { png_image_free(&image) }
    let pixels = png.withUnsafeBytes { file -> [UInt8] in
      guard png_image_begin_read_from_memory(&image, file.baseAddress, file.count) != 0 else { return [] }
      image.format = png_uint_32(PNG_FORMAT_GRAY)
      var pixels = [UInt8](repeating: 255, count: Int(image.width) * Int(image.height))
      var white = png_color(red: 255, green: 255, blue: 255)
      return png_image_finish_read(&image, &white, &pixels, png_int_32(image.width), nil) != 0 ? pixels : []
    }
    guard !pixels.isEmpty else { return nil }
    self.init(width: Int(image.width), height: Int(image.height), pixels: pixels)
  }

  /// Where the symbol lies: from the first dark pixel to the last, at the finder pattern's seven modules a time.
  fileprivate var symbol: (left: Int, top: Int, side: Int, modules: Int)? {
    guard let first = pixels.firstIndex(where: { $0 < 128 }) else { return nil }
    let (left, top) = (first % width, first / width)
    let row = pixels[top * width..<(top + 1) * width]
    guard let endOfPattern = row[first...].firstIndex(where: { $0 >= 128 }),
      let last = row.lastIndex(where: { $0 < 128 })
    else { return nil }
    let (side, pattern) = (last - first + 1, endOfPattern - first)
    let modules = Int((Double(side) * 7 / Double(pattern)).rounded())
    guard modules >= 21, modules <= 177, (modules - 17) % 4 == 0, top + side <= height else { return nil }
    return (left, top, side, modules)
  }
}
