import Foundation
import Testing

/// Every print is an archive copy: judged from outside by poppler, qpdf, PDFBox and rule by rule in Python.
@Suite("Archive copies")
struct ArchiveTests {
  /// What PDFBox, which judges by PDF/A-1b, objects to in any PDF/A-3b.
  private static let onlyInTheFirstPart: Set<String> = [
    // Files within the file.
    "1.2.9", "1.4.7",
    // Cross-reference streams.
    "1.4",
    // Transparency: Cairo names the colours of each page in a group.
    "2.2.1",
    // CIDSet, which later parts don't ask for.
    "3.1.11",
    // The part must be 1.
    "7.11.2",
  ]

  /// Every invoice of the three corpora, printed with both codes.
  private static func prints() async throws -> [Print] {
    var prints: [Print] = []
    for invoice in Corpus.all { prints.append(try await PrintShop.ofProcess.print(invoice, .p256)) }
    return prints
  }

  @Test("Every print keeps each rule of PDF/A-3b that we rely on")
  func rules() async throws {
    let files = try await Self.prints().map(\.pdf)
    let outcome = try Script.archiveRules.run(files)
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(outcome.lines.filter { !$0.hasSuffix("\tdone") } == [])
    #expect(outcome.lines.count { $0.hasSuffix("\tdone") } == files.count)
  }

  @Test("The rules are broken by an ordinary PDF, so that the check can be believed")
  func doubt() throws {
    let folder = try WorkFolder()
    let plain = folder.file("plain.pdf")
    #expect(try Program.render.run([Corpus.samples[0].path, "-o", plain, "--plain"]).code == 0)
    let broken = Set(
      try Script.archiveRules.run([plain]).lines.compactMap { $0.split(separator: "\t").dropFirst().first })
    #expect(broken.isSuperset(of: ["6.1.3", "6.2.11.3.2", "6.2.3", "6.3.2", "6.6.2.1", "6.8"]))
  }

  @Test("PDFBox has no objection but those that only the first part of the standard has")
  func pdfBox() async throws {
    let files = try await Self.prints().map(\.pdf)
    let jars = ["preflight", "pdfbox2", "fontbox2", "xmpbox", "commons-logging", "javax.activation", "jaxb-api"]
    let tool = Corpus.packageRoot.appending(path: "Tests/AcceptanceTests/Tools/archive/Preflight.java").path
    let path = jars.map { "/usr/share/java/\($0).jar" }.joined(separator: ":")
    let outcome = try Program.tool("java").run(["-cp", path, tool] + files)
    #expect(outcome.code == 0, "\(outcome.errors)")
    let rows = outcome.lines.map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
    #expect(rows.count { $0.count == 3 && $0[1] == "done" } == files.count)
    #expect(rows.filter { $0.count != 3 || $0[1] != "done" && !Self.onlyInTheFirstPart.contains($0[1]) } == [])
  }

  @Test(
    "veraPDF agrees, where the variable VERAPDF names it",
    .enabled(if: ProcessInfo.processInfo.environment["VERAPDF"] != nil, "VERAPDF isn't set"))
  func veraPDF() async throws {
    let program = try #require(ProcessInfo.processInfo.environment["VERAPDF"])
    let files = try await Self.prints().map(\.pdf)
    let outcome = try Program.named(program).run(["--flavour", "3b", "--format", "text"] + files)
    #expect(outcome.lines.filter { !$0.hasPrefix("PASS") } == [])
    #expect(outcome.lines.count == files.count)
  }

  @Test("qpdf finds nothing wrong with any print, and poppler gives back the exact XML, whose hash is KOD I's")
  func attachedXML() async throws {
    let folder = try WorkFolder()
    for print in try await Self.prints() {
      let check = try Program.tool("qpdf").run("--check", print.pdf)
      #expect(check.code == 0, "\(print.invoice.testDescription): \(check.text) \(check.errors)")
      let saved = folder.file("attached.xml")
      #expect(try Program.tool("pdfdetach").run("-save", "1", "-o", saved, print.pdf).code == 0)
      #expect(try Data(contentsOf: URL(filePath: saved)) == Data(contentsOf: URL(filePath: print.invoice.path)))
      let digest = try Program.tool("openssl").run("dgst", "-sha256", "-binary", saved).output.base64EncodedString()
      let hash = digest.replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
      let link = try #require(print.codes.first { $0.contains("/invoice/") })
      #expect(link.hasSuffix("/\(hash)"), "\(print.invoice.testDescription)")
    }
  }

  @Test("A UPO's print carries the UPO")
  func receipt() throws {
    let folder = try WorkFolder()
    let (pdf, xml) = (folder.file("upo.pdf"), folder.file("upo.xml"))
    #expect(try Program.render.run(Corpus.receipt.path, "-o", pdf).code == 0)
    #expect(try Script.archiveRules.run([pdf]).lines == ["\(pdf)\tdone"])
    #expect(try Program.render.run("extract", pdf, "-o", xml).code == 0)
    #expect(try Data(contentsOf: URL(filePath: xml)) == Data(contentsOf: URL(filePath: Corpus.receipt.path)))
  }

  @Test("The metadata name title, seller, number, date, KSeF number and hash")
  func metadata() throws {
    let folder = try WorkFolder()
    let pdf = folder.file("accepted.pdf")
    let sample = try #require(Corpus.samples.first { $0.path.hasSuffix("/fa3-vat.xml") })
    let number = try KSeFNumber.of(sample)
    let printing = try Program.render.run([sample.path, "-o", pdf, "--ksef-number", number])
    #expect(printing.code == 0, "\(printing.errors)")
    let packet = try Program.tool("pdfinfo").run("-meta", pdf).text
    for said in [
      "FV/2026/03/0021</rdf:li>", "Przykładowa Hurtownia Sp. z o.o. (firma fikcyjna)</rdf:li>",
      "<ksef:SellerNIP>9999999999<", "<ksef:InvoiceNumber>FV/2026/03/0021<", "<ksef:IssueDate>2026-03-02<",
      "<ksef:KSeFNumber>\(number)<", "<ksef:SourceHash>QNhShlZ8erycyawU-R7PYNK5teuJHHswtm-Bp5EFH30<",
    ] { #expect(packet.contains(said), "\(said)") }
  }
}
