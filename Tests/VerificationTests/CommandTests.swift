import Foundation
import KSeFIdentifiers
import OfflineSigning
import Testing

/// The command that was built with the tests: it lies beside them, in the folder of build products.
private enum BuiltCommand {
  static let path = Bundle.main.bundleURL.appending(path: "ksef-verify").path
  static var isThere: Bool { FileManager.default.isExecutableFile(atPath: path) }
}

/// The command, run as a user runs it.
@Suite("ksef-verify", .enabled(if: BuiltCommand.isThere, "ksef-verify isn't built beside the tests"))
struct CommandTests {
  private let workshop: Workshop
  private let first: String
  private let second: String

  init() throws {
    workshop = try Workshop()
    let nip = try #require(NIP("1111111111"))
    let made = try DemonstrationCertificate.make(
      for: nip, organisation: "Sklep Fikcyjny", passphrase: Passphrase("not a secret"), now: newYear)
    try FileManager.default.createDirectory(atPath: workshop.path("certificates"), withIntermediateDirectories: true)
    try workshop.write(made.certificate, to: "certificates/shop.crt")
    try workshop.write(made.encryptedKey, to: "certificates/shop.key")
    let shop = try Shop()
    let xml = shop.invoice()
    try workshop.write(xml, to: "invoice.xml")
    try workshop.write(shop.invoice(2), to: "changed.xml")
    first = try shop.invoiceLink(xml)
    second = try shop.certificateLink(xml)
  }

  private func verify(_ arguments: String..., input: String = "") throws -> (status: Int32, output: String) {
    try workshop.run(BuiltCommand.path, ["--language", "en"] + arguments, input: Array(input.utf8))
  }

  @Test("Each verdict has its exit code")
  func verdicts() throws {
    #expect(try verify(first, "--invoice", "invoice.xml").status == 0)
    #expect(try verify(first, "--invoice", "changed.xml").status == 2)
    #expect(try verify(first, second, "--invoice", "invoice.xml").status == 3)
    #expect(try verify("https://example.com/").status == 4)
  }

  @Test("A wrong call and a missing file have theirs")
  func mistakes() throws {
    #expect(try verify().status == 64)
    #expect(try verify(first, "--report", "yaml").status == 64)
    #expect(try verify("-", "--invoice", "-").status == 64)
    #expect(try verify("missing.pdf").status == 74)
    #expect(try verify(first, "--invoice", "missing.xml").status == 74)
    #expect(try verify(first, "--certificate", "missing.crt").status == 74)
  }

  @Test("Links come from standard input, one on each line")
  func standardInput() throws {
    let result = try verify("-", "--invoice", "invoice.xml", input: "\n\(first)\n")
    #expect(result.status == 0)
    #expect(result.output.contains("standard input, line 2"))
  }

  @Test("A folder of certificates is searched, and what is none is skipped with a word")
  func folder() throws {
    let result = try verify(first, second, "--certificate", "certificates")
    #expect(result.status == 3)
    #expect(result.output.contains("shop.key"))
    #expect(result.output.contains("UNDECIDED  certificate.held"))
  }

  @Test("A print that can't be read is indeterminate, one without codes has no verdict")
  func unreadablePrint() throws {
    try workshop.write(Array("%PDF-1.7 cut".utf8), to: "cut.pdf")
    #expect(try verify("cut.pdf").status == 3)
    #expect(try verify("-", input: "").status == 4)
  }

  @Test("A file's name can neither steer the terminal nor begin a line of its own")
  func hostileNames() throws {
    try workshop.write([1], to: "certificates/\u{1B}[2J\nksef-verify: fine")
    let result = try verify(first, second, "--certificate", "certificates")
    #expect(result.output.contains("skipped (2)"))
    #expect(!result.output.contains("\u{1B}"))
    #expect(!result.output.contains("\nksef-verify: fine"))
    #expect(try !verify("\u{1B}[2J.pdf").output.contains("\u{1B}"))
  }

  @Test("A file in a folder whose name isn't UTF-8 is skipped with a word")
  func foreignNames() throws {
    let copy = #"cp certificates/shop.crt "certificates/$(printf 'sk\363d.crt')""#
    try #require(try workshop.run("/bin/sh", ["-c", copy]).status == 0)
    #expect(try verify(first, second, "--certificate", "certificates").output.contains("sk\u{FFFD}d.crt"))
  }

  @Test("A byte-order mark before the first line isn't part of the link")
  func byteOrderMark() throws {
    #expect(try verify("-", "--invoice", "invoice.xml", input: "\u{FEFF}\(first)\r\n").status == 0)
  }

  @Test("A file that isn't a certificate leaves the verdict open")
  func noCertificate() throws {
    let result = try verify(first, "--invoice", "invoice.xml", "--certificate", "invoice.xml")
    #expect(result.status == 3)
  }

  @Test("The report comes as JSON and in Polish where asked for")
  func forms() throws {
    let result = try workshop.run(
      BuiltCommand.path, [first, "--invoice", "invoice.xml", "--report", "json", "--language", "pl"])
    let object = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
    #expect(object?["verdict"] as? String == "passed")
    #expect(object?["language"] as? String == "pl")
  }
}
