/// How a picture's rows and columns lie when it is looked at: the tag `Orientation` of TIFF 6.0, also in EXIF.
///
/// Cameras store what the sensor saw and note how they were held.
enum PictureOrientation: Int {
  /// The first row is the top, the first column the left side.
  case upright = 1
  case mirrored
  case upsideDown
  case upsideDownMirrored
  /// Mirrored about the diagonal from the upper left: rows are columns.
  case transposed
  /// To be turned by 90° clockwise.
  case onItsLeftSide
  case transposedUpsideDown
  /// To be turned by 90° anticlockwise.
  case onItsRightSide

  /// Whether rows become columns.
  var swapsSides: Bool { rawValue >= 5 }
}

extension GrayPicture {
  /// The picture as it is to be looked at.
  func upright(from orientation: PictureOrientation) -> GrayPicture {
    // Where in the stored picture the pixel right of, and the pixel below a pixel lie, and where the first one lies.
    let (right, below, first) =
      switch orientation {
      case .upright: (1, width, 0)
      case .mirrored: (-1, width, width - 1)
      case .upsideDown: (-1, -width, width * height - 1)
      case .upsideDownMirrored: (1, -width, width * (height - 1))
      case .transposed: (width, 1, 0)
      case .onItsLeftSide: (-width, 1, width * (height - 1))
      case .transposedUpsideDown: (-width, -1, width * height - 1)
      case .onItsRightSide: (width, -1, width - 1)
      }
    guard orientation != .upright else { return self }
    let (columns, rows) = orientation.swapsSides ? (height, width) : (width, height)
    return pixels.withUnsafeBufferPointer { from in
      GrayPicture(width: columns, height: rows) { to in
        for y in 0..<rows {
          var index = first + y * below
          for x in 0..<columns {
            to[y * columns + x] = from[index]
            index += right
          }
        }
      }
    }
  }
}
