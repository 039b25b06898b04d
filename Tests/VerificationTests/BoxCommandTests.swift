import Foundation
import KSeFIdentifiers
import OfflineSigning
import Testing

/// The command that was built with the tests: it lies beside them, in the folder of build products.
private enum BuiltCommand {
  static let path = Bundle.main.bundleURL.appending(path: "ksef-verify").path
  static var isThere: Bool { FileManager.default.isExecutableFile(atPath: path) }
}

/// What the tests look at in a report in JSON.
private struct BoxReport: Decodable {
  struct Invoice: Decodable {
    let verdict: String
  }
  struct Unreadable: Decodable {
    let code: String
    let file: String?
  }
  let verdict: String
  let invoices: [Invoice]
  let unreadable: [Unreadable]

  enum CodingKeys: String, CodingKey {
    case verdict, invoices
    case unreadable = "unreadable-evidence"
  }
}

/// The command on boxes of evidence, run as a user runs it.
@Suite("ksef-verify on a box", .enabled(if: BuiltCommand.isThere, "ksef-verify isn't built beside the tests"))
struct BoxCommandTests {
  private let workshop: Workshop
  private let xml: [UInt8]
  private let first: String

  init() throws {
    workshop = try Workshop()
    let shop = try Shop()
    xml = shop.invoice()
    first = try shop.invoiceLink(xml)
    try FileManager.default.createDirectory(atPath: workshop.path("box"), withIntermediateDirectories: true)
  }

  private func run(_ arguments: [String]) throws -> (status: Int32, output: String) {
    try workshop.run(BuiltCommand.path, ["--language", "en"] + arguments)
  }

  /// Runs the command with its report in a file of its own.
  private func report(_ arguments: String...) throws -> (status: Int32, report: BoxReport) {
    let status = try run(arguments + ["--report", "json=report.json"]).status
    return (status, try JSONDecoder().decode(BoxReport.self, from: Data(workshop.bytes("report.json"))))
  }

  @Test("Texts, tables and invoices of a box come together, and what is none is passed over")
  func box() throws {
    try workshop.write(Array("\(first)\n".utf8), to: "box/links.txt")
    try workshop.write(Array("Shop;Link\nA;\(first)\n".utf8), to: "box/table.csv")
    try workshop.write(xml, to: "box/invoice.xml")
    try workshop.write(Array("Nothing of interest.".utf8), to: "box/README")
    try workshop.write([0, 1, 2, 3], to: "box/program")
    let (status, report) = try report("box")
    // Whoever makes up a KOD I puts its XML beside it.
    #expect(status == 3)
    #expect(report.invoices.map(\.verdict) == ["indeterminate"])
    #expect(report.unreadable.isEmpty)
    #expect(try run(["box", "--invoices", "box"]).status == 0)
    let output = try run(["box"]).output
    #expect(output.contains("other files skipped (2): box/README, box/program"))
    #expect(output.contains("rows without a link of KSeF's: 1"))
  }

  @Test("A certificate that lies in the box isn't trusted")
  func certificateInBox() throws {
    let made = try DemonstrationCertificate.make(
      for: try #require(NIP("1111111111")), organisation: "Sklep Fikcyjny", passphrase: Passphrase("not a secret"),
      now: newYear)
    try workshop.write(made.certificate, to: "box/shop.crt")
    try workshop.write(Array(first.utf8), to: "box/links.txt")
    let output = try run(["box"]).output
    #expect(output.contains("aren't trusted; give them with --certificates (1): box/shop.crt"))
  }

  @Test("An invoice named among the evidence is compared, and vouches for no KOD I")
  func namedInvoice() throws {
    try workshop.write(xml, to: "invoice.xml")
    let result = try run([first, "invoice.xml"])
    #expect(result.status == 3 && result.output.contains("came with the print"))
    #expect(try run([first, "--invoices", "invoice.xml"]).status == 0)
  }

