/// A QR symbol as it lies in a picture, measured by its ink.
struct QRSymbolMeasure {
  let raster: Raster
  /// The symbol's extent in pixels, without its quiet zone.
  let columns: Range<Int>
  let rows: Range<Int>
  /// Modules a side.
  let modules: Int

  /// Pixels a module, the mean over the whole symbol.
  var module: Double { Double(columns.count) / Double(modules) }

  /// The symbols of a picture, from left to right.
  ///
  /// - Parameter gap: pixels of white that certainly part a symbol from what stands around it; no more than its quiet
  ///   zone. Whatever lies closer together counts as one piece.
  static func all(in raster: Raster, gap: Int) -> [QRSymbolMeasure] {
    let size = gap / 2
    return pieces(of: raster.inkedCells(size: size)).compactMap { piece in
      QRSymbolMeasure(
        columns: piece.columns.lowerBound * size..<min(raster.width, piece.columns.upperBound * size),
        rows: piece.rows.lowerBound * size..<min(raster.height, piece.rows.upperBound * size), of: raster)
    }.sorted { $0.columns.lowerBound < $1.columns.lowerBound }
  }

  /// Measures a piece of ink; nil where it is no QR symbol.
  private init?(columns: Range<Int>, rows: Range<Int>, of raster: Raster) {
    func isInk(_ x: Int, _ y: Int) -> Bool { raster[x, y] < Raster.inkLimit }
    // A caption or a logo isn't square, and much faster told apart before its pixels are looked at.
    guard abs(columns.count - rows.count) <= max(columns.count, rows.count) / 8 + 4 else { return nil }
    guard let left = columns.first(where: { x in rows.contains { isInk(x, $0) } }),
      let right = columns.last(where: { x in rows.contains { isInk(x, $0) } }),
      let top = rows.first(where: { y in columns.contains { isInk($0, y) } }),
      let bottom = rows.last(where: { y in columns.contains { isInk($0, y) } })
    else { return nil }
    self.raster = raster
    self.columns = left..<right + 1
    self.rows = top..<bottom + 1
    // The bar at the top of the finder pattern is seven modules long, which gives their rough number; there are symbols
    // of 21 to 177 in steps of four (ISO/IEC 18004).
    let bar = self.columns.prefix { isInk($0, top + 1) }.count
    guard bar > 0 else { return nil }
    let rough = Double(self.columns.count * 7) / Double(bar)
    modules = 17 + 4 * Int(((rough - 17) / 4).rounded())
    guard (21...177).contains(modules), abs(self.columns.count - self.rows.count) <= 2, hasFinderPatterns else {
      return nil
    }
  }

  /// Whether the three finder patterns lie in their corners: a ring of a module around white around a core of three.
  private var hasFinderPatterns: Bool {
    let far = modules - 7
    return [(0, 0), (far, 0), (0, far)].allSatisfy { left, top in
      (0..<49).allSatisfy { index in
        let (x, y) = (index % 7, index / 7)
        return isDark(left + x, top + y) == (max(abs(x - 3), abs(y - 3)) != 2)
      }
    }
  }

  /// Whether the module of that column and row is dark, by its middle.
  private func isDark(_ column: Int, _ row: Int) -> Bool {
    func middle(_ index: Int) -> Int { Int((Double(index) + 0.5) * module) }
    return raster[columns.lowerBound + middle(column), rows.lowerBound + middle(row)] < Raster.inkLimit
  }

  /// Whether four modules around the symbol are purely white.
  ///
  /// - Parameter blur: how many pixels at the symbol's edge a picture that isn't aligned to pixels may smear.
  func hasWhiteQuietZone(blur: Int) -> Bool {
    let zone = Int(4 * module)
    let (outerColumns, outerRows) = (columns.widened(by: zone), rows.widened(by: zone))
    let (innerColumns, innerRows) = (columns.widened(by: blur), rows.widened(by: blur))
    guard outerColumns.lowerBound >= 0, outerRows.lowerBound >= 0, outerColumns.upperBound <= raster.width,
      outerRows.upperBound <= raster.height
    else { return false }
    return outerRows.allSatisfy { y in
      outerColumns.allSatisfy { x in
        (innerColumns.contains(x) && innerRows.contains(y)) || raster[x, y] == 255
      }
    }
  }

  /// Whether every module is a square of that many pixels, all black or all white.
  func isExact(pixelsPerModule size: Int) -> Bool {
    guard columns.count == modules * size, rows.count == modules * size else { return false }
    return (0..<modules * modules).allSatisfy { index in
      let (left, top) = (columns.lowerBound + index % modules * size, rows.lowerBound + index / modules * size)
      let colour = raster[left, top]
      return (colour == 0 || colour == 255)
        && (top..<top + size).allSatisfy { y in (left..<left + size).allSatisfy { raster[$0, y] == colour } }
    }
  }

  /// The extents of the cells that hang together, over a side or a corner.
  private static func pieces(of cells: [[Bool]]) -> [(columns: Range<Int>, rows: Range<Int>)] {
    var left = cells
    var pieces: [(columns: Range<Int>, rows: Range<Int>)] = []
    for y in cells.indices {
      for x in cells[y].indices where left[y][x] {
        var (columns, rows) = (x..<x + 1, y..<y + 1)
        var open = [(x, y)]
        left[y][x] = false
        while let (x, y) = open.popLast() {
          columns = min(columns.lowerBound, x)..<max(columns.upperBound, x + 1)
          rows = min(rows.lowerBound, y)..<max(rows.upperBound, y + 1)
          for (nx, ny) in [-1, 0, 1].flatMap({ dx in [-1, 0, 1].map { (x + dx, y + $0) } })
          where left.indices.contains(ny) && left[ny].indices.contains(nx) && left[ny][nx] {
            left[ny][nx] = false
            open.append((nx, ny))
          }
        }
        pieces.append((columns, rows))
      }
    }
    return pieces
  }
}

extension Range<Int> {
  fileprivate func widened(by margin: Int) -> Range<Int> { lowerBound - margin..<upperBound + margin }
}
