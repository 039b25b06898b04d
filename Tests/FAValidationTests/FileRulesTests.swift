import FAInvoice
import FAValidation
import Findings
import KSeFIdentifiers
import Testing

@Suite("Rules on the file")
struct FileRulesTests {
  /// A sample of exactly so many bytes.
  private func sample(bytes: Int, end: String = "") -> CheckedSample {
    var sample = CheckedSample { $0.end = end }
    let missing = bytes - sample.text.utf8.count
    sample.end += String(repeating: String(repeating: " ", count: 59_999) + "<a/>", count: missing / 60_003)
    sample.end += String(repeating: " ", count: bytes - sample.text.utf8.count)
    return sample
  }

  @Test("A million bytes are taken, one more is refused")
  func size() throws {
    try expect("file.size", .refused, at: "/Faktura", on: sample(bytes: 1_000_001), notOn: sample(bytes: 1_000_000))
  }

  @Test("With an attachment three million bytes are taken, one more is refused")
  func sizeWithAttachment() throws {
    let attachment = "<Zalacznik><BlokDanych/></Zalacznik>"
    try expect(
      "file.size", .refused, at: "/Faktura", on: sample(bytes: 3_000_001, end: attachment),
      notOn: sample(bytes: 3_000_000, end: attachment))
  }

  @Test("An attachment reminds of the batch session")
  func attachment() throws {
    try expect("file.attachment", .info, at: "/Zalacznik", on: CheckedSample { $0.end = "<Zalacznik/>" })
  }

  @Test("FA(2) is taken in the test environment only, since KSeF 2.0")
  func oldStructure() throws {
    let old = CheckedSample { $0.namespace = "http://crd.gov.pl/wzor/2023/06/29/12648/" }
    try expect("file.old-structure", .refused, at: "/Naglowek/KodFormularza", on: old)
    #expect(try old.findings(of: "file.old-structure", in: .demo).map(\.severity) == [.refused])
    #expect(try old.findings(of: "file.old-structure", in: .test) == [])
    for (day, count) in [("2026-01-31", 0), ("2026-02-01", 1)] {
      let issued = CheckedSample {
        $0.namespace = old.namespace
        $0.issue = "<P_1>\(day)</P_1><P_2>FV/1</P_2>"
      }
      #expect(try issued.findings(of: "file.old-structure").count == count)
    }
  }
}
