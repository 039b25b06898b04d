import CodeReading
import Findings
import Testing

/// The words of a PDF's text, and whether one sees them.
@Suite("Words")
struct WordTests {
  static func text(_ pdf: HandmadePDF) throws(Obstacle) -> PageText {
    try CodeReader().read(pdf.bytes, fileName: "print.pdf", isEnough: { _ in true }).pages[0].text
  }

  /// What becomes of an amount drawn by these operators on a page with many other words.
  static func amount(
    _ content: String, page: String = "", resources: String = "", catalogue: String = "", objects: [String] = []
  ) throws(Obstacle) -> PageText {
    try text(
      HandmadePDF(
        content: HandmadePDF.manyWords + content, page: page, resources: resources, catalogue: catalogue,
        objects: objects.map { Array($0.utf8) }))
  }

  @Test("Words come in reading order, each with its place")
  func words() throws {
    let text = try Self.text(HandmadePDF(content: HandmadePDF.line("Razem do zaplaty: 1234,56 PLN")))
    #expect(text.source == .textLayer)
    #expect(text.shortfall == nil)
    #expect(text.words.map(\.text) == ["Razem", "do", "zaplaty:", "1234,56", "PLN"])
    #expect(text.words.allSatisfy { $0.confidence == 100 })
    let first = try #require(text.words.first).region
    #expect(abs(first.centerX - first.width / 2 - 50 / 595) < 0.003)
    #expect(abs(first.centerY - (842 - 603.5) / 842) < 0.006)
  }

  @Test("Words of neighbouring columns aren't run together")
  func columns() throws {
    let line = "BT /F1 10 Tf 50 600 Td (02.03.2026) Tj 100 0 Td (OFFLINE) Tj ET"
    #expect(try Self.text(HandmadePDF(content: line)).words.map(\.text) == ["02.03.2026", "OFFLINE"])
  }

  @Test(
    "Print in other shades, on dark ground, small, turned or under a box's edge is seen",
    arguments: [
      HandmadePDF.line("9999,99", with: "0.6 g"), HandmadePDF.line("9999,99", with: "1 0 0 rg"),
      "0 g 40 590 300 30 re f\n" + HandmadePDF.line("9999,99", with: "1 g"),
      "BT /F1 5 Tf 50 600 Td (9999,99) Tj ET", "40 590 300 30 re S\n" + HandmadePDF.line("9999,99"),
    ])
  func seen(_ content: String) throws {
    let text = try Self.amount(content)
    #expect(text.source == .textLayer)
    #expect(text.shortfall == nil)
    #expect(text.words.contains { $0.text == "9999,99" })
  }

  static let waysToHide: [(String, String, String, [String])] = [
    (HandmadePDF.line("9999,99", with: "3 Tr"), "", "", []),
    (HandmadePDF.line("9999,99", with: "1 g"), "", "", []),
    (HandmadePDF.line("9999,99", with: "0.95 g"), "", "", []),
    ("BT /F1 2 Tf 50 600 Td (9999,99) Tj ET", "", "", []),
    ("q 0 0 9 9 re W n\n" + HandmadePDF.line("9999,99") + "Q\n", "", "", []),
    (HandmadePDF.line("9999,99") + "1 g 40 590 300 30 re f\n", "", "", []),
    (HandmadePDF.line("9999,99") + "0 g 40 590 300 30 re f\n", "", "", []),
    ("/Span << /ActualText (9999,99) >> BDC\n" + HandmadePDF.line("1111,11") + "EMC\n", "", "", []),
    (HandmadePDF.line("1111,11") + HandmadePDF.line("9999,99", with: "3 Tr"), "", "", []),
    ("/G gs\n" + HandmadePDF.line("9999,99"), "/ExtGState << /G << /ca 0.03 >> >>", "", []),
    // The picture of another amount lies over it: here a few bars.
    (HandmadePDF.line("9999,99", with: "3 Tr") + "50 600 4 8 re 57 600 2 8 re 66 600 5 8 re f\n", "", "", []),
  ]

  @Test("An amount that nobody sees is no word of the page, and the page says so", arguments: waysToHide)
  func unseenAmount(content: String, resources: String, catalogue: String, objects: [String]) throws {
    let text = try Self.amount(content, resources: resources, catalogue: catalogue, objects: objects)
    #expect(text.shortfall == .unseenWords)
    // Poppler draws no text alone after some that isn't drawn; then all of it counts as hidden.
    if text.source == .textLayer {
      #expect(!text.words.contains { $0.text.contains("9999") })
      #expect(text.words.count >= 120)
    } else {
      #expect(text.source == .hiddenLayer)
    }
  }

  @Test("What isn't on the page at all isn't even noticed: in a layer switched off, or outside the page")
  func absent() throws {
    let layer = try Self.amount(
      "/OC /X BDC\n" + HandmadePDF.line("9999,99") + "EMC\n", resources: "/Properties << /X 6 0 R >>",
      catalogue: "/OCProperties << /OCGs [6 0 R] /D << /OFF [6 0 R] >> >>", objects: ["<< /Type /OCG /Name (x) >>"])
    let outside = try Self.amount("BT /F1 10 Tf 50 900 Td (9999,99) Tj ET")
    let cropped = try Self.amount(HandmadePDF.line("9999,99"), page: "/CropBox [0 0 595 560]")
    for text in [layer, outside, cropped] {
      #expect(text.source == .textLayer)
      #expect(!text.words.contains { $0.text.contains("9999") })
    }
  }

  @Test("Where more than one word in twenty isn't seen, all text is a hidden layer")
  func hiddenLayer() throws {
    let text = try Self.text(HandmadePDF(content: "BT 3 Tr ET " + HandmadePDF.manyWords))
    #expect(text.source == .hiddenLayer)
    #expect(text.words.count == 120)
  }

  @Test("Text before or behind a picture that takes up the page is a hidden layer", arguments: [true, false])
  func picture(isInFront: Bool) throws {
    let picture = "q 595 0 0 600 0 100 cm /I Do Q\n"
    let text = try Self.text(
      HandmadePDF(
        content: isInFront ? HandmadePDF.manyWords + picture : picture + HandmadePDF.manyWords,
        resources: "/XObject << /I 6 0 R >>",
        objects: [
          HandmadePDF.stream(
            [0xFF, 0xF0, 0xFF, 0xF0],
            "/Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8")
        ]))
    #expect(text.source == .hiddenLayer)
  }

  @Test("Of a page with more words than anybody reads, so many are kept, and it says so")
  func tooMany() throws {
    // 34,000 words of one letter in four points.
    let line = String(repeating: "a ", count: 170)
    let lines = (0..<200).map { "BT /F1 4 Tf 5 \(835 - 4 * $0) Td (\(line)) Tj ET\n" }
    let text = try Self.text(HandmadePDF(content: lines.joined()))
    #expect(text.words.count <= 20_000)
    #expect(text.shortfall == .tooManyWords)
  }

  @Test("A page without text has none, and so does a caller who doesn't ask")
  func none() throws {
    #expect(try Self.text(HandmadePDF(content: "0 0 100 100 re f")) == .none)
    var wishes = CodeReader.Wishes()
    wishes.words = false
    let pages = try CodeReader().read(
      HandmadePDF(content: HandmadePDF.manyWords).bytes, fileName: "print.pdf", wishes: wishes, isEnough: { _ in true }
    ).pages
    #expect(pages[0].text == .none)
  }
}
