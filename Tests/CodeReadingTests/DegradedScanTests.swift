import CodeReading
import Testing

/// Measured as decoders measure themselves: so many of a set must be read, none may be misread.
///
/// Every condition is tried on three payloads at three positions on the grid of pixels: nine pictures.
/// Modules are 0.375 mm, the smallest that is printed.
@Suite("Degraded scans")
struct DegradedScanTests {
  struct Condition: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let leastRead: Int
    let file: @Sendable (PrintedSheet) throws -> [UInt8]

    init(_ name: String, atLeast leastRead: Int = 9, _ file: @escaping @Sendable (PrintedSheet) throws -> [UInt8]) {
      testDescription = name
      self.leastRead = leastRead
      self.file = file
    }
  }

  static let conditions = [
    Condition("300 dpi") { try $0.scan(dpi: 300).png() },
    Condition("200 dpi") { try $0.scan(dpi: 200).png() },
    Condition("150 dpi: 2.2 pixels per module") { try $0.scan(dpi: 150).png() },
    Condition("135 dpi: 2 pixels per module") { try $0.scan(dpi: 135.5).png() },
    Condition("110 dpi: 1.6 pixels per module") { try $0.scan(dpi: 110).png() },
    Condition("100 dpi: 1.5 pixels per module") { try $0.scan(dpi: 100).png() },
    Condition("90 dpi: 1.3 pixels per module") { try $0.scan(dpi: 90).png() },
    Condition("turned by 90°") { try $0.scan(dpi: 200, turned: 90).png() },
    Condition("turned by 180°") { try $0.scan(dpi: 200, turned: 180).png() },
    Condition("askew by 3°") { try $0.scan(dpi: 200, turned: 3).png() },
    Condition("turned by 45°") { try $0.scan(dpi: 300, turned: 45).png() },
    Condition("blurred") { try $0.scan(dpi: 200).blurred(sigma: 1.2).png() },
    Condition("blurred much") { try $0.scan(dpi: 300).blurred(sigma: 2).png() },
    Condition("noisy") { try $0.scan(dpi: 200).noisy(60, seed: 1).png() },
    Condition("noisy and coarse") { try $0.scan(dpi: 150).noisy(40, seed: 2).png() },
    Condition("faded") { try $0.scan(dpi: 200).faded(darkest: 150, lightest: 200).png() },
    Condition("black and white") { try $0.scan(dpi: 200).oneBit().png() },
    Condition("streaked") { try $0.scan(dpi: 300).streaked(every: 12).png() },
    Condition("noisy and coarsest") { try $0.scan(dpi: 110).noisy(20, seed: 3).png() },
    Condition("very noisy", atLeast: 8) { try $0.scan(dpi: 200).noisy(100, seed: 4).png() },
    Condition("faded and noisy", atLeast: 8) {
      try $0.scan(dpi: 200).faded(darkest: 170, lightest: 200).noisy(8, seed: 5).png()
    },
    Condition("noisy, then black and white", atLeast: 8) {
      try $0.scan(dpi: 200).blurred(sigma: 0.8).noisy(50, seed: 9).oneBit().png()
    },
    Condition("blurred by half a module") { try $0.scan(dpi: 200).blurred(sigma: 1.5).png() },
    Condition("JPEG of quality 30") { try $0.scan(dpi: 200).jpeg(quality: 30) },
    Condition("JPEG of quality 15, blurred, askew") {
      try $0.scan(dpi: 200, turned: 5).blurred(sigma: 0.8).jpeg(quality: 15)
    },
  ]

  @Test(arguments: conditions)
  func enoughAreReadAndNoneMisread(_ condition: Condition) throws {
    var (read, misread) = (0, 0)
    for payload in Payload.all {
      for shift in [0, 0.04, 0.09] {
        let file = try condition.file(PrintedSheet(payload, shift: shift))
        let pages = try CodeReader().read(file, fileName: "scan", isEnough: { !$0.flatMap(\.codes).isEmpty }).pages
        let texts = pages.flatMap(\.codes).map(\.text)
        if texts == [payload] { read += 1 }
        misread += texts.count { $0 != payload }
      }
    }
    #expect(misread == 0)
    #expect(read >= condition.leastRead)
  }
}
