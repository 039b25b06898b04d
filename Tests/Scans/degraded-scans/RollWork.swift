import FAInvoice
import Findings
import Foundation
import InvoiceRendering
import KSeFIdentifiers
import ScanMaking

/// A share of the photographs of slips: makes each, lets everyone read it, and says on standard output what came of it.
struct RollWork {
  let count: Int
  let seed: UInt64

  /// Papers, keys and samples in turn; a whole round of them with the links of production, the next with those of the
  /// test environment, which are longer.
  func run(part: Int, of parts: Int) throws {
    let resources = try ResourceFolder.ofProgram()
    var presses: [RollPaper: RollPress] = [:]
    for paper in RollPaper.allCases { presses[paper] = try RollPress(paper, resources: resources) }
    let samples = try SampleFolder.invoices.map { file in
      (name: file, document: try FADocument.read(try [UInt8](Data(contentsOf: URL(filePath: file))), fileName: file))
    }
    guard !samples.isEmpty else { return print("error\tthere are no invoices in samples/") }
    let (papers, keys) = (RollPaper.allCases, PrintHouse.Key.allCases)
    let kinds = papers.count * keys.count
    for number in 0..<count where number / kinds % parts == part {
      let (paper, key) = (papers[number % papers.count], keys[number / papers.count % keys.count])
      let (round, sample) = (number / kinds).quotientAndRemainder(dividingBy: samples.count)
      var lots = Lots(seed: seed &* 1_000_003 &+ UInt64(number))
      let signature = (0..<key.signatureLength).map { _ in UInt8(truncatingIfNeeded: lots.next()) }
      guard
        let slip = try presses[paper]?.slip(
          of: samples[sample].document, signature: signature, environment: round % 2 == 0 ? .production : .test),
        let photo = RollPhoto(of: slip, seed: lots.next())
      else { return print("error\tthe photograph can't be written") }
      try examine(photo, of: slip, kind: "\(paper)\t\(key)", name: "\(number)-\(key)-\(photo.fileName)")
    }
  }

  private func examine(_ photo: RollPhoto, of slip: RollSlip, kind: String, name: String) throws {
    let truth = Set(slip.symbols.map(\.text))
    for reader in RollReader.present {
      let start = ContinuousClock.now
      let texts = try reader.texts(in: photo.file, fileName: name)
      let milliseconds = (ContinuousClock.now - start) / .milliseconds(1)
      let read = slip.links.count(where: texts.contains)
      let wrong = texts.count { !truth.contains($0) }
      print("photo\t\(kind)\t\(reader)\t\(slip.links.count)\t\(read)\t\(wrong)\t\(milliseconds)")
      if reader == .own, read < slip.links.count || wrong > 0 { try keep(photo, name) }
    }
  }

  private func keep(_ photo: RollPhoto, _ name: String) throws {
    let folder = URL(filePath: "build/scans")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(photo.file).write(to: folder.appending(path: name))
    print("kept\t\(name)\t\(photo.remark)")
  }
}

extension PrintHouse.Key {
  /// Of what such a key signs, in bytes.
  fileprivate var signatureLength: Int { self == .p256 ? 64 : 256 }
}
