extension GrayPicture {
  /// With the three finder patterns of a symbol and the light around them as they should be.
  ///
  /// - Parameters:
  ///   - left: of this picture, in pixels of the picture in which the sign was seen; so is `top`.
  ///   - scale: pixels of this picture for each of that one.
  func withPatterns(of sign: SymbolSign, left: Int, top: Int, scale: Double) -> GrayPicture {
    let grid = sign.grid
    let (right, down) = (
      (x: grid.right.x * scale, y: grid.right.y * scale), (x: grid.down.x * scale, y: grid.down.y * scale)
    )
    let area = right.x * down.y - right.y * down.x
    guard abs(area) > 0.5 else { return self }
    let reach = 4.5 * (max(abs(right.x), abs(right.y)) + max(abs(down.x), abs(down.y)))
    return GrayPicture(width: width, height: height) { to in
      _ = to.initialize(from: pixels)
      for middle in grid.middles {
        let (x, y) = ((middle.x - Double(left)) * scale, (middle.y - Double(top)) * scale)
        // A sign may reach beyond the page.
        for row in max(0, Int(y - reach))..<max(0, Int(y - reach), min(height, Int(y + reach) + 1)) {
          for column in max(0, Int(x - reach))..<max(0, Int(x - reach), min(width, Int(x + reach) + 1)) {
            let (dx, dy) = (Double(column) + 0.5 - x, Double(row) + 0.5 - y)
            let along = abs(dx * down.y - dy * down.x) / abs(area)
            let across = abs(dy * right.x - dx * right.y) / abs(area)
            let distance = max(along, across)
            if distance > 4.5 { continue }
            to[row * width + column] = distance < 1.5 || (2.5...3.5).contains(distance) ? 0 : 255
          }
        }
      }
    }
  }
}
