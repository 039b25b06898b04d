import Findings
import Testing

@testable import InvoiceTemplate

@Suite("Words of the user's own")
struct OwnLabelTests {
  private func read(_ toml: String, format: String = "format = 1") throws -> (labels: Labels?, findings: [Finding]) {
    try LabelFileTests.labels(.polish).overridden(by: Array("\(format)\n\(toml)\n".utf8), fileName: "own.toml")
  }

  @Test("A file replaces the words that it has, key by key, and no other")
  func replacesKeyByKey() throws {
    let (labels, findings) = try read("[party]\nseller = \"Dostawca\"\n[countries]\nDE = \"RFN\"")
    let own = try #require(labels)
    let builtIn = try LabelFileTests.labels(.polish)
    #expect(findings == [])
    #expect(own[.seller] == "Dostawca")
    #expect(own.country("DE") == "RFN")
    for term in Term.allCases where term != .seller { #expect(own[term] == builtIn[term]) }
    for code in countryCodes where code != "DE" { #expect(own.country(code) == builtIn.country(code)) }
  }

  @Test("A file without words changes nothing")
  func empty() throws {
    let (labels, findings) = try read("")
    #expect(findings == [])
    #expect(labels?.words == (try LabelFileTests.labels(.polish).words))
  }

  @Test("An unknown key is reported at its place with the nearest known one")
  func unknownKey() throws {
    let (labels, findings) = try read("[party]\nseler = \"Dostawca\"")
    #expect(labels == nil)
    let finding = try #require(findings.first)
    #expect(finding.code == "labels.unknown-key")
    #expect(finding.place == Place(file: "own.toml", line: 3, column: 1, path: "party.seler"))
    #expect(finding.remedy?.english == "Did you mean \"seller\"?")
  }

  @Test("An unknown table and an unknown country are reported too")
  func unknownTable() throws {
    let (_, findings) = try read("[partys]\nseller = \"Dostawca\"\n[countries]\nDEU = \"Niemcy\"")
    #expect(findings.map(\.place.path) == ["partys", "countries.DEU"])
    #expect(findings.first?.remedy?.polish == "Czy chodziło o „party”?")
  }

  @Test("All mistakes are reported in one run, in the order of the file")
  func allAtOnce() throws {
    let (_, findings) = try read("[document]\ninvoice = 7\n[line]\nnummer = \"x\"\nunit = \"\"")
    #expect(findings.map(\.code) == ["labels.wrong-type", "labels.unknown-key", "labels.not-a-word"])
  }

  @Test(
    "A word that would print nothing or spoil a line is refused",
    arguments: ["", " ", " x", "x ", "x\\ny", "x\\ty", "x\\u202Ey", "\\u00A0x", String(repeating: "x", count: 201)])
  func badWords(word: String) throws {
    #expect(try read("[document]\ninvoice = \"\(word)\"").findings.map(\.code) == ["labels.not-a-word"])
  }

  @Test("A file that doesn't say its format, or says another, is refused")
  func format() throws {
    #expect(try read("", format: "").findings.map(\.code) == ["labels.missing"])
    #expect(try read("", format: "format = 2").findings.map(\.code) == ["labels.unknown-format"])
  }

  @Test("A built-in file that misses a word or a country is refused, and says which")
  func missing() throws {
    let text = try LabelFileTests.text(.german)
      .replacing("\nseller = \"Verkäufer\"\n", with: "\n").replacing("\nFR = \"Frankreich\"\n", with: "\n")
    let (labels, findings) = Labels.read(Array(text.utf8), fileName: "de.toml", language: .german)
    #expect(labels == nil)
    #expect(findings.map(\.code) == ["labels.missing", "labels.missing"])
    #expect(findings.map(\.place.path) == ["party.seller", "countries.FR"])
  }
}
