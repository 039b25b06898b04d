import CodeReading
import Findings
import Foundation
import Testing

@testable import ReadingWorkers

/// The verifier's command, which reads prints when it is asked to by its own.
private enum BuiltCommand {
  static let path = Bundle.main.bundleURL.appending(path: "ksef-verify").path
  static var isThere: Bool { FileManager.default.isExecutableFile(atPath: path) }
}

@Suite("Reading in processes of their own")
struct ReadingCrewTests {
  private let folder: WorkFolder

  init() throws { folder = try WorkFolder() }

  /// Reads files of these contents; the outcomes in the files' order, each as the kind of the print or the obstacle's
  /// code.
  private func read(
    _ contents: [[UInt8]], jobs: Int = 2, by program: String, limits: ReadingLimits = ReadingLimits()
  ) throws -> [String] {
    var next = 0
    var outcomes = [String](repeating: "missing", count: contents.count)
    try ReadingCrew(jobs: jobs, limits: limits, executable: program).read(
      next: { () throws(Obstacle) -> ReadingTask? in
        guard next < contents.count else { return nil }
        defer { next += 1 }
        return ReadingTask(number: next, name: "\(next).pdf", bytes: contents[next], wishes: CodeReader.Wishes())
      },
      finished: { outcome in
        #expect(outcomes[outcome.number] == "missing")
        switch outcome.result {
        case .success(let reading): outcomes[outcome.number] = "\(reading.kind) \(reading.pages.count)"
        case .failure(let obstacle):
          #expect(obstacle.place.file == "\(outcome.number).pdf")
          outcomes[outcome.number] = obstacle.code
        }
      })
    return outcomes
  }

