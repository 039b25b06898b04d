import CodeProving
import Findings
import Foundation
import InvoiceRendering
import PrinterDots
import QRSymbol
import Testing

@Suite("Codes as dots")
struct DotReaderTests {
  /// Paper, bytes of the signature, dots of a module of KOD II.
  struct Case: Sendable, CustomTestStringConvertible {
    let paper: String
    let signatureLength: Int
    let leastDots: Int

    var testDescription: String { "\(paper), \(signatureLength == 64 ? "EC" : "RSA")" }
  }

  @Test(
    "The codes of every sample and every invoice of the corpus are read from the dots by ZXing and by zbarimg",
    arguments: [
      Case(paper: "roll80", signatureLength: 64, leastDots: 5),
      Case(paper: "roll80", signatureLength: 256, leastDots: 4),
      Case(paper: "roll58", signatureLength: 64, leastDots: 5),
      Case(paper: "roll58", signatureLength: 256, leastDots: 4),
    ])
  func everyInvoice(one: Case) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "dots-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let press = try DotPress(one.paper)
    var expected: [String: [String]] = [:]
    for (index, file) in DotPress.invoices.enumerated() {
      guard let print = try press.dots(of: file, signatureLength: one.signatureLength) else { continue }
      try DotReader().prove(print.picture, symbols: print.symbols)
      for link in print.links {
        let rows = try #require(print.symbols.first { $0.text == link }).rows.count
        #expect(rows / (try QRSymbol(link).side + 2 * QRSymbol.quietZone) >= one.leastDots)
      }
      let rows = print.symbols.map(\.rows)
      let band = (rows.map(\.lowerBound).min() ?? 0)..<(rows.map(\.upperBound).max() ?? 1)
      let png = folder.appending(path: "\(index).png").path
      try Data(try print.picture.part(band).png()).write(to: URL(filePath: png))
      expected[png] = print.links
    }
    #expect(expected.count >= (DotPress.shared == nil ? 18 : 90))
    let read = Set(try zbarimg(expected.keys.sorted()))
    let unread = expected.filter { !read.isSuperset(of: $0.value) }.keys.sorted()
    #expect(unread == [], "zbarimg")
  }

  @Test("A code with a blot on it stops the print, and the message begins with what it should have said")
  func blot() throws {
    let file = try #require(DotPress.invoices.first { $0.lastPathComponent == "fa3-vat.xml" })
    let print = try #require(try DotPress("roll80").dots(of: file, signatureLength: 64))
    let symbol = try #require(print.symbols.first { $0.text == print.links[1] })
    let blotted = print.picture.blackened(symbol.rows.lowerBound + 40..<symbol.rows.lowerBound + 120)
    #expect(
      throws: Obstacle("code.unproved", Sentence("", pl: ""), remedy: Sentence("", pl: ""))
    ) { try DotReader().prove(blotted, symbols: print.symbols) }
  }

  @Test("A code that says something else than it should stops the print")
  func otherText() throws {
    let file = try #require(DotPress.invoices.first { $0.lastPathComponent == "fa3-vat.xml" })
    let print = try #require(try DotPress("roll80").dots(of: file, signatureLength: 64))
    let altered = print.symbols.map { PrintedSymbol(text: $0.text + "A", rows: $0.rows) }
    #expect(
      throws: Obstacle("code.unproved", Sentence("", pl: ""), remedy: Sentence("", pl: ""))
    ) { try DotReader().prove(print.picture, symbols: altered) }
  }

  private func zbarimg(_ files: [String]) throws -> [String] {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/zbarimg")
    process.arguments = ["--quiet", "--raw", "-Sdisable", "-Sqrcode.enable"] + files
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
  }
}

extension DotPicture {
  /// So many rows of it.
  func part(_ rows: Range<Int>) -> DotPicture {
    let rows = rows.clamped(to: 0..<height)
    return DotPicture(width: width, height: rows.count, dotsPerInch: dotsPerInch, bytes: Array(self.rows(rows)))
  }

  /// The same picture with rows that are black from edge to edge.
  func blackened(_ rows: Range<Int>) -> DotPicture {
    var bytes = bytes
    for index in rows.lowerBound * bytesInRow..<rows.upperBound * bytesInRow { bytes[index] = 0xFF }
    return DotPicture(width: width, height: height, dotsPerInch: dotsPerInch, bytes: bytes)
  }
}
