import Foundation
import Testing

/// What the printer refuses, with which exit code, in which words, and what it leaves behind: nothing.
@Suite("What ksef-render refuses")
struct RenderRefusalTests {
  let folder: WorkFolder
  let invoice: Invoice
  let certificate: DemonstrationCertificate

  init() throws {
    folder = try WorkFolder()
    invoice = try #require(Corpus.samples.first { $0.path.hasSuffix("/fa3-vat.xml") })
    certificate = try DemonstrationCertificate.shared(.p256)
  }

  /// Runs the printer and looks that it refuses with that code and code name, and writes nothing.
  private func expectRefusal(
    _ code: Int32, _ words: String, _ arguments: [String], output: String? = nil,
    location: SourceLocation = #_sourceLocation
  ) throws {
    let before = try folder.names()
    let outcome = try Program.render.run(
      arguments + ["-o", output ?? folder.file("print.pdf"), "--language", "en"])
    #expect(outcome.code == code, "\(outcome.errors)", sourceLocation: location)
    #expect(outcome.errors.contains(words), "\(outcome.errors)", sourceLocation: location)
    #expect(outcome.output.isEmpty, sourceLocation: location)
    #expect(try folder.names() == before, "something was left behind", sourceLocation: location)
  }

  @Test("A certificate of type Authentication may not sign")
  func authentication() throws {
    let forged = try ForgedCertificate(keyUsage: "digitalSignature", serialNumber: "01AB000000000001", in: folder)
    try expectRefusal(
      2, "Authentication",
      [invoice.path, "--environment", "test", "--certificate", forged.certificate, "--key", forged.key])
  }

  @Test("A key of another certificate is refused")
  func otherKey() throws {
    let forged = try ForgedCertificate(keyUsage: "nonRepudiation", serialNumber: "01AB000000000002", in: folder)
    try expectRefusal(
      2, "key",
      [invoice.path, "--environment", "test", "--certificate", certificate.certificate, "--key", forged.key])
  }

  @Test("A wrong passphrase is refused, and isn't shown")
  func wrongPassphrase() throws {
    let secret = try folder.write("nie-to-haslo\n", to: "secret")
    let arguments = [
      invoice.path, "--environment", "test", "--certificate", certificate.certificate, "--key", certificate.key,
      "--passphrase-file", secret,
    ]
    try expectRefusal(2, "passphrase", arguments)
    let outcome = try Program.render.run(arguments + ["-o", folder.file("print.pdf")])
    #expect(!outcome.errors.contains("nie-to-haslo"))
  }

  @Test("A demonstration certificate isn't for production", arguments: ["production", "demo"])
  func demonstrationElsewhere(environment: String) throws {
    try expectRefusal(
      2, "demonstration",
      [invoice.path] + certificate.options.map { $0 == "test" ? environment : $0 })
  }

  @Test("The namespace of a draft structure is refused")
  func draftNamespace() throws {
    let draft = try invoice.text().replacing(
      "http://crd.gov.pl/wzor/2025/06/25/13775/", with: "http://ksef.mf.gov.pl/schema/gtw/svc/draft/2025/01/01/")
    try expectRefusal(2, "no invoice of KSeF", [try folder.write(draft, to: "draft.xml"), "--environment", "test"])
  }

  @Test("A KSeF number with a wrong checksum is refused")
  func numberChecksum() throws {
    let right = try KSeFNumber.of(invoice)
    let wrong = right.dropLast() + (right.hasSuffix("0") ? "1" : "0")
    try expectRefusal(2, "check digits", [invoice.path, "--ksef-number", String(wrong)])
  }

  @Test("A KSeF number of another seller is refused")
  func numberOfOther() throws {
    try expectRefusal(
      2, "1111111111",
      [invoice.path, "--ksef-number", KSeFNumber.withChecksum("1111111111-20260302-0100001AF629")])
  }

