import CodeReading
import Findings
import Testing

/// What scanners and fax machines save as TIFF, and what attackers make of it.
@Suite("TIFF")
struct TIFFTests {
  static let tiffcp = "/usr/bin/tiffcp"

  func read(_ bytes: [UInt8], limits: CodeReader.Limits = .init()) throws(Obstacle) -> PrintReading {
    try CodeReader(limits: limits).read(bytes, fileName: "scan.tiff") { !$0.flatMap(\.codes).isEmpty }
  }

  func texts(_ bytes: [UInt8]) throws(Obstacle) -> [String] { try read(bytes).pages.flatMap(\.codes).map(\.text) }

  func obstacle(_ code: String) -> Obstacle {
    Obstacle(code, at: Place(file: "scan.tiff"), Sentence("", pl: ""), remedy: Sentence("", pl: ""))
  }

  static func scan() throws -> Scan { try PrintedSheet(Payload.smallCertificate).scan(dpi: 200) }

  @Test("Samples of every kind are read, in both byte orders", arguments: TIFFFile.Samples.allCases, [true, false])
  func samples(_ samples: TIFFFile.Samples, isLittleEndian: Bool) throws {
    let file = TIFFFile(isLittleEndian: isLittleEndian).bytes([try Self.scan()], samples)
    #expect(EvidenceKind.of(file) == .tiff)
    #expect(try texts(file) == [Payload.smallCertificate])
  }

  @Test(
    "Every compression is read, in strips and in tiles, and as BigTIFF",
    .enabled(if: OutsideTool.exists(tiffcp), "tiffcp isn't installed"),
    arguments: ["g3:1d", "g3:2d", "g4", "lzw", "zip", "packbits", "jpeg:80"],
    [["-s", "-r", "64"], ["-t", "-w", "256", "-l", "256"], ["-8", "-r", "64"]])
  func compressions(_ compression: String, layout: [String]) throws {
    let plain = TIFFFile().bytes([try Self.scan()], compression.hasPrefix("g") ? .oneBit : .rgb)
    let file = try OutsideTool.run(Self.tiffcp, ["-c", compression] + layout + ["in0", "out"], on: [plain])
    #expect(EvidenceKind.of(file) == .tiff)
    #expect(try texts(file) == [Payload.smallCertificate])
  }

  @Test("Every page of many is read, and belongs to its number")
  func pages() throws {
    let scans = try Payload.all.map { try PrintedSheet($0).scan(dpi: 150) }
    let pages = try read(TIFFFile().bytes(scans)).pages
    #expect(pages.map(\.page) == [1, 2, 3])
    #expect(pages.map { $0.codes.map(\.text) } == Payload.all.map { [$0] })
  }

  @Test("A smaller copy of a page is no page, nor is a mask", arguments: [1, 4])
  func copies(_ kind: Int) throws {
    let scans = [try Self.scan(), try PrintedSheet(Payload.invoice).scan(dpi: 150)]
    let pages = try read(TIFFFile(kindOfOthers: kind).bytes(scans)).pages
    #expect(pages.flatMap(\.codes).map(\.text) == [Payload.smallCertificate])
    #expect(pages.count == 1)
  }

  @Test("A chain of directories that never ends is damage")
  func endlessChain() throws {
    let file = TIFFFile(bitesItsTail: true).bytes([try Self.scan(), try Self.scan()])
    #expect(throws: obstacle("evidence.damaged")) { try read(file) }
  }

  @Test("More pages than accepted are refused")
  func tooManyPages() throws {
    var limits = CodeReader.Limits()
    limits.pages = 2
    let scan = try Self.scan()
    #expect(throws: obstacle("evidence.too-large")) { try read(TIFFFile().bytes([scan, scan, scan]), limits: limits) }
  }

  @Test("A page that claims to be huge is refused before it is decoded")
  func huge() throws {
    var file = TIFFFile().bytes([try Self.scan()])
    // The entries of width and height follow each other, twelve bytes apart.
    let entry: [UInt8] = [0, 1, 4, 0, 1, 0, 0, 0]
    let place = try #require(file.indices.last { file[$0...].starts(with: entry) })
    file.replaceSubrange(place + 8..<place + 12, with: [0xA0, 0x86, 0x01, 0x00])
    file.replaceSubrange(place + 20..<place + 24, with: [0xA0, 0x86, 0x01, 0x00])
    #expect(throws: obstacle("evidence.too-large")) { try read(file) }
  }

  @Test("A second page of which only the beginning is there is damage, though the first is sound")
  func truncatedSecondPage() throws {
    let scans = [try Self.scan(), try Self.scan()]
    let one = TIFFFile().bytes([scans[0]]).count
    let file = TIFFFile().bytes(scans)
    for length in [one + 10, file.count - 40] {
      #expect(throws: obstacle("evidence.damaged")) { try read(Array(file.prefix(length))) }
    }
  }

  @Test("Samples that can't be turned into colours are refused by name")
  func unsupported() throws {
    var file = TIFFFile().bytes([try Self.scan()])
    let photometric: [UInt8] = [6, 1, 3, 0, 1, 0, 0, 0]
    let place = try #require(file.indices.last { file[$0...].starts(with: photometric) })
    file[place + 8] = 200
    #expect(throws: obstacle("evidence.unsupported")) { try read(file) }
  }
}
