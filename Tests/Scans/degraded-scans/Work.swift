import CodeReading
import Findings
import Foundation
import ScanMaking
import Verification

/// A share of the scans: makes each, reads it, and says on standard output what came of it.
struct Work {
  let count: Int
  let seed: UInt64

  /// A paper to be scanned often, and the print that it comes from; nil for others' codes.
  private struct Original {
    let paper: Paper
    let print: PrintHouse.Print?
  }

  func run(part: Int, of parts: Int) throws(Obstacle) {
    let house = try PrintHouse()
    let samples = SampleFolder.invoices
    let foreign = SampleFolder.foreignCodes
    // Every sample with either key, every third with KOD I alone, and what others drew.
    var orders = PrintHouse.Key.allCases.flatMap { key in samples.map { (file: $0, key: Optional(key)) } }
    orders += samples.enumerated().filter { $0.offset % 3 == 0 }.map { (file: $0.element, key: nil) }
    let total = orders.count + foreign.count
    guard !samples.isEmpty else { return print("error\tthere are no invoices in samples/") }
    for index in 0..<total where index % parts == part {
      guard FixedKeys.begin(seed: seed &+ UInt64(index)) else { return print("error\tlibcrypto can't be led") }
      var originals: [Original] = []
      if index < orders.count {
        let made = try house.print(orders[index].file, signedWith: orders[index].key)
        for page in made.pagesWithSymbols {
          originals.append(Original(paper: try made.paper(ofPage: page), print: made))
        }
      } else {
        originals = [Original(paper: foreign[index - orders.count], print: nil)]
      }
      // Which of the scans fall to this paper, and which of its pages with symbols each shows.
      for scan in 0..<count where scan % total == index {
        let original = originals[scan / total % originals.count]
        examine(original, number: scan, total: total, other: samples[(index + 1) % samples.count])
      }
    }
  }

  private func examine(_ original: Original, number: Int, total: Int, other: String) {
    var lots = Lots(seed: seed &* 1_000_003 &+ UInt64(number))
    // Conditions in turn, so that each has its share and meets every paper.
    let condition = Condition.allCases[(number / total * 7 + number) % Condition.allCases.count]
    let resolution = lots.pick(DegradedScan.resolutions)
    guard let scan = DegradedScan(of: original.paper, condition, resolution: resolution, seed: lots.next()) else {
      return print("error\tthe scan can't be written")
    }
    let start = ContinuousClock.now
    let evidence = Evidence.onPrint(scan.file, fileName: scan.fileName, reader: CodeReader())
    let time = ContinuousClock.now - start
    var codes: [FoundCode] = []
    for case .print(_, let reading) in evidence { codes += reading.pages.flatMap(\.codes) }
    let truth = Set(scan.symbols.map(\.text))
    let wrong = codes.filter { !truth.contains($0.text) }.count
    for symbol in scan.symbols {
      let isRead = codes.contains { $0.text == symbol.text && $0.isQR }
      print("symbol\t\(condition)\t\(resolution)\t\(symbol.pixelsPerModule)\t\(isRead ? 1 : 0)")
      if !isRead, symbol.pixelsPerModule >= Table.promisedPixelsPerModule { keep(scan, number, original.paper.name) }
    }
    let passes =
      original.print.map { falsePasses($0, evidence, isWhole: truth.isSubset(of: codes.map(\.text)), other) } ?? 0
    if wrong + passes > 0 { keep(scan, number, original.paper.name) }
    print("scan\t\(condition)\t\(wrong)\t\(passes)\t\(time / .milliseconds(1))")
  }

  /// How often the evidence passes with material that isn't its own.
  ///
  /// - Parameter isWhole: all codes were read.
  private func falsePasses(
    _ made: PrintHouse.Print, _ evidence: [Evidence], isWhole: Bool, _ other: String
  ) -> Int {
    guard let otherInvoice = FileManager.default.contents(atPath: other) else { return 1 }
    let own = GivenInvoice(made.xml, name: "own")
    let foreign = GivenInvoice([UInt8](otherInvoice), name: "other")
    let cheats = [
      // With KOD I alone, or where nothing else could be read, the invoice itself is the proof, and no certificate is
      // asked for.
      made.symbolsAreSigned && isWhole
        ? Verifier(invoices: [own], certificates: [made.foreignCertificate])
        : Verifier(invoices: [foreign], certificates: [made.certificate]),
      Verifier(invoices: [foreign], certificates: [made.certificate]),
    ]
    return cheats.count { $0.verify(evidence).verdict == .passed }
  }

  private func keep(_ scan: DegradedScan, _ number: Int, _ paper: String) {
    let folder = URL(filePath: "build/scans")
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let name = "\(number)-\(scan.fileName)"
      try Data(scan.file).write(to: folder.appending(path: name))
      print("kept\t\(name)\t\(paper)\t\(scan.symbols.map(\.pixelsPerModule))")
    } catch {
      print("error\t\(error.localizedDescription)")
    }
  }
}
