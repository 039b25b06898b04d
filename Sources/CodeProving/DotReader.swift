import CZXing
package import Findings
package import InvoiceRendering
package import PrinterDots

/// Reads codes back from a printer's dots, knowing nothing of where they stand in a row.
package struct DotReader: CodeProof {
  package init() {}

  package func prove(_ picture: DotPicture, symbols: [PrintedSymbol]) throws(Obstacle) {
    for band in DotReader.bands(symbols.map(\.rows), height: picture.height) {
      let found = Set(DotReader.texts(in: picture, rows: band))
      for symbol in symbols where band.overlaps(symbol.rows) && !found.contains(symbol.text) {
        throw .unproved(symbol.text)
      }
    }
  }

  /// What ZXing reads in so many rows of a picture; empty where it finds nothing.
  package static func texts(in picture: DotPicture, rows: Range<Int>) -> [String] {
    var gray: [UInt8] = []
    gray.reserveCapacity(picture.width * rows.count)
    for y in rows {
      for x in 0..<picture.width { gray.append(picture[x, y] ? 0 : 0xFF) }
    }
    // Dots have no shades: one threshold serves the whole picture.
    let search = CZXingSearch(global_threshold: true, any_direction: false, other_kinds: false)
    guard let list = czxing_search(gray, Int32(picture.width), Int32(rows.count), search) else { return [] }
    defer { czxing_free(list) }
    return (0..<czxing_count(list)).map { index in
      let symbol = czxing_symbol(list, index)
      return String(decoding: UnsafeBufferPointer(start: symbol.bytes, count: symbol.count), as: UTF8.self)
    }
  }

  /// The rows that hold symbols, those side by side together; a long roll isn't searched where nothing stands.
  private static func bands(_ ranges: [Range<Int>], height: Int) -> [Range<Int>] {
    var bands: [Range<Int>] = []
    for range in ranges.map({ $0.clamped(to: 0..<height) }).sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = bands.last, last.upperBound > range.lowerBound {
        bands[bands.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        bands.append(range)
      }
    }
    return bands
  }
}

extension Obstacle {
  fileprivate static func unproved(_ text: String) -> Obstacle {
    let start = text.prefix(60)
    return Obstacle(
      "code.unproved",
      Sentence(
        "A code can't be read back from the dots that would be printed: \(start)…",
        pl: "Kodu nie da się odczytać z punktów, które byłyby wydrukowane: \(start)…"),
      remedy: Sentence(
        "Nothing was printed. Take wider paper, a printer of finer dots, or a certificate with an EC key.",
        pl:
          "Niczego nie wydrukowano. Użyj szerszego papieru, drukarki o drobniejszych punktach albo certyfikatu z kluczem EC."
      ))
  }
}
