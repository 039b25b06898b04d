import Foundation
import Testing

/// A UPO goes through the same program, and comes out as what it is.
@Suite("Printing a UPO")
struct ReceiptTests {
  let folder: WorkFolder

  init() throws { folder = try WorkFolder() }

  /// The words of a print with all white space taken out, since long values go on on the next line.
  private func print(_ file: String, _ arguments: [String] = []) throws -> String {
    let pdf = folder.file("print.pdf")
    let outcome = try Program.render.run([file, "-o", pdf] + arguments)
    #expect(outcome.code == 0, "\(outcome.errors)")
    return try Program.tool("pdftotext").run(pdf, "-").text.filter { !$0.isWhitespace }
  }

  @Test("Every leaf of the UPO's own is on the print", arguments: ["pl", "en", "en,pl"])
  func leaves(languages: String) throws {
    let text = try print(Corpus.receipt.path, ["--language", languages])
    try expectLeaves(of: Corpus.receipt, in: text)
    #expect(text.contains(languages == "pl" ? "Wydrukgoniesprawdza" : "Thisprintdoesn'tcheckit"))
  }

  @Test(
    "Every leaf of every UPO of the corpus is on its print",
    .enabled(if: Corpus.isHere, "the shared corpus isn't here"))
  func corpus() throws {
    let folder = try #require(Corpus.shared).appending(path: "corpus/invoices/upo")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).map {
      Invoice(folder.appending(path: $0))
    }
    let known = try files.filter { try $0.text().contains(/KSeF\/v4-[23]"/) }
    #expect(known.count > 8)
    for file in known { try expectLeaves(of: file, in: try print(file.path)) }
  }

  private func expectLeaves(of file: Invoice, in text: String) throws {
    let own = try file.text().replacing(/<ds:Signature [\s\S]*<\/ds:Signature>/, with: "")
    let leaves = own.matches(of: /<([A-Z]\w*)>([^<]+)<\/\1>/).map { String($0.2) }
    #expect(leaves.count > 10)
    for leaf in leaves {
      let words = leaf.replacing("&amp;", with: "&").filter { !$0.isWhitespace }
      if text.contains(words) { continue }
      let parts = words.split(separator: "T")
      let day = parts[0].split(separator: "-").reversed().joined(separator: ".")
      #expect(text.contains(day), "\(file.testDescription): \(leaf)")
      guard parts.count == 2 else { continue }
      let time = parts[1].hasSuffix("Z") ? parts[1].dropLast() + "UTC" : parts[1]
      #expect(text.contains(time), "\(file.testDescription): \(leaf)")
    }
  }

  @Test("A print of a UPO carries no codes")
  func noCodes() throws {
    _ = try print(Corpus.receipt.path)
    #expect(try Raster(lastPageOf: folder.file("print.pdf"), dotsPerInch: 200).codes().isEmpty)
  }

  @Test("The table's head repeats on every page")
  func head() throws {
    let xml = try Corpus.receipt.text()
    let row = try #require(xml.firstMatch(of: /\ \ <Dokument>[\s\S]*?<\/Dokument>\n/)).output
    let long = try folder.write(
      xml.replacing(row, with: String(repeating: String(row), count: 60), maxReplacements: 1), to: "long.xml")
    _ = try print(long)
    let pages = try Program.tool("pdftotext").run("-layout", folder.file("print.pdf"), "-").text.split(
      separator: "\u{0C}"
    )
    .filter { $0.contains("FV/2026/03/0021") }
    #expect(pages.count > 2)
    for page in pages { #expect(page.contains("Nadano numer KSeF")) }
  }

  @Test(
    "What only an invoice can use is refused with a sentence",
    arguments: [
      ["--certificate", "a.crt", "--key", "a.key"], ["--ksef-number", "1"], ["--issued", "offline24"],
      ["--document", "invoice"], ["--context", "nip:9999999999"], ["--passphrase-stdin"],
    ])
  func options(options: [String]) throws {
    let outcome = try Program.render.run(
      [Corpus.receipt.path, "-o", folder.file("print.pdf"), "--language", "en"] + options)
    #expect(outcome.code == 64)
    #expect(outcome.errors.contains("This is a UPO"))
    #expect(try folder.names().isEmpty)
  }

  @Test("No codes are made of a UPO", arguments: [["link"], ["codes", "--output-directory", "codes"]])
  func otherCommands(command: [String]) throws {
    let outcome = try Program.render.run(
      command + [Corpus.receipt.path, "--language", "en"], in: folder.path)
    #expect(outcome.code == 2)
    #expect(outcome.errors.contains("This is a UPO"))
    #expect(try folder.names().isEmpty)
  }
}
