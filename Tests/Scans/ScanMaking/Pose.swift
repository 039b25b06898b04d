import Glibc

/// How the paper lies before the scanner or camera: a projection from the paper's pixels to the scan's.
package struct Pose: Sendable {
  /// Row by row: x' = (m0 x + m1 y + m2) / (m6 x + m7 y + m8), and so on.
  private let matrix: [Double]
  package let width: Int
  package let height: Int

  /// - Parameters:
  ///   - resolution: the scan's pixels per inch in the middle of the paper.
  ///   - degrees: by which the paper is turned, clockwise.
  ///   - tilt: how much nearer the right and the lower edge are than the middle; 0 for a flatbed.
  ///   - border: pixels of background around the paper.
  package init(of paper: Paper, resolution: Double, degrees: Double, tilt: (x: Double, y: Double), border: Double) {
    let scale = resolution / Paper.resolution
    let (halfWidth, halfHeight) = (Double(paper.picture.width) / 2, Double(paper.picture.height) / 2)
    let angle = degrees * .pi / 180
    let (cosine, sine) = (cos(angle) * scale, sin(angle) * scale)
    let (tiltX, tiltY) = (tilt.x / (halfWidth * scale), tilt.y / (halfHeight * scale))
    // Centre the paper, turn and scale it, tilt it.
    let turned = [
      cosine, -sine, -cosine * halfWidth + sine * halfHeight,
      sine, cosine, -sine * halfWidth - cosine * halfHeight,
    ]
    let depth = (0..<3).map { -tiltX * turned[$0] - tiltY * turned[3 + $0] + ($0 == 2 ? 1 : 0) }
    let centred = turned + depth
    let corners = [
      (0, 0), (2 * halfWidth, 0), (0, 2 * halfHeight), (2 * halfWidth, 2 * halfHeight),
    ].map { Self.project(centred, $0.0, $0.1) }
    let (left, top) = ((corners.map(\.x).min() ?? 0) - border, (corners.map(\.y).min() ?? 0) - border)
    width = max(1, Int(((corners.map(\.x).max() ?? 0) + border - left).rounded()))
    height = max(1, Int(((corners.map(\.y).max() ?? 0) + border - top).rounded()))
    // Move the picture to the origin.
    matrix =
      (0..<3).map { centred[$0] - left * centred[6 + $0] } + (0..<3).map { centred[3 + $0] - top * centred[6 + $0] }
      + depth
  }

  /// Where a point of the paper appears.
  package func project(_ x: Double, _ y: Double) -> (x: Double, y: Double) { Self.project(matrix, x, y) }

  private static func project(_ matrix: [Double], _ x: Double, _ y: Double) -> (x: Double, y: Double) {
    let depth = matrix[6] * x + matrix[7] * y + matrix[8]
    return (
      (matrix[0] * x + matrix[1] * y + matrix[2]) / depth, (matrix[3] * x + matrix[4] * y + matrix[5]) / depth
    )
  }

  /// The pixels per module of a symbol, along that of its four edges where they are fewest.
  package func pixelsPerModule(_ symbol: Paper.Symbol) -> Double {
    let (right, bottom) = (symbol.x + symbol.side, symbol.y + symbol.side)
    let corners = [(symbol.x, symbol.y), (right, symbol.y), (right, bottom), (symbol.x, bottom)].map {
      project($0.0, $0.1)
    }
    let edges = zip(corners, corners.dropFirst() + corners.prefix(1)).map { hypot($1.x - $0.x, $1.y - $0.y) }
    return (edges.min() ?? 0) / Double(symbol.modules)
  }

  /// The paper as this pose shows it; each pixel averages the light that falls on it.
  func picture(of paper: Paper, background: UInt8) -> Shades {
    let isCoarse = pixelsPerPaperPixel < 1 / 3.0
    let from = isCoarse ? paper.halved : paper.picture
    let factor = isCoarse ? 0.5 : 1
    let inverse = Self.inverted(matrix)
    let steps = max(2, Int((factor / pixelsPerPaperPixel).rounded(.up)))
    let offsets = (0..<steps).map { (Double($0) + 0.5) / Double(steps) }
    let share = Float(1) / Float(steps * steps)
    let (limitX, limitY) = (Double(from.width - 1), Double(from.height - 1))
    let pixels = [UInt8](unsafeUninitializedCapacity: width * height) { to, count in
      from.pixels.withUnsafeBufferPointer { source in
        offsets.withUnsafeBufferPointer { offsets in
          inverse.withUnsafeBufferPointer { m in
            for v in 0..<height {
              for u in 0..<width {
                var sum: Float = 0
                for down in offsets {
                  let row = Double(v) + down
                  for right in offsets {
                    let column = Double(u) + right
                    let depth = factor / (m[6] * column + m[7] * row + m[8])
                    let x = (m[0] * column + m[1] * row + m[2]) * depth - 0.5
                    let y = (m[3] * column + m[4] * row + m[5]) * depth - 0.5
                    guard x >= 0, y >= 0, x < limitX, y < limitY else {
                      sum += Float(background)
                      continue
                    }
                    let (left, top) = (Int(x), Int(y))
                    let (a, b) = (Float(x - Double(left)), Float(y - Double(top)))
                    let index = top * from.width + left
                    let above = Float(source[index]) * (1 - a) + Float(source[index + 1]) * a
                    let below =
                      Float(source[index + from.width]) * (1 - a) + Float(source[index + from.width + 1]) * a
                    sum += above * (1 - b) + below * b
                  }
                }
                to[v * width + u] = UInt8(sum * share + 0.5)
              }
            }
          }
        }
      }
      count = width * height
    }
    return Shades(width: width, height: height, pixels: pixels)
  }

  /// In the middle of the paper, where the tilt changes nothing.
  private var pixelsPerPaperPixel: Double {
    let determinant =
      matrix[0] * (matrix[4] * matrix[8] - matrix[5] * matrix[7])
      - matrix[1] * (matrix[3] * matrix[8] - matrix[5] * matrix[6])
      + matrix[2] * (matrix[3] * matrix[7] - matrix[4] * matrix[6])
    return abs(determinant).squareRoot()
  }

  private static func inverted(_ m: [Double]) -> [Double] {
    let cofactors = [
      m[4] * m[8] - m[5] * m[7], m[2] * m[7] - m[1] * m[8], m[1] * m[5] - m[2] * m[4],
      m[5] * m[6] - m[3] * m[8], m[0] * m[8] - m[2] * m[6], m[2] * m[3] - m[0] * m[5],
      m[3] * m[7] - m[4] * m[6], m[1] * m[6] - m[0] * m[7], m[0] * m[4] - m[1] * m[3],
    ]
    let determinant = m[0] * cofactors[0] + m[1] * cofactors[3] + m[2] * cofactors[6]
    return cofactors.map { $0 / determinant }
  }
}
