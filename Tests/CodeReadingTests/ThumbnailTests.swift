import CTurboJPEG
import CodeReading
import Findings
import Testing

/// The page as a small picture, and as one looks at it.
@Suite("Thumbnails")
struct ThumbnailTests {
  /// Dark at the upper left, where the code stands.
  static func sheet() throws -> PrintedSheet {
    var sheet = PrintedSheet()
    try sheet.print(Payload.invoice, left: 20, top: 20, module: 1)
    return sheet
  }

  static func page(_ bytes: [UInt8]) throws -> PageReading {
    var wishes = CodeReader.Wishes()
    wishes.thumbnails = true
    return try CodeReader().read(
      bytes, fileName: "scan", wishes: wishes, isEnough: { !$0.flatMap(\.codes).isEmpty }
    ).pages[0]
  }

  /// The mean shade of each quarter: upper left, upper right, lower left, lower right.
  static func quarters(_ thumbnail: Thumbnail) throws -> [Int] {
    let (width, height) = (thumbnail.width, thumbnail.height)
    let decoder = try #require(tjInitDecompress())
    defer { tjDestroy(decoder) }
    var pixels = [UInt8](repeating: 0, count: width * height)
    let status = tjDecompress2(
      decoder, thumbnail.jpeg, UInt(thumbnail.jpeg.count), &pixels, Int32(width), 0, Int32(height),
      Int32(TJPF_GRAY.rawValue), 0)
    try #require(status == 0)
    return [(0, 0), (1, 0), (0, 1), (1, 1)].map { column, row in
      let columns = column * width / 2..<(column + 1) * width / 2
      let rows = row * height / 2..<(row + 1) * height / 2
      let sum = rows.reduce(0) { sum, y in columns.reduce(sum) { $0 + Int(pixels[y * width + $1]) } }
      return sum / (columns.count * rows.count)
    }
  }

  @Test("It is 360 pixels wide, small as a file, and shows the page")
  func size() throws {
    let thumbnail = try #require(try Self.page(PrintedSheet.pdf([Self.sheet()])).thumbnail)
    #expect(thumbnail.width == 360)
    #expect((505...512).contains(thumbnail.height))
    #expect(thumbnail.jpeg.count < 30_000)
    let quarters = try Self.quarters(thumbnail)
    #expect(quarters[0] < 248)
    #expect(quarters[1...].allSatisfy { $0 > 250 })
  }

  @Test("A picture smaller than that isn't enlarged, and a narrow one doesn't grow without end")
  func smallAndNarrow() throws {
    let small = try #require(try Self.page(Scan(width: 40, height: 30) { x, _ in UInt8(x) }.png()).thumbnail)
    #expect((small.width, small.height) == (40, 30))
    let narrow = try #require(try Self.page(Scan(width: 3, height: 9_000) { _, y in UInt8(y % 256) }.png()).thumbnail)
    #expect(narrow.width >= 1)
    #expect(narrow.height <= 1_440)
  }

  @Test("It is turned as the camera notes, with the places of the codes", arguments: [3, 6, 8])
  func camera(_ orientation: Int) throws {
    let stored = OrientationTests.stored(try Self.sheet().scan(dpi: 75), orientation)
    let page = try Self.page(Exif(orientation: orientation).jpeg(try stored.jpeg(quality: 80)))
    try expectUpright(page)
  }

  @Test("A page scanned sideways or upside down is turned as its code stands", arguments: [3, 6, 8])
  func scannedTurned(_ orientation: Int) throws {
    let stored = OrientationTests.stored(try Self.sheet().scan(dpi: 75), orientation)
    try expectUpright(try Self.page(stored.png()))
  }

  private func expectUpright(_ page: PageReading) throws {
    let thumbnail = try #require(page.thumbnail)
    #expect(thumbnail.height > thumbnail.width)
    #expect(try Self.quarters(thumbnail).enumerated().min { $0.element < $1.element }?.offset == 0)
    #expect(page.codes.map(\.region.words.english) == ["upper left"])
  }
}
