import FAInvoice
import Findings
import Foundation
import InvoiceRendering
import InvoiceTemplate
import KSeFIdentifiers
import KSeFLinks
import Presentation
import Testing

@Suite("Rendering invoices")
struct InvoiceRendererTests {
  private let renderer: InvoiceRenderer

  init() throws { renderer = try InvoiceRenderer(resources: House.resources()) }

  private func render(_ sample: String) throws -> RenderedInvoice {
    let document = try House.document(sample)
    return try renderer.render(
      try House.cleared(document), codes: try House.codes(of: document), languages: [.polish],
      creationDate: House.creationDate)
  }

  @Test("Every sample is a PDF that qpdf finds nothing wrong with", arguments: try House.samples())
  func wholeFiles(sample: String) throws {
    let rendered = try render(sample)
    try House.withFolder { folder in
      let file = folder.appendingPathComponent("print.pdf")
      try Data(rendered.bytes).write(to: file)
      #expect(try House.output(of: "qpdf", ["--check", file.path]) != nil)
    }
  }

  @Test("The same input makes the same bytes, whatever was rendered before")
  func determinism() throws {
    let first = try render("fa3-vat").bytes
    _ = try render("fa3-wdt-scripts")
    #expect(try render("fa3-vat").bytes == first)
    let fresh = try InvoiceRenderer(resources: House.resources())
    let document = try House.document("fa3-vat")
    let again = try fresh.render(
      try House.cleared(document), codes: try House.codes(of: document), languages: [.polish],
      creationDate: House.creationDate)
    #expect(again.bytes == first)
  }

  @Test("Renderers on several threads make the same bytes")
  func threads() async throws {
    let expected = try render("fa3-kor").bytes
    let same = try await withThrowingTaskGroup(of: Bool.self) { group in
      for _ in 0..<4 {
        group.addTask {
          let document = try House.document("fa3-kor")
          let invoice = try House.cleared(document)
          let renderer = try InvoiceRenderer(resources: House.resources())
          let codes = try House.codes(of: document)
          return try (0..<5).allSatisfy { _ in
            try renderer.render(invoice, codes: codes, languages: [.polish], creationDate: House.creationDate).bytes
              == expected
          }
        }
      }
      return try await group.reduce(true) { $0 && $1 }
    }
    #expect(same)
  }

  @Test("The text layer says what the page says, in every script")
  func textLayer() throws {
    let rendered = try render("fa3-wdt-scripts")
    try House.withFolder { folder in
      let file = folder.appendingPathComponent("print.pdf")
      try Data(rendered.bytes).write(to: file)
      let text = try #require(try House.output(of: "pdftotext", ["-layout", file.path, "-"]))
      for words in [
        "WDT/2026/07/02", "Musterlicht Großhandel", "Вигадане Світло", "Φανταστικά", "3 891,00 EUR", "OFFLINE",
      ] {
        #expect(text.contains(words))
      }
    }
  }

  @Test("The links beside the codes can be clicked")
  func clickableLinks() throws {
    let document = try House.document("fa3-vat")
    guard case .offline(let invoice, let certificate) = try House.codes(of: document) else {
      Issue.record("offline codes were asked for")
      return
    }
    let rendered = try render("fa3-vat")
    try House.withFolder { folder in
      let file = folder.appendingPathComponent("print.pdf")
      try Data(rendered.bytes).write(to: file)
      let json = try #require(try House.output(of: "qpdf", ["--json", file.path]))
      #expect(json.contains(invoice.text) && json.contains(certificate.text))
    }
  }

  @Test("A letter that no font has is a finding, and its code point is printed")
  func missingLetter() throws {
    let text = String(decoding: try House.document("fa3-vat").bytes, as: UTF8.self)
    let changed = text.replacingOccurrences(of: "Papier", with: "Papier \u{E000}")
    let document = try FADocument.read(Array(changed.utf8), fileName: "changed.xml")
    let rendered = try renderer.render(try House.cleared(document), codes: nil, creationDate: House.creationDate)
    #expect(rendered.findings.map(\.code) == ["font.missing-letter"])
  }

  @Test("A template that can't be used is refused with all its mistakes, a line each")
  func refusedTemplate() throws {
    try House.withFolder { folder in
      let file = folder.appendingPathComponent("mine.toml")
      try "format = 1\n[papper]\n[codes]\nmodule-size = \"0.1mm\"\n".write(to: file, atomically: true, encoding: .utf8)
      #expect {
        _ = try InvoiceRenderer(resources: House.resources(), template: file.path)
      } throws: { error in
        let lines = (error as? Obstacle)?.text(in: .english).split(separator: "\n") ?? []
        return lines.count == 4 && lines[1].contains("papper") && lines[2].contains("module-size")
      }
    }
  }

  @Test("A folder without templates and fonts is refused")
  func missingResources() {
    #expect {
      try ResourceFolder("/nowhere")
    } throws: { error in
      (error as? Obstacle)?.code == "resources.missing"
    }
  }

  @Test("Code pictures hold one symbol each, with whole pixels for modules")
  func codePictures() throws {
    let document = try House.document("fa3-vat")
    let pictures = try renderer.codePictures(
      of: try House.cleared(document), codes: try House.codes(of: document), pixelsPerModule: 5)
    #expect(pictures.map(\.code.caption) == ["OFFLINE", "CERTYFIKAT"])
    try House.withFolder { folder in
      for (index, picture) in pictures.enumerated() {
        let file = folder.appendingPathComponent("\(index).png")
        try Data(picture.png).write(to: file)
        let read = try #require(try House.output(of: "zbarimg", ["--quiet", "--raw", "-Sqrcode.enable", file.path]))
        #expect(read.trimmingCharacters(in: .newlines) == picture.code.link)
        #expect(String(decoding: picture.svg, as: UTF8.self).contains("<svg"))
      }
    }
  }
}
