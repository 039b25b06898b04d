import Findings
import Testing

@testable import InvoiceTemplate

/// A template with one mistake, and the finding that must come of it.
struct Mistake: Sendable, CustomTestStringConvertible {
  let toml: String
  let code: String
  let path: String?
  let line: Int
  let column: Int
  /// A word that the remedy must hold.
  var named: String? = nil

  var testDescription: String { "\(code) at \(path ?? "the file")" }
}

@Suite("Mistakes in a template")
struct TemplateMistakeTests {
  static let mistakes = [
    Mistake(
      toml: "lanuage = [\"pl\"]", code: "unknown-key", path: "lanuage", line: 2, column: 1, named: "\"language\""),
    Mistake(
      toml: "[text.lable]\nsize = \"7pt\"", code: "unknown-key", path: "text.lable", line: 2, column: 7,
      named: "\"label\""),
    Mistake(
      toml: "[text.label]\ncolor = \"#000000\"", code: "unknown-key", path: "text.label.color", line: 3, column: 1,
      named: "\"colour\""),
    Mistake(
      toml: "[codes]\nxyzzy = 1", code: "unknown-key", path: "codes.xyzzy", line: 3, column: 1,
      named: "Known here: module-size"),
    Mistake(toml: "text = 5", code: "wrong-type", path: "text", line: 2, column: 8),
    Mistake(toml: "language = \"pl\"", code: "wrong-type", path: "language", line: 2, column: 12),
    Mistake(toml: "[text.label]\nsize = 7", code: "wrong-type", path: "text.label.size", line: 3, column: 8),
    Mistake(
      toml: "[text.label]\nleading = \"1.4\"", code: "wrong-type", path: "text.label.leading", line: 3, column: 11),
    Mistake(
      toml: "[text.label]\nweight = \"heavy\"", code: "unknown-name", path: "text.label.weight", line: 3, column: 10,
      named: "Known here: regular, bold"),
    Mistake(toml: "language = []", code: "wrong-count", path: "language", line: 2, column: 12),
    Mistake(toml: "language = [\"pl\", \"pl\"]", code: "duplicate", path: "language[1]", line: 2, column: 19),
    Mistake(
      toml: "language = [\"fr\"]", code: "unknown-name", path: "language[0]", line: 2, column: 13, named: "pl, en"),
    Mistake(
      toml: "[paper]\nsize = \"a4\"", code: "unknown-name", path: "paper.size", line: 3, column: 8, named: "\"A4\""),
    Mistake(
      toml: "[paper]\nsize = \"A4\"\nwidth = \"200mm\"", code: "duplicate", path: "paper.width", line: 4, column: 9),
    Mistake(
      toml: "[paper]\nheight = \"tall\"", code: "not-a-length", path: "paper.height", line: 3, column: 10, named: "15mm"
    ),
    Mistake(toml: "[paper]\nwidth = \"39.9mm\"", code: "out-of-range", path: "paper.width", line: 3, column: 9),
    Mistake(toml: "[paper]\nwidth = \"70mm\"", code: "no-room", path: "paper", line: 2, column: 1),
    Mistake(toml: "[paper]\nmargins = [\"1mm\"]", code: "wrong-count", path: "paper.margins", line: 3, column: 11),
    Mistake(
      toml: "[paper]\nmargins = [\"15mm\", \"18mm\", \"20cm\", \"18mm\"]", code: "not-a-length",
      path: "paper.margins[2]", line: 3, column: 28),
    Mistake(
      toml: "[text.title]\nsize = \"73pt\"", code: "out-of-range", path: "text.title.size", line: 3, column: 8),
    Mistake(
      toml: "[text.title]\nleading = 0.9", code: "out-of-range", path: "text.title.leading", line: 3, column: 11),
    Mistake(
      toml: "[text.title]\ncolour = \"red\"", code: "not-a-colour", path: "text.title.colour", line: 3, column: 10),
    Mistake(
      toml: "[text.title]\ncolour = \"#ffffff\"", code: "too-pale", path: "text.title.colour", line: 3, column: 10),
    Mistake(
      toml: "[rules.dark]\nwidth = \"5pt\"", code: "out-of-range", path: "rules.dark.width", line: 3, column: 9),
    Mistake(toml: "[spacing]\nrow = \"51mm\"", code: "out-of-range", path: "spacing.row", line: 3, column: 7),
    Mistake(
      toml: "[sections]\norder = [\"line\"]", code: "unknown-name", path: "sections.order[0]", line: 3, column: 10,
      named: "\"lines\""),
    Mistake(
      toml: "[lines]\ncolumns = [{ field = \"nmae\", width = \"rest\" }]", code: "unknown-name",
      path: "lines.columns[0].field", line: 3, column: 22, named: "\"name\""),
    Mistake(
      toml: "[lines]\ncolumns = [{ width = \"rest\" }]", code: "missing", path: "lines.columns[0]", line: 3, column: 12),
    Mistake(
      toml: "[lines]\ncolumns = [{ field = \"name\" }]", code: "no-rest", path: "lines.columns", line: 3, column: 11),
    Mistake(
      toml: "[lines]\ncolumns = [{ field = \"name\", width = \"20mm\" }, { field = \"unit\", width = \"rest\" }]",
      code: "unknown-name", path: "lines.columns[0].width", line: 3, column: 38, named: "rest"),
    Mistake(
      toml: "[lines]\ncolumns = [{ field = \"name\", width = \"rest\", title.fr = \"Ware\" }]", code: "unknown-key",
      path: "lines.columns[0].title.fr", line: 3, column: 52, named: "pl, en"),
    Mistake(
      toml: "[lines]\ncolumns = [{ field = \"name\", width = \"rest\", title.pl = \"\" }]", code: "out-of-range",
      path: "lines.columns[0].title.pl", line: 3, column: 57),
    Mistake(
      toml: "[lines]\ncolumns = [{ field = \"name\", width = \"rest\" }, { field = \"name\" }]", code: "duplicate",
      path: "lines.columns[1]", line: 3, column: 48),
    Mistake(
      toml: "[codes]\nmodule-size = \"0.374mm\"", code: "out-of-range", path: "codes.module-size", line: 3, column: 15),
    Mistake(toml: "[payment]\ncode = \"yes\"", code: "wrong-type", path: "payment.code", line: 3, column: 8),
    Mistake(toml: "language = ", code: "not-toml", path: nil, line: 2, column: 12),
    Mistake(toml: "[codes]\n[codes]", code: "not-toml", path: nil, line: 3, column: 1),
  ]

