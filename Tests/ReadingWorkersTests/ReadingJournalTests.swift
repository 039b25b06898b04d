import CodeReading
import Findings
import Foundation
import KSeFIdentifiers
import Testing

@testable import ReadingWorkers

@Suite("Readings that are kept")
struct ReadingJournalTests {
  private let folder: WorkFolder
  private let program: String
  private let wishes = CodeReader.Wishes()
  private let limits = ReadingLimits()
  private let one = InvoiceHash(ofExactBytes: [1])
  private let two = InvoiceHash(ofExactBytes: [2])

  init() throws {
    folder = try WorkFolder()
    program = try folder.script("first build")
  }

  private var path: String { folder.file("journal") }

  private func open(_ program: String? = nil) throws -> ReadingJournal {
    try ReadingJournal(path, program: program ?? self.program)
  }

  private func keepTwo() throws {
    let journal = try open()
    try journal.keep(.success(Readings.full), of: one, wishes: wishes, limits: limits)
    try journal.keep(.success(Readings.empty), of: two, wishes: wishes, limits: limits)
  }

  private func obstacle(_ code: String) -> Result<PrintReading, Obstacle> {
    .failure(Obstacle(code, Sentence("a", pl: "b"), remedy: Sentence("c", pl: "d")))
  }

  @Test("What was kept is there in the next call, by the file's content and the wishes")
  func kept() throws {
    try keepTwo()
    let journal = try open()
    #expect(journal.remark == nil)
    #expect(journal.count == 2)
    #expect(try journal.result(of: one, wishes: wishes, limits: limits)?.get() == Readings.full)
    #expect(try journal.result(of: two, wishes: wishes, limits: limits)?.get() == Readings.empty)
    var others = wishes
    others.thumbnails = true
    #expect(journal.result(of: one, wishes: others, limits: limits) == nil)
    #expect(journal.result(of: InvoiceHash(ofExactBytes: [3]), wishes: wishes, limits: limits) == nil)
  }

  @Test("Wherever the last reading was torn, the one before it is there, and work goes on behind it")
  func torn() throws {
    try keepTwo()
    let whole = try Data(contentsOf: URL(filePath: path))
    var first = 0
    do {
      try FileManager.default.removeItem(atPath: path)
      let journal = try open()
      try journal.keep(.success(Readings.full), of: one, wishes: wishes, limits: limits)
      first = try Data(contentsOf: URL(filePath: path)).count
    }
    for length in stride(from: first, to: whole.count, by: 7) {
      try whole.prefix(length).write(to: URL(filePath: path))
      do {
        let journal = try open()
        #expect(journal.count == 1)
        #expect((journal.remark == nil) == (length == first))
        try journal.keep(.success(Readings.empty), of: two, wishes: wishes, limits: limits)
      }
      #expect(try open().count == 2)
    }
  }

  @Test("A reading with a wrong byte is dropped with those behind it")
  func damaged() throws {
    try keepTwo()
    var bytes = try Data(contentsOf: URL(filePath: path))
    bytes[200] ^= 1
    try bytes.write(to: URL(filePath: path))
    let journal = try open()
    #expect(journal.count == 0)
    #expect(journal.remark != nil)
  }

  @Test("Readings of another build are dropped with a word")
  func otherBuild() throws {
    try keepTwo()
    let journal = try open(try folder.script("second build"))
    #expect(journal.count == 0)
    #expect(journal.remark != nil)
  }

  @Test("A file that is something else is left alone")
  func foreign() throws {
    try Data("my only scan".utf8).write(to: URL(filePath: path))
    #expect(throws: Obstacle.self) { try open() }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "my only scan")
  }

  @Test("Two calls can't keep their readings in one file")
  func inUse() throws {
    let first = try open()
    #expect(throws: Obstacle.self) { try open() }
    #expect(first.count == 0)
  }

  @Test("What a file is refused for is kept, what the machine may be at fault for isn't")
  func obstacles() throws {
    let journal = try open()
    try journal.keep(obstacle("evidence.damaged"), of: one, wishes: wishes, limits: limits)
    try journal.keep(obstacle("evidence.crashed"), of: two, wishes: wishes, limits: limits)
    #expect(journal.result(of: one, wishes: wishes, limits: limits) != nil)
    #expect(journal.result(of: two, wishes: wishes, limits: limits) == nil)
  }

  @Test("A file that was given up is tried again only when it may take longer")
  func moreTime() throws {
    let journal = try open()
    try journal.keep(obstacle("evidence.too-slow"), of: one, wishes: wishes, limits: limits)
    var more = limits
    more.seconds += 1
    #expect(journal.result(of: one, wishes: wishes, limits: limits) != nil)
    #expect(journal.result(of: one, wishes: wishes, limits: more) == nil)
  }
}
