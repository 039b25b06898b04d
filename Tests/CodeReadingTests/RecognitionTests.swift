import Findings
import Testing

@testable import CodeReading

/// The words of pages that are pictures.
@Suite("Recognition")
struct RecognitionTests {
  static let isInstalled = OutsideTool.exists("/usr/bin/tesseract")

  static func page(_ bytes: [UInt8]) throws -> PageReading {
    var wishes = CodeReader.Wishes()
    wishes.recognition = true
    return try CodeReader().read(bytes, fileName: "scan", wishes: wishes, isEnough: { _ in true }).pages[0]
  }

  /// A page of which the text is drawn, but hidden by a picture of almost nothing, so that it counts as none.
  static func pictured(_ content: String) -> HandmadePDF {
    HandmadePDF(
      content: "q 595 0 0 842 0 0 cm /I Do Q\n" + content, resources: "/XObject << /I 6 0 R >>",
      objects: [
        HandmadePDF.stream(
          [0xFF], "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8")
      ])
  }

  @Test("The words of a picture are read with their places", .enabled(if: isInstalled, "tesseract isn't installed"))
  func words() throws {
    let text = try Self.page(Self.pictured(HandmadePDF.line("Razem 1234,56 PLN NIP 9999999999")).bytes).text
    #expect(text.source == .recognised)
    #expect(text.shortfall == nil)
    #expect(text.words.map(\.text) == ["Razem", "1234,56", "PLN", "NIP", "9999999999"])
    #expect(text.words.allSatisfy { (50...100).contains($0.confidence) })
    let first = try #require(text.words.first).region
    #expect(abs(first.centerX - first.width / 2 - 50 / 595) < 0.005)
    #expect(abs(first.centerY - (842 - 603.5) / 842) < 0.01)
  }

  @Test("The text of a page that one sees isn't read anew")
  func visibleText() throws {
    let text = try Self.page(HandmadePDF(content: HandmadePDF.line("Razem 1234,56")).bytes).text
    #expect(text.source == .textLayer)
  }

  @Test(
    "A hidden layer gives way to what is read from the picture", .enabled(if: isInstalled, "tesseract isn't installed"))
  func hiddenLayer() throws {
    let text = try Self.page(
      Self.pictured(
        HandmadePDF.line("Suma 9999,99", with: "3 Tr")
          + "BT /F1 10 Tf 50 500 Td (Suma 1111,11) Tj ET"
      ).bytes
    ).text
    #expect(text.source == .recognised)
    #expect(text.words.map(\.text) == ["Suma", "1111,11"])
  }

  @Test("Lines that aren't Tesseract's are left out of its table")
  func table() {
    let lines = [
      "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext",
      "5\t1\t1\t1\t1\t1\t10\t20\t30\t40\t96.5\tRazem", "4\t1\t1\t1\t1\t0\t10\t20\t30\t40\t-1\t",
      "5\t1\t1\t1\t1\t2\t10\t20\t30\t-40\t96\tRazem", "5\t1\t1\t1\t1\t2\t10\t20\t30\t40\tnan\tRazem",
      "5\t1\t1\t1\t1\t2\t10\t20\t30\t40\t96\t ", "5\t1", "",
    ]
    let words = TesseractTable(lines.joined(separator: "\n")).words(width: 100, height: 200)
    #expect(
      words == [
        PageWord(
          text: "Razem", region: PageRegion(centerX: 0.25, centerY: 0.2, width: 0.3, height: 0.2), confidence: 97)
      ])
  }

  @Test("Another program's output is taken whole or not at all")
  func child() {
    #expect(ChildProgram("/bin/cat", [], input: [[1, 2], [3]]).output(seconds: 10, mostBytes: 3) == [1, 2, 3])
    #expect(ChildProgram("/bin/cat", [], input: [[1, 2], [3]]).output(seconds: 10, mostBytes: 2) == nil)
    #expect(ChildProgram("/bin/false", []).output(seconds: 10, mostBytes: 10) == nil)
    #expect(ChildProgram("/nowhere", []).output(seconds: 10, mostBytes: 10) == nil)
    #expect(ChildProgram("/bin/sleep", ["60"]).output(seconds: 1, mostBytes: 10) == nil)
  }

  @Test("Another program sees nothing of our environment")
  func environment() throws {
    let output = try #require(ChildProgram("/usr/bin/env", []).output(seconds: 10, mostBytes: 1_000))
    let names = String(decoding: output, as: UTF8.self).split(separator: "\n").map { $0.prefix { $0 != "=" } }
    #expect(Set(names).subtracting(["TESSDATA_PREFIX"]) == ["OMP_THREAD_LIMIT", "LC_ALL", "PATH"])
  }
}
