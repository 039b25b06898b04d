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

  private func expectNothingLost(_ report: MemoryReport) {
    #expect(report.definitelyLost == 0)
    #expect(report.possiblyLost == 0)
    #expect(report.errors == 0)
  }

  @Test("The example in C loses nothing")
  func example() throws {
    let certificate = try DemonstrationCertificate.shared(.p256)
    try expectNothingLost(
      watched(
        library.program("docs/examples/ksef-example.c"),
        [CLibraryMemoryTests.sample, folder.path] + BuiltLibrary.settings(certificate),
        input: Data(contentsOf: URL(filePath: certificate.passphraseFile))))
  }

  private func settings() throws -> String {
    let certificate = try DemonstrationCertificate.shared(.p256)
    let own = ["paper=roll58", "passphrase-file=\(certificate.passphraseFile)"]
    return (BuiltLibrary.settings(certificate) + own).joined(separator: "\n")
  }

  @Test("Calls of every kind lose nothing")
  func calls() throws {
    let program = try library.program("Tests/AcceptanceTests/Tools/library/many_prints.c")
    try expectNothingLost(
      watched(program, [CLibraryMemoryTests.sample, "2", settings(), "archive", "plain"]))
  }

  @Test("Thirty rounds of every call and format need no more memory than two")
  func rounds() throws {
    let program = try library.program("Tests/AcceptanceTests/Tools/library/many_prints.c")
    // Unsigned: each signature is another link, whose letters the fonts remember, up to a limit.
    let outcome = try program.run([
      CLibraryMemoryTests.sample, "30", "paper=roll58\nenvironment=test\ntoday=\(Program.today)", "archive", "plain",
      "png", "escpos", "zpl",
    ])
    #expect(outcome.code == 0, "\(outcome.errors)")
    let growth = try #require(outcome.lines.first.flatMap { Int($0) })
    // A forgotten result of each would be megabytes, a forgotten text a hundred thousand; what malloc keeps in stock is
    // some thousands, and more for no number of rounds.
    #expect(growth < 65_536)
  }
}
