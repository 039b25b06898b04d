import Findings
import Foundation
import Testing

@testable import InvoiceTemplate

@Suite("Logos")
struct LogoTests {
  private let folder: TemplateFolder

  init() throws {
    folder = try TemplateFolder()
    try folder.write("format = 1\n[brand]\nlogo = \"logo\"\n", to: "own.toml")
  }

  private func read(_ logo: [UInt8]) throws -> (logo: Template.Logo?, codes: [String]) {
    try folder.write(logo, to: "logo")
    let (template, findings) = try folder.read("own.toml")
    #expect(findings.allSatisfy { $0.place.path == "brand.logo" && $0.place.line == 3 && $0.remedy != nil })
    return (template?.brand.logo, findings.map(\.code))
  }

  @Test("PNG, JPEG and SVG are known by their content, with their size")
  func kinds() throws {
    for (bytes, kind, width) in [
      (Pictures.png, Template.Logo.Kind.png, 16.0), (Pictures.jpeg, .jpeg, 32), (Pictures.grayJPEG, .jpeg, 32),
      (Pictures.svg(), .svg, 20),
    ] {
      let logo = try #require(try read(bytes).logo)
      #expect(logo.kind == kind)
      #expect(logo.width == width)
      #expect(logo.height == width / 2)
    }
  }

