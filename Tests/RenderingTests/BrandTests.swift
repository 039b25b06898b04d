import CairoDrawing
import FAInvoice
import Findings
import Foundation
import InvoiceRendering
import InvoiceTemplate
import PageLayout
import Presentation
import QRSymbol
import Testing

@Suite("A firm's own look")
struct BrandTests {
  /// Prints the ordinary sample with a template, and hands over the PDF's path and the program's findings.
  private func print<Result>(
    _ toml: String, _ sample: String = "fa3-vat", pictures: [String: [UInt8]] = [:], _ body: (String) throws -> Result
  ) throws -> Result {
    try House.withFolder { folder in
      for (name, bytes) in pictures { try Data(bytes).write(to: folder.appendingPathComponent(name)) }
      let file = folder.appendingPathComponent("own.toml")
      try "format = 1\n\(toml)".write(to: file, atomically: true, encoding: .utf8)
      let renderer = try InvoiceRenderer(resources: House.resources(), template: file.path)
      let document = try House.document(sample)
      let invoice = try House.cleared(document)
      let codes = try House.codes(of: document)
      let pdf = try renderer.render(invoice, codes: codes, creationDate: House.creationDate).bytes
      #expect(try renderer.render(invoice, codes: codes, creationDate: House.creationDate).bytes == pdf)
      let print = folder.appendingPathComponent("print.pdf")
      try Data(pdf).write(to: print)
      return try body(print.path)
    }
  }

