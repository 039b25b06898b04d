import CTurboJPEG

extension Thumbnail {
  /// Wide enough to make out a page's parts, and where on it a code stands.
  private static let widest = 360
  private static let quality: Int32 = 60

  /// A page made smaller; nil where there is no memory for it.
  init?(of picture: GrayPicture) {
    let small = picture.narrowed(to: Self.widest)
    guard let compressor = tjInitCompress() else { return nil }
    defer { tjDestroy(compressor) }
    var file: UnsafeMutablePointer<UInt8>?
    var count: UInt = 0
    defer { tjFree(file) }
    let status = tjCompress2(
      compressor, small.pixels, Int32(small.width), 0, Int32(small.height), Int32(TJPF_GRAY.rawValue), &file, &count,
      Int32(TJSAMP_GRAY.rawValue), Self.quality, 0)
    guard status == 0, let file else { return nil }
    self.init(
      jpeg: Array(UnsafeBufferPointer(start: file, count: Int(count))), width: small.width, height: small.height)
  }
}

extension GrayPicture {
  /// At most as many pixels wide and four times as many high, each the mean of those that it stands for.
  func narrowed(to widest: Int) -> GrayPicture {
    let shrink = max(1, Double(width) / Double(widest), Double(height) / Double(4 * widest))
    let (columns, rows) = (max(1, Int(Double(width) / shrink)), max(1, Int(Double(height) / shrink)))
    let edges = (0...columns).map { $0 * width / columns }
    return pixels.withUnsafeBufferPointer { from in
      GrayPicture(width: columns, height: rows) { to in
        var sums = [Int](repeating: 0, count: columns)
        for row in 0..<rows {
          let lines = row * height / rows..<(row + 1) * height / rows
          for index in sums.indices { sums[index] = 0 }
          for y in lines {
            for column in 0..<columns {
              var sum = 0
              for x in edges[column]..<edges[column + 1] { sum += Int(from[y * width + x]) }
              sums[column] += sum
            }
          }
          for column in 0..<columns {
            let count = lines.count * (edges[column + 1] - edges[column])
            to[row * columns + column] = UInt8(clamping: (sums[column] + count / 2) / count)
          }
        }
      }
    }
  }
}
