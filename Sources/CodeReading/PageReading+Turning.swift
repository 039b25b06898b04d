import CZXing

extension PictureOrientation {
  /// How a picture lies in which a symbol lies like this; nil where the symbol is askew by more than 30° or mirrored.
  init?(of symbol: CZXingSymbol) {
    // From the symbol's own upper left corner to its upper right one, and to its lower left one.
    let across = (x: Double(symbol.x.1 - symbol.x.0), y: Double(symbol.y.1 - symbol.y.0))
    let down = (x: Double(symbol.x.3 - symbol.x.0), y: Double(symbol.y.3 - symbol.y.0))
    guard across.x * down.y - across.y * down.x > 0 else { return nil }
    let (level, steep) = (abs(across.x), abs(across.y))
    // The tangent of 30°.
    if steep <= 0.577 * level {
      self = across.x > 0 ? .upright : .upsideDown
    } else if level <= 0.577 * steep {
      self = across.y > 0 ? .onItsRightSide : .onItsLeftSide
    } else {
      return nil
    }
  }
}

extension PageReading {
  /// The page as it is looked at; its thumbnail isn't touched.
  func upright(from orientation: PictureOrientation) -> PageReading {
    guard orientation != .upright else { return self }
    let codes = codes.map {
      FoundCode(text: $0.text, page: page, region: $0.region.upright(from: orientation), isQR: $0.isQR)
    }
    let words = text.words.map {
      PageWord(text: $0.text, region: $0.region.upright(from: orientation), confidence: $0.confidence)
    }
    return PageReading(
      page: page,
      codes: codes.sorted { ($0.region.centerY, $0.region.centerX) < ($1.region.centerY, $1.region.centerX) },
      unreadable: unreadable.map {
        UnreadCode(region: $0.region.upright(from: orientation), pixelsPerModule: $0.pixelsPerModule)
      }, isExhausted: isExhausted,
      text: PageText(source: text.source, words: words, shortfall: text.shortfall), thumbnail: thumbnail)
  }
}

extension PageRegion {
  /// Where it lies once the page is turned as it is looked at.
  func upright(from orientation: PictureOrientation) -> PageRegion {
    let (x, y) =
      switch orientation {
      case .upright: (centerX, centerY)
      case .mirrored: (1 - centerX, centerY)
      case .upsideDown: (1 - centerX, 1 - centerY)
      case .upsideDownMirrored: (centerX, 1 - centerY)
      case .transposed: (centerY, centerX)
      case .onItsLeftSide: (1 - centerY, centerX)
      case .transposedUpsideDown: (1 - centerY, 1 - centerX)
      case .onItsRightSide: (centerY, 1 - centerX)
      }
    let (across, down) = orientation.swapsSides ? (height, width) : (width, height)
    return PageRegion(centerX: x, centerY: y, width: across, height: down)
  }
}
