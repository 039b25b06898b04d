import Foundation
import InvoiceRendering
import InvoiceTemplate
import PageLayout
import Presentation
import Testing
import Typography

@Suite("Any template that is read prints any sample")
struct RandomTemplateTests {
  @Test("Nothing is pushed off the paper, whatever the sizes and distances", arguments: UInt64(1)...36)
  func onPaper(seed: UInt64) throws {
    let samples = try House.samples()
    let sample = samples[Int(seed) % samples.count]
    try House.withFolder { folder in
      var random = RandomTemplate(seed: seed)
      let file = folder.appendingPathComponent("random.toml")
      try random.text().write(to: file, atomically: true, encoding: .utf8)
      let stages = try InvoiceRenderer.Stages(resources: House.resources(), template: file.path)
      let document = try House.document(sample)
      let presentation = Presentation(
        of: document, template: stages.template, wording: try stages.wording(), codes: try House.codes(of: document))
      let pages = try stages.layout.pages(of: presentation)
      #expect(!pages.isEmpty)
      for (number, page) in pages.enumerated() {
        for text in page.texts {
          let end = text.x + text.text.width(at: text.size)
          let isOnPaper =
            text.x >= -0.5 && end <= page.width + 0.5 && text.baseline >= 0 && text.baseline <= page.height + 1
          // A letter wider than its column can't be broken any more.
          #expect(
            isOnPaper || text.words.count == 1,
            "seed \(seed), \(sample), page \(number + 1): \(text.words.prefix(40)) at \(text.x)…\(end), \(text.baseline)"
          )
        }
      }
    }
  }
}
