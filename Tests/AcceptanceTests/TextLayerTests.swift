import Testing

/// What a reader finds who searches a print, copies from it or has it read out.
@Suite("The text of a print")
struct TextLayerTests {
  struct Example: Sendable, CustomTestStringConvertible {
    let file: String
    let facts: [String]
    var testDescription: String { file }
  }

  static let examples = [
    Example(
      file: "invoices/fa3/official/fa3-przyklad-01.xml",
      facts: [
        "FV2026/02/150", "ABC AGD sp. z o. o.", "F.H.U. Jan Kowalski", "2 051,00", "lodówka Zimnotech mk1",
        "wniesienie sprzętu",
      ]),
    Example(
      file: "invoices/fa3/official/fa3-przyklad-13.xml",
      facts: ["FK2026/03/7", "ABC Developex sp. z o. o.", "F.H.U. Grażyna Kowalska", "0,00"]),
    Example(
      file: "invoices/fa3/official/fa3-przyklad-25.xml",
      facts: ["FV2026/02/150", "Elektrownia S.A.", "F.H.U. Jan Kowalski", "53,63"]),
    Example(
      file: "invoices/fa2/official/fa2-przyklad-01.xml",
      facts: ["FV2022/02/150", "ABC AGD sp. z o. o.", "F.H.U. Jan Kowalski", "2 051,00"]),
  ]

  @Test(
    "pdftotext finds number, seller, buyer, goods and total, with their Polish letters",
    .enabled(if: Corpus.isHere, "the shared corpus isn't here"), arguments: examples)
  func officialExample(example: Example) async throws {
    let text = try await text(of: try Corpus.invoice(example.file))
    for fact in example.facts { #expect(text.contains(fact), "\(fact)") }
  }

  @Test("pdftotext finds seller, buyer and number of every sample", arguments: Corpus.samples)
  func sample(invoice: Invoice) async throws {
    let text = try await text(of: invoice)
    let number = try #require(try invoice.text(of: "P_2") ?? invoice.text(of: "P_4C"))
    #expect(text.contains(number), "\(number)")
    let names = try invoice.text().matches(of: /<Podmiot[12]>[\s\S]*?<Nazwa>([^<]*)</).map {
      String($0.1).replacing("&amp;", with: "&")
    }
    #expect(!names.isEmpty)
    for name in names { #expect(text.contains(name), "\(name)") }
  }

  @Test("The word or number stands under its code")
  func captions() async throws {
    let invoice = try #require(Corpus.samples.first { $0.path.hasSuffix("/fa3-vat.xml") })
    let print = try await PrintShop.ofProcess.print(invoice, .p256)
    try expectCaptions(["OFFLINE", "CERTYFIKAT"], in: print.pdf)
  }

  @Test("A KSeF number stands under the only code")
  func acceptedCaption() throws {
    let invoice = try #require(Corpus.samples.first { $0.path.hasSuffix("/fa3-vat.xml") })
    let folder = try WorkFolder()
    let number = try KSeFNumber.of(invoice)
    let rendering = try Program.render.run(
      "\(invoice.path)", "-o", folder.file("print.pdf"), "--ksef-number", number, "--environment", "test")
    #expect(rendering.code == 0, "\(rendering.errors)")
    try expectCaptions([number], in: folder.file("print.pdf"))
  }

  /// Looks for as many codes as captions, each caption under the middle of its code, less than a centimetre below.
  private func expectCaptions(_ captions: [String], in pdf: String) throws {
    let dotsPerInch = 200
    let page = try Raster(lastPageOf: pdf, dotsPerInch: Double(dotsPerInch))
    let symbols = QRSymbolMeasure.all(in: page, gap: dotsPerInch * 15 / 254)
    try #require(symbols.count == captions.count)
    let words = try PrintedWord.onLastPage(of: pdf)
    let (points, millimetre) = (72 / Double(dotsPerInch), 72 / 25.4)
    for (symbol, caption) in zip(symbols, captions) {
      let middle = Double(symbol.columns.lowerBound + symbol.columns.upperBound) / 2 * points
      let bottom = Double(symbol.rows.upperBound) * points
      let isUnder = words.contains {
        $0.text == caption && $0.top >= bottom && $0.top < bottom + 10 * millimetre
          && abs(($0.left + $0.right) / 2 - middle) < millimetre
      }
      #expect(isUnder, "\(caption) isn't under its code")
    }
  }

  private func text(of invoice: Invoice) async throws -> String {
    let print = try await PrintShop.ofProcess.print(invoice, .p256)
    let text = try Program.tool("pdftotext").run("-raw", print.pdf, "-").text
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
