import ArchivePDF
import CodeReading
import Testing

/// The files that a PDF carries.
@Suite("Attachments")
struct AttachmentTests {
  static let invoice = Array("<?xml version=\"1.0\"?><Faktura/>".utf8)
  static let qpdf = "/usr/bin/qpdf"

  /// A PDF with these files in its tree of embedded files.
  static func pdf(_ files: [(name: String, stream: [UInt8])]) -> HandmadePDF {
    let names = files.indices.map { "(\(files[$0].name)) \(6 + 2 * $0) 0 R" }.joined(separator: " ")
    return HandmadePDF(
      catalogue: "/Names << /EmbeddedFiles << /Names [\(names)] >> >>",
      objects: files.indices.flatMap { index in
        [
          Array("<< /Type /Filespec /F (\(files[index].name)) /EF << /F \(7 + 2 * index) 0 R >> >>".utf8),
          files[index].stream,
        ]
      })
  }

  func attachments(_ pdf: HandmadePDF) throws -> [AttachedFile] {
    try CodeReader().read(pdf.bytes, fileName: "print.pdf", isEnough: { _ in true }).attachments
  }

  @Test("XML is taken out byte for byte, anything else is left")
  func embedded() throws {
    let marked = [0xEF, 0xBB, 0xBF] + Array("\r\n ".utf8) + Self.invoice
    let files = try attachments(
      Self.pdf([
        ("a.xml", HandmadePDF.stream(Self.invoice)), ("picture.xml", HandmadePDF.stream([0x89, 0x50, 0x4E, 0x47])),
        ("b.bin", HandmadePDF.stream(marked)), ("empty.xml", HandmadePDF.stream([])),
      ]))
    #expect(files == [AttachedFile(name: "a.xml", bytes: Self.invoice), AttachedFile(name: "b.bin", bytes: marked)])
  }

  @Test("A file that hangs on a mark of the page is taken too")
  func onAPage() throws {
    let pdf = HandmadePDF(
      page: "/Annots [6 0 R]",
      objects: [
        Array("<< /Type /Annot /Subtype /FileAttachment /Rect [10 10 30 30] /FS 7 0 R /Contents (x) >>".utf8),
        Array("<< /Type /Filespec /F (pinned.xml) /EF << /F 8 0 R >> >>".utf8), HandmadePDF.stream(Self.invoice),
      ])
    #expect(try attachments(pdf) == [AttachedFile(name: "pinned.xml", bytes: Self.invoice)])
  }

  @Test("What qpdf attaches is taken", .enabled(if: OutsideTool.exists(qpdf), "qpdf isn't installed"))
  func attachedByQPDF() throws {
    let file = try OutsideTool.run(
      Self.qpdf, ["in0", "--add-attachment", "in1", "--filename=FA.xml", "--", "out"],
      on: [HandmadePDF().bytes, Self.invoice])
    let reading = try CodeReader().read(file, fileName: "print.pdf", isEnough: { _ in true })
    #expect(reading.attachments == [AttachedFile(name: "FA.xml", bytes: Self.invoice)])
  }

  @Test(
    "A file is found in packed objects and behind encryption without a password",
    .enabled(if: OutsideTool.exists(qpdf), "qpdf isn't installed"),
    arguments: [["--object-streams=generate"], ["--encrypt", "", "owner", "256", "--", "--object-streams=generate"]])
  func packed(options: [String]) throws {
    let plain = Self.pdf([("a.xml", HandmadePDF.stream(Self.invoice))]).bytes
    let file = try OutsideTool.run(Self.qpdf, ["in0"] + options + ["out"], on: [plain])
    let reading = try CodeReader().read(file, fileName: "print.pdf", isEnough: { _ in true })
    #expect(reading.attachments == [AttachedFile(name: "a.xml", bytes: Self.invoice)])
  }

  @Test("A file that is only associated with the document is taken, and one that is listed twice only once")
  func associated() throws {
    let specification = Array("<< /Type /Filespec /UF (a.xml) /F (b.xml) /EF << /F 7 0 R /UF 7 0 R >> >>".utf8)
    let pdf = HandmadePDF(
      page: "/AF 6 0 R", catalogue: "/AF [6 0 R 6 0 R]", objects: [specification, HandmadePDF.stream(Self.invoice)])
    #expect(try attachments(pdf) == [AttachedFile(name: "a.xml", bytes: Self.invoice)])
  }

  @Test("A tree of files that leads back to itself comes to an end")
  func circularTree() throws {
    let pdf = HandmadePDF(
      catalogue: "/Names << /EmbeddedFiles 6 0 R >>",
      objects: [
        Array("<< /Kids [7 0 R 6 0 R 7 0 R] >>".utf8),
        Array("<< /Names [(a) 8 0 R (b) 8 0 R (c) 3] /Kids [6 0 R] >>".utf8),
        Array("<< /F (a.xml) /EF << /F 9 0 R >> >>".utf8), HandmadePDF.stream(Self.invoice),
      ])
    #expect(try attachments(pdf) == [AttachedFile(name: "a.xml", bytes: Self.invoice)])
  }

  @Test(
    "An entry whose file isn't there, or is something else, is left",
    arguments: ["", "/EF 4", "/EF << /F 4 >>", "/EF << /F 3 0 R >>", "/EF << /F 99 0 R >>", "/EF << /F [6 0 R] >>"])
  func brokenEntry(entry: String) throws {
    let pdf = HandmadePDF(
      catalogue: "/Names << /EmbeddedFiles << /Names [(a.xml) 6 0 R (b.xml) 7 0 R] >> >>",
      objects: [
        Array("<#/Type/Filespec /F (a.xml) \(entry)>>".utf8), Array("<< /F (b.xml) \(entry)>>".utf8),
      ])
    #expect(try attachments(pdf).isEmpty)
  }

  @Test("A file packed twice, between which any amount may flow, is left", arguments: ["[/AHx]", "[/Fl /Fl]"])
  func packedTwice(filters: String) throws {
    let hex = Array(Self.invoice.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined().utf8)
    let files = try attachments(Self.pdf([("a.xml", HandmadePDF.stream(hex, "/Filter \(filters)"))]))
    #expect(files.map(\.bytes) == (filters == "[/AHx]" ? [Self.invoice] : []))
  }

  @Test("A file beyond 16 MB is left, and so is what would make all of them more than 64 MB")
  func bounds() throws {
    func padded(_ count: Int) -> [UInt8] { Self.invoice + [UInt8](repeating: 0x20, count: count - Self.invoice.count) }
    let small = HandmadePDF.stream(padded(16 << 20))
    let names = ["a", "b", "c", "d", "e"]
    let files = try attachments(
      Self.pdf([("large", HandmadePDF.stream(padded((16 << 20) + 1)))] + names.map { ($0, small) }))
    #expect(files.map(\.name) == ["a", "b", "c", "d"])
  }

  @Test("At most a hundred files are taken")
  func count() throws {
    let files = (0..<150).map { ("\(1_000 + $0).xml", HandmadePDF.stream(Self.invoice + Array("<!--\($0)-->".utf8))) }
    #expect(try attachments(Self.pdf(files)).count == 100)
  }

  @Test("Nothing is taken out where nobody asks")
  func notAsked() throws {
    var wishes = CodeReader.Wishes()
    wishes.attachments = false
    let file = Self.pdf([("a.xml", HandmadePDF.stream(Self.invoice))]).bytes
    #expect(try CodeReader().read(file, fileName: "a", wishes: wishes, isEnough: { _ in true }).attachments.isEmpty)
  }
}
