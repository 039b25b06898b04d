import Findings
import Foundation
import Testing

@testable import InvoiceTemplate

@Suite("Templates that extend others")
struct TemplateChainTests {
  private let folder: TemplateFolder

  init() throws { folder = try TemplateFolder() }

  @Test("Every built-in template is in order", arguments: builtInTemplateNames(in: TemplateFolder.builtIn))
  func builtIn(name: String) throws {
    let file = "\(TemplateFolder.builtIn)/\(name).toml"
    let bytes = try Array(Data(contentsOf: URL(filePath: file)))
    let (template, findings) = Template.read(bytes, fileName: file, builtIn: TemplateFolder.builtIn)
    #expect(findings == [])
    #expect((template == .standard) == (name == "standard"))
  }

  @Test("The three built-in templates are there")
  func names() {
    #expect(Set(builtInTemplateNames(in: TemplateFolder.builtIn)).isSuperset(of: ["standard", "compact", "bilingual"]))
  }

  @Test("Tables merge key by key, and lists are replaced whole")
  func merging() throws {
    try folder.write(
      """
      format = 1
      extends = "standard"
      [text.label]
      size = "7pt"
      weight = "bold"
      [sections]
      order = ["lines", "parties"]
      [footer]
      text.pl = "dom"
      text.en = "house"
      """, to: "house.toml")
    try folder.write(
      """
      format = 1
      extends = "house.toml"
      [text.label]
      size = "8pt"
      [sections]
      order = ["notes"]
      [footer]
      text.en = "shop"
      """, to: "shop.toml")
    let (read, findings) = try folder.read("shop.toml")
    #expect(findings == [])
    let template = try #require(read)
    #expect(template.style(.label).size == 8)
    #expect(template.style(.label).weight == .bold)
    #expect(template.style(.label).colour == Template.standard.style(.label).colour)
    #expect(template.sections.prefix(2) == [.notes, .dates])
    #expect(template.footerText == [.polish: "dom", .english: "shop"])
  }

