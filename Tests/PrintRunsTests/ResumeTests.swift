import Findings
import Foundation
import PrintRuns
import Testing

@Suite("Taking a run up again")
struct ResumeTests {
  private let shop: Workshop

  init() throws {
    shop = try Workshop()
    for name in ["a", "b", "c"] { try shop.write("1 \(name)", to: "in/\(name).xml") }
  }

  private func resume(options: String = "", names: String = "{number}.pdf") throws -> [String] {
    try shop.run(names: names, resuming: .whereWhole, options: options, crew: PaperCrew(hands: 2))
  }

  @Test("What is there isn't printed again")
  func skipped() throws {
    try shop.run(names: "{number}.pdf")
    #expect(
      try resume() == ["skipped a.xml -> 1.pdf", "skipped b.xml -> 1 (2).pdf", "skipped c.xml -> 1 (3).pdf"])
  }

  @Test("Without resuming everything is printed again, over what is there")
  func anew() throws {
    try shop.run(names: "{number}.pdf")
    try shop.run(names: "{number}.pdf")
    #expect(try shop.files().count == 3)
  }

  @Test("A print that was removed or changed is made again, under its name")
  func repaired() throws {
    try shop.run(names: "{number}.pdf")
    try shop.remove("out/1 (2).pdf")
    try shop.write("print", to: "out/1 (3).pdf")
    #expect(
      try resume() == ["skipped a.xml -> 1.pdf", "printed b.xml -> 1 (2).pdf", "printed c.xml -> 1 (3).pdf"])
  }

  @Test("Another XML or other options make another print")
  func changed() throws {
    try shop.run(names: "{number}.pdf")
    try shop.write("1 new", to: "in/a.xml")
    #expect(try resume().first == "printed a.xml -> 1.pdf")
    #expect(try resume(options: "other").allSatisfy { $0.hasPrefix("printed") })
  }

  @Test("Half a line at the record's end, as a killed run leaves it, is dropped", arguments: [1, 30, 120])
  func torn(by count: Int) throws {
    try shop.run(names: "{number}.pdf")
    let record = try shop.text("out/.ksef-render/record")
    try shop.write(String(record.dropLast(count)), to: "out/.ksef-render/record")
    #expect(
      try resume() == ["skipped a.xml -> 1.pdf", "skipped b.xml -> 1 (2).pdf", "printed c.xml -> 1 (3).pdf"])
    #expect(try resume().allSatisfy { $0.hasPrefix("skipped") })
  }

  @Test("A line that was changed isn't believed, nor what stands behind it")
  func forged() throws {
    try shop.run(names: "{number}.pdf")
    let record = try shop.text("out/.ksef-render/record")
    try shop.write(record.replacing("b.xml", with: "x.xml"), to: "out/.ksef-render/record")
    #expect(try resume().map { $0.prefix(7) } == ["skipped", "printed", "printed"])
  }

  @Test("A file that is no record is left alone")
  func foreign() throws {
    try shop.write("my notes", to: "out/.ksef-render/record")
    let obstacle = #expect(throws: Obstacle.self) { try shop.run() }
    #expect(obstacle?.code == "record.foreign-file")
    #expect(try shop.text("out/.ksef-render/record") == "my notes")
  }

  @Test("What a killed run left half written is removed")
  func leftovers() throws {
    try shop.write("half", to: "out/.ksef-render/17.part")
    try shop.run()
    #expect(try shop.leftovers() == [])
  }

  @Test("Names with spaces, line ends and percent signs come back from the record")
  func oddNames() throws {
    try shop.write("1", to: "in/a b%\n.xml")
    try shop.run(["in"])
    #expect(try shop.run(["in"], resuming: .whereWhole).allSatisfy { $0.hasPrefix("skipped") })
  }

  @Test("Two runs can't have one folder at a time")
  func twoRuns() throws {
    let taken = try OutputFolder(shop.output, owner: .source)
    let obstacle = #expect(throws: Obstacle.self) { try shop.run() }
    #expect(obstacle?.code == "output.in-use")
    #expect(obstacle?.kind == .usage)
    withExtendedLifetime(taken) {}
  }
}
