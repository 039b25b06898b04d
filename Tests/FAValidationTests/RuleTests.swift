import FAInvoice
import FAValidation
import Findings
import Testing

@Suite("What every rule keeps to")
struct RuleTests {
  @Test("A rule that is broken many times is told twenty times, and how many more")
  func manyTroubles() throws {
    let note = "<DodatkowyOpis><NrWiersza>9</NrWiersza><Klucz>a</Klucz><Wartosc>b</Wartosc></DodatkowyOpis>"
    let sample = CheckedSample { $0.afterKind = String(repeating: note, count: 25) }
    let found = try sample.findings(of: "note.unknown-line")
    #expect(found.count == 21)
    #expect(found.last?.sentence.english.contains("5 more") == true)
    #expect(found.last?.place.line == nil)
  }

  @Test("A hostile value is quoted short and can't steer a terminal")
  func hostileValues() throws {
    let hostile = "KOR\u{202E}\u{2028}" + String(repeating: "x", count: 5000)
    let finding = try #require(
      try CheckedSample { $0.kind = hostile }.findings(of: "correction.original-missing").first)
    for sentence in [finding.sentence.english, finding.sentence.polish] {
      #expect(sentence.count < 200)
      #expect(sentence.unicodeScalars.allSatisfy { $0.value != 0x202E && $0.value != 0x2028 })
    }
  }
}
