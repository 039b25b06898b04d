import PrinterDots
import Testing

@Suite("A picture of dots")
struct DotPictureTests {
  @Test("The leftmost dot is the highest bit, and rows follow each other")
  func order() {
    let picture = DotPicture(width: 10, height: 2, dotsPerInch: 203.2, bytes: [0x80, 0x40, 0x01, 0x00])
    let black = (0..<2).flatMap { y in (0..<10).filter { picture[$0, y] }.map { [$0, y] } }
    #expect(black == [[0, 0], [9, 0], [7, 1]])
  }

  @Test("Pictures of one width are put one under the other")
  func stacking() {
    let upper = DotPicture(width: 8, height: 1, dotsPerInch: 180, bytes: [0xFF])
    let lower = DotPicture(width: 8, height: 2, dotsPerInch: 180, bytes: [0x01, 0x02])
    #expect(
      DotPicture.stacked([upper, lower])
        == DotPicture(width: 8, height: 3, dotsPerInch: 180, bytes: [0xFF, 0x01, 0x02]))
  }

  @Test(
    "What a printer might take for an order of its own gets a dot more; everything else stays",
    arguments: [
      // Status, recovery (empties the memory), drawer.
      ([0x10, 0x04, 0x01], [0x18, 0x04, 0x01]), ([0x10, 0x05, 0x02], [0x18, 0x05, 0x02]),
      ([0x10, 0x14, 0x01], [0x18, 0x14, 0x01]),
      ([0x10, 0x06, 0x10], [0x10, 0x06, 0x10]), ([0x30, 0x04, 0x01], [0x30, 0x04, 0x01]),
    ] as [([UInt8], [UInt8])])
  func orders(given: [UInt8], expected: [UInt8]) {
    #expect(
      DotPicture(width: 8, height: given.count, dotsPerInch: 203.2, bytes: given).withoutRealTimeCommands().bytes
        == expected)
  }
}
