import Findings
import InvoicePrinting
import PrintRuns
import Testing

@Suite("Names of prints")
struct NamePatternTests {
  private func facts(
    number: String = "FV/1", sellerName: String = "", date: String = "2026-03-02", kind: PrintFacts.Kind = .invoice
  ) -> PrintFacts {
    PrintFacts(
      kind: kind, seller: "9999999999", sellerName: sellerName, buyerName: "Nabywca", number: number, issueDate: date,
      invoiceKind: "VAT", ksefNumber: "", hash: "abc")
  }

  @Test(
    "Every field stands for what it says",
    arguments: [
      ("{seller}/{year}/{number}.pdf", "9999999999/2026/FV_1.pdf"),
      ("{date}_{month}-{day} {buyer-name}.pdf", "2026-03-02_03-02 Nabywca.pdf"),
      ("{kind}/{hash}.pdf", "VAT/abc.pdf"), ("{ksef-number}.pdf", "_.pdf"), ("{source}.pdf", "box/a.pdf"),
      ("prints/{source}.PDF", "prints/box/a.pdf"), ("{seller-name}.pdf", "_.pdf"),
    ])
  func fields(pattern: String, path: String) throws {
    #expect(try NamePattern(pattern).path(for: facts(), source: "box/a.xml") == path)
  }

  @Test(
    "What is no pattern is a wrong call",
    arguments: [
      ("{x}.pdf", "name.unknown-field"), ("{number.pdf", "name.brace"), ("number}.pdf", "name.brace"),
      ("a:{number}.pdf", "name.character"), ("a\\{number}.pdf", "name.character"), ("/{number}.pdf", "name.path"),
      ("../{number}.pdf", "name.path"), (".{number}.pdf", "name.path"), ("a//{number}.pdf", "name.path"),
      ("{number}", "name.ending"), ("{number}.txt", "name.ending"), ("{number}/.pdf", "name.path"), ("", "name.path"),
    ])
  func refused(pattern: String, code: String) {
    let obstacle = #expect(throws: Obstacle.self) { try NamePattern(pattern) }
    #expect(obstacle?.code == code)
    #expect(obstacle?.kind == .usage)
  }

  @Test("A field that doesn't exist is answered with those that do")
  func knownFields() {
    let obstacle = #expect(throws: Obstacle.self) { try NamePattern("{nip}.pdf") }
    #expect(obstacle?.remedy.english.contains("{seller}, {seller-name}, {buyer-name}") == true)
  }

  @Test(
    "What an invoice says becomes a name that every file system takes",
    arguments: [
      ("A<B>:\"C\"|?*", "A_B___C____"), ("a\\b", "a_b"), ("../../etc/passwd", "__.._etc_passwd"), ("..", "_"),
      (".", "_"),
      (".hidden", "_hidden"), ("", "_"), ("   ", "_"), ("a. . ", "a"), ("CON", "_CON"), ("con.1", "_con.1"),
      ("nul", "_nul"), ("Lpt1", "_Lpt1"), ("COM²", "_COM²"), ("CONTO", "CONTO"), ("COM10", "COM10"),
      ("a\u{0}b\u{1B}[2J\u{202E}c\n", "a_b_[2J_c_"), ("żółć ✓", "żółć ✓"), ("a/b", "a_b"), ("x.pdf", "x.pdf"),
    ])
  func madeSafe(number: String, name: String) throws {
    #expect(
      try NamePattern("{number}/x.pdf").path(for: facts(number: number), source: "s").hasPrefix(
        name == "x.pdf" ? "x.pdf_/" : "\(name)/"))
  }

  @Test("A name is cut at a whole character, and keeps its ending")
  func longNames() throws {
    let name = try NamePattern("{number}.pdf").path(for: facts(number: String(repeating: "ż", count: 150)), source: "s")
    #expect(name == String(repeating: "ż", count: 100) + ".pdf")
    let families = String(repeating: "👨‍👩‍👧", count: 20)
    let cut = try NamePattern("{number}.pdf").path(for: facts(number: families), source: "s")
    #expect(cut.dropLast(4).allSatisfy { $0 == "👨‍👩‍👧" || $0 == "👨" || $0 == "_" || $0 == "👩" || $0 == "👧" })
    #expect(cut.utf8.count <= 204)
  }

  @Test("A path deeper than file systems take keeps its last name alone")
  func deepPaths() throws {
    let source = String(repeating: "folder/", count: 300) + "a.xml"
    #expect(NamePattern.standard.path(for: facts(), source: source) == "a.pdf")
  }

  @Test("Sources that climb out or begin at the root stay under the folder")
  func climbing() {
    #expect(NamePattern.standard.path(for: facts(), source: "../../a.xml") == "_/_/a.pdf")
    #expect(NamePattern.standard.path(for: facts(), source: "/etc/a.xml") == "etc/a.pdf")
  }
}
