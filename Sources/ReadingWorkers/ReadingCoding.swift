import ArchivePDF
import CodeReading
import Findings

/// What was seen in a file, as bytes that go from one process to another, or lie in a journal.
///
/// Whoever wrote the bytes, what is taken out of them keeps the promises of the types: pages count from 1 without a
/// gap, places lie on the page or near it, and there are no numbers that are none.
extension ByteWriter {
  mutating func add(_ result: Result<PrintReading, Obstacle>) {
    switch result {
    case .success(let reading):
      add(true)
      add(reading)
    case .failure(let obstacle):
      add(false)
      for text in [
        obstacle.code, obstacle.reason.english, obstacle.reason.polish, obstacle.remedy.english, obstacle.remedy.polish,
      ] { add(text) }
    }
  }

  mutating func add(_ reading: PrintReading) {
    add(reading.kind.rawValue)
    add(reading.pages) { $0.add($1) }
    add(reading.attachments) { writer, file in
      writer.add(file.name)
      writer.add(file.bytes)
    }
  }

  private mutating func add(_ page: PageReading) {
    add(page.codes) { writer, code in
      writer.add(code.text)
      writer.add(code.region)
      writer.add(code.isQR)
    }
    add(page.unreadable) { writer, code in
      writer.add(code.region)
      writer.add(code.pixelsPerModule)
    }
    add(page.isExhausted)
    add(page.text.source.rawValue)
    add(page.text.words) { writer, word in
      writer.add(word.text)
      writer.add(word.region)
      writer.add(word.confidence)
    }
    add(page.text.shortfall.map { [$0] } ?? []) { $0.add($1.rawValue) }
    add(page.thumbnail.map { [$0] } ?? []) { writer, thumbnail in
      writer.add(thumbnail.jpeg)
      writer.add(thumbnail.width)
      writer.add(thumbnail.height)
    }
  }

  private mutating func add(_ region: PageRegion) {
    for value in [region.centerX, region.centerY, region.width, region.height] { add(value) }
  }
}

extension ByteReader {
  mutating func result() throws(MalformedBytes) -> Result<PrintReading, Obstacle> {
    if try flag() { return .success(try reading()) }
    let code = try text()
    let (reason, polishReason) = (try text(), try text())
    let (remedy, polishRemedy) = (try text(), try text())
    guard code.hasPrefix("evidence."), code.utf8.allSatisfy({ $0 == 0x2E || $0 == 0x2D || (0x61...0x7A).contains($0) })
    else { throw MalformedBytes() }
    return .failure(
      Obstacle(
        code, Sentence(reason.printable(upTo: 1000), pl: polishReason.printable(upTo: 1000)),
        remedy: Sentence(remedy.printable(upTo: 1000), pl: polishRemedy.printable(upTo: 1000))))
  }

  mutating func reading() throws(MalformedBytes) -> PrintReading {
    guard let kind = EvidenceKind(rawValue: try text()) else { throw MalformedBytes() }
    var number = 0
    let pages = try list { (reader: inout ByteReader) throws(MalformedBytes) -> PageReading in
      number += 1
      return try reader.page(number)
    }
    let attachments = try list { (reader: inout ByteReader) throws(MalformedBytes) -> AttachedFile in
      AttachedFile(name: try reader.text(), bytes: try reader.byteList())
    }
    return PrintReading(kind: kind, pages: pages, attachments: attachments)
  }

  private mutating func page(_ number: Int) throws(MalformedBytes) -> PageReading {
    let codes = try list { (reader: inout ByteReader) throws(MalformedBytes) -> FoundCode in
      FoundCode(text: try reader.text(), page: number, region: try reader.region(), isQR: try reader.flag())
    }
    let unreadable = try list { (reader: inout ByteReader) throws(MalformedBytes) -> UnreadCode in
      UnreadCode(region: try reader.region(), pixelsPerModule: try reader.number(in: 0...10_000))
    }
    let isExhausted = try flag()
    guard let source = PageText.Source(rawValue: try text()) else { throw MalformedBytes() }
    let words = try list { (reader: inout ByteReader) throws(MalformedBytes) -> PageWord in
      PageWord(text: try reader.text(), region: try reader.region(), confidence: try reader.integer(in: 0...100))
    }
    let shortfalls = try list { (reader: inout ByteReader) throws(MalformedBytes) -> PageText.Shortfall in
      guard let shortfall = PageText.Shortfall(rawValue: try reader.text()) else { throw MalformedBytes() }
      return shortfall
    }
    let thumbnails = try list { (reader: inout ByteReader) throws(MalformedBytes) -> Thumbnail in
      let jpeg = try reader.byteList()
      guard jpeg.starts(with: [0xFF, 0xD8]) else { throw MalformedBytes() }
      return Thumbnail(
        jpeg: jpeg, width: try reader.integer(in: 1...10_000), height: try reader.integer(in: 1...10_000))
    }
    guard thumbnails.count <= 1, shortfalls.count <= 1 else { throw MalformedBytes() }
    return PageReading(
      page: number, codes: codes, unreadable: unreadable, isExhausted: isExhausted,
      text: PageText(source: source, words: words, shortfall: shortfalls.first), thumbnail: thumbnails.first)
  }

  private mutating func region() throws(MalformedBytes) -> PageRegion {
    // Words of a PDF may stand beyond the edge of its page.
    let near = -1000.0...1000.0
    return PageRegion(
      centerX: try number(in: near), centerY: try number(in: near), width: try number(in: 0...1000),
      height: try number(in: 0...1000))
  }
}
