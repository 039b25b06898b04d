import Foundation
import Testing

/// Prints through a print server that writes what a printer would get into a file.
@Suite(
  "Printing through CUPS", .serialized, .enabled(if: TestPrintServer.isPossible, "a print server needs root and cups"))
struct PrintQueueTests {
  private let folder: WorkFolder
  private let server: TestPrintServer
  private let invoice: Invoice

  init() throws {
    folder = try WorkFolder()
    server = try TestPrintServer()
    invoice = try #require(Corpus.samples.first { $0.path.hasSuffix("/fa3-vat.xml") })
  }

  private func print(_ options: [String]) throws -> Outcome {
    try Program.render.run(
      ["print", invoice.path, "--language", "en"] + options, environment: server.environment)
  }

  @Test("The codes arrive unscaled: every edge of every module lies on the printer's dots", arguments: KeyType.allCases)
  func grid(keyType: KeyType) throws {
    try server.addQueue("Till", driver: TestPrintServer.driver, to: "job.ps")
    let certificate = try DemonstrationCertificate.shared(keyType)
    let outcome = try print(["--printer", "Till", "--paper", "roll80", "--prove"] + certificate.options)
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(outcome.errors.contains("Printed: Till."))
    let page = try folder.raster(ofPostScript: server.path(of: "job.ps"), dotsPerInch: 203)
    #expect(page.width == 575)
    #expect(try page.codes().count == 2)
    let symbols = page.symbols()
    #expect(symbols.count == 2)
    for symbol in symbols { #expect(symbol.dotsOfRuns.allSatisfy { $0 % symbol.dotsInModule == 0 }, "\(symbol)") }
  }

  @Test("A driver of finer dots than receipt printers have doesn't make the codes finer")
  func fineDriver() throws {
    let driver = try String(contentsOfFile: TestPrintServer.driver, encoding: .utf8)
    let fine = try folder.write(driver.replacing("203dpi", with: "600dpi"), to: "fine.ppd")
    try server.addQueue("Fine", driver: fine, to: "job.ps")
    let outcome = try print(["--printer", "Fine", "--paper", "roll80"])
    #expect(outcome.code == 0, "\(outcome.errors)")
    let symbols = try folder.raster(ofPostScript: server.path(of: "job.ps"), dotsPerInch: 203).symbols()
    #expect(symbols.map(\.dotsInModule) == [6])
  }

  @Test("A sheet is printed on the sheet that the printer reports")
  func sheet() throws {
    try server.addQueue("Office", driver: TestPrintServer.driver, to: "job.ps")
    let outcome = try print(["--printer", "Office"])
    #expect(outcome.code == 0, "\(outcome.errors)")
    let page = try folder.raster(ofPostScript: server.path(of: "job.ps"), dotsPerInch: 203)
    #expect((page.width, page.height) == (1678, 2374))
    #expect(try page.codes().count == 1)
  }

  @Test("A queue without a driver gets ESC/POS byte for byte")
  func raw() throws {
    let printer = try TestPrinter([], in: folder)
    try server.addQueue("Raw", device: "socket://127.0.0.1:\(printer.port)")
    let outcome = try print(["--printer", "Raw", "--format", "escpos"])
    #expect(outcome.code == 0, "\(outcome.errors)")
    try printer.wait()
    #expect(try printer.deeds() == "reset cut")
    let job = folder.file("job.escpos")
    _ = try Program.render.run(invoice.path, "--language", "en", "--format", "escpos", "-o", job)
    _ = try Script.receiptPrinter.run(["replay", job, folder.file("expected.pgm")])
    #expect(try printer.paper() == Data(contentsOf: URL(filePath: folder.file("expected.pgm"))))
  }

  @Test("A paused queue, one that takes no jobs and an unknown one are told of before anything is printed")
  func notReady() throws {
    try server.addQueue("Till", driver: TestPrintServer.driver, to: "job.ps")
    #expect(try server.run("/usr/sbin/cupsdisable", ["-r", "roll being changed", "Till"]).code == 0)
    let paused = try print(["--printer", "Till", "--paper", "roll80"])
    #expect(paused.code == 74)
    #expect(paused.errors.contains("The queue is paused (roll being changed)."))
    #expect(paused.errors.contains("Nothing was printed."))
    #expect(try server.run("/usr/sbin/cupsenable", ["Till"]).code == 0)
    #expect(try server.run("/usr/sbin/cupsreject", ["Till"]).code == 0)
    #expect(try print(["--printer", "Till"]).errors.contains("The queue takes no jobs"))
    let unknown = try print(["--printer", "Tyll"])
    #expect(unknown.code == 64)
    #expect(unknown.errors.contains("Known are: Till."))
    #expect(!FileManager.default.fileExists(atPath: server.path(of: "job.ps")))
  }

  @Test("Paper that the printer doesn't report is refused, with what it reports")
  func media() throws {
    try server.addQueue("Till", driver: TestPrintServer.driver, to: "job.ps")
    let outcome = try print(["--printer", "Till", "--paper", "400mmxauto"])
    #expect(outcome.code == 74)
    #expect(outcome.errors.contains("reports no paper of 399.9 x "))
    #expect(outcome.errors.contains("iso_a4_210x297mm"))
  }

  @Test("A job that doesn't get on is never called printed")
  func stuck() throws {
    // Nobody listens there: the server tries again and again.
    try server.addQueue("Gone", device: "socket://127.0.0.1:1")
    let outcome = try print(["--printer", "Gone", "--format", "escpos", "--patience", "2"])
    #expect(outcome.code == 74)
    #expect(!outcome.errors.contains("Printed"))
    #expect(outcome.errors.contains("take it back with `cancel Gone-1`"), "\(outcome.errors)")
  }

  @Test("Without a print server the message says what else can be done")
  func noServer() throws {
    let outcome = try Program.render.run(
      ["print", invoice.path, "--printer", "Till", "--language", "pl"],
      environment: ["CUPS_SERVER": folder.file("nobody")])
    #expect(outcome.code == 74)
    #expect(outcome.errors.contains("--device"))
  }
}

/// A QR symbol as it stands on a raster.
private struct RasterSymbol: CustomStringConvertible {
  /// The finder pattern's upper edge is seven modules long.
  let dotsInModule: Int
  /// Lengths of black and white along every row and column through the symbol.
  let dotsOfRuns: Set<Int>

