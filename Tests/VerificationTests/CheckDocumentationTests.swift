import Findings
import Foundation
import Testing

@testable import Verification

@Suite("The documentation of the checks")
struct CheckDocumentationTests {
  private static let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "docs/verifying.md")
  private static let begin = "<!-- Made from the list of checks: RECORD_GOLDENS=1 swift test writes it. -->\n"
  private static let end = "<!-- End of what is made. -->\n"

  @Test("docs/verifying.md has a section for each check; RECORD_GOLDENS=1 writes them anew, and then fails")
  func documentationIsUpToDate() throws {
    let text = try String(contentsOf: Self.file, encoding: .utf8)
    let start = try #require(text.range(of: Self.begin)).upperBound
    let stop = try #require(text.range(of: Self.end)).lowerBound
    let made = (Self.sections() + Self.cheatTable()).joined(separator: "\n") + "\n\n"
    if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1" {
      try (text[..<start] + made + text[stop...]).write(to: Self.file, atomically: true, encoding: .utf8)
      Issue.record("docs/verifying.md was written anew: read it, and run without RECORD_GOLDENS")
    } else {
      #expect(text[start..<stop] == made)
    }
  }

  @Test("Every name of a check belongs to one check, which says all about itself in both languages")
  func checksAreComplete() {
    #expect(
      AllChecks.inOrder.map(\.name).sorted { $0.rawValue < $1.rawValue }
        == CheckName.allCases.sorted { $0.rawValue < $1.rawValue })
    for check in AllChecks.inOrder {
      for sentence in [check.title, check.proves, check.cannotProve, check.needs] {
        #expect(!sentence.english.isEmpty && !sentence.polish.isEmpty, "\(check.name)")
        #expect(!sentence.english.hasSuffix(".") && !sentence.polish.hasSuffix("."), "\(check.name)")
      }
      #expect(check.title.english != check.title.polish, "\(check.name)")
      #expect(check.name.rawValue.wholeMatch(of: /[a-z0-9]+(\.[a-z0-9-]+)+/) != nil, "\(check.name)")
    }
  }

  private static func sections() -> [String] {
    AllChecks.inOrder.flatMap { check in
      [
        "", "### `\(check.name.rawValue)`", "", "**\(check.title.english)** · \(check.title.polish)", "",
        "- Passing shows: \(check.proves.english).", "- It doesn't show: \(check.cannotProve.english).",
        "- Needed: \(check.needs.english).",
      ]
    }
  }

  private static func cheatTable() -> [String] {
    let names = CheckName.allCases
    return [
      "", "## What becomes of cheats", "",
      "Each row is a test: an invoice issued rightly, with its XML, certificate and authority given, and one thing changed.",
      "The checks that aren't named in a row pass, or aren't run and needn't be.", "",
      "| what was done | verdict | the checks that say so |", "| --- | --- | --- |",
    ]
      + cheats.map { cheat in
        let outcomes = names.compactMap { name in
          cheat.outcomes[name].map { "`\(name.rawValue)` \($0.rawValue)" }
        }
        return
          "| \(cheat.testDescription) | \(cheat.verdict?.rawValue ?? "no code") | \(outcomes.joined(separator: ", ")) |"
      }
  }
}
