import Findings
import Foundation
import Testing

@testable import InvoiceTemplate

@Suite("Every key of a template")
struct TemplateKeyTests {
  private func findings(_ path: String, _ value: String) -> [Finding] {
    let start = path == "format" ? "" : "format = 1\n"
    return Template.read(Array("\(start)\(path) = \(value)\n".utf8), fileName: "own.toml").findings
  }

  @Test("A value of a type that no key takes is refused at its place", arguments: TemplateKey.all.map(\.path))
  func wrongType(path: String) {
    let found = findings(path, "1979-05-27")
    #expect(found.map(\.code) == ["template.wrong-type"])
    #expect(found.first?.place.path == path)
    #expect(found.first?.place.line == (path == "format" ? 1 : 2))
  }

  @Test(
    "A length beyond the range is refused, and the message names the range",
    arguments: TemplateKey.all.filter { $0.takes.wholeMatch(of: #/[0-9.]+(mm|pt) to [0-9.]+(mm|pt)/#) != nil }.map(
      \.path))
  func lengthOutOfRange(path: String) throws {
    for value in ["\"99999mm\"", "\"99999pt\""] {
      let found = findings(path, value)
      #expect(found.first?.code == "template.out-of-range")
      #expect(found.first?.place.path == path)
    }
    #expect(findings(path, "\"wide\"").map(\.code) == ["template.not-a-length"])
  }

  @Test(
    "A name that a key doesn't know is refused",
    arguments: TemplateKey.all.filter { $0.takes.hasPrefix("`\"") }.map(\.path))
  func unknownName(path: String) {
    #expect(findings(path, "\"qqqq\"").map(\.code) == ["template.unknown-name"])
  }

  @Test(
    "A colour that isn't one is refused, and a pale one where words are set in it",
    arguments: TemplateKey.all.filter { $0.takes.hasPrefix("a colour") }.map(\.path))
  func colour(path: String) {
    #expect(findings(path, "\"red\"").map(\.code) == ["template.not-a-colour"])
    let pale = findings(path, "\"#f4f4f4\"").map(\.code)
    #expect(pale == (path.hasPrefix("rules.") ? [] : ["template.too-pale"]))
  }

  @Test("What a key writes of the standard template is read again as the same", arguments: TemplateKey.all.map(\.path))
  func written(path: String) throws {
    let key = try #require(TemplateKey.all.first { $0.path == path })
    guard let text = key.written(.standard), !text.hasPrefix("this") else { return }
    let (template, findings) = Template.read(Array("format = 1\n\(path) = \(text)\n".utf8), fileName: "own.toml")
    #expect(findings == [])
    #expect(key.written(try #require(template)) == text)
  }

  @Test("The standard template's file says every key, and those that it leaves open in a comment")
  func standardFile() throws {
    let file = TemplateFolder.root.appending(path: "templates/standard.toml")
    let bytes = try Array(Data(contentsOf: file))
    guard case .read(let root) = TOMLDocument.read(bytes, fileName: "standard.toml") else {
      Issue.record("templates/standard.toml is no TOML")
      return
    }
    let comments = String(decoding: bytes, as: UTF8.self).split(separator: "\n").filter { $0.hasPrefix("# ") }
    for key in TemplateKey.all where !["format", "extends", "paper.width", "paper.height"].contains(key.path) {
      let names = key.path.split(separator: ".").map(String.init)
      let found = names.reduce(Optional(root)) { node, name in
        guard case .table(let members)? = node?.value else { return nil }
        return members[name]
      }
      let isCommented = comments.contains { $0.hasPrefix("# \(names.last ?? "")") && $0.contains(" = ") }
      #expect(found != nil || isCommented, "\(key.path)")
    }
  }

  @Test("The accent colours the number, the amount due and the dark rules")
  func accent() throws {
    let toml = "format = 1\n[brand]\naccent = \"#1a4f8b\"\n[text.title]\ncolour = \"#000000\""
    let template = try #require(Template.read(Array(toml.utf8), fileName: "own.toml").template)
    let accent = Template.Colour(red: 0x1A, green: 0x4F, blue: 0x8B)
    #expect(template.style(.title).colour == accent)
    #expect(template.style(.amount).colour == accent)
    #expect(template.rules.dark.colour == accent)
    #expect(template.style(.text) == Template.standard.style(.text))
  }

  @Test(
    "A placeholder that the footer doesn't know is refused, with the nearest that it knows",
    arguments: ["{pagse}", "{page", "{}", "{numbr}"])
  func placeholders(text: String) throws {
    let found = findings("footer.text.pl", "\"strona \(text)\"")
    #expect(found.map(\.code) == ["template.unknown-name"])
    #expect(found.first?.remedy?.english.contains("{") == true)
  }

  @Test("Words for a language that isn't known, or on two lines, or too many, are refused")
  func phrases() {
    #expect(findings("footer.text.xx", "\"page\"").map(\.code) == ["template.unknown-key"])
    #expect(findings("footer.text.pl", "\"a\\nb\"").map(\.code) == ["template.out-of-range"])
    #expect(
      findings("watermark.text.pl", "\"\(String(repeating: "D", count: 25))\"").map(\.code) == ["template.out-of-range"]
    )
    #expect(findings("watermark.text.pl", "\"{page}\"").map(\.code) == ["template.unknown-name"])
    #expect(findings("watermark.text.pl", "\"\u{202E}D\"").map(\.code) == ["template.out-of-range"])
  }
}
