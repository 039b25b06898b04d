import Findings
import QRSymbol
import Testing

@Suite("QR symbols")
struct QRSymbolTests {
  @Test(
    "Links of known lengths take the versions of the specification at level M",
    arguments: [(99, 41), (104, 41), (211, 57), (216, 61), (467, 85)])
  func versions(length: Int, side: Int) throws {
    let text = String(repeating: "aB3-_/", count: 100).prefix(length)
    #expect(try QRSymbol(String(text)).side == side)
  }

  @Test("Three finder patterns stand in the corners")
  func finderPatterns() throws {
    let symbol = try QRSymbol("https://qr.ksef.mf.gov.pl/invoice/")
    for (column, row) in [(0, 0), (symbol.side - 7, 0), (0, symbol.side - 7)] {
      #expect((0..<7).allSatisfy { symbol[column + $0, row] && symbol[column, row + $0] })
      #expect(!symbol[column + 1, row + 1] && symbol[column + 3, row + 3])
    }
  }

  @Test("A text that no symbol holds is refused")
  func tooLong() {
    #expect(throws: Obstacle("code.too-long", Sentence("", pl: ""), remedy: Sentence("", pl: ""))) {
      try QRSymbol(String(repeating: "x", count: 2332))
    }
  }
}
