extension GrayPicture {
  /// With the bend taken out that a symbol on curled paper has.
  ///
  /// Seen from above, the modules of a bent symbol crowd where the paper falls away: its middle lies nearer to one of its
  /// edges. A parabola sets it back and leaves the finder patterns where they are.
  ///
  /// - Parameters:
  ///   - corner: the middle of the finder pattern between the two others, in pixels.
  ///   - right: the way from there to the middle of one of them; `down` to the other.
  ///   - bend: how far the symbol's middle lies away from where it should be, as a share of either way.
  func unbent(
    corner: (x: Double, y: Double), right: (x: Double, y: Double), down: (x: Double, y: Double),
    bend: (right: Double, down: Double)
  ) -> GrayPicture {
    let area = right.x * down.y - right.y * down.x
    guard abs(area) > 1 else { return self }
    let (lastX, lastY) = (Double(width - 1), Double(height - 1))
    return pixels.withUnsafeBufferPointer { from in
      GrayPicture(width: width, height: height) { to in
        for y in 0..<height {
          for x in 0..<width {
            let (dx, dy) = (Double(x) + 0.5 - corner.x, Double(y) + 0.5 - corner.y)
            let along = (dx * down.y - dy * down.x) / area
            let across = (dy * right.x - dx * right.y) / area
            let (shiftRight, shiftDown) = (
              4 * bend.right * along * (1 - along), 4 * bend.down * across * (1 - across)
            )
            let sourceX = max(0, min(lastX, Double(x) + shiftRight * right.x + shiftDown * down.x))
            let sourceY = max(0, min(lastY, Double(y) + shiftRight * right.y + shiftDown * down.y))
            let (left, top) = (min(Int(sourceX), max(0, width - 2)), min(Int(sourceY), max(0, height - 2)))
            let (shareX, shareY) = (sourceX - Double(left), sourceY - Double(top))
            let (next, below) = (min(left + 1, width - 1), min(top + 1, height - 1) * width)
            let upper = Double(from[top * width + left]) * (1 - shareX) + Double(from[top * width + next]) * shareX
            let lower = Double(from[below + left]) * (1 - shareX) + Double(from[below + next]) * shareX
            to[y * width + x] = UInt8(upper * (1 - shareY) + lower * shareY + 0.5)
          }
        }
      }
    }
  }
}
