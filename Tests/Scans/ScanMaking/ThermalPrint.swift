import Glibc
import PrinterDots

/// What a thermal printer makes of dots: heat that spreads in the paper, and paper that turns black where it was hot enough.
struct ThermalPrint: Sendable {
  /// Points of the picture along a dot's side.
  static let grain = 4

  /// By how much every black edge moves outwards, in dots.
  let growth: Double
  /// How far the head's heat lags behind the paper, in dots.
  let lag: Double
  /// The printer's resistors and the paper's contact differ from dot to dot by so much, as a share.
  let unevenness: Double
  /// The column of a weak resistor, and the share of heat that is left to it; nil where all are well.
  let weakness: (column: Int, heat: Double)?
  /// What is black on the paper and what is white, in shades of a picture.
  let darkest: Double
  let lightest: Double
  private let seed: UInt64

  /// How far heat spreads in the paper: the standard deviation of what one dot leaves, in dots; 44 µm at 203 dpi, about a
  /// third of a resistor's side, so that a lone dot comes out rounded and a lone white dot closes in a hot print.
  private static let spread = 0.35
  /// A dot's full heat in the picture of heat, so that a hotter neighbour isn't cut off.
  private static let fullHeat = 180.0

  /// - Parameter width: the dots of a row.
  init(width: Int, _ lots: inout Lots) {
    // From a printer set light on fast paper to one set dark on sensitive paper: 6 to 38 µm on either side of a bar.
    growth = lots.number(0.05...0.3)
    // A resistor cools in half a millisecond, in which the paper moves half a dot; the printer's history control takes off
    // more than half of that.
    lag = lots.number(0.05...0.25)
    // Heads are sold with resistors alike within some percent.
    unevenness = lots.number(0.02...0.08)
    // Resistors fail one by one, and a till prints on with one; three in ten is more than any shop would stand.
    let isWeak = lots.number(0...1) < 0.3
    let column = lots.number(0...Double(width - 1))
    let heat = lots.number(0...0.6)
    weakness = isWeak ? (Int(column), heat) : nil
    // From a fresh slip to one of some months in a purse: the black turns grey, the paper yellow or grey.
    darkest = lots.number(40...130)
    lightest = lots.number(200...245)
    seed = lots.next()
  }

  /// So many rows of dots on their paper, as even light shows them.
  ///
  /// - Parameters:
  ///   - rows: may reach beyond the dots: there the paper is blank.
  ///   - margin: dots of blank paper on either side.
  func picture(of dots: DotPicture, rows: Range<Int>, margin: Int) -> Shades {
    var lots = Lots(seed: seed)
    var heat = heat(of: dots, rows: rows, margin: margin, &lots)
    heat.lagBehind(by: lag * Double(Self.grain))
    heat.blur(sigma: Self.spread * Double(Self.grain))
    return colour(heat, &lots)
  }

  /// The heat that each dot gets, before it spreads.
  private func heat(of dots: DotPicture, rows: Range<Int>, margin: Int, _ lots: inout Lots) -> Shades {
    let grain = Self.grain
    let resistors = (0..<dots.width).map { column in
      let heat = 1 + unevenness * lots.number(-1...1)
      return weakness?.column == column ? heat * (weakness?.heat ?? 1) : heat
    }
    let width = (dots.width + 2 * margin) * grain
    var pixels: [UInt8] = []
    pixels.reserveCapacity(width * rows.count * grain)
    for row in rows {
      var line = [UInt8](repeating: 0, count: width)
      if row >= 0, row < dots.height {
        for column in 0..<dots.width where dots[column, row] {
          let heat = resistors[column] * (1 + unevenness * lots.number(-1...1)) * Self.fullHeat
          let start = (margin + column) * grain
          for x in start..<start + grain { line[x] = UInt8(min(255, heat)) }
        }
      }
      for _ in 0..<grain { pixels += line }
    }
    return Shades(width: width, height: rows.count * grain, pixels: pixels)
  }

  /// The colour that the paper takes from its heat.
  private func colour(_ heat: Shades, _ lots: inout Lots) -> Shades {
    // A straight edge between full heat and none is this hot where the black shall end.
    let threshold = 0.5 * erfc(growth / (Self.spread * 2.0.squareRoot()))
    // From the first grey to full black the paper needs this much more heat; none colours by itself.
    let range = min(lots.number(0.15...0.4), 1.8 * threshold)
    let colours = (0..<256).map { value in
      let share = max(0, min(1, (Double(value) / Self.fullHeat - threshold) / range + 0.5))
      return Float(share * share * (3 - 2 * share))
    }
    // A slip fades where a hand or the sun was: slowly changing along and across.
    let (across, along) = (Self.wave(heat.width, &lots), Self.wave(heat.height, &lots))
    let (dark, light) = (Float(darkest), Float(lightest))
    let pixels = [UInt8](unsafeUninitializedCapacity: heat.width * heat.height) { to, count in
      heat.pixels.withUnsafeBufferPointer { from in
        for y in 0..<heat.height {
          for x in 0..<heat.width {
            let index = y * heat.width + x
            let fading = across[x] + along[y]
            let (black, white) = (dark + 10 * fading, light - 4 * fading)
            to[index] = UInt8(max(0, min(255, white - (white - black) * colours[Int(from[index])])))
          }
        }
      }
      count = heat.width * heat.height
    }
    return Shades(width: heat.width, height: heat.height, pixels: pixels)
  }

  /// From -1 to 1 along so many points, with a wavelength of some centimetres.
  private static func wave(_ count: Int, _ lots: inout Lots) -> [Float] {
    let (length, start) = (lots.number(15...60) * 8 * Double(grain), lots.number(0...(2 * .pi)))
    return (0..<count).map { Float(sin(start + Double($0) / length * 2 * .pi)) }
  }
}

extension Shades {
  /// Every value follows the one above it late, as a resistor's heat follows its current.
  ///
  /// - Parameter length: pixels after which a third of a step is still missing.
  fileprivate mutating func lagBehind(by length: Double) {
    let kept = Float(exp(-1 / length))
    var state = [Float](repeating: 0, count: width)
    let (width, height) = (width, height)
    pixels.withUnsafeMutableBufferPointer { pixels in
      state.withUnsafeMutableBufferPointer { state in
        for y in 0..<height {
          for x in 0..<width {
            let value = state[x] * kept + Float(pixels[y * width + x]) * (1 - kept)
            state[x] = value
            pixels[y * width + x] = UInt8(value)
          }
        }
      }
    }
  }
}
