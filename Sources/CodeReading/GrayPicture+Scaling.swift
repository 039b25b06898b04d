import Glibc

extension GrayPicture {
  /// A rectangle of the picture, cut to what lies within it; nil where nothing does.
  func part(left: Double, top: Double, right: Double, bottom: Double) -> PicturePart? {
    let (x, y) = (max(0, Int(max(0, left))), max(0, Int(max(0, top))))
    let (endX, endY) = (
      min(width, Int(min(Double(width), right.rounded(.up)))),
      min(height, Int(min(Double(height), bottom.rounded(.up))))
    )
    guard x < endX, y < endY else { return nil }
    let cut = pixels.withUnsafeBufferPointer { from in
      GrayPicture(width: endX - x, height: endY - y) { to in
        for row in y..<endY {
          for column in x..<endX { to[(row - y) * (endX - x) + column - x] = from[row * width + column] }
        }
      }
    }
    return PicturePart(picture: cut, left: x, top: y)
  }

  /// Larger or smaller, by cubic interpolation (Keys' kernel, a = −1/2) over as many pixels as a new one covers.
  func scaled(by factor: Double) -> GrayPicture {
    let columns = max(1, Int((Double(width) * factor).rounded()))
    let rows = max(1, Int((Double(height) * factor).rounded()))
    let across = Taps(from: width, to: columns)
    let down = Taps(from: height, to: rows)
    let wide = pixels.withUnsafeBufferPointer { from in
      GrayPicture(width: columns, height: height) { to in
        for y in 0..<height {
          for x in 0..<columns {
            var sum: Int32 = 8_192
            for tap in 0..<across.count {
              sum +=
                across.weights[x * across.count + tap] * Int32(from[y * width + across.sources[x * across.count + tap]])
            }
            to[y * columns + x] = UInt8(clamping: sum >> 14)
          }
        }
      }
    }
    return wide.pixels.withUnsafeBufferPointer { from in
      GrayPicture(width: columns, height: rows) { to in
        for y in 0..<rows {
          for x in 0..<columns {
            var sum: Int32 = 8_192
            for tap in 0..<down.count {
              sum += down.weights[y * down.count + tap] * Int32(from[down.sources[y * down.count + tap] * columns + x])
            }
            to[y * columns + x] = UInt8(clamping: sum >> 14)
          }
        }
      }
    }
  }

  /// With the light evened out: in each neighbourhood the darkest becomes black and the lightest white.
  ///
  /// Takes away shadows, folds and fading, as far as they change slowly against a module.
  ///
  /// - Parameter reach: pixels along the side of a neighbourhood.
  func evened(reach: Int = 24) -> GrayPicture {
    let columns = (width + reach - 1) / reach
    let rows = (height + reach - 1) / reach
    var low = [Int32](repeating: 255, count: columns * rows)
    var high = [Int32](repeating: 0, count: columns * rows)
    pixels.withUnsafeBufferPointer { from in
      for y in 0..<height {
        for x in 0..<width {
          let (cell, shade) = (y / reach * columns + x / reach, Int32(from[y * width + x]))
          if shade < low[cell] { low[cell] = shade }
          if shade > high[cell] { high[cell] = shade }
        }
      }
    }
    /// Over the cells around, so that each neighbourhood has toner and paper in it.
    func around(_ values: [Int32], _ choose: (Int32, Int32) -> Int32) -> [Int32] {
      (0..<columns * rows).map { index in
        var chosen = values[index]
        for y in max(0, index / columns - 1)...min(rows - 1, index / columns + 1) {
          for x in max(0, index % columns - 1)...min(columns - 1, index % columns + 1) {
            chosen = choose(chosen, values[y * columns + x])
          }
        }
        return chosen
      }
    }
    let (dark, bright) = (around(low, min), around(high, max))
    return pixels.withUnsafeBufferPointer { from in
      GrayPicture(width: width, height: height) { to in
        for y in 0..<height {
          // Between the middles of four cells, so that no step shows where cells meet.
          let row = max(0, min(Double(rows - 1), (Double(y) + 0.5) / Double(reach) - 0.5))
          let (upper, below) = (Int(row), min(rows - 1, Int(row) + 1))
          let downShare = row - Double(upper)
          for x in 0..<width {
            let column = max(0, min(Double(columns - 1), (Double(x) + 0.5) / Double(reach) - 0.5))
            let (left, right) = (Int(column), min(columns - 1, Int(column) + 1))
            let rightShare = column - Double(left)
            func between(_ values: [Int32]) -> Double {
              let above =
                Double(values[upper * columns + left]) * (1 - rightShare)
                + Double(values[upper * columns + right]) * rightShare
              let under =
                Double(values[below * columns + left]) * (1 - rightShare)
                + Double(values[below * columns + right]) * rightShare
              return above * (1 - downShare) + under * downShare
            }
            let (black, white) = (between(dark), between(bright))
            let shade = (Double(from[y * width + x]) - black) * 255 / max(16, white - black)
            to[y * width + x] = UInt8(max(0, min(255, shade)))
          }
        }
      }
    }
  }
}

/// A rectangle of a picture, and where in it it lies.
struct PicturePart {
  let picture: GrayPicture
  /// Pixels from the left edge of the whole.
  let left: Int
  /// Pixels from its top.
  let top: Int

  /// Where something in this part lies in the whole.
  func region(_ inside: PageRegion, in whole: GrayPicture) -> PageRegion {
    let (width, height) = (Double(whole.width), Double(whole.height))
    let (partWidth, partHeight) = (Double(picture.width), Double(picture.height))
    return PageRegion(
      centerX: (Double(left) + inside.centerX * partWidth) / width,
      centerY: (Double(top) + inside.centerY * partHeight) / height,
      width: inside.width * partWidth / width, height: inside.height * partHeight / height)
  }
}

/// Which old pixels make each new one along a line, and with what weights, which add up to 16,384.
private struct Taps {
  let count: Int
  private(set) var sources: [Int] = []
  private(set) var weights: [Int32] = []

  init(from old: Int, to new: Int) {
    let ratio = Double(old) / Double(new)
    let spread = max(1, ratio)
    let reach = Int((2 * spread).rounded(.up))
    count = 2 * reach + 1
    for index in 0..<new {
      let middle = (Double(index) + 0.5) * ratio - 0.5
      let nearest = Int(middle.rounded())
      let shares = (-reach...reach).map { Self.kernel((Double(nearest + $0) - middle) / spread) }
      let sum = shares.reduce(0, +)
      sources += (-reach...reach).map { max(0, min(old - 1, nearest + $0)) }
      weights += shares.map { Int32(($0 / sum * 16_384).rounded()) }
    }
  }

  private static func kernel(_ distance: Double) -> Double {
    let x = abs(distance)
    if x < 1 { return (1.5 * x - 2.5) * x * x + 1 }
    return x < 2 ? ((-0.5 * x + 2.5) * x - 4) * x + 2 : 0
  }
}