  @Test("A KSeF number from before the invoice is refused")
  func numberTooEarly() throws {
    try expectRefusal(
      2, "issued later",
      [invoice.path, "--ksef-number", KSeFNumber.withChecksum("9999999999-20260301-0100001AF629")])
  }

  @Test("A signed link of another invoice is refused")
  func otherLink() throws {
    let other = try #require(Corpus.samples.first { $0.path.hasSuffix("/fa3-zw.xml") })
    let link = try #require(try Program.render.run(["link", other.path] + certificate.options).lines.last)
    try expectRefusal(2, "another invoice", [invoice.path, "--environment", "test", "--signed-link", link])
  }

  @Test("A missing invoice, certificate, key or passphrase file", arguments: 0..<4)
  func missingFile(which: Int) throws {
    let nothing = folder.file("nothing-here")
    let all = [invoice.path] + certificate.options
    let target = [invoice.path, certificate.certificate, certificate.key, certificate.passphraseFile][which]
    try expectRefusal(74, "nothing-here", all.map { $0 == target ? nothing : $0 })
  }

  @Test("An output in a folder that isn't there")
  func noFolder() throws {
    try expectRefusal(
      74, "can't be written", [invoice.path] + certificate.options, output: folder.file("missing/print.pdf"))
  }

  @Test("An output that is a folder leaves nothing behind")
  func outputIsFolder() throws {
    try FileManager.default.createDirectory(atPath: folder.file("taken"), withIntermediateDirectories: false)
    try expectRefusal(74, "can't be written", [invoice.path] + certificate.options, output: folder.file("taken"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.file("taken")).isEmpty)
  }

  @Test("A device without room")
  func fullDevice() throws {
    let outcome = try Program.tool("sh").run(
      ["-c", "\"$0\" \"$@\" -o - --language en > /dev/full", Program.render.path, invoice.path] + certificate.options)
    #expect(outcome.code == 74, "\(outcome.errors)")
    #expect(outcome.errors.contains("can't be written"), "\(outcome.errors)")
  }

  @Test(
    "A wrong call",
    arguments: [
      ["--no-such-option"], ["--environment", "mars"], ["--certificate", "a.crt"], ["--creation-date", "yesterday"],
      ["--language", "fr"], ["--language", "pl,en,uk"], ["--language", "de,de"],
      ["--ksef-number", "1", "--signed-link", "2"],
      ["--context", "nobody", "--certificate", "a"],
    ])
  func usage(options: [String]) throws {
    try expectRefusal(64, "Usage", [invoice.path] + options)
  }

  @Test("No invoice at all is a wrong call")
  func nothing() throws {
    let outcome = try Program.render.run()
    #expect(outcome.code == 64)
    #expect(outcome.errors.contains("USAGE"))
  }

  @Test("Without certificate and number there is KOD I with OFFLINE, and one line says so")
  func withoutCertificate() throws {
    let outcome = try Program.render.run(
      invoice.path, "-o", folder.file("print.pdf"), "--environment", "test", "--language", "en")
    #expect(outcome.code == 0)
    let said = outcome.errors.split(separator: "\n").filter { $0.contains("only KOD I") }
    #expect(said.count == 1)
    #expect(said.first?.contains("OFFLINE") == true)
    let codes = try Raster(lastPageOf: folder.file("print.pdf"), dotsPerInch: 200).codes()
    #expect(codes.count == 1)
    #expect(codes.first?.contains("/invoice/") == true)
    let text = try Program.tool("pdftotext").run(folder.file("print.pdf"), "-").text
    #expect(!text.contains("CERTYFIKAT"))
  }

  @Test("A print that is there stays as it was when the next one is refused")
  func earlierPrint() throws {
    let print = try folder.write("an earlier print", to: "print.pdf")
    let outcome = try Program.render.run(invoice.path, "-o", print, "--ksef-number", "nonsense")
    #expect(outcome.code == 2)
    #expect(try String(contentsOfFile: print, encoding: .utf8) == "an earlier print")
  }
}
