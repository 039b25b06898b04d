import Foundation
import Testing

@Suite("Taking the XML out of a PDF")
struct ExtractTests {
  private let folder: WorkFolder
  private let pdf: String
  private let original: Data

  init() throws {
    folder = try WorkFolder()
    pdf = folder.file("print.pdf")
    let sample = try #require(Corpus.samples.first { $0.path.hasSuffix("/fa3-vat.xml") })
    original = try Data(contentsOf: URL(filePath: sample.path))
    try #require(try Program.render.run(sample.path, "-o", pdf).code == 0)
  }

  private func contents(_ file: String) throws -> Data { try Data(contentsOf: URL(filePath: file)) }

  @Test("The XML comes beside the PDF under its name, and once more without complaint")
  func beside() throws {
    for _ in 1...2 {
      let outcome = try Program.render.run("extract", pdf)
      #expect(outcome.code == 0, "\(outcome.errors)")
      #expect(try contents(folder.file("print.xml")) == original)
    }
  }

  @Test("Another file of that name isn't overwritten")
  func keepsAnother() throws {
    let file = try folder.write("mine", to: "print.xml")
    let outcome = try Program.render.run("extract", pdf)
    #expect(outcome.code == 2)
    #expect(outcome.errors.contains("which isn't overwritten"))
    #expect(try contents(file) == Data("mine".utf8))
  }

  @Test("The XML goes to standard output, from standard input")
  func streams() throws {
    let outcome = try Program.render.run(["extract", "-", "-o", "-"], input: try contents(pdf))
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(outcome.output == original)
  }

  @Test("A PDF without XML, and what is no PDF, is refused in words", arguments: ["plain", "text"])
  func nothing(kind: String) throws {
    let file = folder.file("\(kind).pdf")
    if kind == "plain" {
      #expect(try Program.render.run(Corpus.samples[0].path, "-o", file, "--plain").code == 0)
    } else {
      _ = try folder.write("no PDF at all", to: "\(kind).pdf")
    }
    let outcome = try Program.render.run("extract", file)
    #expect(outcome.code == 2)
    #expect(outcome.errors.contains("No XML is attached"))
    #expect(outcome.output.isEmpty)
  }

  @Test("Of several XML files the wanted one is named")
  func several() throws {
    let second = try folder.write("<other/>", to: "other.xml")
    let both = folder.file("both.pdf")
    #expect(try Program.tool("qpdf").run(pdf, "--add-attachment", second, "--", both).code == 0)
    let outcome = try Program.render.run("extract", both, "-o", "-")
    #expect(outcome.code == 2)
    #expect(outcome.errors.contains("faktura.xml") && outcome.errors.contains("other.xml"))
    #expect(try Program.render.run("extract", both, "-o", "-", "--name", "faktura.xml").output == original)
    #expect(try Program.render.run("extract", both, "-o", "-", "--name", "other.xml").text == "<other/>")
  }
}
