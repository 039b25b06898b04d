import Testing
import Verification

@Suite("Links in tables")
struct LinkTableTests {
  private let first = "https://qr.ksef.mf.gov.pl/invoice/1111111111/01-02-2026/AAAA"
  private let second = "https://qr.ksef.mf.gov.pl/certificate/Nip/1111111111/1111111111/01/BBBB/CCCC"

  /// Each link with its line, and the number of the other rows.
  private func found(_ text: String) -> (links: [String], otherRows: Int) {
    let (evidence, others) = Evidence.onTable(of: text, name: "table.csv")
    let links = evidence.map { item in
      if case .text(let text, .line(let name, let line)) = item { "\(name):\(line) \(text)" } else { "?" }
    }
    return (links, others)
  }

  @Test("The link may stand in any column, between any of the separators", arguments: [",", ";", "\t"])
  func separators(separator: String) {
    let rows = [["No", "Link"], ["FV/1", first], [second, "FV/2"]].map { $0.joined(separator: separator) }
    let (links, others) = found(rows.joined(separator: "\r\n"))
    #expect(links == ["table.csv:2 \(first)", "table.csv:3 \(second)"])
    #expect(others == 1)
  }

  @Test("Both codes of a row are taken")
  func bothCodes() {
    #expect(found("FV/1;\(first);\(second)\n").links == ["table.csv:1 \(first)", "table.csv:1 \(second)"])
  }

  @Test("Quotes hold separators, quotes and line ends together")
  func quotes() {
    let (links, others) = found("\"a;\"\"b\"\"\nc\";\"\(first)\"\n;\(second)")
    #expect(links == ["table.csv:1 \(first)", "table.csv:3 \(second)"])
    #expect(others == 0)
  }

  @Test("A damaged link of KSeF's is taken as it stands, other addresses aren't")
  func otherAddresses() {
    let (links, others) = found("https://qr.ksef.mf.gov.pl/invoice/x;1\nhttps://example.com/;2\n\n")
    #expect(links == ["table.csv:1 https://qr.ksef.mf.gov.pl/invoice/x"])
    #expect(others == 1)
  }

  @Test("A byte-order mark, blank rows and an open quote do no harm")
  func oddities() {
    #expect(found("\u{FEFF}\(first)\n;;\n\n").links == ["table.csv:1 \(first)"])
    #expect(found("\"\(first)").links == ["table.csv:1 \(first)"])
    #expect(found("").links.isEmpty)
    #expect(found(";;\n,\n").otherRows == 1)
  }
}
