import ArchivePDF
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
    case check
    case hashAndSign
    case present
    case layOut
    case draw
    case archive

    var title: String {
      switch self {
      case .read: "read XML into the tree"
      case .check: "check before the print"
      case .hashAndSign: "hash and sign"
      case .present: "present (words)"
      case .layOut: "lay out, encode symbols"
      case .draw: "draw PDF through Cairo"
      case .archive: "make it PDF/A with XML"
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
    let check = InvoiceCheck(environment: .test, today: .inPoland(unixSeconds: time(nil)))
    let floorPages = try bench.layout.pages(of: presentation(of: document(), bench))
    // The first rounds warm caches up and don't count.
    for round in -10..<rounds {
      var marks = [now()]
      let document = try document()
      marks.append(now())
      _ = check.findings(for: document)
      marks.append(now())
      let codes = try codes(of: document)
      marks.append(now())
      let presentation = Presentation(
        of: document, template: bench.template, wording: try bench.wording(), codes: codes)
      marks.append(now())
      let pages = try bench.layout.pages(of: presentation)
      marks.append(now())
      let pdf = try bench.drawing.pdf(pages, metadata: metadata)
      marks.append(now())
      let description = ArchiveDescription(
        of: document, as: presentation, codes: codes, creationDate: metadata.creationDate)
      _ = try ArchiveCopy.make(of: pdf, description)
      marks.append(now())
      // Side by side in the same round, so that a change of the machine's clock hits both: the same pages drawn, the
      // same finish, one signature, two symbols.
      let bare = try bench.drawing.pdf(floorPages, metadata: metadata)
      _ = try ArchiveCopy.make(of: bare, description)
      _ = try demonstration.credential.sign(claim(identity: document.identity()))
      for code in presentation.codes { _ = try QRSymbol(code.link) }
      let end = now()
      guard round >= 0 else { continue }
      for stage in Stage.allCases { stages[stage.rawValue].append(marks[stage.rawValue + 1] - marks[stage.rawValue]) }
      whole.append(marks[Stage.allCases.count] - marks[0])
      floor.append(end - marks[Stage.allCases.count])
    }
    print("\nwarm, \(demonstration.key.rawValue), \(floorPages.count) page(s)")
    let total = median(whole)
    for stage in Stage.allCases {
      let time = median(stages[stage.rawValue])
      print(
        "  \(padded(stage.title, 26)) \(fixed(time)) (\(fixed(stages[stage.rawValue].min() ?? 0)))  \(percent(time / total))"
      )
    }
    print("  \(padded("whole", 26)) \(fixed(total)) (\(fixed(whole.min() ?? 0)))")
    print("  \(padded("floor", 26)) \(fixed(median(floor))) (\(fixed(floor.min() ?? 0)))")
    print("  ratio whole / floor        \(fixed(total / median(floor)))")
    // Words, layout and drawing: what the check stands in front of. Reading and signing would only flatter it.
    let rendering = [Stage.present, .layOut, .draw].map { median(stages[$0.rawValue]) }.reduce(0, +)
    print("  check / rendering          \(fixed(median(stages[Stage.check.rawValue]) / rendering))")
  }

  private func document() throws(Obstacle) -> FADocument { try FADocument.read(bytes, fileName: fileName) }

  private func presentation(of document: FADocument, _ bench: InvoiceRenderer.Stages) throws(Obstacle) -> Presentation {
    Presentation(of: document, template: bench.template, wording: try bench.wording(), codes: try codes(of: document))
  }

  private func codes(of document: FADocument) throws(Obstacle) -> CodesRequest {
    let identity = try document.identity()
    return .offline(
      InvoiceLink(environment: .test, identity: identity),
      try demonstration.credential.sign(claim(identity: identity)))
  }

  private func claim(identity: InvoiceIdentity) -> CertificateClaim {
    guard let serial = demonstration.credential.certificate.serialNumber else {
      preconditionFailure("a demonstration certificate has a serial number of KSeF's length")
    }
    return CertificateClaim(
      environment: .test, context: .nip(identity.seller), seller: identity.seller, certificate: serial,
      hash: identity.hash)
  }
}
