import CodeReading
import Findings
import Testing

/// Cameras and scanners that note how they were held.
@Suite("Orientation")
struct OrientationTests {
  /// A sheet as it is looked at, with its code at the upper left.
  static func sheet() throws -> Scan {
    var sheet = PrintedSheet()
    try sheet.print(Payload.invoice, left: 20, top: 20)
    return sheet.scan(dpi: 110)
  }

  /// The rows and columns that a device stores which notes this orientation (TIFF 6.0, `Orientation`).
  static func stored(_ scan: Scan, _ orientation: Int) -> Scan {
    let (right, bottom) = (scan.width - 1, scan.height - 1)
    let swaps = orientation >= 5
    return Scan(width: swaps ? scan.height : scan.width, height: swaps ? scan.width : scan.height) { column, row in
      let (x, y) =
        switch orientation {
        case 1: (column, row)
        case 2: (right - column, row)
        case 3: (right - column, bottom - row)
        case 4: (column, bottom - row)
        case 5: (row, column)
        case 6: (right - row, column)
        case 7: (right - row, bottom - column)
        default: (row, bottom - column)
        }
      return scan.pixels[y * scan.width + x]
    }
  }

  @Test("A code lies where one sees it when the picture is turned as noted", arguments: 1...8)
  func regions(_ orientation: Int) throws {
    let stored = Self.stored(try Self.sheet(), orientation)
    let files: [[UInt8]] = [
      try Exif(orientation: orientation).jpeg(try stored.jpeg(quality: 80)),
      try Exif(orientation: orientation, isLittleEndian: false).jpeg(try stored.jpeg(quality: 80)),
      try Exif(orientation: orientation).png(try stored.png()),
      TIFFFile(orientation: orientation).bytes([stored]),
    ]
    for file in files {
      let codes = try CodeReader().read(file, fileName: "photo", isEnough: { !$0.flatMap(\.codes).isEmpty }).pages[0]
        .codes
      #expect(codes.map(\.text) == [Payload.invoice])
      #expect(codes.map(\.region.words.english) == ["upper left"])
    }
  }

  @Test("A note that makes no sense counts for nothing", arguments: [0, 9, 65_535])
  func nonsense(_ orientation: Int) throws {
    let file = try Exif(orientation: orientation).jpeg(try Self.sheet().jpeg(quality: 80))
    let codes = try CodeReader().read(file, fileName: "photo", isEnough: { !$0.flatMap(\.codes).isEmpty }).pages[0]
      .codes
    #expect(codes.map(\.region.words.english) == ["upper left"])
  }

  @Test("A note that is cut off anywhere counts for nothing")
  func cutOff() throws {
    let jpeg = try Self.sheet().jpeg(quality: 30)
    for length in 0..<Exif(orientation: 3).block.count {
      let file = try Exif(orientation: 3, length: length).jpeg(jpeg)
      #expect(throws: Never.self) { try CodeReader().read(file, fileName: "photo", isEnough: { _ in true }) }
    }
  }

  @Test("A photograph of 12 megapixels is read and turned")
  func largePhotograph() throws {
    var sheet = PrintedSheet()
    try sheet.print(Payload.largeCertificate, left: 20, top: 20)
    // 4128 pixels high, as telephones have them; softened and noisy as their pictures are.
    let photo = sheet.scan(dpi: 353).blurred(sigma: 1.2).noisy(12, seed: 21)
    let file = try Exif(orientation: 6).jpeg(try Self.stored(photo, 6).jpeg(quality: 85))
    let pages = try CodeReader().read(file, fileName: "photo", isEnough: { !$0.flatMap(\.codes).isEmpty }).pages
    #expect(pages[0].codes.map(\.text) == [Payload.largeCertificate])
    #expect(pages[0].codes.map(\.region.words.english) == ["upper left"])
  }
}

/// A camera's note with nothing but the orientation, put into files.
struct Exif {
  let orientation: Int
  var isLittleEndian = true
  /// So many bytes of it only.
  var length: Int?

  var block: [UInt8] {
    func number(_ value: Int, _ count: Int) -> [UInt8] {
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
      return isLittleEndian ? bytes : bytes.reversed()
    }
    let mark: [UInt8] = isLittleEndian ? [0x49, 0x49] : [0x4D, 0x4D]
    let whole =
      mark + number(42, 2) + number(8, 4) + number(1, 2) + number(0x0112, 2) + number(3, 2) + number(1, 4)
      + number(orientation, 2) + [0, 0] + number(0, 4)
    return Array(whole.prefix(length ?? whole.count))
  }

  /// After the start of the image, as cameras put it.
  func jpeg(_ file: [UInt8]) throws -> [UInt8] {
    let content = Array("Exif".utf8) + [0, 0] + block
    let length = content.count + 2
    try #require(file.starts(with: [0xFF, 0xD8]))
    return file[0..<2] + [0xFF, 0xE1, UInt8(length >> 8), UInt8(length & 0xFF)] + content + file[2...]
  }

  /// After the header, which takes 33 bytes.
  func png(_ file: [UInt8]) throws -> [UInt8] {
    let content = Array("eXIf".utf8) + block
    func number(_ value: UInt32) -> [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: value >> (24 - 8 * $0)) } }
    let chunk = number(UInt32(block.count)) + content + number(checksumOfPNG(content))
    return Array(file[0..<33]) + chunk + Array(file[33...])
  }
}

/// CRC-32 as PNG's chunks carry it (ISO/IEC 15948, annex D).
func checksumOfPNG(_ bytes: some Sequence<UInt8>) -> UInt32 {
  ~bytes.reduce(UInt32.max) { remainder, byte in
    (0..<8).reduce(remainder ^ UInt32(byte)) { value, _ in value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
  }
}
