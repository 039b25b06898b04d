/// A printed page as fine-grained pixels, and what stands on it.
package struct Paper: Sendable {
  /// A symbol of which the content and the place are known.
  package struct Symbol: Sendable {
    /// What it says.
    package let text: String
    /// The upper left corner of its first module, in pixels of the paper.
    package let x: Double
    package let y: Double
    /// In pixels of the paper, without the quiet zone.
    package let side: Double
    /// Modules per side.
    package let modules: Int
  }

  package let name: String
  package let picture: Shades
  package let symbols: [Symbol]
  /// Half as wide and high, for coarse scans: averages, as paper seen from farther away.
  package let halved: Shades

  /// Pixels per inch of `picture`.
  package static let resolution = 450.0

  package init(name: String, picture: Shades, symbols: [Symbol]) {
    self.name = name
    self.picture = picture
    self.symbols = symbols
    halved = picture.halved()
  }

  /// The part of the paper around its symbols, so that small pictures can be made of it.
  package func strip(margin: Double = 100) -> Paper {
    let left = max(0, Int((symbols.map(\.x).min() ?? 0) - margin))
    let top = max(0, Int((symbols.map(\.y).min() ?? 0) - margin))
    let right = min(picture.width, Int((symbols.map { $0.x + $0.side }.max() ?? 0) + margin))
    let bottom = min(picture.height, Int((symbols.map { $0.y + $0.side }.max() ?? 0) + margin))
    let moved = symbols.map {
      Symbol(text: $0.text, x: $0.x - Double(left), y: $0.y - Double(top), side: $0.side, modules: $0.modules)
    }
    let part = picture.part(left: left, top: top, width: max(1, right - left), height: max(1, bottom - top))
    return Paper(name: name, picture: part, symbols: moved)
  }
}

/// Pixels in shades of gray, row by row: 0 is black.
package struct Shades: Sendable {
  package let width: Int
  package let height: Int
  package internal(set) var pixels: [UInt8]

  package init(width: Int, height: Int, pixels: [UInt8]) {
    precondition(width > 0 && height > 0 && pixels.count == width * height, "a picture has width × height pixels")
    self.width = width
    self.height = height
    self.pixels = pixels
  }

  func halved() -> Shades {
    let (half, rows) = (max(1, width / 2), max(1, height / 2))
    guard width > 1, height > 1 else { return self }
    let averages = [UInt8](unsafeUninitializedCapacity: half * rows) { to, count in
      pixels.withUnsafeBufferPointer { from in
        for y in 0..<rows {
          let (upper, lower) = (2 * y * width, (2 * y + 1) * width)
          for x in 0..<half {
            let above = UInt32(from[upper + 2 * x]) + UInt32(from[upper + 2 * x + 1])
            let below = UInt32(from[lower + 2 * x]) + UInt32(from[lower + 2 * x + 1])
            to[y * half + x] = UInt8(truncatingIfNeeded: (above + below + 2) >> 2)
          }
        }
      }
      count = half * rows
    }
    return Shades(width: half, height: rows, pixels: averages)
  }

  func part(left: Int, top: Int, width: Int, height: Int) -> Shades {
    let rows = (top..<top + height).flatMap { row in
      pixels[row * self.width + left..<row * self.width + left + width]
    }
    return Shades(width: width, height: height, pixels: rows)
  }
}