  @Test("Each kind of mistake is one refused finding at its place", arguments: mistakes)
  func eachMistake(_ mistake: Mistake) throws {
    let (template, findings) = Template.read(Array("format = 1\n\(mistake.toml)\n".utf8), fileName: "own.toml")
    #expect(template == nil)
    #expect(findings.count == 1)
    let finding = try #require(findings.first)
    #expect(finding.code == "template.\(mistake.code)")
    #expect(finding.severity == .refused)
    #expect(finding.place == Place(file: "own.toml", line: mistake.line, column: mistake.column, path: mistake.path))
    if let named = mistake.named {
      let remedy = try #require(finding.remedy)
      #expect(remedy.english.contains(named))
    }
  }

  @Test("Several mistakes are reported in one run, in the order of the file")
  func severalMistakes() {
    let (template, findings) = Template.read(
      Array(
        """
        format = 1
        langauge = ["pl"]
        [paper]
        size = "A7"
        [text.title]
        colour = "blue"
        size = 12
        [codes]
        module-size = "0.1mm"
        """.utf8), fileName: "own.toml")
    #expect(template == nil)
    #expect(
      findings.map(\.place.path) == [
        "langauge", "paper.size", "text.title.colour", "text.title.size", "codes.module-size",
      ])
  }

  @Test("A file must say its format, and a newer format isn't guessed at")
  func format() {
    let missing = Template.read(Array("language = [\"pl\"]".utf8), fileName: "own.toml").findings
    #expect(missing.map(\.code) == ["template.missing"])
    let newer = Template.read(Array("format = 2\nbrand-new = true".utf8), fileName: "own.toml").findings
    #expect(newer.map(\.code) == ["template.unknown-format"])
    let wrong = Template.read(Array("format = \"1\"".utf8), fileName: "own.toml").findings
    #expect(wrong.map(\.code) == ["template.wrong-type"])
  }

  @Test("The column is counted in bytes, as every other place is")
  func columnInBytes() {
    let findings = Template.read(
      Array("format = 1\nlines.columns = [{ title.pl = \"żółć\", fild = \"name\" }]".utf8), fileName: "own.toml"
    ).findings
    let unknown = findings.first { $0.code == "template.unknown-key" }
    #expect(unknown?.place.column == 43)
  }

  @Test("Control characters of a key don't reach the terminal")
  func controlCharacters() {
    let findings = Template.read(Array("format = 1\n\"\\u001b[31m\" = 1".utf8), fileName: "own.toml").findings
    #expect(findings.count == 1)
    let finding = findings.first
    #expect(finding?.place.path == "\u{FFFD}[31m")
    #expect(finding?.sentence.english.contains("\u{1B}") == false)
  }

  @Test("Every mistake of a chain of fonts is reported")
  func fontChain() {
    let findings = FontChain.read(
      Array(
        "format = 1\n[[family]]\nname = \"A\"\n[[family]]\nname = \"B\"\nregular = \"b.ttf\"\nitalic = \"c.ttf\"".utf8),
      fileName: "fonts.toml"
    ).findings
    #expect(findings.map(\.code) == ["fonts.missing", "fonts.unknown-key"])
    #expect(findings.map(\.place.path) == ["family[0]", "family[1].italic"])
    #expect(FontChain.read(Array("format = 1".utf8), fileName: "fonts.toml").findings.map(\.code) == ["fonts.missing"])
  }
}
