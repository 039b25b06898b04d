import CairoDrawing
import Certificates
import FAInvoice
import FAValidation
import Findings
import Glibc
import InvoiceRendering
import InvoiceTemplate
import KSeFIdentifiers
import KSeFLinks
import OfflineSigning
import PageLayout
import Presentation
import QRSymbol
import Typography

/// One process, one core, everything kept open: the stages of an offline invoice, and the floor beside them.
struct WarmBench {
  let bytes: [UInt8]
  let fileName: String
  let demonstration: Demonstration

  /// The stages in the order of the work.
  private enum Stage: Int, CaseIterable {
    case read
    case hashAndSign
    case present
    case layOut
    case draw

    var title: String {
      switch self {
      case .read: "read XML into the tree"
      case .hashAndSign: "hash and sign"
      case .present: "present (words)"
      case .layOut: "lay out, encode symbols"
      case .draw: "draw PDF through Cairo"
      }
    }
  }

  func run(rounds: Int) throws(Obstacle) {
    let resources = try ResourceFolder.ofProgram()
    let bench = try InvoiceRenderer.Stages(resources: resources)
    let metadata = PDFMetadata(title: "bench", author: "bench", creationDate: "2026-02-01T12:00:00Z")
    var stages = [[Double]](repeating: [], count: Stage.allCases.count)
    var whole: [Double] = []
    var floor: [Double] = []
    var symbols: [Double] = []
    var checks: [Double] = []
    let check = InvoiceCheck(environment: .test, today: .inPoland(unixSeconds: time(nil)))
    let floorPages = try bench.layout.pages(of: presentation(of: document(), bench))
    // The first rounds warm caches up and don't count.
    for round in -10..<rounds {
      var marks = [now()]
      let document = try document()
      marks.append(now())
      let codes = try codes(of: document)
      marks.append(now())
      let presentation = Presentation(
        of: document, template: bench.template, wording: try bench.wording(), codes: codes)
      marks.append(now())
      let pages = try bench.layout.pages(of: presentation)
      marks.append(now())
      _ = try bench.drawing.pdf(pages, metadata: metadata)
      marks.append(now())
      // Side by side in the same round, so that a change of the machine's clock hits both.
      _ = try bench.drawing.pdf(floorPages, metadata: metadata)
      let end = now()
      // Part of laying out; measured again by itself, since it is libqrencode's time and not ours.
      for code in presentation.codes { _ = try QRSymbol(code.link) }
      let encoded = now()
      _ = check.findings(for: document)
      let checked = now()
      guard round >= 0 else { continue }
      for stage in Stage.allCases { stages[stage.rawValue].append(marks[stage.rawValue + 1] - marks[stage.rawValue]) }
      whole.append(marks[5] - marks[0])
      floor.append(end - marks[5])
      symbols.append(encoded - end)
      checks.append(checked - encoded)
    }
    print("\nwarm, \(demonstration.key.rawValue), \(floorPages.count) page(s)")
    let total = median(whole)
    for stage in Stage.allCases {
      let time = median(stages[stage.rawValue])
      print(
        "  \(padded(stage.title, 26)) \(fixed(time)) (\(fixed(stages[stage.rawValue].min() ?? 0)))  \(percent(time / total))"
      )
    }
    print(
      "  \(padded("  of it symbols alone", 26)) \(fixed(median(symbols))) (\(fixed(symbols.min() ?? 0)))  \(percent(median(symbols) / total))"
    )
    print("  \(padded("whole", 26)) \(fixed(total)) (\(fixed(whole.min() ?? 0)))")
    print("  \(padded("floor: same pages drawn", 26)) \(fixed(median(floor))) (\(fixed(floor.min() ?? 0)))")
    print("  ratio whole / floor        \(fixed(total / median(floor)))")
    // Words, layout and drawing: what the check stands in front of. Reading and signing would only flatter it.
    let rendering = [Stage.present, .layOut, .draw].map { median(stages[$0.rawValue]) }.reduce(0, +)
    print("  \(padded("check before the print", 26)) \(fixed(median(checks))) (\(fixed(checks.min() ?? 0)))")
    print("  check / rendering          \(fixed(median(checks) / rendering))")
  }

  private func document() throws(Obstacle) -> FADocument { try FADocument.read(bytes, fileName: fileName) }

  private func presentation(of document: FADocument, _ bench: InvoiceRenderer.Stages) throws(Obstacle) -> Presentation {
    Presentation(of: document, template: bench.template, wording: try bench.wording(), codes: try codes(of: document))
  }

  private func codes(of document: FADocument) throws(Obstacle) -> CodesRequest {
    let identity = try document.identity()
    guard let serial = demonstration.credential.certificate.serialNumber else {
      preconditionFailure("a demonstration certificate has a serial number of KSeF's length")
    }
    let claim = CertificateClaim(
      environment: .test, context: .nip(identity.seller), seller: identity.seller, certificate: serial,
      hash: identity.hash)
    return .offline(
      InvoiceLink(environment: .test, identity: identity), try demonstration.credential.sign(claim))
  }
}
