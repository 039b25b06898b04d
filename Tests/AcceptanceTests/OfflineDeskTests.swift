import Foundation
import Testing

/// Whole days at the offline desk, as a shop lives them.
@Suite("The offline desk from day to day")
struct OfflineDeskTests {
  let desk: DeskInTime
  /// Of Monday, 2 March 2026, for a buyer with a NIP.
  let invoice: Invoice

  init() throws {
    desk = try DeskInTime()
    invoice = try Corpus.sample("fa3-vat.xml")
  }

  @Test("A certificate dated for the future waits, and serves from its day on by itself")
  func certificateWaits() throws {
    let early = try ForgedCertificate(
      keyUsage: "nonRepudiation", serialNumber: "01AAAAAAAAAAAAAA", in: desk.work, start: "2026-03-03 06:00:00")
    try desk.desk(
      "2026-03-02 10:00", "certificate", "add", "--certificate", early.certificate, "--key", early.key,
      "--passphrase-file", desk.certificate.passphraseFile, "--user", "anna", "--environment", "test")
    #expect(try desk.list("2026-03-02 10:00", "certificate", "list").first?["state"] as? String == "waiting")
    try desk.desk("2026-03-02 10:00", "mode", "set", "offline24", "--reason", "no network")
    let refused = try desk.render("2026-03-02 10:01", invoice.path, "early.pdf")
    #expect(refused.code == 2)
    #expect(refused.errors.contains("01AAAAAAAAAAAAAA: is valid only from 03.03.2026 06:00"))
    #expect(try !desk.work.names().contains("early.pdf"))
    #expect(try desk.list("2026-03-02 10:02", "queue", "list", "--environment", "test").isEmpty)

    #expect(try desk.list("2026-03-03 06:00", "certificate", "list").first?["state"] as? String == "usable")
    let printed = try desk.render("2026-03-03 06:01", invoice.path, "print.pdf")
    #expect(printed.code == 0, "\(printed.errors)")
    #expect(try desk.read("print.pdf").codes.count { $0.contains("/01AAAAAAAAAAAAAA/") } == 1)
  }

  @Test("An announced failure switches offline on by itself, and its end sets the due dates")
  func failure() throws {
    try desk.addCertificate("2026-03-02 07:00")
    try desk.announce("2026-03-02 08:05", .start)
    #expect(try desk.mode("2026-03-02 08:05") == "emergency")
    let printed = try desk.render("2026-03-02 09:00", invoice.path, "print.pdf")
    #expect(printed.code == 0, "\(printed.errors)")
    let (text, codes) = try desk.read("print.pdf")
    #expect(text.contains("OFFLINE"))
    #expect(text.contains("CERTYFIKAT"))
    #expect(!text.contains("To nie jest faktura"), "in a failure every buyer is handed the invoice itself")
    #expect(codes.count == 2)

    let waiting = try desk.list("2026-03-02 12:00", "due", "list", "--environment", "test")
    #expect(waiting.map { $0["due"] is NSNull } == [true], "no date while the failure lasts")
    try desk.announce("2026-03-03 18:00", .end)
    #expect(try desk.mode("2026-03-03 18:00") == "online")
    let due = try desk.list("2026-03-03 18:01", "due", "list", "--environment", "test")
    #expect(due.map { $0["due"] as? String } == ["2026-03-12"], "the 7th working day after Tuesday, 3 March")
    let explained = try desk.desk("2026-03-03 18:02", "due", "explain", "FV/2026/03/0021", "--environment", "test").text
    #expect(explained.contains("art. 106nf"))
    #expect(explained.contains("Thursday 12.03.2026"))
    let late = try desk.run(
      .desk, at: "2026-03-13 00:01", ["due", "list", "--environment", "test", "--desk", desk.folder])
    #expect(late.code == 2)
  }

