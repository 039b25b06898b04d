import Foundation
import Testing

@testable import InvoiceTemplate

@Suite("The documentation of the keys")
struct KeyDocumentationTests {
  private static let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "docs/templates.md")
  private static let begin =
    "<!-- Made from the reader's own list of keys: RECORD_GOLDENS=1 swift test writes it. -->\n"
  private static let end = "<!-- End of what is made. -->\n"

  @Test("docs/templates.md holds the reader's own list of keys; RECORD_GOLDENS=1 writes it anew, and then fails")
  func documentationIsUpToDate() throws {
    let text = try String(contentsOf: Self.file, encoding: .utf8)
    let start = try #require(text.range(of: Self.begin)).upperBound
    let stop = try #require(text.range(of: Self.end)).lowerBound
    let made = Self.tables()
    if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1" {
      try (text[..<start] + made + text[stop...]).write(to: Self.file, atomically: true, encoding: .utf8)
      Issue.record("docs/templates.md was written anew: read it, and run without RECORD_GOLDENS")
    } else {
      #expect(text[start..<stop] == made)
    }
  }

  @Test("Every key says what it takes and what it does, and stands in the list once")
  func keysAreComplete() {
    for key in TemplateKey.all {
      #expect(!key.takes.isEmpty && key.does.hasSuffix("."))
    }
    #expect(Set(TemplateKey.all.map(\.path)).count == TemplateKey.all.count)
  }

  /// The keys and the roles of text, each as a Markdown table.
  private static func tables() -> String {
    var lines = ["| key | takes | standard | what it does |", "| --- | --- | --- | --- |"]
    var families: Set<String> = []
    for key in TemplateKey.all where families.insert(key.family).inserted {
      let standard = key.family == key.path ? key.written(.standard).map(code) ?? "" : "by role"
      lines.append("| `\(key.family)` | \(key.takes) | \(standard) | \(key.does) |")
    }
    lines += ["", "The roles of text, and how the standard template sets them:", ""]
    lines += ["| role | size | leading | weight | colour |", "| --- | --- | --- | --- | --- |"]
    for role in TextRole.allCases {
      let values = TemplateKey.all.filter { $0.path.hasPrefix("text.\(role.rawValue).") }.map {
        $0.written(.standard) ?? ""
      }
      lines.append("| `\(role.rawValue)` | " + values.map { "`\($0)`" }.joined(separator: " | ") + " |")
    }
    lines += ["", "The fields of `lines.columns`: " + TemplateKey.names(LineField.self) + "."]
    return "\n" + lines.joined(separator: "\n") + "\n\n"
  }

  private static func code(_ text: String) -> String { text.hasPrefix("this") ? text : "`\(text)`" }
}
