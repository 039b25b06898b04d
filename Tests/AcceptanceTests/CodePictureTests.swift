import Foundation
import Testing

/// The codes as pictures of their own, for documents that can't carry them.
@Suite("The codes as pictures")
struct CodePictureTests {
  /// The pictures of a sample's codes, and the links that are in them.
  private struct Pictures {
    let folder: WorkFolder
    let links: [String]

    init(_ keyType: KeyType, modulePixels: Int? = nil) throws {
      let invoice = try #require(Corpus.samples.first)
      let certificate = try DemonstrationCertificate.shared(keyType)
      folder = try WorkFolder()
      links = try Program.render.run(["link", invoice.path] + certificate.options).lines
      let made = try Program.render.run(
        ["codes", invoice.path, "--environment", "test", "--signed-link", try #require(links.last)]
          + ["--output-directory", folder.path]
          + (modulePixels.map { ["--module-pixels", "\($0)"] } ?? []))
      try #require(made.code == 0, "\(made.errors)")
    }

    func file(_ name: String) -> String { folder.file(name) }
  }

  @Test("Each code comes as PNG and as SVG, and nothing else is written", arguments: KeyType.allCases)
  func files(keyType: KeyType) throws {
    let pictures = try Pictures(keyType)
    #expect(try pictures.folder.names() == ["kod-1.png", "kod-1.svg", "kod-2.png", "kod-2.svg"])
  }

  @Test("zbarimg reads the PNG pictures", arguments: KeyType.allCases)
  func readablePNG(keyType: KeyType) throws {
    let pictures = try Pictures(keyType)
    for (index, link) in pictures.links.enumerated() {
      #expect(try Raster.codes(inPicture: pictures.file("kod-\(index + 1).png")) == [link])
    }
  }

  @Test("The SVG pictures are XML, and what librsvg draws of them is read by zbarimg", arguments: KeyType.allCases)
  func readableSVG(keyType: KeyType) throws {
    let pictures = try Pictures(keyType)
    for (index, link) in pictures.links.enumerated() {
      let svg = pictures.file("kod-\(index + 1).svg")
      let wellFormed = try Program.tool("xmllint").run("--noout", "--nonet", svg)
      #expect(wellFormed.code == 0, "\(wellFormed.errors)")
      let drawn = pictures.file("drawn-\(index + 1).png")
      let drawing = try Program.tool("rsvg-convert").run("--zoom", "4", "--background-color", "white", "-o", drawn, svg)
      #expect(drawing.code == 0, "\(drawing.errors)")
      #expect(try Raster.codes(inPicture: drawn) == [link])
    }
  }

  @Test(
    "Every module of a PNG is a square of whole pixels, purely black or white, in a white quiet zone",
    arguments: KeyType.allCases, [2, 5, 8])
  func exact(keyType: KeyType, modulePixels: Int) throws {
    let pictures = try Pictures(keyType, modulePixels: modulePixels)
    for index in 1...2 {
      let raster = try Raster(png: pictures.file("kod-\(index).png"))
      let symbols = QRSymbolMeasure.all(in: raster, gap: 4 * modulePixels)
      let symbol = try #require(symbols.first, "kod-\(index).png holds no symbol")
      #expect(symbols.count == 1)
      #expect(symbol.isExact(pixelsPerModule: modulePixels))
      #expect(symbol.hasWhiteQuietZone(blur: 0))
    }
  }

  @Test("With a KSeF number there is one code")
  func accepted() throws {
    let folder = try WorkFolder()
    let invoice = try #require(Corpus.samples.first)
    let number = try KSeFNumber.of(invoice)
    let made = try Program.render.run(
      "codes", invoice.path, "--ksef-number", number, "--output-directory", folder.path)
    #expect(made.code == 0, "\(made.errors)")
    #expect(try folder.names() == ["kod-1.png", "kod-1.svg"])
  }
}
