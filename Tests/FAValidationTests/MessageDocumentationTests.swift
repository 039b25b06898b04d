import Findings
import Foundation
import Testing

@testable import FAValidation

@Suite("The documentation of the codes")
struct MessageDocumentationTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  private static let file = root.appending(path: "docs/messages.md")
  private static let begin =
    "<!-- Made from the check's own list of codes: RECORD_GOLDENS=1 swift test writes it. -->\n"
  private static let end = "<!-- End of what is made. -->\n"

  @Test("docs/messages.md has a section for each code; RECORD_GOLDENS=1 writes them anew, and then fails")
  func documentationIsUpToDate() throws {
    let text = try String(contentsOf: Self.file, encoding: .utf8)
    let start = try #require(text.range(of: Self.begin)).upperBound
    let stop = try #require(text.range(of: Self.end)).lowerBound
    let made = Self.sections()
    if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1" {
      try (text[..<start] + made + text[stop...]).write(to: Self.file, atomically: true, encoding: .utf8)
      Issue.record("docs/messages.md was written anew: read it, and run without RECORD_GOLDENS")
    } else {
      #expect(text[start..<stop] == made)
    }
  }

  @Test("Every code has its section once, and says all that a section needs in both languages")
  func meaningsAreComplete() {
    #expect(Set(CodeMeaning.all.map(\.code)).count == CodeMeaning.all.count)
    #expect(Self.groups.flatMap(\.meanings).count == CodeMeaning.all.count)
    for meaning in CodeMeaning.all {
      let code = meaning.code
      #expect(code.wholeMatch(of: /[a-z0-9-]+(\.[a-z0-9-]+)+/) != nil, "\(code)")
      for sentence in [meaning.explanation, meaning.remedy] {
        #expect(sentence.english.hasSuffix(".") && sentence.polish.hasSuffix("."), "\(code)")
        #expect(sentence.english != sentence.polish, "\(code)")
      }
      #expect(!meaning.title.english.isEmpty && !meaning.title.polish.isEmpty, "\(code)")
      #expect(!meaning.title.english.hasSuffix(".") && !meaning.title.polish.hasSuffix("."), "\(code)")
      #expect(!meaning.source.isEmpty, "\(code)")
    }
  }

  @Test("Every code with which reading can end, or of which it tells, has its meaning")
  func readingCodes() throws {
    let known = Set(CodeMeaning.all.map(\.code))
    var found: Set<String> = []
    for folder in ["Sources/FAInvoice", "Sources/WholeFiles", "Sources/OfficialSchemas"] {
      for (_, text) in try Self.swiftFiles(in: folder) {
        for match in text.matches(of: /"((?:file|xml|invoice|receipt|memory|schema)\.[a-z0-9-]+)"/) {
          found.insert(String(match.1))
        }
      }
    }
    // Writing is no reading.
    found.subtract(["file.unwritable", "file.exists"])
    #expect(found.count > 40)
    #expect(found.subtracting(known).sorted() == [])
  }

  @Test("Every code is produced by a test")
  func testedCodes() throws {
    // Nobody can be asked to run out of memory, without which libxml2 reads what it has read before.
    let unproducible: Set<String> = ["memory.short", "schema.second-opinion-failed"]
    let texts = try Self.swiftFiles(in: "Tests").filter { !$0.name.hasSuffix("/MessageDocumentationTests.swift") }
      .map(\.text)
    var named: Set<String> = []
    for text in texts {
      for match in text.matches(of: /[a-z][a-z0-9-]*(?:\.[a-z0-9-]+)+/) { named.insert(String(match.0)) }
    }
    #expect(CodeMeaning.all.map(\.code).filter { !named.contains($0) && !unproducible.contains($0) } == [])
  }

  private static func swiftFiles(in folder: String) throws -> [(name: String, text: String)] {
    let names = try #require(FileManager.default.subpaths(atPath: root.appending(path: folder).path))
    return try names.filter { $0.hasSuffix(".swift") }.map { name in
      ("/" + name, try String(contentsOf: root.appending(path: "\(folder)/\(name)"), encoding: .utf8))
    }
  }

  private typealias Group = (title: String, preface: String, meanings: [CodeMeaning])

  /// By who objects.
  private static var groups: [Group] {
    let told = Set((CodeMeaning.reading + SchemaFinding.meanings + CodeMeaning.secondOpinions).map(\.code))
    let rules = CodeMeaning.all.filter { !told.contains($0.code) }
    let refusing = rules.filter { $0.weight == .refusedInProduction || $0.weight == .always(.refused) }
    return [
      (
        "The file", "What is wrong with the file itself, or what it is in an invoice's place.",
        CodeMeaning.reading
      ),
      (
        "The schema", "Where the invoice doesn't obey the structure that it declares: FA(3), FA(2) or FA_RR(1).",
        SchemaFinding.meanings + CodeMeaning.secondOpinions
      ),
      ("KSeF", "What KSeF refuses beyond the schema.", refusing),
      (
        "Accountants", "What KSeF takes, and an accountant would be embarrassed by.",
        rules.filter { rule in !refusing.contains { $0.code == rule.code } }
      ),
    ]
  }

  private static func sections() -> String {
    var lines: [String] = []
    for group in groups {
      lines += ["", "## \(group.title)", "", group.preface]
      for meaning in group.meanings.sorted(by: { $0.code < $1.code }) {
        lines += [
          "", "### `\(meaning.code)`", "",
          "**\(meaning.title.english)** · \(meaning.title.polish) · \(words(meaning.weight))",
          "", meaning.explanation.english, "", "What to do: \(meaning.remedy.english)", "", "Source: \(meaning.source)",
        ]
      }
    }
    return lines.joined(separator: "\n") + "\n\n"
  }

  private static func words(_ weight: CodeMeaning.Weight) -> String {
    switch weight {
    case .always(let severity): severity.word.english
    case .refusedInProduction: "refused in production, elsewhere a warning"
    }
  }
}
