import Foundation
import Testing

/// What libksef leaves behind in the memory of a program that prints all day; valgrind watches.
@Suite("The library for other languages gives its memory back")
struct CLibraryMemoryTests {
  let folder: WorkFolder
  let library: BuiltLibrary

  init() throws {
    folder = try WorkFolder()
    library = try BuiltLibrary(strippedInto: folder)
  }

  private static let sample = Corpus.packageRoot.appending(path: "samples/fa3-vat.xml").path

  /// Runs a program under valgrind, and expects its own exit code to be 0.
  private func watched(_ program: Program, _ arguments: [String], input: Data = Data()) throws -> MemoryReport {
    let log = folder.file("valgrind.log")
    let outcome = try Program.tool("valgrind").run(
      [
        "--leak-check=full", "--show-leak-kinds=definite,possible",
        "--suppressions=\(Corpus.packageRoot.appending(path: "Tests/AcceptanceTests/Tools/library/valgrind.supp").path)",
        "--log-file=\(log)", program.path,
      ] + arguments,
      input: input)
    #expect(outcome.code == 0, "\(outcome.errors)")
    let said = try String(contentsOfFile: log, encoding: .utf8)
    let report = try MemoryReport(said)
    if report.errors > 0 { Issue.record("\(said)") }
    return report
  }

  @Test("The example in C loses nothing")
  func example() throws {
    let certificate = try DemonstrationCertificate.shared(.p256)
    let report = try watched(
      library.program("docs/examples/ksef-example.c"),
      [CLibraryMemoryTests.sample, folder.path] + BuiltLibrary.settings(certificate),
      input: try Data(contentsOf: URL(filePath: certificate.passphraseFile)))
    #expect(report.definitelyLost == 0)
    #expect(report.possiblyLost == 0)
    #expect(report.errors == 0)
  }

  @Test("Ten rounds of every call leave no more behind than two")
  func rounds() throws {
    let certificate = try DemonstrationCertificate.shared(.p256)
    let program = try library.program("Tests/AcceptanceTests/Tools/library/many_prints.c")
    let settings =
      BuiltLibrary.settings(certificate) + ["paper=roll80", "passphrase-file=\(certificate.passphraseFile)"]
    let reports = try ["2", "10"].map {
      try watched(program, [CLibraryMemoryTests.sample, $0, settings.joined(separator: "\n")])
    }
    for report in reports {
      #expect(report.definitelyLost == 0)
      #expect(report.possiblyLost == 0)
      #expect(report.errors == 0)
    }
    #expect(reports[1].stillReachable <= reports[0].stillReachable)
  }
}
