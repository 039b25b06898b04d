import Testing

/// How large the codes come out of a printer, measured from a picture of the page at a printer's resolution.
@Suite("The printed size of the codes")
struct PrintedSizeTests {
  static let dotsPerInch = 600

  @Test(
    "Modules are half a millimetre wide with four white modules around the symbol",
    arguments: ["fa3-vat.xml", "fa3-vat-long.xml", "rr-vat.xml"], KeyType.allCases)
  func modules(sample: String, keyType: KeyType) async throws {
    let invoice = try #require(Corpus.samples.first { $0.path.hasSuffix("/\(sample)") })
    let print = try await PrintShop.ofProcess.print(invoice, keyType)
    let page = try Raster(lastPageOf: print.pdf, dotsPerInch: Double(PrintedSizeTests.dotsPerInch))
    // A millimetre and a half: the quiet zone of the smallest module that is allowed.
    let symbols = QRSymbolMeasure.all(in: page, gap: PrintedSizeTests.dotsPerInch * 15 / 254)
    #expect(symbols.count == 2)
    for symbol in symbols {
      let millimetres = symbol.module * 25.4 / Double(PrintedSizeTests.dotsPerInch)
      #expect(millimetres >= 0.375)
      #expect(abs(millimetres - 0.5) < 0.01)
      #expect(symbol.hasWhiteQuietZone(blur: 1))
    }
  }
}
