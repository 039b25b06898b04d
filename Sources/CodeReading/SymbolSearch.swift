import CZXing

/// One symbol as ZXing saw it in a picture.
struct SeenSymbol {
  /// The payload.
  let text: String
  let region: PageRegion
  /// How the page lies, judged by this symbol; nil where it stands askew or mirrored.
  var orientation: PictureOrientation?
}

extension GrayPicture {
  /// The symbols of the picture in the order in which ZXing met them; nil where ZXing gave up on it.
  ///
  /// Nothing is altered in the payload: ZXing's guess at a character set isn't used, the bytes are read as UTF-8.
  func symbols(_ search: CZXingSearch) -> [SeenSymbol]? {
    pixels.withUnsafeBufferPointer { buffer in
      guard let list = SymbolList(buffer, width: width, height: height, search) else { return nil }
      return list.map { symbol in
        let payload = UnsafeBufferPointer(start: symbol.bytes, count: symbol.count)
        return SeenSymbol(
          text: String(decoding: payload, as: UTF8.self), region: region(symbol),
          orientation: PictureOrientation(of: symbol))
      }
    }
  }

  private func region(_ symbol: CZXingSymbol) -> PageRegion {
    let x = [symbol.x.0, symbol.x.1, symbol.x.2, symbol.x.3].map { Double($0) / Double(width) }.sorted()
    let y = [symbol.y.0, symbol.y.1, symbol.y.2, symbol.y.3].map { Double($0) / Double(height) }.sorted()
    return PageRegion(
      centerX: (x[0] + x[3]) / 2, centerY: (y[0] + y[3]) / 2, width: x[3] - x[0], height: y[3] - y[0])
  }
}

/// Owns the list that ZXing hands out.
private struct SymbolList: ~Copyable {
  private let list: OpaquePointer

  init?(_ gray: UnsafeBufferPointer<UInt8>, width: Int, height: Int, _ search: CZXingSearch) {
    guard let list = czxing_search(gray.baseAddress, Int32(width), Int32(height), search) else { return nil }
    self.list = list
  }

  deinit { czxing_free(list) }

  /// - Parameter body: must not keep the symbol's bytes, which die with the list.
  func map<Value>(_ body: (CZXingSymbol) -> Value) -> [Value] {
    (0..<czxing_count(list)).map { body(czxing_symbol(list, $0)) }
  }
}
