import Findings
import KSeFIdentifiers
import PrintRuns
import Testing

@Suite("KSeF numbers of a run")
struct KSeFNumberTests {
  private let shop: Workshop
  private let number = "9999999999-20260201-0100001AF629-8D"

  init() throws {
    shop = try Workshop()
    try shop.write("1", to: "in/a.xml")
    try shop.write("2", to: "in/\(number).xml")
  }

  /// The numbers with which the sources are printed.
  private func printed(_ numbers: KSeFNumbers, _ resuming: PrintRunSettings.Resuming = .never) throws -> [String] {
    var rows: [String] = []
    try shop.run(resuming: resuming, numbers: numbers) { row throws(Obstacle) in
      rows.append("\(row.verdict) \(row.ksefNumber)")
    }
    return rows
  }

  private func table(_ text: String) throws -> KSeFNumbers {
    try shop.write(text, to: "numbers.csv")
    return try KSeFNumbers.table(from: "\(shop.path)/numbers.csv")
  }

  @Test("A file that is called by its number has it, and no other")
  func names() throws {
    #expect(try printed(.names) == ["printed \(number)", "printed "])
  }

  @Test("A table names files with or without their ending, by path or by hash")
  func keys() throws {
    let hash = InvoiceHash(ofExactBytes: Array("1".utf8)).base64URL
    for key in ["a.xml", "a", "\(shop.path)/in/a.xml", hash, "\"a.xml\""] {
      #expect(try printed(try table("file,number\n\(key),\(number)\n")) == ["printed ", "printed \(number)"])
    }
  }

  @Test("Semicolons and tabs part cells too, and further columns, ends of line and empty lines don't matter")
  func forms() throws {
    for text in ["\u{FEFF}a.xml;\(number);x\r\n\r\n", "plik;numer\r\na.xml;\(number)", "a.xml\t\(number)\n"] {
      #expect(try printed(try table(text)) == ["printed ", "printed \(number)"])
    }
  }

  @Test("A row without a number, or with a second one for a file, is a wrong call with its line")
  func wrongRows() throws {
    let other = "9999999999-20260201-010080C0FFEE-B5"
    for text in ["a,b\na,\(number)x\n", "a,\(number)\na,\(other)\n", "a,\(number)\n\(number)\n"] {
      let obstacle = #expect(throws: Obstacle.self) { try table(text) }
      #expect(obstacle?.code == "ksef-numbers.row")
      #expect(obstacle?.place.line == 2)
    }
  }

  @Test("A number that has become known makes another print")
  func resumed() throws {
    _ = try printed(.unknown)
    #expect(try printed(.names, .whereWhole) == ["printed \(number)", "skipped "])
    #expect(try printed(.names, .whereWhole) == ["skipped \(number)", "skipped "])
  }
}
