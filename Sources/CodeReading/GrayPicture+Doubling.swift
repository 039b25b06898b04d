extension GrayPicture {
  /// Twice as wide and high, by cubic interpolation: gives the decoder the four pixels per module that it likes.
  ///
  /// At a factor of two, new pixels lie a quarter beside an old one; Keys' kernel (a = −1/2) then has only
  /// two sets of weights, one the mirror of the other: (−9, 111, 29, −3) / 128.
  func doubled() -> GrayPicture {
    let tall = pixels.withUnsafeBufferPointer { from in
      GrayPicture(width: width, height: height * 2) { to in
        for y in 0..<height {
          let above = max(y - 1, 0) * width
          let below = min(y + 1, height - 1) * width
          let farAbove = max(y - 2, 0) * width
          let farBelow = min(y + 2, height - 1) * width
          for x in 0..<width {
            let (near, up, down) = (from[y * width + x], from[above + x], from[below + x])
            to[2 * y * width + x] = Self.quarterWay(from[farAbove + x], up, near, down)
            to[(2 * y + 1) * width + x] = Self.quarterWay(from[farBelow + x], down, near, up)
          }
        }
      }
    }
    return tall.pixels.withUnsafeBufferPointer { from in
      GrayPicture(width: width * 2, height: height * 2) { to in
        for y in 0..<height * 2 {
          let row = y * width
          for x in 0..<width {
            let (left, right) = (from[row + max(x - 1, 0)], from[row + min(x + 1, width - 1)])
            let near = from[row + x]
            to[2 * (row + x)] = Self.quarterWay(from[row + max(x - 2, 0)], left, near, right)
            to[2 * (row + x) + 1] = Self.quarterWay(from[row + min(x + 2, width - 1)], right, near, left)
          }
        }
      }
    }
  }

  /// The value a quarter of the way from `near` towards `toward`; `beyond` lies behind `toward`, `behind` at
  /// the other side of `near`.
  @inline(__always)
  private static func quarterWay(_ beyond: UInt8, _ toward: UInt8, _ near: UInt8, _ behind: UInt8) -> UInt8 {
    let sum = 111 * Int32(near) + 29 * Int32(toward) - 9 * Int32(behind) - 3 * Int32(beyond)
    return UInt8(clamping: (sum + 64) >> 7)
  }
}
