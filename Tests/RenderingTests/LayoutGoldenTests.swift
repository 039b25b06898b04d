import Foundation
import Testing

@Suite("Goldens of layout")
struct LayoutGoldenTests {
  /// Every sample in every built-in template, and one in a firm's own.
  private static func all() throws -> [LayoutGolden] {
    let samples = try House.samples() + ["upo"]
    return ["standard", "compact", "bilingual"].flatMap { template in
      samples.map { LayoutGolden(sample: $0, template: template) }
    } + [LayoutGolden(sample: "fa3-vat", template: "brand")]
  }

  @Test("The pages of every sample in every template are as they were approved", arguments: try all())
  func golden(golden: LayoutGolden) throws {
    let text = try golden.pages().pages.map(\.plainText).joined()
    let file = LayoutGolden.folder.appendingPathComponent("\(golden.name).txt")
    guard !LayoutGolden.isRecording else {
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("recorded \(golden.name).txt: look at it, then run without RECORD_GOLDENS")
      return
    }
    let stored = try String(contentsOf: file, encoding: .utf8)
    let difference = zip(text.split(separator: "\n"), stored.split(separator: "\n")).first { $0 != $1 }
    #expect(
      text == stored,
      "\(golden.name): now and before: \(difference.map { "“\($0)” and “\($1)”" } ?? "a line more or less")")
  }

  @Test("Every stored page is some test's, and every sample has its pages")
  func noneIsOrphaned() throws {
    let all = try Self.all()
    #expect(Set(all.map(\.name)).count == all.count && all.count > 50)
    let stored = try FileManager.default.subpathsOfDirectory(atPath: LayoutGolden.folder.path)
      .filter { $0.contains(".") }
    #expect(Set(stored) == Set(all.map { "\($0.name).txt" } + PictureGoldenTests.all.map(\.file)))
  }
}
