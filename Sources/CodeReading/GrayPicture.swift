/// A picture in shades of gray: 0 is black, 255 white; row by row, without padding.
struct GrayPicture {
  let width: Int
  let height: Int
  let pixels: [UInt8]

  /// - Parameter fill: writes every pixel of the buffer it is given, `width` × `height` bytes.
  init(width: Int, height: Int, fill: (UnsafeMutableBufferPointer<UInt8>) -> Void) {
    precondition(width > 0 && height > 0, "A picture has at least one pixel.")
    self.width = width
    self.height = height
    pixels = [UInt8](unsafeUninitializedCapacity: width * height) { buffer, count in
      fill(UnsafeMutableBufferPointer(rebasing: buffer[0..<width * height]))
      count = width * height
    }
  }

  /// How many pixels have each of the 256 shades.
  var histogram: [Int] {
    var counts = [Int](repeating: 0, count: 256)
    pixels.withUnsafeBufferPointer { from in
      counts.withUnsafeMutableBufferPointer { counts in
        for shade in from { counts[Int(shade)] += 1 }
      }
    }
    return counts
  }

  /// Whether hardly any contrast is in it, so that no symbol can be: the lightest and the darkest shade that
  /// any pixel has lie less than 16 of 256 apart.
  var isBlank: Bool {
    let shades = histogram
    guard let darkest = shades.firstIndex(where: { $0 > 0 }), let lightest = shades.lastIndex(where: { $0 > 0 })
    else { return true }
    return lightest - darkest < 16
  }
}
