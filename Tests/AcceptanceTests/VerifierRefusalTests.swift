import Foundation
import Testing

/// What the verifier must not let pass, and by which check it notices.
@Suite("What ksef-verify doesn't pass")
struct VerifierRefusalTests {
  let folder: WorkFolder
  let invoice: Invoice
  let other: Invoice
  let certificate: DemonstrationCertificate

  init() throws {
    folder = try WorkFolder()
    invoice = try #require(Corpus.samples.first { $0.path.hasSuffix("/fa3-vat.xml") })
    other = try #require(Corpus.samples.first { $0.path.hasSuffix("/fa3-zw.xml") })
    certificate = try DemonstrationCertificate.shared(.p256)
  }

  private func links(_ invoice: Invoice) throws -> [String] {
    try Program.render.run(["link", invoice.path] + certificate.options).lines
  }

  /// Looks that the evidence has that exit code, and that exactly these checks failed or are undecided.
  private func expect(
    _ code: Int32, _ verdict: String, failed: Set<String> = [], undecided: Set<String> = [], _ arguments: [String],
    location: SourceLocation = #_sourceLocation
  ) throws {
    let (report, actual) = try Program.verified(arguments)
    #expect(actual == code, sourceLocation: location)
    #expect(report.verdict == verdict, sourceLocation: location)
    #expect(report.checks("failed") == failed, sourceLocation: location)
    #expect(report.checks("undecided") == undecided, sourceLocation: location)
  }

  @Test("What is right passes, so that what follows fails for its own reason")
  func right() async throws {
    let print = try await PrintShop.ofProcess.print(invoice, .p256)
    try expect(0, "passed", [print.pdf, "--invoice", invoice.path, "--certificate", certificate.certificate])
  }

  /// Changes to an invoice's file, each of a single byte.
  enum Change: CaseIterable {
    case newLineAtTheEnd
    case tabForSpace
    case otherLetterInAName
    case byteLess

    /// Only white space between elements was changed: the same content, as the report says, in other bytes.
    var leavesContent: Bool { self != .otherLetterInAName }

    func applied(to text: String) -> String {
      switch self {
      case .newLineAtTheEnd: text + "\n"
      case .tabForSpace: text.replacing(" <Naglowek>", with: "\t<Naglowek>")
      case .otherLetterInAName: text.replacing("Program Sprzeda", with: "Program Sprzedb")
      case .byteLess: text.replacing(" <Naglowek>", with: "<Naglowek>")
      }
    }
  }

  @Test("One changed byte in the XML", arguments: Change.allCases)
  func changedByte(change: Change) async throws {
    let print = try await PrintShop.ofProcess.print(invoice, .p256)
    let text = try invoice.text()
    let changed = change.applied(to: text)
    try #require(changed != text)
    let arguments = [
      print.pdf, "--invoice", try folder.write(changed, to: "changed.xml"), "--certificate", certificate.certificate,
    ]
    guard change.leavesContent else { return try expect(2, "failed", failed: ["invoice.hash"], arguments) }
    try expect(0, "passed", arguments)
    #expect(try Program.verified(arguments).report.checks("remark").contains("invoice.hash"))
  }

  @Test("KOD I of one invoice beside KOD II of another, as links")
  func swappedLinks() throws {
    let (one, two) = (try links(invoice), try links(other))
    try expect(
      2, "failed", failed: ["codes.same-invoice"], [one[0], two[1], "--certificate", certificate.certificate])
  }

  @Test("KOD I of one invoice beside KOD II of another, as pictures")
  func swappedPictures() throws {
    for (name, invoice) in [("one", invoice), ("two", other)] {
      let made = try Program.render.run(
        ["codes", invoice.path, "--output-directory", folder.file(name)] + certificate.options)
      #expect(made.code == 0, "\(made.errors)")
    }
    let (report, code) = try Program.verified([
      folder.file("one/kod-1.png"), folder.file("two/kod-2.png"), "--certificate", certificate.certificate,
    ])
    #expect(code == 2)
    #expect(report.checks("failed").contains("codes.same-invoice"))
  }

  @Test("The print of another invoice")
  func otherInvoice() async throws {
    let print = try await PrintShop.ofProcess.print(invoice, .p256)
    let (report, code) = try Program.verified([
      print.pdf, "--invoice", other.path, "--certificate", certificate.certificate,
    ])
    #expect(code == 2)
    #expect(report.checks("failed").contains("invoice.hash"))
  }

  @Test("Another's certificate, by its own number")
  func othersCertificate() async throws {
    let print = try await PrintShop.ofProcess.print(invoice, .p256)
    let rsa = try DemonstrationCertificate.shared(.rsa2048)
    let (report, code) = try Program.verified([
      print.pdf, "--invoice", invoice.path, "--certificate", rsa.certificate,
    ])
    #expect(code == 3)
    #expect(report.verdict == "indeterminate")
    #expect(report.checks("undecided").isSuperset(of: ["certificate.held", "signature.valid"]))
  }

  @Test("Another's certificate under the right number")
  func sameNumber() async throws {
    let print = try await PrintShop.ofProcess.print(invoice, .p256)
    let second = try #require(print.codes.first { $0.contains("/certificate/") })
    let number = String(second.split(separator: "/")[6])
    let forged = try ForgedCertificate(keyUsage: "nonRepudiation", serialNumber: number, in: folder)
    let (report, code) = try Program.verified([print.pdf, "--certificate", forged.certificate])
    #expect(code == 2)
    #expect(report.checks("failed").contains("signature.valid"))
  }

