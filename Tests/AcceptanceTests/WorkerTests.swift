import Foundation
import Testing

/// `ksef-render worker`, talked to by the clients that docs/worker.md shows.
@Suite("Printing for other programs")
struct WorkerTests {
  let folder: WorkFolder

  init() throws { folder = try WorkFolder() }

  private static let options = ["--environment", "test", "--today", Program.today]
  private static let created = ["--creation-date", "2026-12-31T12:00:00Z"]

  /// Several invoices with a refused one and a UPO among them.
  private func given() throws -> [String] {
    let sample = Corpus.packageRoot.appending(path: "samples").path
    let text = try Invoice(URL(filePath: "\(sample)/fa3-vat.xml")).text()
    let future = try folder.write(text.replacing("<P_1>2026", with: "<P_1>2035"), to: "future.xml")
    return ["\(sample)/fa3-vat.xml", future, "\(sample)/upo.xml", "\(sample)/rr-vat.xml"]
  }

  /// What the clients must have printed and said.
  private func expect(_ outcome: Outcome, of invoices: [String], in prints: String) throws {
    #expect(outcome.code == 0)
    let lines = outcome.lines.filter { !$0.hasPrefix("  ") }
    #expect(lines.count == invoices.count)
    for (line, invoice) in zip(lines, invoices) {
      if invoice.hasSuffix("/future.xml") {
        #expect(line.hasPrefix("\(invoice): refused, invoice.refused: "))
        continue
      }
      #expect(line.hasPrefix("\(invoice): printed, pages: "))
      let name = URL(filePath: invoice).deletingPathExtension().lastPathComponent
      let alone = folder.file("\(name).pdf")
      #expect(try Program.render.run([invoice, "-o", alone] + WorkerTests.options + WorkerTests.created).code == 0)
      let printed = try Data(contentsOf: URL(filePath: "\(prints)/\(name).pdf"))
      #expect(try printed == Data(contentsOf: URL(filePath: alone)))
    }
    #expect(outcome.lines.contains { $0.hasPrefix("  line 44: Data wystawienia") })
  }

  private func prints() throws -> String {
    let path = folder.file("prints")
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    return path
  }

  @Test("The client in Python prints several invoices through one process")
  func python() throws {
    let (invoices, prints) = (try given(), try prints())
    let client = Corpus.packageRoot.appending(path: "docs/examples/worker-client.py").path
    let outcome = try Program.tool("python3").run(
      ["-B", client, prints] + invoices + ["--"] + WorkerTests.options + WorkerTests.created,
      environment: ["KSEF_RENDER": Program.render.path])
    try expect(outcome, of: invoices, in: prints)
  }

  @Test("The client in Swift prints several invoices through one process")
  func swift() throws {
    let (invoices, prints) = (try given(), try prints())
    let client = Corpus.packageRoot.appending(path: "docs/examples/WorkerClient.swift").path
    let built = folder.file("client")
    let compiler = try #require(Program.inPath("swiftc"), "swiftc isn't installed")
    let compilation = try compiler.run([
      "-swift-version", "6", "-warnings-as-errors", "-parse-as-library", "-module-cache-path", folder.file("modules"),
      client, "-o", built,
    ])
    #expect(compilation.code == 0, "\(compilation.errors)")
    let outcome = try Program(path: built).run(
      [prints] + invoices + ["--"] + WorkerTests.options + WorkerTests.created,
      environment: ["KSEF_RENDER": Program.render.path])
    try expect(outcome, of: invoices, in: prints)
  }

  @Test("The passphrase may be the first line, and nothing but answers comes out")
  func passphrase() throws {
    let certificate = try DemonstrationCertificate.shared(.p256)
    let passphrase = try Data(contentsOf: URL(filePath: certificate.passphraseFile))
    let invoice = try #require(Corpus.samples.first { $0.path.hasSuffix("/fa3-vat.xml") })
    var said = Data(String(decoding: passphrase, as: UTF8.self).trimmingCharacters(in: .newlines).utf8 + [0x0A])
    for part in [Data("protocol: 1\nissued: offline24\n".utf8), try invoice.bytes()] {
      said += withUnsafeBytes(of: UInt32(part.count).bigEndian) { Data($0) } + part
    }
    let outcome = try Program.render.run(
      [
        "worker", "--environment", "test", "--certificate", certificate.certificate, "--key", certificate.key,
        "--passphrase-stdin",
      ], input: said)
    #expect(outcome.code == 0)
    #expect(outcome.errors.isEmpty)
    var rest = outcome.output
    var parts: [Data] = []
    while rest.count >= 4 {
      let length = rest.prefix(4).reduce(0) { $0 << 8 | Int($1) }
      parts.append(rest.dropFirst(4).prefix(length))
      rest = rest.dropFirst(4 + length)
    }
    #expect(rest.isEmpty)
    #expect(parts.count == 3)
    #expect(parts.first?.starts(with: Data("protocol: 1\nstatus: printed\n".utf8)) == true)
    #expect(parts.last?.starts(with: Data("%PDF-".utf8)) == true)
  }

  @Test("What isn't a request ends the process with exit code 64 and a message")
  func malformed() throws {
    let outcome = try Program.render.run(["worker"], input: Data("<?xml version".utf8))
    #expect(outcome.code == 64)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains("isn't a request"))
  }

  @Test("A template or certificate that can't be used is said at once")
  func unusable() throws {
    let template = try Program.render.run("worker", "--template", "unheard-of")
    #expect(template.code == 2)
    #expect(template.output.isEmpty)
    #expect(try Program.render.run("worker", "--certificate", "a", "--key", "b", "--pkcs12", "c").code == 64)
    #expect(try Program.render.run("worker", "--certificate", "-", "--key", "b").code == 64)
    #expect(try Program.render.run("worker", "--context", "nip:1").code == 64)
  }
}
