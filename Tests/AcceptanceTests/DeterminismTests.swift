import Foundation
import Testing

/// The same invoice, link and date make the same bytes, wherever and whenever it is printed.
@Suite("The same bytes again")
struct DeterminismTests {
  struct Circumstances: Sendable, CustomTestStringConvertible {
    let name: String
    var environment: [String: String] = [:]
    var inOtherFolder = false
    var testDescription: String { name }
  }

  static let circumstances = [
    Circumstances(name: "at another time"),
    Circumstances(name: "from another folder", inOtherFolder: true),
    Circumstances(name: "in Tokyo", environment: ["TZ": "Asia/Tokyo"]),
    Circumstances(name: "west of Greenwich", environment: ["TZ": "America/Los_Angeles"]),
    Circumstances(name: "in the C locale", environment: ["LC_ALL": "C"]),
    Circumstances(name: "in Polish", environment: ["LC_ALL": "pl_PL.UTF-8", "LANG": "pl_PL.UTF-8"]),
    Circumstances(name: "in Polish by LANG alone", environment: ["LC_ALL": "", "LANG": "pl_PL"]),
    Circumstances(name: "in German", environment: ["LC_ALL": "de_DE.UTF-8"]),
    Circumstances(name: "with another date of the build's", environment: ["SOURCE_DATE_EPOCH": "1"]),
  ]

  @Test(
    "A print with a signed link and a date of creation has the same bytes", arguments: circumstances,
    ["fa3-vat.xml", "fa3-wdt-scripts.xml", "fa3-vat-long.xml"])
  func sameBytes(circumstances: Circumstances, sample: String) throws {
    let invoice = try #require(Corpus.samples.first { $0.path.hasSuffix("/\(sample)") })
    let folder = try WorkFolder()
    let link = try Program.render.run(
      ["link", invoice.path] + (try DemonstrationCertificate.shared(.p256)).options)
    let options = [
      "--environment", "test", "--signed-link", try #require(link.lines.last), "--creation-date",
      "2026-02-01T12:00:00Z",
    ]
    let first = try Program.render.run([invoice.path, "-o", folder.file("first.pdf")] + options)
    #expect(first.code == 0, "\(first.errors)")
    let copy = try folder.write(invoice.bytes(), to: "copy.xml")
    let second = try Program.render.run(
      circumstances.inOtherFolder
        ? ["copy.xml", "-o", "second.pdf"] + options : [copy, "-o", folder.file("second.pdf")] + options,
      environment: circumstances.environment, in: circumstances.inOtherFolder ? folder.path : nil)
    #expect(second.code == 0, "\(second.errors)")
    let (one, other) = (
      try Data(contentsOf: URL(filePath: folder.file("first.pdf"))),
      try Data(contentsOf: URL(filePath: folder.file("second.pdf")))
    )
    #expect(!one.isEmpty)
    #expect(one == other, "the PDFs differ")
  }

  @Test("The pictures of the codes have the same bytes")
  func samePictures() throws {
    let invoice = try #require(Corpus.samples.first)
    let link = try Program.render.run(
      ["link", invoice.path] + (try DemonstrationCertificate.shared(.p256)).options)
    let folders = [try WorkFolder(), try WorkFolder()]
    for (folder, zone) in zip(folders, ["Europe/Warsaw", "Asia/Tokyo"]) {
      let made = try Program.render.run(
        [
          "codes", invoice.path, "--environment", "test", "--signed-link", try #require(link.lines.last),
          "--output-directory", folder.path,
        ], environment: ["TZ": zone])
      #expect(made.code == 0, "\(made.errors)")
    }
    for name in ["kod-1.png", "kod-1.svg", "kod-2.png", "kod-2.svg"] {
      let both = try folders.map { try Data(contentsOf: URL(filePath: $0.file(name))) }
      #expect(both[0] == both[1], "\(name)")
    }
  }
}
