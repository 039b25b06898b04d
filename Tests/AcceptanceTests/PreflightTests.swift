import Foundation
import Testing

/// An invoice that KSeF would refuse is never printed unnoticed.
@Suite("The check before a print")
struct PreflightTests {
  private let folder: WorkFolder
  private let sample: Invoice
  private let certificate: DemonstrationCertificate

  init() throws {
    folder = try WorkFolder()
    sample = try #require(Corpus.samples.first { $0.path.hasSuffix("/fa3-vat.xml") })
    certificate = try DemonstrationCertificate.shared(.p256)
  }

  /// The sample with so many faults that KSeF would refuse.
  private func spoilt(_ instructions: Int = 1) throws -> Invoice {
    let added = (1...instructions).map { "<?druk nr=\"\($0)\"?>\n" }.joined()
    let file = try folder.write(try sample.text().replacing("<Faktura ", with: added + "<Faktura "), to: "spoilt.xml")
    return Invoice(URL(filePath: file))
  }

  @Test(
    "Nothing is written, the findings are told, and the last line counts them and names the way out",
    arguments: ["render", "codes", "link"])
  func stopped(command: String) throws {
    let invoice = try spoilt(2)
    let out = ["render": ["-o", folder.file("print.pdf")], "codes": ["--output-directory", folder.file("codes")]]
    let outcome = try Program.render.run([command, invoice.path] + certificate.options + (out[command] ?? []))
    #expect(outcome.code == 2)
    #expect(outcome.output.isEmpty)
    #expect(try folder.names() == ["spoilt.xml"])
    let lines = outcome.errors.split(separator: "\n")
    #expect(lines.count { $0.hasSuffix("[xml.processing-instruction]") } == 2)
    #expect(lines.last?.contains("Refusals: 2.") == true)
    #expect(lines.last?.contains("--print-anyway") == true)
  }

  @Test("The passphrase isn't even asked for where the print is stopped")
  func beforeTheKey() throws {
    let outcome = try Program.render.run(
      try spoilt().path, "-o", folder.file("print.pdf"), "--environment", "test", "--certificate",
      folder.file("none.crt"), "--key", folder.file("none.key"))
    #expect(outcome.code == 2)
    #expect(outcome.errors.contains("[xml.processing-instruction]"))
  }

  @Test("--print-anyway prints with both codes, says on standard error what KSeF would do, and nothing on the paper")
  func anyway() throws {
    let invoice = try spoilt()
    let pdf = folder.file("print.pdf")
    let outcome = try Program.render.run(
      [invoice.path, "-o", pdf, "--print-anyway", "--language", "en"] + certificate.options)
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(outcome.errors.contains("refused: The file has a processing instruction"))
    #expect(outcome.errors.contains("KSeF would refuse this invoice (refusals: 1)"))
    #expect(try Raster(lastPageOf: pdf, dotsPerInch: 200).codes().count == 2)
    let text = try Program.tool("pdftotext").run(pdf, "-").text.lowercased()
    for word in ["refus", "odrzuc", "błęd", "anyway", "processing", "druk nr"] { #expect(!text.contains(word)) }
  }

  @Test("An invoice with its KSeF number was accepted: what would be a refusal is a warning, and it prints")
  func accepted() throws {
    let invoice = try spoilt()
    let number = try KSeFNumber.of(sample)
    let outcome = try Program.render.run(
      invoice.path, "-o", folder.file("print.pdf"), "--ksef-number", number, "--language", "en")
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(outcome.errors.contains("warning: The file has a processing instruction"))
    #expect(outcome.errors.contains("[invoice.accepted-all-the-same]"))
    #expect(!outcome.errors.contains("refused:"))
  }

  @Test("An invoice of FA(2) from before KSeF 2.0 is printed in production without a word")
  func rightInItsTime() throws {
    let old = try #require(Corpus.samples.first { $0.path.hasSuffix("/fa2-vat.xml") })
    let options = [old.path, "-o", folder.file("print.pdf"), "--language", "en"]
    let again = try Program.render.run(options + ["--ksef-number", try KSeFNumber.of(old)])
    #expect(again.code == 0)
    #expect(again.errors.isEmpty, "\(again.errors)")
  }

  @Test("Warnings are told, and print")
  func warnings() throws {
    let text = try sample.text()
    let wrong = try folder.write(text.replacing(/<P_15>[0-9]+/, with: "<P_15>77"), to: "sum.xml")
    let outcome = try Program.render.run(
      [wrong, "-o", folder.file("print.pdf"), "--language", "en"] + certificate.options)
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(outcome.errors.contains(": warning: The total to pay (P_15)"))
    #expect(!outcome.errors.contains("KSeF would refuse"))
  }

  @Test("Ten findings are told at a print, and where the rest can be read; the check tells all")
  func many() throws {
    let invoice = try spoilt(13)
    let outcome = try Program.render.run(
      invoice.path, "-o", folder.file("print.pdf"), "--print-anyway", "--language", "en")
    #expect(outcome.code == 0)
    let told = outcome.errors.split(separator: "\n")
    #expect(told.count { $0.hasSuffix("[xml.processing-instruction]") } == 10)
    #expect(told.contains("Findings not told here: 3. `ksef-render check` tells all."))
    let all = try Program.render.run("check", invoice.path)
    #expect(all.lines.count { $0.hasSuffix("[xml.processing-instruction]") } == 13)
  }

  @Test("What is told at a print has the form of the check's report, whatever the file is called")
  func sameWords() throws {
    let text = try sample.text().replacing("<P_2>", with: "<P_2 dopisek=\"1\">")
    let file = try folder.write(text, to: "escape\u{1B}[31m\n.xml")
    let told = try Program.render.run(file, "-o", folder.file("print.pdf"), "--language", "en").errors
    let report = try Program.render.run("check", "--language", "en", file).lines
    let lines = told.split(separator: "\n").map(String.init)
    #expect(lines.prefix(3) == report.prefix(3))
    #expect(lines.dropFirst().first == "  /Faktura/Fa/P_2")
    #expect(!told.unicodeScalars.contains { $0 != "\n" && $0.value < 32 })
  }

  @Test("Every sample prints without a word of the check", arguments: Corpus.samples)
  func samples(sample: Invoice) throws {
    let outcome = try Program.render.run(["link", sample.path] + certificate.options)
    #expect(outcome.code == 0)
    #expect(!outcome.errors.contains("["), "\(outcome.errors)")
  }
}
