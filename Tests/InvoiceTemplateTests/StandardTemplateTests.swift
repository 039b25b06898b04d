import Findings
import Foundation
import Testing

@testable import InvoiceTemplate

@Suite("The standard template")
struct StandardTemplateTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private func bytes(_ path: String) throws -> [UInt8] {
    try Array(Data(contentsOf: Self.root.appending(path: path)))
  }

  @Test("templates/standard.toml reads without findings and says what the built-in template says")
  func standardFileEqualsBuiltIn() throws {
    let (template, findings) = Template.read(try bytes("templates/standard.toml"), fileName: "standard.toml")
    #expect(findings == [])
    #expect(template == .standard)
  }

  @Test("A file that changes one thing changes nothing else")
  func oneChange() {
    let (template, findings) = Template.read(
      Array("format = 1\n[text.label]\nsize = \"7pt\"".utf8), fileName: "own.toml")
    var expected = Template.standard
    expected.styles[.label]?.size = 7
    #expect(findings == [])
    #expect(template == expected)
  }

  @Test("Millimetres become points")
  func lengths() throws {
    let (template, _) = Template.read(
      Array("format = 1\n[paper]\nwidth = \"254mm\"\nheight = \"720pt\"".utf8), fileName: "own.toml")
    let paper = try #require(template?.paper)
    #expect(paper.width == 720)
    #expect(paper.height == 720)
  }

  @Test("Every role has a style, and every section and field a place")
  func complete() {
    #expect(Set(Template.standard.styles.keys) == Set(TextRole.allCases))
    #expect(Set(Template.standard.sections) == Set(SectionName.allCases))
    #expect(Template.standard.lineColumns.map(\.field).count == LineField.allCases.count)
    #expect(Set(Template.standard.lineColumns.map(\.field)) == Set(LineField.allCases))
  }

  @Test("Sections and fields that a file leaves out follow behind those it names")
  func nothingIsHidden() throws {
    let (read, findings) = Template.read(
      Array(
        """
        format = 1
        [sections]
        order = ["lines", "parties"]
        [lines]
        columns = [{ field = "name", width = "rest", title.pl = "Pozycja" }, { field = "gtin", show = "always" }]
        """.utf8), fileName: "own.toml")
    #expect(findings == [])
    let template = try #require(read)
    #expect(template.sections.prefix(3) == [.lines, .parties, .dates])
    #expect(Set(template.sections) == Set(SectionName.allCases))
    #expect(template.lineColumns[0].title == [.polish: "Pozycja"])
    #expect(template.lineColumns[0].takesRest)
    #expect(template.lineColumns[0].show == .ifAny)
    #expect(template.lineColumns[1].show == .always)
    #expect(template.lineColumns.dropFirst(2).allSatisfy { $0.show == .detail })
    #expect(Set(template.lineColumns.map(\.field)) == Set(LineField.allCases))
  }

  @Test("The committed font chain reads, and a family without a bold face uses its regular one")
  func fontChain() throws {
    let (read, findings) = FontChain.read(try bytes("fonts/fonts.toml"), fileName: "fonts.toml")
    #expect(findings == [])
    let chain = try #require(read)
    #expect(chain.families[0].regular == "built/NotoSans-Regular.ttf")
    #expect(chain.families[0].bold == "built/NotoSans-Bold.ttf")
    let last = try #require(chain.families.last)
    #expect(last.bold == last.regular)
  }
}
