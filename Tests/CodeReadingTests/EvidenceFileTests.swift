import CodeReading
import Findings
import Testing

/// Whole files in, codes with their places out.
@Suite("Evidence files")
struct EvidenceFileTests {
  /// Two codes at the foot of page 1 and one at the head of page 2.
  static func invoice() throws -> [PrintedSheet] {
    var first = PrintedSheet()
    try first.print(Payload.invoice, left: 20, top: 230)
    try first.print(Payload.largeCertificate, left: 150, top: 230)
    var second = PrintedSheet()
    try second.print(Payload.smallCertificate, left: 95, top: 20)
    return [first, second]
  }

  func read(_ bytes: [UInt8], isEnough: ([FoundCode]) -> Bool = { !$0.isEmpty }) throws(Obstacle) -> [PageReading] {
    try CodeReader().read(bytes, fileName: "evidence", isEnough: { isEnough($0.flatMap(\.codes)) }).pages
  }

  @Test("Every code of a PDF is found with its page and place")
  func pdf() throws {
    let pages = try read(PrintedSheet.pdf(Self.invoice()), isEnough: { $0.count == 3 })
    #expect(pages.map(\.page) == [1, 2])
    #expect(pages[0].codes.map(\.text) == [Payload.invoice, Payload.largeCertificate])
    #expect(pages[0].codes.map(\.region.words.english) == ["lower left", "lower right"])
    #expect(pages[1].codes.map(\.text) == [Payload.smallCertificate])
    #expect(pages[1].codes.map(\.region.words.polish) == ["u góry pośrodku"])
    #expect(pages.flatMap(\.codes).allSatisfy { $0.isQR })
  }

  @Test("The region lies where the code was printed")
  func region() throws {
    let pages = try read(PrintedSheet.pdf([Self.invoice()[0]]))
    let region = try #require(pages.first?.codes.first).region
    let side = 45 * 0.375
    #expect(abs(region.centerX - (20 + side / 2) / 210) < 0.005)
    #expect(abs(region.centerY - (230 + side / 2) / 297) < 0.005)
    #expect(abs(region.width - side / 210) < 0.01)
    #expect(abs(region.height - side / 297) < 0.01)
  }

  @Test("An empty page has no codes and nothing is left to try on it")
  func blankPage() throws {
    let pages = try read(PrintedSheet.pdf([PrintedSheet()]))
    #expect(pages == [PageReading(page: 1, codes: [], isExhausted: true)])
  }

  @Test("A page is searched to the end where the caller isn't content")
  func searchedToTheEnd() throws {
    let file = try PrintedSheet(Payload.invoice).scan(dpi: 150).png()
    let content = try read(file)
    let discontent = try read(file, isEnough: { _ in false })
    #expect(content.map(\.isExhausted) == [false])
    #expect(discontent.map(\.isExhausted) == [true])
  }

  @Test("The same code isn't listed twice, however often it is seen")
  func seenOften() throws {
    let file = try PrintedSheet(Payload.invoice).scan(dpi: 200).png()
    let pages = try read(file, isEnough: { _ in false })
    #expect(pages.flatMap(\.codes).map(\.text) == [Payload.invoice])
    #expect(pages.flatMap(\.unreadable).isEmpty)
  }

  @Test("The same text printed twice is listed twice")
  func printedTwice() throws {
    var sheet = PrintedSheet()
    try sheet.print(Payload.invoice, left: 20, top: 20)
    try sheet.print(Payload.invoice, left: 20, top: 240)
    let pages = try read(PrintedSheet.pdf([sheet]))
    #expect(pages.flatMap(\.codes).map(\.text) == [Payload.invoice, Payload.invoice])
    #expect(pages.flatMap(\.codes).map(\.region.words.english) == ["upper left", "lower left"])
  }

  @Test("A page after the codes that were wanted is still looked at")
  func everyPageIsLookedAt() throws {
    let pages = try read(PrintedSheet.pdf(Self.invoice()), isEnough: { _ in true })
    #expect(pages.last?.codes.map(\.text) == [Payload.smallCertificate])
  }

  @Test("A code that is located but destroyed is reported as unreadable, not passed over")
  func destroyedCode() throws {
    // Between its finder patterns nearly every third module is wrong, which no correction mends.
    let sound = try Symbol(Payload.smallCertificate.utf8)
    var random = Pseudorandom(seed: 3)
    let inside = 9..<sound.side - 9
    let modules = sound.isDark.enumerated().map { index, isDark in
      let isHit = inside.contains(index / sound.side) && inside.contains(index % sound.side)
      return isHit && random.next() >> 33 % 3 == 0 ? !isDark : isDark
    }
    var sheet = PrintedSheet()
    sheet.codes.append(.init(symbol: Symbol(side: sound.side, isDark: modules), left: 90, top: 90, module: 0.5))
    let scan = sheet.scan(dpi: 100)
    let pages = try read(scan.png(), isEnough: { _ in false })
    #expect(pages.flatMap(\.codes).isEmpty)
    let unread = pages.flatMap(\.unreadable)
    #expect(unread.count == 1)
    // Half a millimetre at 100 dpi.
    #expect(unread.allSatisfy { abs($0.pixelsPerModule - 1.97) < 0.3 })
  }

  @Test("Bytes that aren't UTF-8 are replaced")
  func notUTF8() throws {
    // ISO 8859-2, as an old program may have written it, with a zero inside.
    var sheet = PrintedSheet()
    sheet.codes.append(.init(symbol: try Symbol([0x5A, 0xB3, 0x00, 0x31]), left: 90, top: 90, module: 1))
    let pages = try read(sheet.scan(dpi: 100).png())
    #expect(pages.flatMap(\.codes).map(\.text) == ["Z\u{FFFD}\0" + "1"])
  }

  @Test("JPEGs are read, baseline and progressive", arguments: [false, true])
  func jpeg(progressive: Bool) throws {
    let file = try PrintedSheet(Payload.smallCertificate).scan(dpi: 200).jpeg(quality: 80, progressive: progressive)
    #expect(try read(file).flatMap(\.codes).map(\.text) == [Payload.smallCertificate])
  }
}