  @Test("A certificate of type Authentication, though its signature is right")
  func authentication() throws {
    let forged = try ForgedCertificate(keyUsage: "digitalSignature", serialNumber: "01AB000000000003", in: folder)
    let first = try links(invoice)[0]
    let second = try forged.certificateLink(for: first, in: folder)
    let (report, code) = try Program.verified([first, second, "--certificate", forged.certificate])
    #expect(code == 2)
    #expect(report.checks("passed").contains("signature.valid"))
    #expect(report.checks("failed").contains("certificate.offline"))
  }

  @Test("A cut signature", arguments: [1, 2, 40, 85, 86])
  func cutSignature(by count: Int) throws {
    let both = try links(invoice)
    let (report, code) = try Program.verified([
      both[0], String(both[1].dropLast(count)), "--certificate", certificate.certificate,
    ])
    #expect(code == 2)
    #expect(!report.checks("failed").isDisjoint(with: ["kod2.form", "signature.valid"]))
  }

  @Test("Another letter anywhere in the signature", arguments: [0, 1, 20, 43, 60, 84])
  func changedSignature(at place: Int) throws {
    let both = try links(invoice)
    var letters = Array(both[1])
    let index = letters.count - 86 + place
    letters[index] = letters[index] == "A" ? "B" : "A"
    try expect(
      2, "failed", failed: ["signature.valid"], [both[0], String(letters), "--certificate", certificate.certificate])
  }

  @Test("The old host of the service", arguments: ["ksef.mf.gov.pl/client-app", "ksef-test.mf.gov.pl/client-app"])
  func oldHost(host: String) throws {
    let both = try links(invoice).map { $0.replacing("qr-test.ksef.mf.gov.pl", with: host) }
    let (report, code) = try Program.verified(both + ["--certificate", certificate.certificate])
    #expect(code == 2)
    #expect(report.checks("failed").isSuperset(of: ["kod1.host", "kod2.host"]))
  }

  @Test("A host that isn't KSeF's")
  func foreignHost() throws {
    let both = try links(invoice).map { $0.replacing("qr-test.ksef.mf.gov.pl", with: "qr-test.ksef.mf.gov.pl.example") }
    let (report, code) = try Program.verified(both + ["--certificate", certificate.certificate])
    #expect(code == 2 || code == 4)
    #expect(report.verdict != "passed")
  }

  @Test("Codes of another environment than expected")
  func otherEnvironment() throws {
    let both = try links(invoice)
    try expect(
      2, "failed", failed: ["environment.expected"],
      both + ["--certificate", certificate.certificate, "--environment", "production"])
  }

  @Test("Without a certificate nothing is proven")
  func noCertificate() async throws {
    let print = try await PrintShop.ofProcess.print(invoice, .p256)
    let (report, code) = try Program.verified([print.pdf, "--invoice", invoice.path])
    #expect(code == 3)
    #expect(report.verdict == "indeterminate")
  }

  @Test("KOD I alone and no invoice proves nothing")
  func onlyInvoiceLink() throws {
    try expect(3, "indeterminate", undecided: ["invoice.hash"], [try links(invoice)[0]])
  }

  @Test("A picture without a code of KSeF's")
  func noCode() throws {
    let white = try folder.write(
      #"<svg xmlns="http://www.w3.org/2000/svg" width="300" height="300"><rect width="300" height="300" fill="white"/></svg>"#,
      to: "white.svg")
    let drawn = try Program.tool("rsvg-convert").run("-o", folder.file("white.png"), white)
    try #require(drawn.code == 0, "\(drawn.errors)")
    let (report, code) = try Program.verified([folder.file("white.png")])
    #expect(code == 4)
    #expect(report.verdict == "no-code")
    #expect(report.invoices.isEmpty)
  }

  @Test("A print of codes that aren't KSeF's", arguments: ["https://firma.example/faktura/1", "BCD\n002"])
  func foreignLink(text: String) throws {
    let outcome = try Program.verify.run(["-", "--report", "json"], input: Data(text.utf8))
    #expect(outcome.code == 4)
  }

  @Test(
    "A wrong call", arguments: [[], ["--report", "xml", "x"], ["x", "--no-such-option"], ["-", "--invoice", "-"]])
  func usage(arguments: [String]) throws {
    let outcome = try Program.verify.run(arguments)
    #expect(outcome.code == 64)
    #expect(outcome.errors.lowercased().contains("usage"))
  }

  @Test("A missing file", arguments: ["print", "invoice", "certificate"])
  func missing(what: String) async throws {
    let print = try await PrintShop.ofProcess.print(invoice, .p256)
    let nothing = folder.file("nothing-here")
    let outcome = try Program.verify.run(
      what == "print" ? [nothing, "--language", "en"] : [print.pdf, "--\(what)", nothing, "--language", "en"])
    #expect(outcome.code == 74)
    #expect(outcome.errors.contains("nothing-here"))
    #expect(outcome.output.isEmpty)
  }

  @Test("A report that can't be written")
  func fullDevice() throws {
    let outcome = try Program.tool("sh").run(
      "-c", "\"$0\" \"$1\" --language en > /dev/full", Program.verify.path, try links(invoice)[0])
    #expect(outcome.code == 74)
  }
}
