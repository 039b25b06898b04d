import CPoppler

/// An upright rectangle, in points from the page's upper left corner.
struct Box {
  var left: Double
  var top: Double
  var right: Double
  var bottom: Double

  /// A box that isn't anywhere becomes one without extent, in which nothing is seen.
  init(_ box: PopplerRectangle) {
    let isSomewhere = [box.x1, box.y1, box.x2, box.y2].allSatisfy { abs($0) < 1_000_000 }
    left = isSomewhere ? min(box.x1, box.x2) : 0
    top = isSomewhere ? min(box.y1, box.y2) : 0
    right = isSomewhere ? max(box.x1, box.x2) : 0
    bottom = isSomewhere ? max(box.y1, box.y2) : 0
  }

  var height: Double { bottom - top }
  var width: Double { right - left }

  /// How much of it lies on a page, in square points.
  func area(within pageWidth: Double, _ pageHeight: Double) -> Double {
    max(0, min(right, pageWidth) - max(left, 0)) * max(0, min(bottom, pageHeight) - max(top, 0))
  }

  mutating func include(_ other: Box) {
    (left, top) = (min(left, other.left), min(top, other.top))
    (right, bottom) = (max(right, other.right), max(bottom, other.bottom))
  }
}
