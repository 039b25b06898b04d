import Glibc

/// The neighbourhood operations of the search; at the edges the outermost pixel repeats.
extension GrayPicture {
  /// Softened by a Gaussian, rows and then columns: takes printer and sensor noise out of the modules.
  ///
  /// - Parameter sigma: standard deviation in pixels, above 0; weights are cut off at three of them.
  func blurred(sigma: Double) -> GrayPicture {
    let reach = Int((sigma * 3).rounded(.up))
    let bells = (-reach...reach).map { exp(-Double($0 * $0) / (2 * sigma * sigma)) }
    let sum = bells.reduce(0, +)
    // 16-bit fixed point: 255 × 65536 still fits into 32 bits.
    let weights = bells.map { UInt32(($0 / sum * 65_536).rounded()) }
    return convolved(weights, reach: reach, alongRows: true).convolved(weights, reach: reach, alongRows: false)
  }

  /// Sharpened: each pixel's distance from its softened value is doubled, which opens modules that ran together.
  func unsharpMasked(sigma: Double) -> GrayPicture {
    let soft = blurred(sigma: sigma)
    return combined(with: soft) { UInt8(clamping: 2 * Int($0) - Int($1)) }
  }

  /// Without light specks smaller than 3 × 3 pixels, such as a worn print head leaves inside dark modules.
  ///
  /// An opening in the sense of mathematical morphology: the lightest of the darkest neighbours.
  func withoutLightSpecks() -> GrayPicture {
    extremes(min, alongRows: true).extremes(min, alongRows: false)
      .extremes(max, alongRows: true).extremes(max, alongRows: false)
  }

  /// With the paper of one shade all over: each pixel is set against the paper around it.
  ///
  /// A closing in the sense of mathematical morphology gives the paper: print narrower than a neighbourhood is filled up,
  /// and the sharp edge of a shadow or a crease stays where it is, which `evened` smears.
  ///
  /// - Parameter reach: pixels from the middle of a neighbourhood to its edge.
  func flattened(reach: Int) -> GrayPicture {
    let paper = spread(reach, lightest: true, alongRows: true).spread(reach, lightest: true, alongRows: false)
      .spread(reach, lightest: false, alongRows: true).spread(reach, lightest: false, alongRows: false)
    return combined(with: paper) { UInt8(min(255, UInt32($0) * 255 / max(1, UInt32($1)))) }
  }

  /// One pass in which each pixel takes the lightest or the darkest shade of its neighbourhood, line upon line.
  private func spread(_ reach: Int, lightest: Bool, alongRows: Bool) -> GrayPicture {
    pixels.withUnsafeBufferPointer { from in
      GrayPicture(width: width, height: height) { to in
        _ = to.initialize(from: from)
        for y in 0..<height {
          let line = y * width
          for offset in -reach...reach {
            // Beyond an edge a neighbourhood is smaller.
            let shift = alongRows ? max(-width, min(width, offset)) : 0
            let row = (alongRows ? y : max(0, min(height - 1, y + offset))) * width + shift
            let columns = max(0, -shift)..<min(width, width - shift)
            if lightest {
              for x in columns { to[line + x] = max(to[line + x], from[row + x]) }
            } else {
              for x in columns { to[line + x] = min(to[line + x], from[row + x]) }
            }
          }
        }
      }
    }
  }

  /// Black and white only, split where the variance between both groups is largest (Otsu's threshold).
  func thresholdedByOtsu() -> GrayPicture {
    let shades = histogram
    let total = Double(width * height)
    let weightedSum = shades.indices.reduce(0.0) { $0 + Double($1) * Double(shades[$1]) }
    var (darkCount, darkSum, bestVariance, threshold) = (0.0, 0.0, -1.0, 127)
    for shade in shades.indices {
      darkCount += Double(shades[shade])
      darkSum += Double(shade) * Double(shades[shade])
      guard darkCount > 0, darkCount < total else { continue }
      let distance = darkSum / darkCount - (weightedSum - darkSum) / (total - darkCount)
      let variance = darkCount * (total - darkCount) * distance * distance
      if variance > bestVariance { (bestVariance, threshold) = (variance, shade) }
    }
    return combined(with: self) { shade, _ in shade <= threshold ? 0 : 255 }
  }

  /// Pixel by pixel, from this picture and another of the same size.
  private func combined(with other: GrayPicture, _ value: (UInt8, UInt8) -> UInt8) -> GrayPicture {
    pixels.withUnsafeBufferPointer { mine in
      other.pixels.withUnsafeBufferPointer { theirs in
        GrayPicture(width: width, height: height) { to in
          for index in 0..<to.count { to[index] = value(mine[index], theirs[index]) }
        }
      }
    }
  }

  /// One pass of a separable convolution with weights that add up to 65,536.
  ///
  /// Goes weight by weight over whole lines, which the compiler turns into vector instructions.
  private func convolved(_ weights: [UInt32], reach: Int, alongRows: Bool) -> GrayPicture {
    var sums = [UInt32](repeating: 0, count: width)
    return pixels.withUnsafeBufferPointer { from in
      sums.withUnsafeMutableBufferPointer { sums in
        GrayPicture(width: width, height: height) { to in
          for y in 0..<height {
            sums.update(repeating: 32_768)
            for (offset, weight) in zip(-reach...reach, weights) {
              let row = (alongRows ? y : min(max(y + offset, 0), height - 1)) * width
              let shift = alongRows ? min(max(offset, -width), width) : 0
              for x in 0..<max(0, -shift) { sums[x] &+= weight &* UInt32(from[row]) }
              for x in max(0, -shift)..<min(width, width - shift) {
                sums[x] &+= weight &* UInt32(from[row + x + shift])
              }
              for x in min(width, width - shift)..<width { sums[x] &+= weight &* UInt32(from[row + width - 1]) }
            }
            for x in 0..<width { to[y * width + x] = UInt8(clamping: sums[x] >> 16) }
          }
        }
      }
    }
  }

  /// One pass of a 3-pixel minimum or maximum.
  private func extremes(_ choose: (UInt8, UInt8) -> UInt8, alongRows: Bool) -> GrayPicture {
    let (step, last) = alongRows ? (1, width - 1) : (width, height - 1)
    return pixels.withUnsafeBufferPointer { from in
      GrayPicture(width: width, height: height) { to in
        for y in 0..<height {
          for x in 0..<width {
            let index = y * width + x
            let position = alongRows ? x : y
            let before = position > 0 ? from[index - step] : from[index]
            let after = position < last ? from[index + step] : from[index]
            to[index] = choose(choose(before, from[index]), after)
          }
        }
      }
    }
  }
}
