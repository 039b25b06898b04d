import FAInvoice
import Foundation
import InvoiceRendering
import InvoiceTemplate
import PageLayout
import Presentation
import QRSymbol
import Testing

/// The pages of a sample in a template, which are held against what was approved.
struct LayoutGolden: Sendable, CustomTestStringConvertible {
  let sample: String
  /// A built-in template's name, or `brand` for the one among the samples.
  let template: String

  /// In the folder of goldens, without an ending.
  var name: String { "\(template)/\(sample)" }
  var testDescription: String { name }

  static let folder = House.root.appendingPathComponent("Tests/RenderingTests/Goldens")

  /// Whether this run stores what it finds, and fails, so that nobody records by accident.
  static var isRecording: Bool { ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1" }

  /// The pages, in the template's languages, with codes of a made-up signature, and what they were made with.
  func pages() throws -> (pages: [Page], stages: InvoiceRenderer.Stages) {
    let file = template == "brand" ? House.root.appendingPathComponent("samples/brand.toml").path : template
    let stages = try InvoiceRenderer.Stages(resources: House.resources(), template: file)
    return (try stages.layout.pages(of: presentation(stages)), stages)
  }

  private func presentation(_ stages: InvoiceRenderer.Stages) throws -> Presentation {
    let name = "\(sample).xml"
    let bytes = [UInt8](try Data(contentsOf: House.root.appendingPathComponent("samples/\(name)")))
    switch try KSeFDocument.read(bytes, fileName: name) {
    case .receipt(let receipt):
      return Presentation(of: receipt, template: stages.template, wording: try stages.wording())
    case .invoice(let document):
      return Presentation(
        of: document, template: stages.template, wording: try stages.wording(), codes: try House.codes(of: document))
    }
  }
}

extension Page {
  /// The page in words, an edge or baseline a line, in whole points: on `120 48 Faktura | title 392 FV/1` two texts
  /// share the baseline 120 points from the top.
  var plainText: String {
    var lines = ["page \(whole(width)) x \(whole(height))"]
    var height: Int?
    for item in items {
      let (y, words) = plain(item)
      if y == height { lines[lines.count - 1] += " | \(words)" } else { lines.append("\(y) \(words)") }
      height = y
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func plain(_ item: Item) -> (y: Int, words: String) {
    switch item {
    case .text(let text):
      (whole(text.baseline), "\(text.role == .text ? "" : "\(text.role.rawValue) ")\(whole(text.x)) \(text.words)")
    case .rule(let x, let y, let width, let rule):
      (whole(y), "rule \(whole(x)) to \(whole(x + width)), \(rule.width) thick")
    case .symbol(let symbol, let x, let y, let side):
      (whole(y), "symbol \(whole(x)) of \(symbol.side) modules, \(whole(side)) wide")
    case .link(let x, let y, let width, _, _): (whole(y), "link \(whole(x)) to \(whole(x + width))")
    case .logo(let x, let y, let width, let height):
      (whole(y), "logo \(whole(x)), \(whole(width)) x \(whole(height))")
    case .watermark(let mark): (whole(mark.y), "watermark \(whole(mark.x)), \(whole(mark.size)) high")
    }
  }

  private func whole(_ value: Double) -> Int { Int(value.rounded()) }
}