  /// How many pixels of each colour the first page shows, at 72 dots per inch.
  private func colours(_ pdf: String) throws -> [[UInt8]: Int] {
    let root = pdf + "-page"
    _ = try House.output(of: "pdftoppm", ["-r", "72", "-singlefile", pdf, root])
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: root + ".ppm")))
    // The header, then three bytes for each pixel of A4.
    let pixels = bytes.suffix(596 * 842 * 3)
    var counts: [[UInt8]: Int] = [:]
    for start in stride(from: pixels.startIndex, to: pixels.endIndex - 2, by: 3) {
      counts[Array(pixels[start..<start + 3]), default: 0] += 1
    }
    return counts
  }

  private func near(_ colour: [UInt8], in counts: [[UInt8]: Int]) -> Int {
    counts.filter { pixel, _ in zip(pixel, colour).allSatisfy { abs(Int($0) - Int($1)) <= 12 } }.values.reduce(0, +)
  }

  @Test(
    "A logo of each kind is seen on the print, in its size, and the file is sound",
    arguments: [
      ("logo.png", Pictures.png, [0x20, 0xA0, 0x40]), ("logo.jpg", Pictures.jpeg, [0xC0, 0x30, 0x20]),
      ("logo.svg", Pictures.svg(), [0x20, 0x40, 0xC0]),
    ] as [(String, [UInt8], [UInt8])], ["left", "right"])
  func logo(picture: (name: String, bytes: [UInt8], colour: [UInt8]), position: String) throws {
    let toml = "[brand]\nlogo = \"\(picture.name)\"\nlogo-height = \"36pt\"\nlogo-position = \"\(position)\"\n"
    try print(toml, pictures: [picture.name: picture.bytes]) { pdf in
      // 36 by 72 points, at a pixel for each.
      #expect(abs(near(picture.colour, in: try colours(pdf)) - 36 * 72) < 250)
      #expect(try House.output(of: "qpdf", ["--check", pdf]) != nil)
      let images = try #require(try House.output(of: "pdfimages", ["-list", pdf]))
      let isPicture = images.contains(picture.name.hasSuffix("jpg") ? " jpeg " : " 16     8 ")
      #expect(isPicture == !picture.name.hasSuffix("svg"))
    }
  }

  @Test("A logo that is wider than its limit becomes smaller as a whole")
  func widthLimit() throws {
    let toml = "[brand]\nlogo = \"logo.png\"\nlogo-height = \"40mm\"\nlogo-width = \"72pt\"\n"
    try print(toml, pictures: ["logo.png": Pictures.png]) { pdf in
      let seen = try colours(pdf)
      #expect(abs(near([0x20, 0xA0, 0x40], in: seen) - 36 * 72) < 250)
    }
  }

  @Test("A picture that begins well and is damaged inside is refused at its place, and nothing is printed")
  func damaged() throws {
    var png = Pictures.png
    png[50] ^= 0xFF
    for (name, bytes) in [
      ("logo.png", png), ("logo.svg", Pictures.svg("<g>")), ("logo.svg", Pictures.svg("<rect a=\"1\" a=\"2\"/>")),
    ] {
      #expect {
        try print("[brand]\nlogo = \"\(name)\"\n", pictures: [name: bytes]) { _ in }
      } throws: { error in
        guard let finding = (error as? Obstacle)?.findings.first else { return false }
        return finding.code == "template.damaged-picture" && finding.place.line == 3
          && finding.place.path == "brand.logo"
      }
    }
  }

  @Test("An SVG that repeats itself, or has many layers, prints or is refused, and comes to an end")
  func svgBombs() throws {
    var nested = "<defs><g id=\"a0\"><path d=\"M0 0L9 9\" stroke=\"red\"/></g>"
    for level in 1...3 {
      nested += "<g id=\"a\(level)\"><use href=\"#a\(level - 1)\"/><use href=\"#a\(level - 1)\"/></g>"
    }
    nested += "</defs><use href=\"#a3\"/>"
    let layers = String(repeating: "<g opacity=\"0.5\"><rect width=\"9\" height=\"9\"/></g>", count: 100)
    let circle = "<g id=\"a\"><use href=\"#a\"/></g>"
    for svg in [nested, layers, circle] {
      try print("[brand]\nlogo = \"logo.svg\"\n", pictures: ["logo.svg": Pictures.svg(svg)]) { pdf in
        let check = try House.output(of: "qpdf", ["--check", pdf])
        #expect(check != nil)
      }
    }
  }

  @Test("A watermark is seen, is no text, and leaves codes and words as they were")
  func watermark() throws {
    let plain = try print("") { pdf in
      (try House.output(of: "pdftotext", ["-layout", pdf, "-"]), near([0xEC, 0xEE, 0xF1], in: try colours(pdf)))
    }
    let marked = try print("[watermark]\ntext.pl = \"DUPLIKAT\"\n") { pdf in
      _ = try House.output(of: "pdftoppm", ["-r", "150", "-gray", "-singlefile", pdf, pdf + "-gray"])
      let codes = try #require(try House.output(of: "zbarimg", ["--quiet", "--raw", pdf + "-gray.pgm"]))
      #expect(codes.split(separator: "\n").count == 2)
      return (
        try House.output(of: "pdftotext", ["-layout", pdf, "-"]), near([0xEC, 0xEE, 0xF1], in: try colours(pdf))
      )
    }
    #expect(plain.0 != nil && plain.0 == marked.0)
    #expect(marked.1 > plain.1 + 5000)
  }

  @Test("A watermark keeps out of the codes' quiet zones")
  func quietZones() throws {
    var template = try House.stages().template
    template.watermarkText = [.polish: "DUPLIKAT"]
    let document = try House.document("fa3-vat")
    let stages = try House.stages()
    let presentation = Presentation(
      of: document, template: template, wording: try stages.wording(), codes: try House.codes(of: document))
    let pages = try DocumentLayout(template: template, fonts: stages.fonts).pages(of: presentation)
    let page = try #require(pages.first)
    guard case .watermark(let watermark)? = page.items.first else {
      Issue.record("the watermark comes first")
      return
    }
    #expect(watermark.free.count == 2)
    for case .symbol(let symbol, let x, let y, let side) in page.items {
      let quiet = 4 * side / Double(symbol.side)
      let isFree = watermark.free.contains { area in
        let (left, top) = (area.x - (x - quiet), area.y - (y - quiet))
        let excess = area.width - (side + 2 * quiet)
        return abs(left) < 0.01 && abs(top) < 0.01 && abs(excess) < 0.01
      }
      #expect(isFree)
    }
  }

  @Test("A footer of the template's own stands on every page, and page and number are never lost")
  func footer() throws {
    try print("[footer]\ntext.pl = \"Kowalski – strona {page} z {pages}\"\n", "fa3-vat-long") { pdf in
      let pages = try #require(try House.output(of: "pdftotext", ["-layout", pdf, "-"])).split(separator: "\u{0C}")
      #expect(pages.count > 2)
      for (index, page) in pages.enumerated() {
        #expect(page.contains("Kowalski – strona \(index + 1) z \(pages.count)"))
        #expect(page.contains("FV/2026/04/0108"))
        #expect(!page.contains("\(index + 1)/\(pages.count)"))
      }
    }
    try print("[footer]\ntext.pl = \"Kowalski {number}\"\n") { pdf in
      let text = try #require(try House.output(of: "pdftotext", [pdf, "-"]))
      #expect(text.contains("Kowalski FV/2026/03/0021"))
      #expect(text.contains("1/1"))
    }
  }

  @Test("Codes may follow what the invoice says")
  func placement() throws {
    try print("[codes]\nplacement = \"after-content\"\n") { pdf in
      let box = try #require(try House.output(of: "pdftotext", ["-bbox", pdf, "-"]))
      let line = try #require(box.split(separator: "\n").first { $0.contains(">CERTYFIKAT<") })
      let top = try #require(line.firstMatch(of: #/yMin="(?<y>[0-9.]+)"/#).flatMap { Double($0.output.y) })
      #expect(top < 700)
    }
  }

  @Test("The compact template prints an ordinary invoice on one page, and a long one on fewer than the standard")
  func compact() throws {
    func pages(_ template: String, _ sample: String) throws -> Int {
      let renderer = try InvoiceRenderer(resources: House.resources(), template: template)
      let document = try House.document(sample)
      return try renderer.render(
        try House.cleared(document), codes: try House.codes(of: document, signatureLength: 256),
        creationDate: House.creationDate
      ).pageCount
    }
    #expect(try pages("compact", "fa3-vat") == 1)
    #expect(try pages("compact", "fa3-vat-long") < pages("standard", "fa3-vat-long"))
  }
}
