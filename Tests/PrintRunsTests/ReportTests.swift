import Findings
import Foundation
import PrintRuns
import Testing

@Suite("Reports of runs")
struct ReportTests {
  private let shop: Workshop

  init() throws {
    shop = try Workshop()
    try shop.write("=1+2 9999999999 2026-03-02 odd", to: "in/a.xml")
    try shop.write("bad", to: "in/b.xml")
  }

  private func report(_ name: String, _ language: Language = .english) throws -> String {
    let report = try PrintReport("\(shop.path)/\(name)", in: language)
    try shop.run { (row) throws(Obstacle) in try report.add(row) }
    #expect(!FileManager.default.fileExists(atPath: "\(shop.path)/\(name)"))
    try report.finish(PrintCounts(), isWhole: true)
    return try shop.text(name).replacing("\(shop.path)/in/", with: "")
  }

  @Test("A table has a row an invoice, and no cell that a spreadsheet would compute")
  func table() throws {
    let lines = try report("r.csv").split(separator: "\r\n").map(String.init)
    #expect(lines.count == 3)
    #expect(lines[0].hasPrefix("\u{FEFF}source,verdict,output,"))
    #expect(lines[1].hasPrefix("a.xml,printed,a.pdf,9999999999,\"'=1+2\",2026-03-02,,"))
    #expect(lines[1].hasSuffix(",1,1,warning: Odd. [sum.total]"))
    #expect(lines[2].hasPrefix("b.xml,refused,,,,,,"))
    #expect(lines[2].hasSuffix("7:3 refused: Refused. [invoice.refused]"))
  }

  @Test("A Polish table has Polish words, parted as Polish spreadsheets part them")
  func polish() throws {
    #expect(try report("r.CSV", .polish).contains("b.xml;odrzucona;"))
  }

  @Test("The JSON report can be read, and says the same")
  func json() throws {
    let bytes = Data(try report("r.json").utf8)
    let root = try #require(try JSONSerialization.jsonObject(with: bytes) as? [String: Any])
    let rows = try #require(root["invoices"] as? [[String: Any]])
    #expect(rows.map { $0["verdict"] as? String } == ["printed", "refused"])
    #expect(rows.map { $0["output"] as? String } == ["a.pdf", nil])
    let finding = try #require((rows[1]["findings"] as? [[String: Any]])?.first)
    #expect(finding["line"] as? Int == 7)
    #expect((root["summary"] as? [String: Any])?["complete"] as? Bool == true)
  }

  @Test("A report without a row can be read")
  func empty() throws {
    let report = try PrintReport("\(shop.path)/r.json", in: .english)
    try report.finish(PrintCounts(), isWhole: false)
    let bytes = Data(try shop.text("r.json").utf8)
    #expect((try JSONSerialization.jsonObject(with: bytes) as? [String: Any])?["version"] as? Int == 1)
  }

  @Test("A report that is given up leaves nothing behind")
  func dropped() throws {
    _ = try PrintReport("\(shop.path)/r.json", in: .english)
    #expect(try FileManager.default.contentsOfDirectory(atPath: shop.path) == ["in"])
  }

  @Test("What a killed run left of a report is written over, and a report that is being written isn't")
  func leftover() throws {
    try shop.write("half a report", to: "r.json.part")
    let report = try PrintReport("\(shop.path)/r.json", in: .english)
    let obstacle = #expect(throws: Obstacle.self) { try PrintReport("\(shop.path)/r.json", in: .english) }
    #expect(obstacle?.code == "file.unwritable")
    try report.finish(PrintCounts(), isWhole: true)
    #expect(try shop.text("r.json").hasPrefix("{\n"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: shop.path).sorted() == ["in", "r.json"])
  }

  @Test("An ending that says nothing is a wrong call")
  func ending() throws {
    let obstacle = #expect(throws: Obstacle.self) { try PrintReport("\(shop.path)/r.txt", in: .english) }
    #expect(obstacle?.code == "report.form")
    #expect(obstacle?.kind == .usage)
  }
}