  @Test("A failure that is switched off by hand while it lasts is restored by the next announcement")
  func switchedOff() throws {
    try desk.announce("2026-03-02 08:05", .start)
    try desk.desk("2026-03-02 09:00", "mode", "end", "--reason", "works here", "--user", "anna")
    #expect(try desk.mode("2026-03-02 09:01") == "online")
    #expect(try desk.refusal("2026-03-02 09:02", "mode", "end", "--reason", "again").contains("The mode is online"))
    var still = DeskInTime.Message.start
    still.version = 2
    still.published = "2026-03-02T09:30:00+00:00"
    try desk.announce("2026-03-02 10:35", still)
    #expect(try desk.mode("2026-03-02 10:36") == "emergency")
    let journal = try desk.desk("2026-03-02 10:37", "journal", "show").text
    #expect(journal.contains("anna: works here"))
    #expect(journal.contains("Mode online -> emergency (art. 106nf) since 02.03.2026 10:35; event 17, version 2."))
    #expect(try desk.desk("2026-03-02 10:38", "journal", "verify").text.contains("The journal is whole"))

    let all = desk.work.file("journal.json")
    try desk.desk("2026-03-02 10:38", "journal", "show", "--all", "--report", "json", "-o", all)
    let chain = try Script.journalChain.run([all])
    #expect(chain.code == 0, "\(chain.errors)")
    #expect(chain.text.hasPrefix("7 "))

    let paper = desk.work.file("journal.pdf")
    try desk.desk("2026-03-02 10:39", "journal", "show", "--report", "pdf", "-o", paper)
    let text = try Program.tool("pdftotext").run("-layout", paper, "-").text
    #expect(text.contains("Journal of working modes"))
    #expect(text.contains("anna: works here"))
    let head = try #require(
      try desk.desk("2026-03-02 10:40", "journal", "verify").lines.last?.split(separator: " ").last)
    #expect(chain.lines.first?.hasSuffix(head) == true, "by a computation that isn't ours")
    #expect(text.contains(head), "the paper carries the hash that proves the journal's end")
    #expect(try desk.desk("2026-03-02 10:41", "journal", "verify", "--kept", String(head)).code == 0)
  }

  @Test("offline24 by hand: queue, export, numbers come back, and a re-print has KOD I and the number only")
  func offline24() throws {
    try desk.addCertificate("2026-03-02 07:00")
    try desk.desk("2026-03-02 08:00", "mode", "set", "offline24", "--reason", "no network", "--user", "anna")
    let printed = try desk.render("2026-03-02 09:00", invoice.path, "print.pdf")
    #expect(printed.code == 0, "\(printed.errors)")
    let (text, codes) = try desk.read("print.pdf")
    #expect(text.contains("OFFLINE"))
    #expect(codes.count == 2)

    try desk.desk(
      "2026-03-02 17:00", "queue", "export", "--environment", "test", "--output-directory", desk.work.file("to-send"))
    let list = try Data(contentsOf: URL(filePath: desk.work.file("to-send/to-send.json")))
    let sending = try #require(
      try (JSONSerialization.jsonObject(with: list) as? [[String: Any]])?.first)
    #expect(sending["offlineMode"] as? Bool == true)
    let file = desk.work.file("to-send/" + (try #require(sending["file"] as? String)))
    #expect(try Data(contentsOf: URL(filePath: file)) == invoice.bytes())
    let digest = try Program.tool("openssl").run("dgst", "-sha256", "-binary", file).output.base64EncodedString()
    #expect(sending["invoiceHash"] as? String == digest)

    let number = try KSeFNumber.of(invoice)
    try desk.desk(
      "2026-03-02 17:30", "queue", "sent", "FV/2026/03/0021", "--ksef-number", number, "--environment", "test",
      "--user", "anna")
    #expect(try desk.list("2026-03-02 17:31", "queue", "list", "--environment", "test").isEmpty)
    try desk.desk(
      "2026-03-04 09:00", "queue", "reprint", "FV/2026/03/0021", "--environment", "test", "-o",
      desk.work.file("again.pdf"))
    let again = try desk.read("again.pdf")
    #expect(again.codes.count == 1)
    #expect(again.text.contains("Faktura"), "what was a confirmation is the invoice itself by now")
    #expect(!again.text.contains("To nie jest faktura"))
    #expect(again.text.contains(number))
    #expect(!again.text.contains("OFFLINE"))
    #expect(!again.text.contains("CERTYFIKAT"))
  }

  @Test("An auditor's question is one command: mode, announcement, due date, day of sending")
  func auditor() throws {
    try desk.addCertificate("2026-03-02 07:00")
    try desk.announce("2026-03-02 08:05", .start)
    #expect(try desk.render("2026-03-02 09:00", invoice.path, "print.pdf").code == 0)
    try desk.announce("2026-03-03 18:00", .end)
    let number = KSeFNumber.withChecksum("9999999999-20260304-0100001AF629")
    // Noted weeks later; the day of sending is held against the due date.
    try desk.desk(
      "2026-03-20 08:00", "queue", "sent", "FV/2026/03/0021", "--ksef-number", number, "--sent-at", "2026-03-04 08:30",
      "--environment", "test", "--user", "anna")
    let story = try desk.desk("2026-04-01 10:00", "queue", "show", "FV/2026/03/0021", "--environment", "test").lines
    #expect(
      story == [
        "Invoice FV/2026/03/0021 (VAT), NIP 9999999999, dated 02.03.2026.",
        "SHA-256: \(try InvoiceDigest.base64URL(of: invoice))",
        "Printed 02.03.2026 09:00 by anna in mode emergency (art. 106nf) (journal entry 5).",
        "Because of announcement K/2026/AWR/17 (event 17) of 02.03.2026 08:05: failure from 02.03.2026 08:00 to "
          + "03.03.2026 17:30.",
        "The buyer was handed the invoice.",
        "KOD II was signed with certificate \(try desk.serial()).",
        "Sent 04.03.2026 08:30, accepted by KSeF on 04.03.2026, number \(number) (noted 20.03.2026 08:00).",
        "It was due on 12.03.2026: in time.",
      ])
  }

  @Test("In a total failure a print has no codes, and nothing is sent")
  func totalFailure() throws {
    try desk.desk(
      "2026-03-02 08:00", "event", "announce", "--category", "total-failure", "--start", "2026-03-02 07:30",
      "--source", "TVP", "--user", "anna")
    let printed = try desk.render("2026-03-02 09:00", invoice.path, "print.pdf")
    #expect(printed.code == 0, "\(printed.errors)")
    #expect(try desk.read("print.pdf").codes.isEmpty)
    #expect(try desk.list("2026-03-02 09:01", "queue", "list", "--environment", "test").isEmpty)
    #expect(
      try desk.list("2026-03-02 09:01", "queue", "list", "--all", "--environment", "test").first?["state"] as? String
        == "nothing-to-send")
  }

  @Test("Nobody signs with another one's certificate, and the message says whose there are")
  func otherUser() throws {
    try desk.addCertificate("2026-03-02 07:00", for: "anna")
    try desk.desk("2026-03-02 08:00", "mode", "set", "offline24", "--reason", "no network")
    let refused = try desk.render("2026-03-02 09:00", invoice.path, "print.pdf", user: "jan")
    #expect(refused.code == 2)
    #expect(refused.errors.contains("belongs to anna"))
    #expect(try !desk.work.names().contains("print.pdf"))
  }

  @Test("A file that is dated before a total failure isn't of it: it is printed with codes, and must be sent")
  func datedBefore() throws {
    try desk.addCertificate("2026-03-02 07:00")
    try desk.desk(
      "2026-03-04 08:00", "event", "announce", "--category", "total-failure", "--start", "2026-03-04 07:30",
      "--source", "TVP", "--user", "anna")
    let printed = try desk.render("2026-03-04 09:00", invoice.path, "print.pdf")
    #expect(printed.code == 0, "\(printed.errors)")
    #expect(printed.errors.contains("but in offline24"), "\(printed.errors)")
    #expect(try desk.read("print.pdf").codes.count == 2)
    let due = try desk.list("2026-03-04 09:01", "queue", "list")
    #expect(due.map { $0["due"] as? String } == ["2026-03-03"])
  }

  @Test("What is issued in offline24 after a total failure was ended by hand must be sent all the same")
  func endedByHand() throws {
    try desk.addCertificate("2026-03-02 07:00")
    try desk.desk(
      "2026-03-01 08:40", "event", "announce", "--category", "total-failure", "--start", "2026-03-01 08:30",
      "--source", "TVP", "--user", "anna")
    try desk.desk("2026-03-02 08:00", "mode", "end", "--reason", "works here")
    try desk.desk("2026-03-02 08:01", "mode", "set", "offline24", "--reason", "no network")
    let printed = try desk.render("2026-03-02 09:00", invoice.path, "print.pdf")
    #expect(printed.code == 0, "\(printed.errors)")
    let due = try desk.list("2026-03-02 09:01", "due", "list")
    #expect(due.map { $0["due"] as? String } == ["2026-03-03"])
  }

  @Test("What the test environment announces changes nothing in production")
  func environments() throws {
    try desk.announce("2026-03-02 08:05", .start)
    #expect(try desk.mode("2026-03-02 08:05") == "emergency")
    #expect(
      try desk.show("2026-03-02 08:05", "mode", "show", "--environment", "production")["mode"] as? String == "online")
  }

  @Test("At a desk no link from elsewhere is printed")
  func signedLink() throws {
    try desk.addCertificate("2026-03-02 07:00")
    try desk.desk("2026-03-02 08:00", "mode", "set", "offline24", "--reason", "no network")
    #expect(try desk.render("2026-03-02 09:00", invoice.path, "print.pdf").code == 0)
    let shown = try desk.show("2026-03-02 09:01", "queue", "show", "FV/2026/03/0021")
    let link = try #require(shown["signedLink"] as? String)
    let refused = try desk.render("2026-03-02 09:02", invoice.path, "again.pdf", "--signed-link", link)
    #expect(refused.code == 64)
    #expect(refused.errors.contains("Leave out the signed link"))
  }

  @Test("A print with its KSeF number takes the invoice out of the queue, and no other number is printed later")
  func numberAtTheDesk() throws {
    try desk.addCertificate("2026-03-02 07:00")
    try desk.desk("2026-03-02 08:00", "mode", "set", "offline24", "--reason", "no network")
    #expect(try desk.render("2026-03-02 09:00", invoice.path, "print.pdf").code == 0)
    let number = try KSeFNumber.of(invoice)
    #expect(try desk.render("2026-03-02 10:00", invoice.path, "again.pdf", "--ksef-number", number).code == 0)
    #expect(try desk.list("2026-03-02 10:01", "queue", "list").isEmpty)
    let other = KSeFNumber.withChecksum("9999999999-20260302-0100001AF630")
    let refused = try desk.render("2026-03-02 11:00", invoice.path, "other.pdf", "--ksef-number", other)
    #expect(refused.code == 2)
    #expect(refused.errors.contains("has KSeF number \(number) already"))
    #expect(try !desk.work.names().contains("other.pdf"))
  }

  @Test("A day off by a statute of its own, once written down, moves every due date")
  func dayOff() throws {
    try desk.addCertificate("2026-03-02 07:00")
    try desk.desk("2026-03-02 08:00", "mode", "set", "offline24", "--reason", "no network")
    #expect(try desk.render("2026-03-02 09:00", invoice.path, "print.pdf").code == 0)
    func due() throws -> String? { try desk.list("2026-03-02 09:01", "due", "list").first?["due"] as? String }
    #expect(try due() == "2026-03-03")
    try desk.desk("2026-03-02 09:02", "calendar", "add", "2026-03-03", "--source", "Dz.U. (made up)")
    #expect(try due() == "2026-03-04")
    try desk.desk("2026-03-02 09:03", "calendar", "remove", "2026-03-03", "--reason", "mistyped")
    #expect(try due() == "2026-03-03")
  }

  @Test("A certificate of another environment isn't taken in")
  func foreignCertificate() throws {
    let refused = try desk.refusal(
      "2026-03-02 07:00", "certificate", "add", "--certificate", desk.certificate.certificate, "--key",
      desk.certificate.key, "--passphrase-file", desk.certificate.passphraseFile, "--user", "anna", "--environment",
      "production")
    #expect(refused.contains("demonstration"))
  }

  @Test("A question never sets up a desk where there is none")
  func noDesk() throws {
    for question in [
      ["status"], ["due", "list"], ["journal", "verify"], ["queue", "list"], ["certificate", "list"],
    ] {
      let outcome = try desk.run(
        .desk, at: "2026-03-02 09:00", question + ["--desk", desk.work.file("typo"), "--language", "en"])
      #expect(outcome.code == 2)
      #expect(outcome.errors.contains("There is no offline desk here"))
    }
    #expect(try !desk.work.names().contains("typo"))
  }

  @Test("An export leaves out what was refused, says so, and takes away what was sent since the last one")
  func exportAgain() throws {
    try desk.addCertificate("2026-03-02 07:00")
    try desk.desk("2026-03-02 08:00", "mode", "set", "offline24", "--reason", "no network")
    #expect(try desk.render("2026-03-02 09:00", invoice.path, "print.pdf").code == 0)
    let second = try desk.work.write(invoice.text().replacing("FV/2026/03/0021", with: "FV/2"), to: "second.xml")
    #expect(try desk.render("2026-03-02 09:01", second, "second.pdf").code == 0)
    func export(_ time: String) throws -> (said: String, files: Int) {
      let folder = desk.work.file("to-send")
      let said = try desk.desk(time, "queue", "export", "--output-directory", folder).text
      return (said, try FileManager.default.contentsOfDirectory(atPath: folder).count { $0.hasSuffix(".xml") })
    }
    #expect(try export("2026-03-02 10:00").files == 2)
    try desk.desk(
      "2026-03-02 10:30", "queue", "sent", "FV/2026/03/0021", "--ksef-number", try KSeFNumber.of(invoice))
    try desk.desk("2026-03-02 10:31", "queue", "rejected", "FV/2", "--reason", "no permission")
    let (said, files) = try export("2026-03-02 11:00")
    #expect(files == 0)
    #expect(said.contains("Left out: FV/2 (refused: no permission)"))
    try desk.desk("2026-03-02 11:30", "queue", "reopen", "FV/2", "--reason", "permission given")
    #expect(try export("2026-03-02 12:00").files == 1)
  }

  @Test("Online, nothing is printed without a number; with one, nothing waits")
  func online() throws {
    try desk.addCertificate("2026-03-02 07:00")
    let refused = try desk.render("2026-03-02 09:00", invoice.path, "print.pdf")
    #expect(refused.code == 2)
    #expect(refused.errors.contains("The working mode is online"))
    let number = try KSeFNumber.of(invoice)
    let printed = try desk.render("2026-03-02 09:00", invoice.path, "print.pdf", "--ksef-number", number)
    #expect(printed.code == 0, "\(printed.errors)")
    #expect(try desk.list("2026-03-02 09:01", "queue", "list", "--all", "--environment", "test").isEmpty)
  }

  @Test("A refused file's technical correction takes its place, and is sent with the hash that is on the paper")
  func technicalCorrection() throws {
    try desk.addCertificate("2026-03-02 07:00")
    try desk.desk("2026-03-02 08:00", "mode", "set", "offline24", "--reason", "no network")
    #expect(try desk.render("2026-03-02 09:00", invoice.path, "first.pdf").code == 0)
    let mended = try desk.work.write(
      invoice.text().replacing("<Faktura", with: "<!-- mended -->\n<Faktura"), to: "mended.xml")
    let taken = try desk.render("2026-03-02 10:00", mended, "second.pdf")
    #expect(taken.code == 2)
    #expect(taken.errors.contains("was issued already, dated 02.03.2026"))
    try desk.desk(
      "2026-03-02 11:00", "queue", "rejected", "FV/2026/03/0021", "--reason", "schema", "--environment", "test")
    let other = try desk.work.write(invoice.text().replacing("1241.07", with: "1241.08"), to: "other.xml")
    let changed = try desk.render("2026-03-02 11:30", other, "second.pdf", "--print-anyway")
    #expect(changed.code == 2)
    #expect(changed.errors.contains("this one changes P_15"), "\(changed.errors)")
    // Whatever is in force by then.
    try desk.desk("2026-03-02 11:40", "mode", "end", "--reason", "works")
    let second = try desk.render("2026-03-02 12:00", mended, "second.pdf")
    #expect(second.code == 0, "\(second.errors)")
    #expect(try desk.read("second.pdf").codes.count == 2)
    try desk.desk(
      "2026-03-02 13:00", "queue", "export", "--environment", "test", "--output-directory", desk.work.file("to-send"))
    let list = try Data(contentsOf: URL(filePath: desk.work.file("to-send/to-send.json")))
    let sending = try #require(try JSONSerialization.jsonObject(with: list) as? [[String: Any]])
    #expect(sending.count == 1)
    let digest = try Program.tool("openssl").run("dgst", "-sha256", "-binary", invoice.path).output
    #expect(sending.first?["hashOfCorrectedInvoice"] as? String == digest.base64EncodedString())
  }
}

extension DeskInTime.Message {
  static let start = DeskInTime.Message(
    type: "FAILURE_START", start: "2026-03-02T07:00:00+00:00", published: "2026-03-02T07:05:00+00:00")
  static let end = DeskInTime.Message(
    type: "FAILURE_END", start: "2026-03-02T07:00:00+00:00", end: "2026-03-03T16:30:00+00:00", version: 2,
    published: "2026-03-03T16:40:00+00:00")
}

extension DeskInTime {
  /// The serial number of the only certificate.
  func serial() throws -> String {
    try #require(try list("2026-03-02 10:00", "certificate", "list").first?["serial"] as? String)
  }
}

/// The hash of an invoice, by openssl.
enum InvoiceDigest {
  static func base64URL(of invoice: Invoice) throws -> String {
    try Program.tool("openssl").run("dgst", "-sha256", "-binary", invoice.path).output.base64EncodedString()
      .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
  }
}