  @Test("A photograph of a kind that can't be read doesn't go missing in a box")
  func otherPicture() throws {
    try workshop.write(Array("\(first)\n".utf8), to: "links.txt")
    try workshop.write(xml, to: "invoice.xml")
    try workshop.write([0, 0, 0, 24] + Array("ftypheic".utf8) + [0, 0, 0, 0], to: "box/a.heic")
    try workshop.write(Array("RIFF1234WEBPVP8 ".utf8), to: "box/b.webp")
    let (status, report) = try report("links.txt", "box", "--invoices", "invoice.xml")
    #expect(status == 3)
    #expect(report.invoices.map(\.verdict) == ["passed"])
    #expect(report.unreadable.map(\.file) == ["box/a.heic", "box/b.webp"])
  }

  @Test("What is named and is no evidence leaves the verdict open")
  func namedOther() throws {
    try workshop.write([0, 1, 2, 3], to: "program")
    let (status, report) = try report("program")
    #expect(status == 3)
    #expect(report.unreadable.map(\.code) == ["evidence.unknown-kind"])
  }

  @Test("What is called a print and is none is named, not passed over", arguments: ["scan.pdf", "IMG_1.HEIC", "a.7z"])
  func misnamed(name: String) throws {
    try workshop.write([], to: "box/\(name)")
    try workshop.write(Array("\(first)\n".utf8), to: "box/links.txt")
    try workshop.write(xml, to: "invoice.xml")
    let (status, report) = try report("box", "--invoices", "invoice.xml")
    #expect(status == 3)
    #expect(report.invoices.map(\.verdict) == ["passed"])
    #expect(report.unreadable.map(\.file) == ["box/\(name)"])
  }

  @Test("The verdict is said on standard error where every report goes to a file, unless all is to be quiet")
  func saidVerdict() throws {
    try workshop.write(xml, to: "invoice.xml")
    let call = [first, "--invoice", "invoice.xml", "--report", "csv=box.csv"]
    #expect(try run(call).output.contains("ksef-verify: PASSED: invoices: 1 ("))
    #expect(try run(call + ["--quiet"]).output.isEmpty)
  }

  @Test("A file that takes forever costs only itself")
  func endless() throws {
    try workshop.write(HandmadePDF.endless, to: "box/a.pdf")
    try workshop.write(Array(first.utf8), to: "box/b.txt")
    try workshop.write(xml, to: "box/c.xml")
    let (status, report) = try report("box", "--invoices", "box", "--seconds", "1")
    #expect(status == 3)
    #expect(report.invoices.map(\.verdict) == ["passed"])
    #expect(report.unreadable.map(\.code) == ["evidence.too-slow"])
    #expect(report.unreadable.first?.file == "box/a.pdf")
  }

  @Test("A PDF of ten thousand pages is refused")
  func tenThousandPages() throws {
    try workshop.write(HandmadePDF.blank(pages: 10_000), to: "box/a.pdf")
    let (status, report) = try report("box")
    #expect(status == 3)
    #expect(report.unreadable.map(\.code) == ["evidence.too-large"])
  }

  @Test("A ZIP file of ZIP files isn't unpacked, and a member that grows beyond all measure isn't read")
  func bombs() throws {
    let script = """
      import io, zipfile
      whole = io.BytesIO()
      z = zipfile.ZipFile(whole, 'w', zipfile.ZIP_DEFLATED); z.writestr('0.pdf', bytes(1_000_000)); z.close()
      z = zipfile.ZipFile('box/nested.zip', 'w', zipfile.ZIP_DEFLATED)
      for n in range(4): z.writestr('%d.zip' % n, whole.getvalue())
      z.close()
      z = zipfile.ZipFile('box/one.zip', 'w', zipfile.ZIP_DEFLATED)
      with z.open('one.pdf', 'w') as member:
        member.write(b'%PDF-1.7')
        for n in range(201): member.write(bytes(1_000_000))
      z.close()
      """
    try #require(try workshop.run("/usr/bin/python3", ["-c", script]).status == 0)
    let (status, report) = try report("box")
    #expect(status == 3)
    #expect(report.unreadable.map(\.code) == Array(repeating: "archive.nested", count: 4) + ["file.too-large"])
  }

