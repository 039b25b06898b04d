import Foundation
import Testing

/// Which document comes out of the printer for how an invoice was issued, and what is said of it.
@Suite("The document for the mode of issue")
struct IssueTests {
  let folder: WorkFolder
  let certificate: DemonstrationCertificate

  init() throws {
    folder = try WorkFolder()
    certificate = try DemonstrationCertificate.shared(.p256)
  }

  private struct Made {
    let code: Int32
    let said: [Substring]
    let text: String
    let codes: [String]
  }

  /// Prints a sample and reads the print as others would.
  private func make(_ sample: String, _ arguments: [String], signed: Bool = true) throws -> Made {
    let invoice = try #require(Corpus.samples.first { $0.path.hasSuffix("/\(sample)") })
    let print = folder.file("print.pdf")
    let outcome = try Program.render.run(
      [invoice.path, "-o", print, "--language", "en"] + arguments
        + (signed ? certificate.options : ["--environment", "test"]))
    guard outcome.code == 0 else {
      return Made(code: outcome.code, said: outcome.errors.split(separator: "\n"), text: "", codes: [])
    }
    let text = try Program.tool("pdftotext").run(print, "-").text.split(whereSeparator: \.isWhitespace)
    return Made(
      code: 0, said: outcome.errors.split(separator: "\n"), text: text.joined(separator: " "),
      codes: try Raster(lastPageOf: print, dotsPerInch: 200).codes())
  }

  private static let notice = "To nie jest faktura."

  @Test(
    "A domestic buyer with a NIP is handed a confirmation with both codes", arguments: ["offline24", "unavailability"])
  func confirmation(mode: String) throws {
    let made = try make("fa3-vat.xml", ["--issued", mode])
    #expect(made.said.count == 1)
    #expect(made.said.first?.hasPrefix("Transaction confirmation with KOD I and KOD II") == true)
    #expect(made.text.contains("Transaction confirmation"))
    #expect(made.text.contains(Self.notice))
    #expect(made.text.contains("FV/2026/03/0021"))
    #expect(made.text.contains("1 241,07 PLN"))
    #expect(made.codes.count == 2)
  }

  @Test(
    "A consumer, a buyer from the Union and anybody during a failure are handed the invoice with both codes",
    arguments: [
      ("fa3-zw.xml", "offline24"), ("fa3-wdt-scripts.xml", "unavailability"), ("fa3-vat.xml", "emergency"),
    ])
  func invoiceItself(sample: String, mode: String) throws {
    let made = try make(sample, ["--issued", mode])
    #expect(made.said.count == 1)
    #expect(made.said.first?.hasPrefix("The invoice with KOD I and KOD II") == true)
    #expect(!made.text.contains(Self.notice))
    #expect(made.codes.count == 2)
  }

  @Test("In self-billing KOD II names the buyer, who issues; without a NIP of the buyer a doubt is said")
  func selfBilling() throws {
    let sample = try #require(Corpus.samples.first { $0.path.hasSuffix("/fa3-vat.xml") })
    let xml = try String(contentsOfFile: sample.path, encoding: .utf8)
      .replacing("<P_17>2</P_17>", with: "<P_17>1</P_17>")
    let invoice = folder.file("self-billing.xml")
    try xml.write(toFile: invoice, atomically: true, encoding: .utf8)
    let links = try Program.render.run(["link", invoice] + certificate.options)
    #expect(links.text.contains("/certificate/Nip/1111111111/9999999999/"))

    let foreign = xml.replacing("<NIP>1111111111</NIP>", with: "<KodUE>DE</KodUE><NrVatUE>999999999</NrVatUE>")
    try foreign.write(toFile: invoice, atomically: true, encoding: .utf8)
    let doubtful = try Program.render.run(["link", invoice, "--language", "en"] + certificate.options)
    #expect(doubtful.text.contains("/certificate/Nip/9999999999/9999999999/"))
    #expect(doubtful.errors.contains("--context"))
    let given = ["--context", "nip-vat-ue:9999999999-DE999999999"]
    #expect(try Program.render.run(["link", invoice] + given + certificate.options).text.contains("/NipVatUe/"))
  }

  @Test("In a total failure the invoice carries no codes, with a certificate and without", arguments: [true, false])
  func totalFailure(signed: Bool) throws {
    let made = try make("fa3-vat.xml", ["--issued", "total-failure"], signed: signed)
    #expect(made.code == 0)
    #expect(made.said.first?.hasPrefix("The invoice without codes") == true)
    #expect(made.said.count == (signed ? 2 : 1))
    #expect(made.codes.isEmpty)
    for word in ["OFFLINE", "CERTYFIKAT", "qr-test", Self.notice] { #expect(!made.text.contains(word), "\(word)") }
  }

  @Test("An invoice with its number is the invoice with KOD I")
  func numberKnown() throws {
    let invoice = try #require(Corpus.samples.first { $0.path.hasSuffix("/fa3-vat.xml") })
    let made = try make(
      "fa3-vat.xml", ["--issued", "offline24", "--ksef-number", KSeFNumber.of(invoice)], signed: false)
    #expect(made.codes.count == 1)
    #expect(!made.text.contains(Self.notice))
  }

  @Test(
    "Without a certificate an offline document is refused", arguments: ["offline24", "unavailability", "emergency"])
  func noCertificate(mode: String) throws {
    let made = try make("fa3-vat.xml", ["--issued", mode], signed: false)
    #expect(made.code == 64)
    #expect(made.said.joined().contains("--certificate"))
    #expect(try folder.names().isEmpty)
  }

  @Test("A wish overrides the rule, says so, and warns where it goes against the law")
  func wishes() throws {
    let invoice = try make("fa3-vat.xml", ["--issued", "offline24", "--document", "invoice"])
    #expect(invoice.said.first?.contains("--document asks for it") == true)
    #expect(invoice.said.last?.hasPrefix("Warning") == true)
    #expect(!invoice.text.contains(Self.notice))
    let confirmation = try make("fa3-vat.xml", ["--document", "confirmation"])
    #expect(confirmation.text.contains(Self.notice))
    #expect(confirmation.codes.count == 2)
  }

  @Test("What can't be together is a wrong call")
  func impossible() throws {
    for arguments in [
      ["--issued", "total-failure", "--document", "confirmation"],
      ["--issued", "total-failure", "--ksef-number", "1"], ["--issued", "offline12"], ["--document", "receipt"],
    ] {
      #expect(try make("fa3-vat.xml", arguments, signed: false).code == 64, "\(arguments)")
    }
  }
}
