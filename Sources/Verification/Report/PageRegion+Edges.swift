import CodeReading

extension PageRegion {
  /// The left edge, as a fraction of the page's width.
  var left: Double { centerX - width / 2 }
  /// The top edge, as a fraction of the page's height.
  var top: Double { centerY - height / 2 }
}
