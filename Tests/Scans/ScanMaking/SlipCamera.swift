import Glibc

/// A telephone held over a slip.
struct SlipCamera: Sendable {
  /// In the middle of the picture.
  let pixelsPerDot: Double
  /// From the paper, in millimetres.
  let distance: Double
  /// By which the paper is turned, clockwise, and the telephone tilted to the right and downwards, in degrees.
  let turn: Double
  let tilt: (x: Double, y: Double)
  /// The standard deviation of a point's image, in pixels.
  let defocus: Double
  /// The way of a point's image while the picture is taken, in pixels.
  let shake: (x: Double, y: Double)

  init(_ lots: inout Lots) {
    // The width of a slip takes a third to two thirds of a picture of twelve million pixels, or all of one of two.
    pixelsPerDot = lots.number(2...4)
    // Nearer most telephones can't focus; farther the slip would be small.
    distance = lots.number(150...300)
    // Nobody lays a slip more straight, nor does anybody want to hold it worse.
    turn = lots.number(1...2) * lots.pick([1, -1])
    tilt = (lots.number(-4...4), lots.number(-4...4))
    // From a lens in focus, with what the sensor's colour filter takes, to an autofocus that rests beside the paper.
    defocus = lots.number(0.6...2)
    // A fiftieth of a second indoors, in a hand.
    let (way, angle) = (lots.number(0...3), lots.number(0...(2 * .pi)))
    shake = (way * cos(angle), way * sin(angle))
  }

  /// Pixels between which the way of the light is worked out; it is as good as straight there.
  private static let step = 8

  /// What the camera sees before lens and sensor spoil it.
  ///
  /// - Parameters:
  ///   - print: whose middle is in the middle of the picture.
  ///   - dot: its size in millimetres.
  ///   - size: of what is seen, in millimetres where the paper touches the plane of its middle.
  ///   - desk: the shade of what the slip lies on.
  func picture(
    of print: Shades, on paper: CurledPaper, dot: Double, size: (width: Double, height: Double), desk: UInt8
  ) -> Shades {
    let pixels = pixelsPerDot / dot
    let (width, height) = (Int(size.width * pixels), Int(size.height * pixels))
    let (columns, rows) = (width / Self.step + 2, height / Self.step + 2)
    let grainsPerMillimetre = Double(ThermalPrint.grain) / dot
    var places: [(x: Float, y: Float)] = []
    places.reserveCapacity(columns * rows)
    for row in 0..<rows {
      for column in 0..<columns {
        let right = (Double(column * Self.step) - Double(width) / 2) / pixels
        let down = (Double(row * Self.step) - Double(height) / 2) / pixels
        let eye = turned((0, 0, distance))
        let place = paper.point(from: eye, towards: turned((right, down, -distance)))
        // The middle of the first grain lies half a grain from the edge.
        places.append(
          (
            Float(place.x * grainsPerMillimetre + Double(print.width) / 2 - 0.5),
            Float(place.y * grainsPerMillimetre + Double(print.height) / 2 - 0.5)
          ))
      }
    }
    return sampled(print, at: places, columns: columns, width: width, height: height, desk: desk)
  }

  /// A direction of the camera's as the paper has it.
  private func turned(_ d: (x: Double, y: Double, z: Double)) -> (x: Double, y: Double, z: Double) {
    let (a, b, c) = (tilt.x * .pi / 180, tilt.y * .pi / 180, -turn * .pi / 180)
    let first = (x: d.x * cos(a) + d.z * sin(a), y: d.y, z: d.z * cos(a) - d.x * sin(a))
    let second = (x: first.x, y: first.y * cos(b) + first.z * sin(b), z: first.z * cos(b) - first.y * sin(b))
    return (second.x * cos(c) - second.y * sin(c), second.x * sin(c) + second.y * cos(c), second.z)
  }

  /// Each pixel as the average of four points along its way.
  private func sampled(
    _ print: Shades, at places: [(x: Float, y: Float)], columns: Int, width: Int, height: Int, desk: UInt8
  ) -> Shades {
    // Points of a turned square fill a pixel evenly.
    let square: [(Double, Double)] = [(-0.375, -0.125), (0.125, -0.375), (-0.125, 0.375), (0.375, 0.125)]
    let points = square.enumerated().map { index, point in
      let time = Double(index) / 3 - 0.5
      return (x: Float(point.0 + shake.x * time), y: Float(point.1 + shake.y * time))
    }
    let (limitX, limitY) = (Float(print.width - 1), Float(print.height - 1))
    let pixels = [UInt8](unsafeUninitializedCapacity: width * height) { to, count in
      print.pixels.withUnsafeBufferPointer { from in
        for v in 0..<height {
          let above = v / Self.step * columns
          let down = Float(v % Self.step) / Float(Self.step)
          for cell in stride(from: 0, to: width, by: Self.step) {
            let corner = above + cell / Self.step
            let (a, b) = (places[corner], places[corner + 1])
            let (c, d) = (places[corner + columns], places[corner + columns + 1])
            let start = (x: a.x + (c.x - a.x) * down, y: a.y + (c.y - a.y) * down)
            let end = (x: b.x + (d.x - b.x) * down, y: b.y + (d.y - b.y) * down)
            let share = 1 / Float(Self.step)
            let right = (x: (end.x - start.x) * share, y: (end.y - start.y) * share)
            let below = (x: (c.x - a.x) * share, y: (c.y - a.y) * share)
            for u in cell..<min(width, cell + Self.step) {
              let along = Float(u - cell)
              let (middleX, middleY) = (start.x + right.x * along, start.y + right.y * along)
              var sum: Float = 0
              for point in points {
                let x = middleX + right.x * point.x + below.x * point.y
                let y = middleY + right.y * point.x + below.y * point.y
                guard x >= 0, y >= 0, x < limitX, y < limitY else {
                  sum += Float(desk)
                  continue
                }
                let (left, top) = (Int(x), Int(y))
                let (partX, partY) = (x - Float(left), y - Float(top))
                let index = top * print.width + left
                let upper = Float(from[index]) * (1 - partX) + Float(from[index + 1]) * partX
                let lower =
                  Float(from[index + print.width]) * (1 - partX) + Float(from[index + print.width + 1]) * partX
                sum += upper * (1 - partY) + lower * partY
              }
              to[v * width + u] = UInt8(sum / Float(points.count) + 0.5)
            }
          }
        }
      }
      count = width * height
    }
    return Shades(width: width, height: height, pixels: pixels)
  }
}