  @Test(
    "Each file gets its own outcome, whatever the number of jobs",
    .enabled(if: BuiltCommand.isThere, "ksef-verify isn't built beside the tests"), arguments: [1, 3])
  func outcomes(jobs: Int) throws {
    let contents = [Array("text".utf8), Array("%PDF-1.7 cut".utf8), [], Array("%PDF-".utf8)]
    #expect(
      try read(contents, jobs: jobs, by: BuiltCommand.path) == [
        "evidence.unknown-kind", "evidence.damaged", "evidence.unknown-kind", "evidence.damaged",
      ])
  }

  @Test(
    "A file larger than any pipe's buffer comes whole",
    .enabled(if: BuiltCommand.isThere, "ksef-verify isn't built beside the tests"))
  func largeFile() throws {
    let large = Array("no print".utf8) + [UInt8](repeating: 7, count: 5_000_000)
    #expect(try read([large, large], by: BuiltCommand.path) == ["evidence.unknown-kind", "evidence.unknown-kind"])
  }

  @Test("A reader that crashes costs its file, and the next one is read by another")
  func crash() throws {
    let program = try folder.script("kill -SEGV $$")
    #expect(try read([[1], [2], [3]], by: program) == Array(repeating: "evidence.crashed", count: 3))
  }

  /// A program that breaks down unless nothing but codes is wished for, and then answers with what is kept in a file.
  ///
  /// A request is its length, the name with its length (5 letters), a byte of wishes, and what isn't looked at here.
  private func fragileReader(answering result: Result<PrintReading, Obstacle>) throws -> String {
    let answer = folder.file("answer")
    try Data(WorkerAnswer.message(result)).write(to: URL(filePath: answer))
    return try folder.script(
      """
      while wishes=$(head -c 22 <&3 | tail -c 1 | od -An -tu1); [ -n "$wishes" ]; do
        [ $wishes -eq 0 ] || kill -SEGV $$
        head -c 25 <&3 > /dev/null
        cat \(answer) >&3
      done
      """)
  }

  @Test("A reader that breaks down over words or attachments doesn't cost the codes, and the outcome says so")
  func codesOnly() throws {
    let reading = PrintReading(
      kind: .pdf,
      pages: (1...2).map { page in
        PageReading(
          page: page, codes: [FoundCode(text: "code", page: page, region: Readings.region(0.5))], isExhausted: true)
      })
    var tasks = [ReadingTask(number: 0, name: "0.pdf", bytes: [1], wishes: CodeReader.Wishes())]
    var outcomes: [ReadingOutcome] = []
    try ReadingCrew(jobs: 1, executable: fragileReader(answering: .success(reading))).read(
      next: { tasks.popLast() }, finished: { outcomes.append($0) })
    let got = try #require(outcomes.first).result.get()
    #expect(outcomes.count == 1)
    #expect(got.pages.map(\.codes) == reading.pages.map(\.codes))
    #expect(got.pages.map(\.text.shortfall) == [.readerFailed, .readerFailed])
    #expect(got.holdsCodesOnly && !reading.holdsCodesOnly)
  }

  @Test("Every file gets its second attempt, whatever the number of jobs", arguments: [1, 3])
  func secondAttempts(jobs: Int) throws {
    let obstacle = Obstacle("evidence.damaged", Sentence("", pl: ""), remedy: Sentence("", pl: ""))
    let program = try fragileReader(answering: .failure(obstacle))
    #expect(
      try read([[1], [2], [3], [4]], jobs: jobs, by: program) == Array(repeating: "evidence.damaged", count: 4))
  }

  @Test("A reader that was too slow isn't asked again")
  func tooSlowOnce() throws {
    let list = folder.file("starts")
    #expect(
      try read([[1]], by: try folder.script("echo started >> \(list); kill -XCPU $$")) == ["evidence.too-slow"])
    #expect(try String(contentsOfFile: list, encoding: .utf8) == "started\n")
  }

  @Test("A reader that leaves without an answer costs its file")
  func leaves() throws {
    #expect(try read([[1]], by: try folder.script("exit 0")) == ["evidence.crashed"])
  }

  @Test("A reader that uses up its time is told as too slow")
  func processorTime() throws {
    #expect(try read([[1]], by: try folder.script("kill -XCPU $$")) == ["evidence.too-slow"])
  }

  @Test("A reader that aborts for want of memory is told as too hungry")
  func memory() throws {
    #expect(try read([[1]], by: try folder.script("kill -ABRT $$")) == ["evidence.too-hungry"])
  }

  @Test("A reader that never answers is given up in the end")
  func silence() throws {
    var limits = ReadingLimits()
    limits.seconds = -15
    try #require(limits.patience == 0)
    #expect(try read([[1]], by: try folder.script("exec sleep 1000"), limits: limits) == ["evidence.too-slow"])
  }

  @Test(
    "A reader that answers nonsense costs its file",
    arguments: [
      "printf nonsense-and-more >&3", #"printf '\001\000\000\000\000\000\000\000\007' >&3"#,
      #"printf '\377\377\377\377\377\377\377\177' >&3"#, "head -c 100000 /dev/zero >&3", "cat /dev/zero >&3",
    ])
  func nonsense(answer: String) throws {
    #expect(try read([[1]], by: try folder.script("\(answer); exec sleep 1000")) == ["evidence.crashed"])
  }

  @Test("A program that isn't there stops the work with a reason")
  func noProgram() {
    #expect(throws: Obstacle.self) { try read([[1]], by: folder.file("missing")) }
  }

  @Test("A reader has a socket, no input of ours, and no variable that it doesn't need")
  func standAlone() throws {
    let list = folder.file("list")
    let program = try folder.script("ls -l /proc/$$/fd > \(list) 2>&1; env >> \(list)")
    #expect(try read([[1]], by: program) == ["evidence.crashed"])
    let text = try String(contentsOfFile: list, encoding: .utf8)
    #expect(text.contains(" 0 -> /dev/null\n"))
    #expect(text.contains(" 3 -> socket:"))
    #expect(!text.contains("SHELL="))
  }

  @Test("Nobody becomes a reader by typing its name")
  func byAccident() {
    #expect(!ReadingWorker.isAsked(by: ["ksef-verify", ReadingWorker.argument]))
    #expect(!ReadingWorker.isAsked(by: [ReadingWorker.name]))
    #expect(!ReadingWorker.isAsked(by: []))
  }
}
