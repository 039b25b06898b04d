import Foundation
import Testing

/// What a person, a script and another program see who check invoices before they are sent.
@Suite("ksef-render check")
struct CheckCommandTests {
  private let folder: WorkFolder
  private let sample: Invoice

  init() throws {
    folder = try WorkFolder()
    sample = try #require(Corpus.samples.first { $0.path.hasSuffix("/fa3-vat.xml") })
  }

  private func check(_ arguments: [String], input: Data = Data()) throws -> Outcome {
    try Program.render.run(["check", "--language", "en"] + arguments, input: input)
  }

  /// The sample with something before its first element that KSeF refuses and every reader survives.
  private func spoilt(_ instructions: Int = 1, name: String = "spoilt.xml") throws -> String {
    let added = (1...instructions).map { "<?druk nr=\"\($0)\"?>\n" }.joined()
    return try folder.write(try sample.text().replacing("<Faktura ", with: added + "<Faktura "), to: name)
  }

  /// A document or a finding of a JSON report, as Python reads it.
  private func lines(ofJSON report: Data) throws -> [[String]] {
    let read = try Script.checkReport.run([try folder.write(report, to: "report.json")])
    #expect(read.code == 0, "\(read.errors)")
    return try read.lines.map { line in
      let values = try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [Any])
      return values.map { $0 is NSNull ? "-" : "\($0)" }
    }
  }

  @Test("No sample has anything that needs a person's look, and the exit code is 0", arguments: ["production", "test"])
  func samples(environment: String) throws {
    // FA(2) is for the test environment alone.
    let samples = Corpus.samples.filter { environment == "test" || !$0.path.hasSuffix("/fa2-vat.xml") }
    let outcome = try check(["--environment", environment] + samples.map(\.path))
    #expect(outcome.code == 0)
    #expect(outcome.lines.filter { $0.hasSuffix(": in order") } == samples.map { "\($0.path): in order" })
    #expect(outcome.lines.last == "Files: \(samples.count); in order: \(samples.count)")
    #expect(outcome.errors.isEmpty, "\(outcome.errors)")
  }

  @Test("An invoice issued later than the day of the check is refused, and is in order on its day")
  func today() throws {
    #expect(try check(["--today", "2026-03-02", sample.path]).code == 0)
    let outcome = try check(["--today", "2026-03-01", sample.path])
    #expect(outcome.code == 2)
    #expect(outcome.text.contains(":44:5: refused: "))
    #expect(outcome.text.contains("[date.issue-in-future]\n  /Faktura/Fa/P_1\n"))
    // A build that is reproducible says nothing about the day on which an invoice is handed over.
    let dated = try Program.render.run(
      ["check", sample.path, "--today", "2026-03-02"], environment: ["SOURCE_DATE_EPOCH": "0"])
    #expect(dated.code == 0)
  }

  @Test("A wrong NIP is refused in production and a warning elsewhere", arguments: ["production", "demo", "test"])
  func environments(environment: String) throws {
    let wrong = try folder.write(
      try sample.text().replacing("<NIP>9999999999<", with: "<NIP>9999999998<"), to: "nip.xml")
    let outcome = try check(["--environment", environment, wrong])
    #expect(outcome.code == (environment == "production" ? 2 : 0))
    #expect(outcome.text.contains(environment == "production" ? ": refused: The NIP" : ": warning: The NIP"))
  }

  @Test("A report for a person: places, weights, codes, what to do once for each code, and a line for each file")
  func text() throws {
    let (bad, empty) = (try spoilt(2), try folder.write("", to: "empty.xml"))
    let outcome = try check([bad, empty, sample.path, Corpus.receipt.path])
    #expect(outcome.code == 2)
    #expect(outcome.errors.isEmpty)
    #expect(
      outcome.text == """
        \(bad):2:1: refused: The file has a processing instruction (<?druk …?>). [xml.processing-instruction]
          Correct it in the program that makes the invoice: KSeF would refuse the file, and changing it by hand changes its \
        hash.
        \(bad):3:1: refused: The file has a processing instruction (<?druk …?>). [xml.processing-instruction]
        \(bad): KSeF would refuse it; refusals: 2

        \(empty): refused: The file is empty. [file.empty]
          Give the XML file exactly as it is or will be sent to KSeF.
        \(empty): KSeF would refuse it; refusals: 1

        \(sample.path): in order
        \(Corpus.receipt.path):2:1: refused: This is a UPO, KSeF's confirmation of receipt, not an invoice. [invoice.is-upo]
          Give the XML file exactly as it is or will be sent to KSeF.
        \(Corpus.receipt.path): KSeF would refuse it; refusals: 1

        Files: 4; refused: 3, in order: 1

        """)
  }

  @Test("A report in Polish where Polish is asked for")
  func polish() throws {
    let bad = try spoilt()
    let outcome = try Program.render.run("check", bad, sample.path, "--language", "pl")
    #expect(outcome.code == 2)
    #expect(outcome.text.contains("\(bad):2:1: błąd: Plik zawiera instrukcję przetwarzania"))
    #expect(outcome.lines.last == "Pliki: 2; do odrzucenia: 1, w porządku: 1")
  }

  @Test("A report for a program is JSON that Python reads, with every document, whatever its verdict")
  func json() throws {
    let (bad, missing) = (try spoilt(), folder.file("missing.xml"))
    let outcome = try check(["--report", "json", sample.path, bad, missing, Corpus.receipt.path])
    #expect(outcome.code == 74)
    #expect(
      try lines(ofJSON: outcome.output) == [
        ["document", sample.path, "FA(3)", "in-order"],
        ["document", bad, "FA(3)", "refused"], ["finding", "xml.processing-instruction", "refused", "2", "1"],
        ["document", missing, "-", "unreadable"], ["finding", "file.unreadable", "refused", "-", "-"],
        ["document", Corpus.receipt.path, "-", "refused"], ["finding", "invoice.is-upo", "refused", "2", "1"],
      ])
    #expect(outcome.errors.contains("missing.xml: The file can't be read"))
  }

  @Test("The names of verdicts and codes are the same in both languages, and the sentences aren't")
  func languages() throws {
    let bad = try spoilt()
    let english = try check(["--report", "json", bad])
    let polish = try Program.render.run("check", "--language", "pl", "--report", "json", bad)
    #expect(try lines(ofJSON: english.output) == lines(ofJSON: polish.output))
    #expect(polish.text.contains("instrukcję przetwarzania"))
    #expect(!english.text.contains("instrukcję"))
  }

  @Test("The schema's verdict alone is a line a file on standard output, and its reasons are on standard error")
  func schemaOnly() throws {
    let broken = try folder.write("<Faktura", to: "broken.xml")
    let outcome = try check(["--schema-only", sample.path, broken, folder.file("missing.xml")])
    #expect(outcome.code == 74)
    #expect(outcome.lines == ["\(sample.path): valid", "\(broken): invalid"])
    #expect(outcome.errors.contains("[xml.malformed]"))
    #expect(try check(["--schema-only", sample.path, broken]).code == 2)
    let good = try check(["--schema-only", sample.path])
    #expect(good.code == 0)
    #expect(good.errors.isEmpty)
  }

  @Test("What only KSeF refuses doesn't make a document invalid by its schema")
  func schemaIsNotAll() throws {
    let bad = try spoilt()
    #expect(try check(["--schema-only", bad]).lines == ["\(bad): valid"])
  }

  @Test("An invoice from standard input is called so; it can't be given twice")
  func standardInput() throws {
    let good = try check(["-"], input: try sample.bytes())
    #expect(good.lines == ["standard input: in order"])
    #expect(try lines(ofJSON: check(["--report", "json", "-"], input: sample.bytes()).output).first?[1] == "-")
    let bad = try check(["-"], input: Data("{}".utf8))
    #expect(bad.code == 2)
    #expect(bad.text.contains("standard input: refused: This is JSON") || bad.text.contains("[invoice.is-json]"))
    #expect(try check(["-", "-"]).code == 64)
  }

  @Test("A file that can't be read doesn't keep a thousand others from being checked, in bounded memory")
  func manyFiles() throws {
    var files: [String] = []
    for number in 1...1_000 {
      let file = folder.file("\(number).xml")
      if number != 500 { try FileManager.default.createSymbolicLink(atPath: file, withDestinationPath: sample.path) }
      files.append(file)
    }
    let outcome = try check(["--environment", "test"] + files)
    #expect(outcome.code == 74)
    #expect(outcome.lines.count == 1_001)
    #expect(outcome.lines.last == "Files: 1000; in order: 999, unreadable: 1")
    #expect(outcome.lines.contains("\(files[499]): can't be read"))
    #expect(outcome.errors.split(separator: "\n").count == 2)
    struct Cost: Decodable { let peakKilobytes: Int }
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .custom { path in
      path.last.map { $0.stringValue == "peak-kilobytes" ? Key("peakKilobytes") : $0 } ?? Key("")
    }
    let measured = try Script.measuredRun.run([Program.render.path, "check", "--report", "json"] + files)
    #expect(try decoder.decode(Cost.self, from: measured.output).peakKilobytes < 100_000)
  }

  private struct Key: CodingKey {
    let stringValue: String
    let intValue: Int? = nil
    init(_ value: String) { stringValue = value }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  @Test(
    "A file's name can neither steer the terminal nor break the JSON",
    arguments: [
      "line\nbreak.xml", "escape\u{1B}[2J.xml", "quote\"and\\backslash.xml", "turned\u{202E}lmx.xml", "zażółć 🧾.xml",
      "{}],.xml", "tab\t.xml", "--help", "-x.xml",
    ])
  func hostileNames(name: String) throws {
    let file = try folder.write(try sample.bytes(), to: name)
    let text = try check(["--", file, folder.file("none-" + name)])
    #expect(text.code == 74)
    #expect(text.lines.count == 3)
    #expect(!(text.text + text.errors).unicodeScalars.contains { $0 != "\n" && ($0.value < 32 || $0 == "\u{202E}") })
    let json = try check(["--report", "json", "--", file])
    #expect(try lines(ofJSON: json.output) == [["document", file, "FA(3)", "in-order"]])
    #expect(try check(["--schema-only", "--", file]).lines.count == 1)
    let bare = try Program.render.run(
      ["check", "--report", "json", "--today", "2026-12-31", "--", name], in: folder.path)
    #expect(bare.code == 0, "\(bare.errors)")
  }

  @Test(
    "A wrong call",
    arguments: [
      [], ["--report", "xml"], ["--schema-only", "--report", "json"], ["--environment", "mars"],
      ["--today", "2026-02-30"], ["--today", "yesterday"], [""], ["--language", "de"], ["--print-anyway"],
    ])
  func usage(options: [String]) throws {
    #expect(try check(options + (options.isEmpty ? [] : [sample.path])).code == 64)
  }

  @Test("A folder of schemas that has none for the invoice is a wrong call; one that isn't there can't be read")
  func schemaDirectory() throws {
    let outcome = try check(["--schema-directory", folder.path, sample.path])
    #expect(outcome.code == 64)
    #expect(outcome.errors.contains("has no schema for FA(3)"))
    #expect(try check(["--schema-directory", folder.file("none"), sample.path]).code == 74)
  }

  @Test(
    "The official schemas find every sample valid, too",
    .enabled(if: Corpus.isHere, "the shared schemas aren't here"))
  func officialSchemas() throws {
    let schemas = try #require(Corpus.shared).appending(path: "schemas").path
    let outcome = try check(["--schema-only", "--schema-directory", schemas] + Corpus.samples.map(\.path))
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(outcome.lines == Corpus.samples.map { "\($0.path): valid" })
    let changed = try folder.write(
      try sample.text().replacing("<P_2>", with: "<P_2 a=\"b\">"), to: "attribute.xml")
    let second = try check(["--schema-directory", schemas, changed])
    #expect(second.code == 2)
    #expect(second.text.contains("[schema.second-opinion]"))
  }

  @Test("A device without room is said to be full, and no verdict is taken for another")
  func fullDevice() throws {
    let outcome = try Program.tool("sh").run(
      ["-c", "\"$0\" check --language en \"$1\" > /dev/full", Program.render.path, sample.path])
    #expect(outcome.code == 74)
    #expect(outcome.errors.contains("can't be written"))
  }

  @Test("The check opens no font and no template")
  func loadsNothing() throws {
    let outcome = try Program.render.run(
      ["check", sample.path], environment: ["KSEF_RENDER_RESOURCES": folder.file("none")], in: folder.path)
    #expect(outcome.code == 0, "\(outcome.errors)")
  }
}