  @Test("A mistake is reported in the file that makes it, and each file's together")
  func places() throws {
    try folder.write("format = 1\n\n[text.label]\nsize = 7\n", to: "base.toml")
    try folder.write("format = 1\nextends = \"base.toml\"\n[text.title]\nsize = 7\nwieght = 1\n", to: "own.toml")
    let (template, findings) = try folder.read("own.toml")
    #expect(template == nil)
    #expect(
      findings.map(\.place).map {
        "\($0.file == folder.path("own.toml") ? "own" : "base"):\($0.line ?? 0) \($0.path ?? "")"
      }
      .sorted() == ["base:4 text.label.size", "own:4 text.title.size", "own:5 text.title.wieght"])
  }

  @Test("A mistake that a template mends isn't there any more")
  func mended() throws {
    try folder.write("format = 1\n[text.label]\nsize = 7\n", to: "base.toml")
    try folder.write("format = 1\nextends = \"base.toml\"\n[text.label]\nsize = \"7pt\"\n", to: "own.toml")
    #expect(try folder.read("own.toml").findings == [])
  }

  @Test("A paper's size by name and one by lengths replace each other")
  func paper() throws {
    try folder.write("format = 1\n[paper]\nwidth = \"200mm\"\nheight = \"200mm\"\n", to: "square.toml")
    try folder.write("format = 1\nextends = \"square.toml\"\n[paper]\nsize = \"A5\"\n", to: "a5.toml")
    try folder.write("format = 1\nextends = \"a5.toml\"\n[paper]\nheight = \"300mm\"\n", to: "tall.toml")
    let a5 = try #require(try folder.read("a5.toml").template)
    #expect(PaperSize(of: a5.paper) == .a5)
    let tall = try #require(try folder.read("tall.toml").template)
    #expect(tall.paper.width == PaperSize.a5.width.points)
    #expect(tall.paper.height == Length.millimetres(300).points)
  }

  @Test("A circle is refused, short or long")
  func circles() throws {
    try folder.write("format = 1\nextends = \"self.toml\"\n", to: "self.toml")
    try folder.write("format = 1\nextends = \"b.toml\"\n", to: "a.toml")
    try folder.write("format = 1\nextends = \"c.toml\"\n", to: "b.toml")
    try folder.write("format = 1\nextends = \"./a.toml\"\n", to: "c.toml")
    for name in ["self.toml", "a.toml"] {
      let found = try folder.read(name).findings
      #expect(found.map(\.code) == ["template.cycle"])
      #expect(found.first?.place.line == 2)
    }
  }

  @Test("A chain that is too long is refused")
  func tooLong() throws {
    for index in 0...TemplateChain.longest {
      try folder.write("format = 1\nextends = \"t\(index + 1).toml\"\n", to: "t\(index).toml")
    }
    #expect(try folder.read("t0.toml").findings.map(\.code) == ["template.too-deep"])
    try folder.write("format = 1\n", to: "t\(TemplateChain.longest).toml")
    #expect(try folder.read("t1.toml").findings == [])
  }

  @Test("A name that isn't built in is refused with the nearest that is")
  func unknownName() throws {
    try folder.write("format = 1\nextends = \"standrad\"\n", to: "own.toml")
    let found = try folder.read("own.toml").findings
    #expect(found.map(\.code) == ["template.unknown-name"])
    #expect(found.first?.remedy?.english.contains("\"standard\"") == true)
  }

  @Test(
    "A file elsewhere is refused",
    arguments: [
      "../base.toml", "/etc/hostname", "sub/../../base.toml", "https://example.invalid/base.toml", "file:base.toml",
      "sub//base.toml", "C:\\\\base.toml", "link.toml",
    ])
  func elsewhere(name: String) throws {
    try folder.write("format = 1\n", to: "base.toml")
    try folder.write("format = 1\nextends = \"\(name)\"\n", to: "sub/own.toml")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("sub/link.toml"), withDestinationPath: folder.path("base.toml"))
    let found = try folder.read("sub/own.toml").findings
    #expect(found.map(\.code) == ["template.outside-folder"])
    #expect(found.first?.place.path == "extends")
  }

  @Test("A file that isn't there, a folder and a pipe are refused", arguments: ["none.toml", "sub", "pipe.toml"])
  func unreadable(name: String) throws {
    try folder.write("format = 1\nextends = \"./\(name)\"\n", to: "own.toml")
    try folder.write("format = 1\n", to: "sub/base.toml")
    #expect(mkfifo(folder.path("pipe.toml"), 0o600) == 0)
    #expect(try folder.read("own.toml").findings.map(\.code) == ["template.unreadable"])
  }

  @Test("A file without a format, or no TOML at all, is reported by its own name")
  func broken() throws {
    try folder.write("format = 1\nextends = \"base.toml\"\n", to: "own.toml")
    for (text, code) in [("[paper]", "missing"), ("= 1", "not-toml"), ("format = 2", "unknown-format")] {
      try folder.write(text, to: "base.toml")
      let found = try folder.read("own.toml").findings
      #expect(found.map(\.code) == ["template.\(code)"])
      #expect(found.first?.place.file == folder.path("base.toml"))
    }
  }

  @Test("The sample of a firm's own look says what it is meant to say")
  func sample() throws {
    let file = TemplateFolder.root.appending(path: "samples/brand.toml")
    let (read, findings) = Template.read(
      try Array(Data(contentsOf: file)), fileName: file.path, builtIn: TemplateFolder.builtIn)
    #expect(findings == [])
    let template = try #require(read)
    #expect(template.languages == [.polish, .english])
    #expect(template.brand.logo?.kind == .svg)
    #expect(PaperSize(of: template.paper) == .a4)
    #expect(template.lineColumns.prefix(4).map(\.field) == [.number, .name, .gtin, .quantity])
    #expect(template.lineColumns[1].title == [.polish: "Towar lub usługa", .english: "Item"])
    #expect(template.codes.placement == .lastPageBottom)
    #expect(template.footerText[.polish]?.contains("{page}") == true)
  }
}
