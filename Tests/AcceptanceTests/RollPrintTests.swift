import Foundation
import Testing

/// Rolls as a printer gets them: one pixel a dot.
@Suite("A print on a till's roll")
struct RollPrintTests {
  @Test(
    "At the printer's dots both codes are read by a reader that isn't ours, on rolls of either width",
    arguments: Corpus.samples.filter { !$0.path.hasSuffix("/upo.xml") }, KeyType.allCases)
  func codes(invoice: Invoice, keyType: KeyType) throws {
    let folder = try WorkFolder()
    let certificate = try DemonstrationCertificate.shared(keyType)
    for (paper, width) in [("roll80", 576), ("roll58", 384)] {
      let pdf = folder.file("\(paper).pdf")
      let outcome = try Program.render.run(
        [invoice.path, "-o", pdf, "--paper", paper, "--language", "en"] + certificate.options)
      #expect(outcome.code == 0, "\(outcome.errors)")
      let raster = try Raster(endOf: pdf, dotsPerInch: 203.2, height: 2000)
      #expect(raster.width == width, "one pixel a dot")
      #expect(try raster.codes().count == 2, "\(paper)")
    }
  }
}
