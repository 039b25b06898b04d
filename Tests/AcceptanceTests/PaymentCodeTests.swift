import Testing

/// A third code on the page that isn't KSeF's.
@Suite("The payment code on the page")
struct PaymentCodeTests {
  @Test("Others read three codes; our verifier reads KSeF's two, and proves the print", arguments: KeyType.allCases)
  func threeCodes(keyType: KeyType) throws {
    let folder = try WorkFolder()
    let certificate = try DemonstrationCertificate.shared(keyType)
    let invoice = try #require(Corpus.samples.first { $0.path.hasSuffix("/fa3-vat.xml") })
    let template = try folder.write("format = 1\n[payment]\ncode = true\n", to: "payment.toml")
    let print = folder.file("print.pdf")
    let rendering = try Program.render.run([invoice.path, "-o", print, "--template", template] + certificate.options)
    #expect(rendering.code == 0, "\(rendering.errors)")

    let codes = try Raster(lastPageOf: print, dotsPerInch: 200).codes()
    #expect(codes.count == 3)
    #expect(codes.filter { $0.hasPrefix("9999999999|PL|46999999990000000000000007|124107|") }.count == 1)

    let (report, code) = try Program.verified([
      print, "--invoice", invoice.path, "--certificate", certificate.certificate, "--certificate",
      certificate.authority,
      "--environment", "test",
    ])
    #expect(code == 0)
    #expect(report.verdict == "passed")
    #expect(report.links.count == 2)
    let text = try Program.tool("pdftotext").run(print, "-").text
    #expect(text.contains("Zapłać z aplikacji banku"))
  }
}