  @Test("What is no picture, or cut short, is refused")
  func damaged() throws {
    for bytes in [
      [], Array("GIF89a".utf8), Array("BM".utf8), Array(Pictures.png.prefix(20)), Array(Pictures.jpeg.dropLast(2)),
      Array(Pictures.jpeg.prefix(100)), [0xFF, 0xD8], [0xFF, 0xD8, 0xFF, 0xD9], Array("<html></html>".utf8),
      Array("<svg viewBox='0 0 20 10'".utf8), Array("<svg a".utf8), Array("<".utf8), Array("<!--".utf8),
      Pictures.svg() + [0], Array("\u{FEFF}<svg".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }),
    ] as [[UInt8]] {
      let codes = try read(bytes).codes
      #expect(codes == ["template.not-a-picture"] || codes == ["template.unsafe-picture"])
    }
  }

  @Test("A JPEG cut anywhere is refused")
  func everyCut() throws {
    for count in 0..<Pictures.jpeg.count { #expect(try read(Array(Pictures.jpeg.prefix(count))).logo == nil) }
  }

  @Test("Thousands of damaged pictures are read or refused, and a size that is read is bearable")
  func damagedAnywhere() throws {
    var seed: UInt64 = 20_260_201
    func random(_ count: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 33) % count
    }
    let rich = Pictures.svg("<style>.a{fill:url(#b)}</style><!-- c --><g class='a' style=\"fill:red\"><title/></g>")
    for picture in [Pictures.png, Pictures.jpeg, Pictures.grayJPEG, rich] {
      for _ in 0..<300 {
        var bytes = picture
        for _ in 0...random(3) {
          switch random(3) {
          case 0: bytes[random(bytes.count)] = UInt8(random(256))
          case 1: bytes.remove(at: random(bytes.count))
          default: bytes.insert(Array("<>\"'/!-]=&[".utf8)[random(11)], at: random(bytes.count))
          }
        }
        guard let logo = try read(bytes).logo else { continue }
        #expect(logo.width > 0 && logo.height > 0)
        #expect(logo.kind == .svg || logo.width * logo.height <= 4_000_000)
      }
    }
  }

  @Test("A picture of too many pixels is refused before anybody decodes it")
  func pixels() throws {
    var png = Pictures.png
    png.replaceSubrange(16..<24, with: [0, 0, 0x10, 0, 0, 0, 0x10, 0])
    #expect(try read(png).codes == ["template.unsafe-picture"])
    png.replaceSubrange(16..<24, with: [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF])
    #expect(try read(png).codes == ["template.unsafe-picture"])
    png.replaceSubrange(16..<24, with: [0, 0, 0, 0, 0, 0, 0, 1])
    #expect(try read(png).codes == ["template.not-a-picture"])
    png.replaceSubrange(16..<24, with: [0, 0, 0, 1, 0, 0, 0, 60])
    #expect(try read(png).codes == ["template.unsafe-picture"])
  }

  @Test("A JPEG is refused whose frame the drawing library wouldn't find: it would print a black field")
  func fillBytes() throws {
    var filled = Pictures.jpeg
    filled.insert(contentsOf: [0xFF, 0xFF], at: 2)
    #expect(try read(filled).codes == ["template.unsafe-picture"])
  }

  @Test("A JPEG in four inks is refused, with the remedy")
  func cmyk() throws {
    #expect(try read(Pictures.cmykJPEG).codes == ["template.unsafe-picture"])
  }

  @Test("A file of more than a megabyte is refused")
  func tooLarge() throws {
    let bytes = Pictures.png + [UInt8](repeating: 0, count: Template.Logo.sizeLimit)
    #expect(try read(bytes).codes == ["template.unreadable"])
  }

  @Test(
    "An SVG that needs other files, fonts, scripts or much time is refused",
    arguments: [
      "<image href=\"#a\"/>", "<image href=\"data:image/png;base64,AAAA\"/>", "<text>PH</text>", "<script>1</script>",
      "<foreignObject/>", "<filter id=\"f\"/>", "<mask id=\"m\"/>", "<pattern id=\"p\"/>", "<marker id=\"m\"/>",
      "<use href=\"https://example.invalid/a.svg#b\"/>", "<use xlink:href=\"other.svg#b\"/>", "<a href=\"#b\"/>",
      "<rect fill=\"url(https://example.invalid/#a)\"/>", "<rect style=\"fill:url( 'other.svg#a')\"/>",
      "<rect filter=\"blur(9px)\"/>", "<rect style=\"FILTER : blur(9px)\"/>", "<rect stroke-dasharray=\"0.001\"/>",
      "<rect onclick=\"1\"/>", "<rect xml:base=\"https://example.invalid/\"/><style>@import 'a.css';</style>",
      "<style>rect{filter:blur(9px)}</style>", "<style><![CDATA[rect{mask:url(#m)}]]></style>",
      "<style>@im\\70ort 'a.css';</style>", "<style>rect{f&#105;lter:blur(9px)}</style>",
      "<?xml-stylesheet href=\"a.css\"?>", "<svg:image/>", "<xi:include href=\"a\"/>", "<animate/>", "<switch/>",
      "<x:feImage/>", "<style>rect{fil<!-- -->ter:blur(9px)}</style>", "<style>@im<![CDATA[port 'a.css']]></style>",
      "<style><g/>rect{filter:blur(9px)}</style>", "<rect style=\"filter:blur(9px)/*:none\"/>",
      "<style>rect{filter:blur(9px)/*:none}*/}</style>", "<!ENTITY a \"b\">", "<!DOCTYPE svg>",
    ])
  func forbidden(element: String) throws {
    #expect(try read(Pictures.svg(element)).codes == ["template.unsafe-picture"])
  }

  @Test("Entities, and encodings in which words could hide, are refused")
  func prologue() throws {
    let svg = String(decoding: Pictures.svg(), as: UTF8.self)
    for prologue in [
      "<!DOCTYPE svg [<!ENTITY a \"b\">]>", "<!DOCTYPE svg SYSTEM \"a>b\" [<!ENTITY a \"<image/>\">]>",
      "<!DOCTYPE svg SYSTEM 'a>b' [ ]>", "<?xml version=\"1.0\" encoding=\"utf-7\"?>",
    ] {
      #expect(try read(Array((prologue + svg).utf8)).codes == ["template.unsafe-picture"])
    }
    let quoted = "<!DOCTYPE svg PUBLIC \"[a]>\" 'b>'>\n"
    #expect(try read(Array((quoted + svg).utf8)).logo != nil)
    let plain = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"?>\n<!DOCTYPE svg PUBLIC \"a\" \"b\">\n"
    #expect(try read(Array((plain + svg).utf8)).logo != nil)
  }

  @Test("What drawing programs write into a plain SVG is welcome")
  func ordinary() throws {
    let svg = Pictures.svg(
      """
      <metadata><rdf:RDF><cc:Work><dc:format>image/svg+xml</dc:format><dc:title/></cc:Work></rdf:RDF></metadata>
      <sodipodi:namedview id="base" inkscape:window-width="100"/>
      <style type="text/css">.st0{fill:#fff;stroke-dasharray:none}.mask-1{clip-path:url(#a);filter:none}</style>
      <defs><path id="p" d="M0 0h1"/><clipPath id="a"><use xlink:href="#p" overflow="visible"/></clipPath></defs>
      <g class="mask-1" style="stroke-dasharray:none;marker:none"><title>Filter &amp; mask</title></g>
      """, root: "width=\"40mm\" height=\"20mm\" viewBox=\"0 0 1 1\" version=\"1.1\"")
    let logo = try #require(try read(svg).logo)
    #expect(logo.width == logo.height * 2)
  }

  @Test(
    "An SVG must say its size",
    arguments: ["", "width=\"100%\" height=\"100%\"", "viewBox=\"0 0 nan 1\"", "viewBox=\"0 0 0 0\""])
  func noSize(root: String) throws {
    #expect(try read(Pictures.svg(root: root)).codes == ["template.not-a-picture"])
  }

  @Test("An SVG of too many elements, repetitions or bytes is refused")
  func bombs() throws {
    let many = String(repeating: "<rect/>", count: SVGScan.elementLimit)
    let uses = String(repeating: "<use href=\"#a\"/>", count: SVGScan.useLimit + 1)
    let long = "<path d=\"\(String(repeating: "M0 0L9 9", count: SVGScan.byteLimit / 8))\"/>"
    for bomb in [many, uses, long] { #expect(try read(Pictures.svg(bomb)).codes == ["template.unsafe-picture"]) }
  }

  @Test("A logo is no link to somewhere else")
  func link() throws {
    try folder.write(Pictures.png, to: "outside.png")
    try folder.write("format = 1\n[brand]\nlogo = \"link.png\"\n", to: "sub/own.toml")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("sub/link.png"), withDestinationPath: folder.path("outside.png"))
    #expect(try folder.read("sub/own.toml").findings.map(\.code) == ["template.outside-folder"])
  }

  @Test("A logo named by an extended template lies in that template's folder")
  func inherited() throws {
    try folder.write(Pictures.png, to: "house/logo.png")
    try folder.write("format = 1\n[brand]\nlogo = \"logo.png\"\n", to: "house/base.toml")
    try folder.write("format = 1\nextends = \"house/base.toml\"\n", to: "own.toml")
    let (template, findings) = try folder.read("own.toml")
    #expect(findings == [])
    #expect(template?.brand.logo?.kind == .png)
  }
}
