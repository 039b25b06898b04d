import CodeReading
import Findings
import Testing

/// Whatever is given, the answer is codes or an obstacle, never a crash.
@Suite("Hostile evidence")
struct HostileEvidenceTests {
  func read(_ bytes: [UInt8], limits: CodeReader.Limits = .init()) throws(Obstacle) -> [PageReading] {
    try CodeReader(limits: limits).read(bytes, fileName: "evidence", isEnough: { _ in true }).pages
  }

  func obstacle(_ code: String) -> Obstacle {
    Obstacle(code, at: Place(file: "evidence"), Sentence("", pl: ""), remedy: Sentence("", pl: ""))
  }

  static func valid(_ kind: EvidenceKind) throws -> [UInt8] {
    let sheet = try PrintedSheet(Payload.invoice)
    switch kind {
    case .pdf: return PrintedSheet.pdf([sheet])
    case .png: return try sheet.scan(dpi: 150).png()
    case .jpeg: return try sheet.scan(dpi: 150).jpeg(quality: 80)
    case .tiff: return TIFFFile().bytes([sheet.scan(dpi: 150)])
    }
  }

  @Test("The kind is seen from the content")
  func kind() throws {
    for kind in EvidenceKind.allCases {
      #expect(EvidenceKind.of(try Self.valid(kind)) == kind)
    }
    #expect(EvidenceKind.of(Array("junk before the header %PDF-1.7".utf8)) == .pdf)
    #expect(EvidenceKind.of([UInt8](repeating: 0x20, count: 1024) + Array("%PDF-1.7".utf8)) == nil)
    #expect(EvidenceKind.of([0x89, 0x50]) == nil)
  }

  @Test("Other files are refused by name", arguments: ["", "GIF89a", "<Faktura/>", "%PD", "\u{FEFF}hello"])
  func otherKinds(_ content: String) {
    #expect(throws: obstacle("evidence.unknown-kind")) { try read(Array(content.utf8)) }
  }

  @Test("A picture that ends early is refused", arguments: [EvidenceKind.png, .jpeg, .tiff], [10, 40, 50, 75, 97])
  func truncatedPicture(_ kind: EvidenceKind, percent: Int) throws {
    let file = try Self.valid(kind)
    #expect(throws: obstacle("evidence.damaged")) { try read(Array(file.prefix(file.count * percent / 100))) }
  }

  @Test("Noise after a valid beginning is refused", arguments: EvidenceKind.allCases)
  func noiseAfterTheHeader(_ kind: EvidenceKind) throws {
    var random = Pseudorandom(seed: 7)
    let noise = (0..<20_000).map { _ in UInt8(truncatingIfNeeded: random.next() >> 40) }
    for kept in [12, 24, 40, 64] {
      #expect(throws: obstacle("evidence.damaged")) { try read(Array(try Self.valid(kind).prefix(kept)) + noise) }
    }
  }

  @Test("Bytes changed at random end in codes or an obstacle", arguments: EvidenceKind.allCases)
  func changedBytes(_ kind: EvidenceKind) throws {
    let file = try Self.valid(kind)
    var random = Pseudorandom(seed: 11)
    var outcomes = 0
    for _ in 0..<60 {
      var changed = file
      for _ in 0..<8 { changed[Int(random.next() >> 33) % file.count] = UInt8(truncatingIfNeeded: random.next() >> 40) }
      do throws(Obstacle) {
        let texts = try read(changed).flatMap(\.codes).map(\.text)
        #expect(texts.allSatisfy { $0 == Payload.invoice })
        outcomes += 1
      } catch {
        #expect(error.code.hasPrefix("evidence."))
        outcomes += 1
      }
    }
    #expect(outcomes == 60)
  }

  @Test("A PNG that claims to be huge is refused before it is decoded", arguments: [100_000, 1_000_000] as [UInt32])
  func hugePNG(side: UInt32) throws {
    var file = try Self.valid(.png)
    // IHDR: width and height at byte 16, its checksum at byte 29 (ISO/IEC 15948, 11.2.2).
    file.replaceSubrange(16..<24, with: bigEndian(side) + bigEndian(side))
    file.replaceSubrange(29..<33, with: bigEndian(checksumOfPNG(file[12..<29])))
    #expect(throws: obstacle("evidence.too-large")) { try read(file) }
  }

  @Test("A JPEG that claims to be huge is refused before it is decoded")
  func hugeJPEG() throws {
    var file = try Self.valid(.jpeg)
    let frame = try #require(file.indices.first { file[$0...].starts(with: [0xFF, 0xC0]) })
    // SOF: marker, length, precision, then height and width (ISO/IEC 10918-1, B.2.2).
    file.replaceSubrange(frame + 5..<frame + 9, with: [0xFF, 0xDC, 0xFF, 0xDC])
    #expect(throws: obstacle("evidence.too-large")) { try read(file) }
  }

  @Test("The bounds are the caller's to set")
  func bounds() throws {
    var limits = CodeReader.Limits()
    limits.picturePixels = 1_000
    limits.pages = 1
    #expect(throws: obstacle("evidence.too-large")) { try read(try Self.valid(.png), limits: limits) }
    #expect(throws: obstacle("evidence.too-large")) { try read(try Self.valid(.jpeg), limits: limits) }
    let sheet = PrintedSheet()
    #expect(throws: obstacle("evidence.too-large")) { try read(PrintedSheet.pdf([sheet, sheet]), limits: limits) }
  }

  @Test("A page of a billion pixels is drawn coarsely, and its codes are read")
  func hugePage() throws {
    var limits = CodeReader.Limits()
    limits.pagePixels = 4_000_000
    // Four metres wide.
    let sheet = try PrintedSheet(Payload.invoice, module: 80)
    let pages = try read(PrintedSheet.pdf([sheet]), limits: limits)
    #expect(pages.flatMap(\.codes).map(\.text) == [Payload.invoice])
  }

  @Test("What is transparent in a PNG is paper")
  func transparency() throws {
    let scan = try PrintedSheet(Payload.invoice).scan(dpi: 150)
    let pages = try read(scan.pngWithTransparentPaper())
    #expect(pages.flatMap(\.codes).map(\.text) == [Payload.invoice])
  }

  @Test("Every obstacle says in both languages what happened and what to do")
  func sentences() throws {
    let error = #expect(throws: Obstacle.self) { try read([]) }
    let obstacle = try #require(error)
    for language in Language.allCases {
      #expect(obstacle.reason.text(in: language).hasSuffix("."))
      #expect(obstacle.remedy.text(in: language).hasSuffix("."))
    }
  }

  private func bigEndian(_ value: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: value >> (24 - 8 * $0)) }
  }
}
