import Foundation
import Testing

/// Prints for printers, replayed by printers of the tests' own.
@Suite("What printers are sent")
struct PrinterLanguageTests {
  @Test(
    "A receipt printer and a label printer burn the very dots of the picture",
    arguments: Corpus.samples + [Corpus.receipt],
    ["roll80", "roll58"])
  func dots(invoice: Invoice, paper: String) throws {
    let folder = try WorkFolder()
    let options = ["--paper", paper, "--print-anyway"]
    let picture = try folder.picture(of: invoice, options)
    #expect(try folder.receipt(of: invoice, options) == picture)
    #expect(try folder.label(of: invoice, options) == picture)
  }

  @Test("So they do with both codes, at any printer's dots, and the codes are read", arguments: ["203", "180", "300"])
  func codes(dots: String) throws {
    let folder = try WorkFolder()
    let invoice = try #require(Corpus.samples.first { $0.path.hasSuffix("fa3-vat.xml") })
    let certificate = try DemonstrationCertificate.shared(.p256)
    let links = try Program.render.run(["link", invoice.path] + certificate.options).lines
    let link = try #require(links.first { $0.contains("/certificate/") })
    let options = ["--environment", "test", "--signed-link", link, "--dpi", dots, "--paper", "roll80"]
    let picture = try folder.picture(of: invoice, options)
    #expect(try folder.receipt(of: invoice, options) == picture)
    #expect(try folder.label(of: invoice, options) == picture)
    #expect(try Raster.codes(inPicture: folder.file("picture.png")).contains(link))
  }

  @Test("A wide label and one of several fields and labels is burnt whole")
  func longLabel() throws {
    let folder = try WorkFolder()
    let invoice = try #require(Corpus.samples.first { $0.path.hasSuffix("fa3-vat-long.xml") })
    let options = ["--paper", "104mmxauto", "--dpi", "300"]
    let picture = try folder.picture(of: invoice, options)
    #expect(try folder.label(of: invoice, options) == picture)
  }

  @Test("ESC/POS is on 80 mm where no paper is named; on a sheet it is refused")
  func paper() throws {
    let folder = try WorkFolder()
    let invoice = try #require(Corpus.samples.first { $0.path.hasSuffix("fa3-vat.xml") })
    let job = folder.file("job.escpos")
    #expect(try Program.render.run(invoice.path, "--format", "escpos", "-o", job).code == 0)
    _ = try Script.receiptPrinter.run(["replay", job, folder.file("paper.pgm")])
    let head = try Data(contentsOf: URL(filePath: folder.file("paper.pgm"))).prefix(7)
    #expect(String(decoding: head, as: UTF8.self) == "P5\n576 ")
    let refused = try Program.render.run(invoice.path, "--format", "escpos", "--paper", "A4", "-o", job)
    #expect(refused.code == 64)
    #expect(refused.errors.contains("--paper roll80"))
  }

  @Test("A printer without a knife feeds the paper instead of cutting it")
  func cut() throws {
    let folder = try WorkFolder()
    let invoice = try #require(Corpus.samples.first { $0.path.hasSuffix("fa3-vat.xml") })
    for (options, deeds) in [([], "reset cut"), (["--no-cut"], "reset feed 5")] {
      let job = folder.file("job.escpos")
      _ = try Program.render.run([invoice.path, "--format", "escpos", "-o", job] + options)
      let done = try Script.receiptPrinter.run(["replay", job, folder.file("paper.pgm")])
      #expect(done.lines == [deeds], "\(done.errors)")
    }
  }
}

extension WorkFolder {
  /// The picture's dots as a graymap, made from the PNG.
  fileprivate func picture(of invoice: Invoice, _ options: [String]) throws -> Data {
    try print(invoice, "png", options, to: "picture.png")
    return try graymap(Script.pictureAsGraymap.run([file("picture.png"), file("picture.pgm")]), "picture.pgm")
  }

  /// What a receipt printer burns.
  fileprivate func receipt(of invoice: Invoice, _ options: [String]) throws -> Data {
    try print(invoice, "escpos", options, to: "job.escpos")
    let width = try Raster(png: file("picture.png")).width
    return try graymap(
      Script.receiptPrinter.run(["replay", file("job.escpos"), file("paper.pgm"), "\(width)"]), "paper.pgm")
  }

  /// What a label printer burns.
  fileprivate func label(of invoice: Invoice, _ options: [String]) throws -> Data {
    try print(invoice, "zpl", options, to: "job.zpl")
    return try graymap(Script.labelPrinter.run([file("job.zpl"), file("label.pgm")]), "label.pgm")
  }

  private func print(_ invoice: Invoice, _ format: String, _ options: [String], to name: String) throws {
    let outcome = try Program.render.run([invoice.path, "-o", file(name), "--format", format] + options)
    #expect(outcome.code == 0, "\(outcome.errors)")
  }

  private func graymap(_ outcome: Outcome, _ name: String) throws -> Data {
    #expect(outcome.code == 0, "\(outcome.errors)")
    return try Data(contentsOf: URL(filePath: file(name)))
  }
}
