import Findings
import Foundation
import PrintRuns
import Testing

@Suite("Runs")
struct RunTests {
  private let shop: Workshop

  init() throws { shop = try Workshop() }

  @Test("Rows follow the order of the sources, whoever is done first")
  func order() throws {
    for number in 1...9 { try shop.write("\(number)", to: "in/\(number).xml") }
    let lines = try shop.run(crew: PaperCrew(hands: 4))
    #expect(lines == (1...9).map { "printed \($0).xml -> \($0).pdf" })
  }

  @Test("Of folders only what is called .xml is taken, and prints lie as their sources do")
  func folders() throws {
    try shop.write("1", to: "in/2026/a.XML")
    try shop.write("2", to: "in/2026/a.json")
    try shop.write("3", to: "in/.hidden.xml")
    #expect(try shop.run() == ["printed 2026/a.XML -> 2026/a.pdf"])
  }

  @Test("What isn't printed doesn't stop the others")
  func troubles() throws {
    try shop.write("bad", to: "in/a.xml")
    try shop.write(String(repeating: "x", count: 1001), to: "in/b.xml")
    try shop.write("1", to: "in/c.xml")
    let lines = try shop.run(["in", "in/none.xml"])
    #expect(lines == ["refused a.xml", "failed b.xml", "printed c.xml -> c.pdf", "failed none.xml"])
  }

  @Test("The first that isn't printed ends a run that is to end there", arguments: ["bad", ""])
  func failFast(text: String) throws {
    try shop.write("1", to: "in/a.xml")
    if !text.isEmpty { try shop.write(text, to: "in/b.xml") }
    try shop.write("2", to: "in/c.xml")
    let lines = try shop.run(["in/a.xml", "in/b.xml", "in/c.xml"], stopsAtTrouble: true)
    #expect(lines.map { $0.prefix(6) } == ["printe", text.isEmpty ? "failed" : "refuse"])
  }

  @Test("A list names sources; relative paths keep their folders")
  func list() throws {
    try shop.write("1", to: "in/2026/a.xml")
    let descriptor = pipe(with: "\(shop.path)/in/2026/a.xml\n\n\(shop.path)/none.xml")
    defer { close(descriptor) }
    var sources = PrintSources([], list: descriptor, sizeLimit: 100)
    var names: [String] = []
    while let source = sources.next() {
      switch source {
      case .file(let file): names.append(file.place)
      case .passedOver: names.append("-")
      case .obstacle(let obstacle): names.append(obstacle.code)
      }
    }
    #expect(names == ["a.xml", "file.unreadable"])
  }

  private func pipe(with text: String) -> Int32 {
    var ends: [Int32] = [0, 0]
    #expect(Foundation.pipe(&ends) == 0)
    _ = write(ends[1], text, text.utf8.count)
    close(ends[1])
    return ends[0]
  }

  @Test("Invoices are counted before they are read, in folders and archives")
  func count() throws {
    for name in ["a.xml", "b.XML", "c.txt"] { try shop.write("1", to: "in/\(name)") }
    #expect(PrintSources.count(["\(shop.path)/in", "\(shop.path)/in/c.txt"]) == 3)
    #expect(PrintSources.count(["-"]) == nil)
  }

  @Test("A folder that can't be written to ends the run, and nothing half written stays")
  func unwritable() throws {
    for number in 1...3 { try shop.write("\(number)", to: "in/\(number).xml") }
    // A file where a folder is needed can't be written past, whoever runs the tests.
    try shop.write("in the way", to: "out/2")
    let obstacle = #expect(throws: Obstacle.self) { try shop.run(names: "{number}/x.pdf", crew: PaperCrew(hands: 3)) }
    #expect(obstacle?.code == "file.unwritable")
    #expect(obstacle?.kind == .inputOutput)
    #expect(try shop.files() == ["1/x.pdf=print of 1", "2=in the way"])
    #expect(try shop.leftovers() == [])
  }

  @Test("What the teller throws ends the run")
  func tellerThrows() throws {
    for number in 1...3 { try shop.write("\(number)", to: "in/\(number).xml") }
    let obstacle = #expect(throws: Obstacle.self) {
      try shop.run { _ throws(Obstacle) in
        throw Obstacle("report.full", kind: .inputOutput, Sentence("Full.", pl: "Pełny."), remedy: Sentence("", pl: ""))
      }
    }
    #expect(obstacle?.code == "report.full")
    #expect(try shop.files().count == 1)
  }

  @Test("Nobody waits for a slow print: its successors are done before it, and named after it")
  func waiting() throws {
    for number in 1...50 { try shop.write("same", to: "in/\(number + 100).xml") }
    let crew = PaperCrew(hands: 50)
    try shop.run(names: "{number}.pdf", crew: crew)
    #expect(crew.printed.first?.hasSuffix("150.xml") == true)
    #expect(try shop.files().count == 50)
    #expect(try shop.leftovers() == [])
  }
}
