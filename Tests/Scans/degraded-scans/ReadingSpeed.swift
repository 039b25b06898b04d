import CodeReading
import Findings
import Foundation
import ScanMaking
import Verification

/// Measures reading on clean pages, against the least that it can take: drawing or decoding and one plain look.
struct ReadingSpeed {
  private struct Pile {
    let name: String
    let files: [[UInt8]]
    let pages: Int
  }

  private let piles: [Pile]

  /// Our own prints, as they are and scanned cleanly at 200 dpi.
  ///
  /// - Throws: what printing throws.
  init() throws(Obstacle) {
    let house = try PrintHouse()
    guard FixedKeys.begin(seed: 1) else { preconditionFailure("libcrypto lets its random numbers be set") }
    let keys: [PrintHouse.Key?] = [.p256, .rsa2048, nil]
    var piles: [Pile] = []
    for key in keys {
      let name = key?.rawValue ?? "KOD I alone"
      var files: (pdf: [[UInt8]], png: [[UInt8]], jpeg: [[UInt8]]) = ([], [], [])
      var pages = 0
      for sample in SampleFolder.invoices.prefix(3) {
        let made = try house.print(sample, signedWith: key)
        files.pdf.append(made.pdf)
        pages += made.pageCount
        guard let number = made.pagesWithSymbols.first else { continue }
        let paper = try made.paper(ofPage: number)
        let scan = DegradedScan.picture(of: paper, resolution: 200)
        if let png = scan.png(), let jpeg = scan.jpeg(quality: 85) {
          files.png.append(png)
          files.jpeg.append(jpeg)
        }
      }
      piles.append(Pile(name: "PDF, \(name)", files: files.pdf, pages: pages))
      piles.append(Pile(name: "PNG, \(name)", files: files.png, pages: files.png.count))
      piles.append(Pile(name: "JPEG, \(name)", files: files.jpeg, pages: files.jpeg.count))
    }
    self.piles = piles
  }

  /// Prints the figures; the two ways take turns at every file, so that a change of the machine's speed hits both.
  ///
  /// - Throws: what reading throws.
  func report(rounds: Int) throws(Obstacle) {
    let reader = CodeReader()
    print("milliseconds of processor time a page at 200 dpi, median of \(rounds) rounds: floor, reading, ratio")
    for pile in piles {
      var floors: [Double] = []
      var times: [Double] = []
      for _ in 0..<rounds {
        var (floor, time) = (0.0, 0.0)
        for file in pile.files {
          let start = Self.processorTime()
          _ = try reader.plainLook(at: file)
          let middle = Self.processorTime()
          _ = Evidence.onPrint(file, fileName: "clean", reader: reader)
          floor += middle - start
          time += Self.processorTime() - middle
        }
        floors.append(floor / Double(pile.pages))
        times.append(time / Double(pile.pages))
      }
      let (floor, time) = (floors.sorted()[rounds / 2], times.sorted()[rounds / 2])
      let title = pile.name + String(repeating: " ", count: max(1, 24 - pile.name.count))
      print("  \(title)\(Self.short(floor))  \(Self.short(time))  \(Self.short(time / floor))")
    }
  }

  /// Reads every clean page again and again for some seconds.
  ///
  /// - Returns: pages a second.
  func pagesPerSecond(seconds: Double) -> Double {
    let reader = CodeReader()
    let start = ContinuousClock.now
    var pages = 0
    while (ContinuousClock.now - start) / .seconds(1) < seconds {
      for pile in piles {
        for file in pile.files { _ = Evidence.onPrint(file, fileName: "clean", reader: reader) }
        pages += pile.pages
      }
    }
    return Double(pages) / ((ContinuousClock.now - start) / .seconds(1))
  }

  static func short(_ value: Double) -> String { "\((value * 100).rounded() / 100)" }

  /// Milliseconds that this process has worked.
  private static func processorTime() -> Double {
    var moment = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &moment)
    return Double(moment.tv_sec) * 1000 + Double(moment.tv_nsec) / 1_000_000
  }
}
