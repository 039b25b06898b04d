import Findings
import Foundation
import InvoiceRendering
import InvoiceTemplate
import PageLayout
import Presentation
import QRSymbol
import Testing

@Suite("Goldens of layout")
struct LayoutGoldenTests {
  @Test("The pages of every sample are as they were approved", arguments: try House.samples())
  func golden(sample: String) throws {
    let stages = try House.stages()
    let document = try House.document(sample)
    let presentation = Presentation(
      of: document, template: stages.template, wording: try stages.wording(),
      codes: try House.codes(of: document))
    let pages = try stages.layout.pages(of: presentation)
    try compare(pages.map(dump).joined(separator: "\n") + "\n", withGolden: "\(sample).txt")
  }

  /// A page in words: for each text its place in whole points, its role and its words; for each symbol its size.
  private func dump(_ page: Page) -> String {
    let lines = page.items.compactMap { item -> String? in
      switch item {
      case .text(let text): "\(whole(text.x)) \(whole(text.baseline)) \(text.role.rawValue) \(text.words)"
      case .symbol(let symbol, let x, let y, let side):
        "\(whole(x)) \(whole(y)) symbol of \(symbol.side) modules, \(whole(side)) points"
      default: nil
      }
    }
    return (["page \(whole(page.width)) x \(whole(page.height))"] + lines).joined(separator: "\n")
  }

  private func whole(_ value: Double) -> Int { Int(value.rounded()) }

  /// Holds a text against its stored form; `RECORD_GOLDENS=1` stores it anew, and then fails.
  private func compare(_ text: String, withGolden name: String) throws {
    let file = House.root.appendingPathComponent("Tests/RenderingTests/Goldens/\(name)")
    if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] != nil {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("recorded \(name); look at it, then run again without RECORD_GOLDENS")
      return
    }
    let golden = try String(contentsOf: file, encoding: .utf8)
    let difference = zip(text.split(separator: "\n"), golden.split(separator: "\n")).first { $0 != $1 }
    #expect(
      text == golden, "\(name): now and before: \(difference.map { "“\($0)” and “\($1)”" } ?? "a line more or less")")
  }
}
