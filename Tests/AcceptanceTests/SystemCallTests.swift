import Foundation
import Testing

/// What the programs ask the system for: no network, and no file that isn't theirs or the caller's.
@Suite("Nothing but the given files", .enabled(if: SystemCalls.canBeTraced, "strace is missing or may not trace here"))
struct SystemCallTests {
  let folder: WorkFolder

  init() throws { folder = try WorkFolder() }

  @Test("The tracer sees a socket and a foreign file where there are some")
  func tracer() throws {
    let calls = try SystemCalls(
      of: try Program.tool("python3"), ["-c", "import socket; socket.socket(); open('/etc/passwd')"], in: folder)
    #expect(calls.network.contains { $0.hasPrefix("socket(") })
    #expect(calls.opened(outside: [folder.path]).contains("/etc/passwd"))
  }

  @Test("A hostile invoice opens no socket and no other file", arguments: HostileFile.all)
  func hostile(file: HostileFile) throws {
    let path = try file.write(to: folder)
    let calls = try SystemCalls(of: .render, [path, "-o", folder.file("print.pdf")], in: folder)
    #expect(calls.code == 2)
    #expect(calls.network == [])
    #expect(calls.opened(outside: [folder.path]) == [])
  }

  @Test("A print opens no socket and no other file", arguments: KeyType.allCases)
  func print(keyType: KeyType) throws {
    let certificate = try DemonstrationCertificate.shared(keyType)
    let invoice = try #require(Corpus.samples.first { $0.path.hasSuffix("/fa3-wdt-scripts.xml") })
    let calls = try SystemCalls(
      of: .render, [invoice.path, "-o", folder.file("print.pdf")] + certificate.options, in: folder)
    #expect(calls.code == 0)
    #expect(calls.network == [])
    #expect(calls.opened(outside: [folder.path, invoice.path, certificate.folder]) == [])
  }

  @Test("A template's SVG logo and label files open no socket and no other file")
  func template() throws {
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 20 10\"><rect width=\"20\" height=\"9\"/></svg>"
    _ = try folder.write(svg, to: "logo.svg")
    let words = folder.file("words")
    try FileManager.default.createDirectory(atPath: words, withIntermediateDirectories: false)
    _ = try folder.write("format = 1\n[party]\nseller = \"Dostawca\"\n", to: "words/pl.toml")
    let own = try folder.write(
      "format = 1\nextends = \"compact\"\nlabels = \"words\"\n[brand]\nlogo = \"logo.svg\"\n", to: "own.toml")
    let invoice = try #require(Corpus.samples.first)
    let calls = try SystemCalls(
      of: .render, [invoice.path, "-o", folder.file("print.pdf"), "--template", own, "--environment", "test"],
      in: folder)
    #expect(calls.code == 0)
    #expect(calls.network == [])
    #expect(calls.opened(outside: [folder.path, invoice.path]) == [])
  }

  @Test("Verification opens no socket and no other file")
  func verification() async throws {
    let invoice = try #require(Corpus.samples.first)
    let print = try await PrintShop.ofProcess.print(invoice, .p256)
    let certificate = print.certificate.certificate
    let calls = try SystemCalls(
      of: .verify, [print.pdf, "--invoice", invoice.path, "--certificate", certificate], in: folder)
    #expect(calls.code == 0)
    #expect(calls.network == [])
    #expect(calls.opened(outside: [folder.path, invoice.path, print.pdf, certificate]) == [])
  }
}
