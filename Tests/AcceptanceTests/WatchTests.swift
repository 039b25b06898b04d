import Foundation
import Testing

/// A folder that is watched, as whoever writes into it sees it.
@Suite("ksef-render watch", .serialized)
struct WatchTests {
  private let folder: WorkFolder
  private let invoice: Data

  init() throws {
    folder = try WorkFolder()
    try FileManager.default.createDirectory(atPath: folder.file("in"), withIntermediateDirectories: true)
    invoice = try Data(contentsOf: Corpus.packageRoot.appending(path: "samples/fa3-vat.xml"))
  }

  /// Runs the watch until `work` is done, ends it in order, and gives what it said.
  private func watching(_ options: [String] = [], _ work: () throws -> Void) throws -> String {
    let process = try Program.render.started(
      ["watch", folder.file("in"), "-o", folder.file("out"), "--jobs", "1", "--language", "en"] + options,
      errors: folder.file("errors"))
    do { try work() } catch {
      process.terminate()
      throw error
    }
    process.terminate()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit)
    #expect(process.terminationStatus == 0)
    return try String(contentsOf: URL(filePath: folder.file("errors")), encoding: .utf8)
  }

  private func waitFor(_ name: String) throws {
    for _ in 0..<2000 {
      if FileManager.default.fileExists(atPath: folder.file(name)) { return }
      usleep(5000)
    }
    Issue.record("\(name) never came")
  }

  @Test("A file that is written in two halves is printed once, and after a new start not again")
  func halves() throws {
    let errors = try watching {
      _ = try folder.write(invoice.prefix(1000), to: "in/a.xml")
      // Another one, so that the first half was surely looked at.
      _ = try folder.write(invoice + Data("\n".utf8), to: "in/b.xml")
      try waitFor("out/b.pdf")
      #expect(!FileManager.default.fileExists(atPath: folder.file("out/a.pdf")))
      let file = try FileHandle(forWritingTo: URL(filePath: folder.file("in/a.xml")))
      try file.seekToEnd()
      try file.write(contentsOf: invoice.dropFirst(1000))
      try file.close()
      try waitFor("out/a.pdf")
    }
    #expect(errors.contains("Printed: 2, refused: 0,"), "\(errors)")
    let again = try watching {
      _ = try folder.write(invoice + Data(" ".utf8), to: "in/c.xml")
      try waitFor("out/c.pdf")
    }
    #expect(again.contains("Printed: 1, refused: 0, failed: 0, skipped: 2;"), "\(again)")
  }

  @Test("Sources are moved where they belong")
  func moved() throws {
    _ = try watching(["--move-done", folder.file("done"), "--move-refused", folder.file("refused")]) {
      _ = try folder.write("<Faktura></Faktura>", to: "in/bad.xml")
      _ = try folder.write(invoice, to: "in/good.xml")
      try waitFor("done/good.xml")
      try waitFor("refused/bad.xml")
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.file("in")).isEmpty)
    #expect(FileManager.default.fileExists(atPath: folder.file("out/good.pdf")))
  }
}
