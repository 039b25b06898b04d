import Glibc

/// What happens to a print and to the light before it is a file; all in place.
extension Shades {
  /// Black becomes `darkest`, white becomes `lightest`.
  mutating func fade(darkest: Double, lightest: Double) {
    let table = (0..<256).map { UInt8(darkest + Double($0) * (lightest - darkest) / 255) }
    eachPixel { shade, _, _ in table[Int(shade)] }
  }

  /// A crease from edge to edge: toner has come off along it, and one side lies in the shade.
  ///
  /// - Parameters:
  ///   - x: a pixel that the crease goes through, as does `y`.
  ///   - angle: of the crease against the horizontal, in radians.
  ///   - crease: pixels without toner on either side of the line.
  ///   - reach: pixels over which the shade fades away.
  ///   - depth: the share of the light that is missing at the crease.
  mutating func fold(x: Double, y: Double, angle: Double, crease: Double, reach: Double, depth: Double) {
    let (normalX, normalY) = (Float(-sin(angle)), Float(cos(angle)))
    let (throughX, throughY) = (Float(x), Float(y))
    // A table instead of an exponential for every pixel.
    let shade = (0...1024).map { Float(1 - depth * exp(-Double($0) / 1024 * 4)) }
    let step = 1024 / Float(reach * 4)
    eachPixel { value, column, row in
      let distance = (Float(column) - throughX) * normalX + (Float(row) - throughY) * normalY
      if abs(distance) <= Float(crease) { return UInt8(max(Float(value), 215)) }
      guard distance > 0 else { return value }
      return UInt8(Float(value) * shade[min(1024, Int(distance * step))])
    }
  }

  /// A soft edge between light and shade across the page.
  ///
  /// - Parameters:
  ///   - x: a pixel in the middle of the edge, as is `y`.
  ///   - angle: of the edge, in radians.
  ///   - softness: pixels from full light to full shade.
  ///   - left: the share of the light that is left in the shade.
  mutating func shade(x: Double, y: Double, angle: Double, softness: Double, left: Double) {
    let (normalX, normalY) = (Float(-sin(angle) / softness), Float(cos(angle) / softness))
    let (throughX, throughY, left) = (Float(x), Float(y), Float(left))
    eachPixel { value, column, row in
      let distance = (Float(column) - throughX) * normalX + (Float(row) - throughY) * normalY + 0.5
      let share = max(0, min(1, distance))
      return UInt8(Float(value) * (1 - (1 - left) * share * share * (3 - 2 * share)))
    }
  }

  /// Noise with a bell curve, clipped at black and white.
  mutating func addNoise(deviation: Double, seed: UInt64) {
    var lots = Lots(seed: seed)
    // Thrown once: a page takes its noise from random places of this list.
    let throwOfDice = (0..<65_536).map { _ in
      Int16((0..<12).reduce(-6.0) { sum, _ in sum + lots.number(0...1) } * deviation)
    }
    var state = lots.next() | 1
    throwOfDice.withUnsafeBufferPointer { dice in
      eachPixel { value, _, _ in
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return UInt8(max(0, min(255, Int16(value) + dice[Int(state >> 48)])))
      }
    }
  }

  /// Pure black and white, as a fax or a scanner set to text gives it.
  mutating func splitBlackAndWhite(at threshold: UInt8) {
    eachPixel { value, _, _ in value < threshold ? 0 : 255 }
  }

  /// Out of focus, by a Gaussian of this standard deviation in pixels.
  mutating func blur(sigma: Double) {
    let reach = Int((sigma * 3).rounded(.up))
    let bells = (-reach...reach).map { exp(-Double($0 * $0) / (2 * sigma * sigma)) }
    let sum = bells.reduce(0, +)
    let weights = bells.map { UInt32(($0 / sum * 65_536).rounded()) }
    blur(weights, reach, alongRows: true)
    blur(weights, reach, alongRows: false)
  }

  private mutating func blur(_ weights: [UInt32], _ reach: Int, alongRows: Bool) {
    let (width, height) = (width, height)
    var sums = [UInt32](repeating: 0, count: width)
    let from = pixels
    from.withUnsafeBufferPointer { from in
      pixels.withUnsafeMutableBufferPointer { to in
        sums.withUnsafeMutableBufferPointer { sums in
          for y in 0..<height {
            for x in 0..<width { sums[x] = 32_768 }
            for (index, weight) in weights.enumerated() {
              let offset = index - reach
              if alongRows {
                let (first, last) = (max(0, -offset), min(width, width - offset))
                guard first < last else { continue }
                for x in 0..<first { sums[x] &+= weight &* UInt32(from[y * width]) }
                for x in first..<last { sums[x] &+= weight &* UInt32(from[y * width + x + offset]) }
                for x in last..<width { sums[x] &+= weight &* UInt32(from[y * width + width - 1]) }
              } else {
                let row = min(max(y + offset, 0), height - 1) * width
                for x in 0..<width { sums[x] &+= weight &* UInt32(from[row + x]) }
              }
            }
            for x in 0..<width { to[y * width + x] = UInt8(min(255, sums[x] >> 16)) }
          }
        }
      }
    }
  }

  private mutating func eachPixel(_ value: (_ shade: UInt8, _ column: Int, _ row: Int) -> UInt8) {
    let (width, height) = (width, height)
    pixels.withUnsafeMutableBufferPointer { pixels in
      for row in 0..<height {
        for column in 0..<width {
          let index = row * width + column
          pixels[index] = value(pixels[index], column, row)
        }
      }
    }
  }
}
