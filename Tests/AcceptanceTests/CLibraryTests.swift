import Foundation
import Testing

/// libksef.so, called by programs that know nothing of Swift.
@Suite("The library for other languages")
struct CLibraryTests {
  let folder: WorkFolder
  let library: BuiltLibrary

  init() throws {
    folder = try WorkFolder()
    library = try BuiltLibrary(in: folder)
  }

  private static let sample = Corpus.packageRoot.appending(path: "samples/fa3-vat.xml").path

  private func passphrase(of certificate: DemonstrationCertificate) throws -> Data {
    try Data(contentsOf: URL(filePath: certificate.passphraseFile))
  }

  private func bytes(_ name: String) throws -> Data { try Data(contentsOf: URL(filePath: folder.file(name))) }

  @Test("What the header declares is what the library shows")
  func symbols() throws {
    let header = try String(contentsOf: BuiltLibrary.header.appending(path: "ksef.h"), encoding: .utf8)
    let declared = header.matches(of: #/(?m)^(?:int|void|size_t|const (?:char|void) \*) ?(?<name>ksef_\w+)\(/#)
      .map { String($0.output.name) }
    let shown = try Program.tool("nm").run("-D", "--defined-only", "--extern-only", BuiltLibrary.path)
    #expect(shown.code == 0)
    #expect(declared.count > 10)
    #expect(shown.lines.map { $0.split(separator: " ").last.map(String.init) ?? "" }.sorted() == declared.sorted())
    let named = try Program.tool("readelf").run("-d", BuiltLibrary.path)
    #expect(named.text.contains("Library soname: [\(BuiltLibrary.name)]"))
  }

  @Test("The header is C++, too")
  func cPlusPlus() throws {
    let program = try library.program("Tests/AcceptanceTests/Tools/library/version.cpp")
    // The programs and the library are of one version.
    let version = try Program.render.run("--version").text
    #expect(try program.run().text == version.replacing("ksef-render ", with: ""))
  }

  @Test("The example in C prints what ksef-render prints, byte for byte")
  func cExample() throws {
    let certificate = try DemonstrationCertificate.shared(.p256)
    let example = try library.program("docs/examples/ksef-example.c")
    let outcome = try example.run(
      [CLibraryTests.sample, folder.path] + BuiltLibrary.settings(certificate),
      input: try passphrase(of: certificate))
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(outcome.lines.contains("invoice.xml: in order"))
    #expect(outcome.lines.contains("invoice.pdf: pages: 1"))
    #expect(outcome.lines.count { $0.hasPrefix("https://qr-test.ksef.mf.gov.pl/certificate/") } == 1)
    try expectSignedPrint("invoice.pdf")
    #expect(try bytes("invoice.escpos").starts(with: [0x1B, 0x40]))
  }

  /// The print carries a KOD II of its own; with that very link `ksef-render` makes the same file.
  private func expectSignedPrint(_ name: String) throws {
    let read = try Program.verify.run([
      folder.file(name), "--invoice", CLibraryTests.sample, "--environment", "test", "--report", "json",
    ])
    let link = try #require(
      read.text.firstMatch(of: #/https://qr-test\.ksef\.mf\.gov\.pl/certificate/[A-Za-z0-9/_.-]+/#))
    let again = try Program.render.run([
      CLibraryTests.sample, "-o", folder.file("again.pdf"), "--environment", "test", "--paper", "A4", "--issued",
      "offline24", "--signed-link", String(link.output), "--creation-date", "2026-12-31T12:00:00Z",
    ])
    #expect(again.code == 0, "\(again.errors)")
    #expect(try bytes("again.pdf") == bytes(name))
  }

  @Test("The example in Python prints both with the same codes")
  func pythonExample() throws {
    let certificate = try DemonstrationCertificate.shared(.rsa2048)
    let example = Corpus.packageRoot.appending(path: "docs/examples/ksef_example.py").path
    let outcome = try Program.tool("python3").run(
      ["-B", example, CLibraryTests.sample, folder.path] + BuiltLibrary.settings(certificate),
      environment: ["LIBKSEF": folder.file(BuiltLibrary.name)], input: try passphrase(of: certificate))
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(outcome.lines.first == "invoice.xml: w porządku")
    try expectSignedPrint("invoice.pdf")
    let link = try #require(outcome.lines.first { $0.contains("/certificate/") })
    let job = try Program.render.run([
      CLibraryTests.sample, "-o", folder.file("again.escpos"), "--format", "escpos", "--environment", "test",
      "--issued", "offline24", "--signed-link", link,
    ])
    #expect(job.code == 0, "\(job.errors)")
    #expect(try bytes("again.escpos") == bytes("invoice.escpos"))
  }

  @Test("An invoice that KSeF would refuse isn't printed, and the report says why in both languages")
  func refused() throws {
    let future = try folder.write(
      try Invoice(URL(filePath: CLibraryTests.sample)).text().replacing("<P_1>2026", with: "<P_1>2035"),
      to: "future.xml")
    let example = Corpus.packageRoot.appending(path: "docs/examples/ksef_example.py").path
    let outcome = try Program.tool("python3").run(
      ["-B", example, future, folder.path, "today=\(Program.today)"],
      environment: ["LIBKSEF": folder.file(BuiltLibrary.name)])
    #expect(outcome.code == 2)
    #expect(outcome.text.contains("[date.issue-in-future]"))
    #expect(outcome.lines.last == "invoice.xml: KSeF ją odrzuci; błędy: 1")
    #expect(try !folder.names().contains("invoice.pdf"))
  }

  @Test("A wrong passphrase is refused, and isn't told to anybody")
  func wrongPassphrase() throws {
    let certificate = try DemonstrationCertificate.shared(.p256)
    let example = try library.program("docs/examples/ksef-example.c")
    let outcome = try example.run(
      [CLibraryTests.sample, folder.path] + BuiltLibrary.settings(certificate), input: Data("nie to hasło\n".utf8))
    #expect(outcome.code == 2)
    #expect(outcome.errors.hasPrefix("open: passphrase.wrong\n"))
    #expect(!outcome.errors.contains("nie to"))
  }

  @Test("Four threads with one printer print what one prints alone")
  func threads() throws {
    let program = try library.program("Tests/AcceptanceTests/Tools/library/threads.c")
    let invoices = ["fa3-vat", "fa3-kor", "rr-vat", "upo", "fa3-wdt-scripts"].map {
      Corpus.packageRoot.appending(path: "samples/\($0).xml").path
    }
    let outcome = try program.run(
      ["environment=test\ntoday=\(Program.today)", "creation-date=2026-12-31", "3"] + invoices)
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(outcome.lines == ["prints: 60, mistakes: 0"])
  }
}
