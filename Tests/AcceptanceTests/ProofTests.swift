import Foundation
import Testing

/// Prints whose codes are read back before anybody is handed them.
@Suite("Codes read back before the print")
struct ProofTests {
  private let folder: WorkFolder
  private let invoice: Invoice
  private let certificate: DemonstrationCertificate

  init() throws {
    folder = try WorkFolder()
    invoice = try #require(Corpus.samples.first { $0.path.hasSuffix("/fa3-vat.xml") })
    certificate = try DemonstrationCertificate.shared(.p256)
  }

  @Test("A print of any format is read back and is the same as without", arguments: ["pdf", "png", "escpos", "zpl"])
  func formats(format: String) throws {
    let options = ["--format", format, "--paper", "roll80", "--creation-date", "2026-03-02T09:15:00Z"]
    for (name, more) in [("plain", []), ("proved", ["--prove"])] {
      let outcome = try Program.render.run([invoice.path, "-o", folder.file(name)] + options + more)
      #expect(outcome.code == 0, "\(outcome.errors)")
    }
    #expect(
      try Data(contentsOf: URL(filePath: folder.file("plain")))
        == Data(contentsOf: URL(filePath: folder.file("proved"))))
  }

  @Test("A batch reads back what its workers print")
  func batch() throws {
    let outcome = try Program.render.run(
      ["batch", invoice.path, "-o", folder.file("out"), "--prove", "--paper", "roll58"] + certificate.options)
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(try Raster(endOf: folder.file("out/fa3-vat.pdf"), dotsPerInch: 203.2, height: 2000).codes().count == 2)
  }
}