  @Test("Several reports are written in one call, and only one of them to standard output")
  func reports() throws {
    try workshop.write(xml, to: "invoice.xml")
    let wanted = ["--report", "html=box.html", "--report", "csv=box.csv", "--report", "json"]
    let result = try run([first, "--invoice", "invoice.xml", "--quiet"] + wanted)
    #expect(result.status == 0)
    #expect(result.output.hasPrefix("{"))
    #expect(try String(decoding: workshop.bytes("box.html"), as: UTF8.self).contains("<html"))
    #expect(try !workshop.bytes("box.csv").isEmpty)
    #expect(try run([first, "--report", "json", "--report", "text"]).status == 64)
    #expect(try run([first, "--report", "json=a", "--report", "text=a"]).status == 64)
    #expect(try run([first, "--report", "json=missing/a"]).status == 74)
  }

  @Test("The report is the same however many read")
  func jobs() throws {
    for number in 1...6 { try workshop.write(HandmadePDF.blank(remark: "\(number)"), to: "box/\(number).pdf") }
    let one = try run(["box", "--jobs", "1", "--quiet", "--report", "json"])
    let four = try run(["box", "--jobs", "4", "--quiet", "--report", "json"])
    #expect(one.status == 4)
    #expect(one.output == four.output)
    #expect(try run(["box", "--jobs", "0"]).status == 64)
  }

  @Test("A call that was killed is taken up where it was, and keeps no reading twice")
  func killed() throws {
    for number in 1...3 { try workshop.write(HandmadePDF.blank(remark: "\(number)"), to: "box/\(number).pdf") }
    _ = try run(["box", "--resume", "whole"])
    let whole = try workshop.bytes("whole").count
    try workshop.write(HandmadePDF.endless, to: "box/4.pdf")
    let process = Process()
    process.executableURL = URL(filePath: BuiltCommand.path)
    process.arguments = [
      workshop.path("box"), "--resume", workshop.path("killed"), "--jobs", "1", "--seconds", "3600", "--quiet",
    ]
    process.standardOutput = Pipe()
    try process.run()
    while process.isRunning, ((try? workshop.bytes("killed").count) ?? 0) < whole {
      usleep(20_000)
    }
    try #require(process.isRunning)
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    // The reader of the fourth file goes with the program that asked it, at once; then the journal is free again.
    #expect(try workshop.bytes("killed").count == whole)
    try FileManager.default.removeItem(atPath: workshop.path("box/4.pdf"))
    #expect(try run(["box", "--resume", "killed"]).status == 4)
    #expect(try workshop.bytes("killed").count == whole)
  }

  @Test("Readings aren't written over a file that is something else")
  func foreignJournal() throws {
    try workshop.write(xml, to: "invoice.xml")
    #expect(try run([first, "--resume", "invoice.xml"]).status == 64)
    #expect(try workshop.bytes("invoice.xml") == xml)
  }

  @Test("An interrupted call says so by its exit code, and leaves no report")
  func interrupted() throws {
    try workshop.write(HandmadePDF.endless, to: "box/a.pdf")
    let process = Process()
    process.executableURL = URL(filePath: BuiltCommand.path)
    process.arguments = [
      workshop.path("box"), "--resume", workshop.path("journal"), "--seconds", "3600", "--report",
      "text=\(workshop.path("report"))",
    ]
    process.standardError = Pipe()
    try process.run()
    while process.isRunning, !FileManager.default.fileExists(atPath: workshop.path("journal")) {
      usleep(20_000)
    }
    process.interrupt()
    process.waitUntilExit()
    #expect(process.terminationStatus == 130)
    #expect(!FileManager.default.fileExists(atPath: workshop.path("report")))
  }
}