  var description: String { "\(dotsInModule) dots a module, runs of \(dotsOfRuns.sorted())" }
}

extension Raster {
  /// The symbols on the page: square islands of ink larger than any letter.
  fileprivate func symbols() -> [RasterSymbol] {
    var symbols: [RasterSymbol] = []
    for island in islands(apart: 7) where island.width > 100 && abs(island.width - island.height) <= 1 {
      let (left, top) = (island.left, island.top)
      var edge = 0
      while self[left + edge, top] < Raster.inkLimit { edge += 1 }
      var runs: Set<Int> = []
      for y in top..<top + island.height {
        runs.formUnion(self.runs(from: left, count: island.width) { (left + $0, y) })
      }
      for x in left..<left + island.width {
        runs.formUnion(self.runs(from: top, count: island.height) { (x, top + $0) })
      }
      symbols.append(RasterSymbol(dotsInModule: edge / 7, dotsOfRuns: runs))
    }
    return symbols
  }

  private func runs(from start: Int, count: Int, at place: (Int) -> (Int, Int)) -> Set<Int> {
    var runs: Set<Int> = []
    var begin = 0
    for index in 1...count {
      func ink(_ index: Int) -> Bool {
        let (x, y) = place(index)
        return self[x, y] < Raster.inkLimit
      }
      if index == count || ink(index) != ink(begin) {
        runs.insert(index - begin)
        begin = index
      }
    }
    return runs
  }

  /// Boxes of ink between which so many dots of white run.
  private func islands(apart gap: Int) -> [(left: Int, top: Int, width: Int, height: Int)] {
    var boxes: [(left: Int, top: Int, width: Int, height: Int)] = []
    for rows in bands(
      count: height, apart: gap, hasInk: { y in (0..<width).contains { self[$0, y] < Raster.inkLimit } })
    {
      for columns in bands(
        count: width, apart: gap, hasInk: { x in rows.contains { self[x, $0] < Raster.inkLimit } })
      {
        let own = bands(
          count: height, apart: gap,
          hasInk: { y in rows.contains(y) && columns.contains { self[$0, y] < Raster.inkLimit } })
        for part in own {
          boxes.append((columns.lowerBound, part.lowerBound, columns.count, part.count))
        }
      }
    }
    return boxes
  }

  private func bands(count: Int, apart gap: Int, hasInk: (Int) -> Bool) -> [Range<Int>] {
    var bands: [Range<Int>] = []
    for index in 0..<count where hasInk(index) {
      if let last = bands.last, index - last.upperBound < gap {
        bands[bands.count - 1] = last.lowerBound..<index + 1
      } else {
        bands.append(index..<index + 1)
      }
    }
    return bands
  }
}

extension WorkFolder {
  /// What a printer of so many dots an inch makes of a PostScript file.
  fileprivate func raster(ofPostScript job: String, dotsPerInch: Int) throws -> Raster {
    let drawn = try Program.tool("gs").run(
      "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=pngmono", "-r\(dotsPerInch)",
      "-sOutputFile=\(file("page.png"))",
      job)
    #expect(drawn.code == 0, "\(drawn.errors)")
    return try Raster(png: file("page.png"))
  }
}
