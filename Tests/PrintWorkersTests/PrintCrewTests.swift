import Findings
import Foundation
import InvoicePrinting
import OfflineSigning
import PrintWorkers
import Testing

@Suite("Printing in processes of their own", .enabled(if: Samples.commandIsThere, "ksef-render isn't built"))
struct PrintCrewTests {
  private let folder: WorkFolder

  init() throws { folder = try WorkFolder() }

  /// Prints tasks; the results by the tasks' names.
  ///
  /// - Parameter most: after how many results an early end is asked for.
  private func print(
    _ tasks: [PrintTask], by crew: PrintCrew, most: Int = .max
  ) throws -> [String: Result<PrintAnswer, Obstacle>] {
    var waiting = tasks[...]
    var results: [String: Result<PrintAnswer, Obstacle>] = [:]
    try crew.run(
      next: { waiting.popFirst() },
      done: { task, result in
        #expect(results.updateValue(result, forKey: task.name) == nil)
        return results.count < most
      })
    return results
  }

  @Test("A crew prints what one object in this process prints, with all that is said of it")
  func samples() throws {
    let tasks = try Samples.tasks()
    let results = try print(tasks, by: PrintCrew(size: 2, executable: Samples.command, arguments: Samples.arguments))
    #expect(results.count == tasks.count)
    let printer = try Samples.printer()
    for task in tasks {
      let answer = try #require(try results[task.name]?.get())
      let expected = try printer.print(task)
      #expect(answer.bytes == expected.bytes)
      #expect(answer.pageCount == expected.pageCount)
      #expect(answer.findings == expected.findings)
      #expect(answer.notices == expected.notices)
      #expect(answer.facts == expected.facts)
    }
  }

  @Test("A crew prints again after it had nothing to do")
  func twoRuns() throws {
    let crew = PrintCrew(size: 2, executable: Samples.command, arguments: Samples.arguments)
    #expect(try print([], by: crew).isEmpty)
    for _ in 0..<2 {
      let results = try print([Samples.task("fa3-vat"), Samples.task("upo")], by: crew)
      #expect(try results.values.map { try $0.get().pageCount } == [1, 1])
    }
  }

  @Test("A refused invoice costs nothing but itself, and says why in both languages")
  func refused() throws {
    let refused = try Samples.refused()
    let results = try print(
      [refused, Samples.task("fa3-vat")],
      by: PrintCrew(size: 1, executable: Samples.command, arguments: Samples.arguments))
    let printer = try Samples.printer()
    let expected = #expect(throws: Obstacle.self) { try printer.print(refused) }
    guard case .failure(let obstacle) = results["refused.xml"] else {
      Issue.record("it was printed")
      return
    }
    #expect(obstacle == expected)
    #expect(obstacle.reason == expected?.reason)
    #expect(obstacle.findings == expected?.findings)
    #expect(try results["fa3-vat.xml"]?.get().pageCount == 1)
  }

  @Test("A worker that breaks down costs the invoice that it was at, and no other")
  func crash() throws {
    // The first worker dies when it has been asked; those after it are real ones.
    let script = try folder.script(
      #"if mkdir '\#(folder.file("died"))' 2>/dev/null; then head -c 8 >/dev/null; kill -9 $$; fi; "#
        + #"exec '\#(Samples.command)' "$@""#)
    let tasks = try Samples.tasks()
    let results = try print(tasks, by: PrintCrew(size: 2, executable: script, arguments: Samples.arguments))
    #expect(results.count == tasks.count)
    let failed = results.compactMap { name, result -> Obstacle? in
      if case .failure(let obstacle) = result { obstacle.inFile("?").place.file == name ? obstacle : nil } else { nil }
    }
    #expect(failed.map(\.code) == ["print.worker-crashed"])
  }

  @Test("A worker that stands still is ended")
  func standstill() throws {
    let script = try folder.script("exec sleep 1000")
    let results = try print(
      [Samples.task("fa3-vat")], by: PrintCrew(size: 1, executable: script, arguments: [], patience: 1))
    #expect(throws: Obstacle("print.too-slow", at: "fa3-vat.xml")) { try results["fa3-vat.xml"]?.get() }
  }

  @Test("A worker that talks nonsense is ended", arguments: ["printf '\\377\\377\\377\\377'", "head -c 99 /dev/zero"])
  func nonsense(body: String) throws {
    let script = try folder.script("\(body); exec sleep 1000")
    let results = try print([Samples.task("fa3-vat")], by: PrintCrew(size: 1, executable: script, arguments: []))
    #expect(throws: Obstacle("print.worker-crashed", at: "fa3-vat.xml")) { try results["fa3-vat.xml"]?.get() }
  }

  @Test("A crew that can't start says so")
  func noStart() throws {
    let tasks = [try Samples.task("fa3-vat")]
    let noWorker = Obstacle("print.no-worker", kind: .inputOutput)
    #expect(throws: noWorker) {
      try print(tasks, by: PrintCrew(size: 1, executable: "/nowhere", arguments: []))
    }
    let refusing = try folder.script("exit 2")
    #expect(throws: noWorker) { try print(tasks, by: PrintCrew(size: 2, executable: refusing, arguments: [])) }
  }

  @Test("An early end finishes what is under way and takes no more")
  func earlyEnd() throws {
    let tasks = try Samples.tasks()
    let results = try print(
      tasks, by: PrintCrew(size: 1, executable: Samples.command, arguments: Samples.arguments), most: 1)
    // The one that ended, and the one that waited behind it.
    #expect(results.count == 2)
  }

  @Test("Workers get the passphrase without its standing in an argument or a variable")
  func passphrase() throws {
    let keys = folder.file("demo")
    try folder.run(Samples.command, ["demo-certificate", "--output-directory", keys])
    let text = try String(contentsOfFile: "\(keys)/demo-passphrase.txt", encoding: .utf8)
    let crew = PrintCrew(
      size: 2, executable: Samples.command,
      arguments: Samples.arguments + [
        "--certificate=\(keys)/demo-offline.crt", "--key=\(keys)/demo-offline.key", "--issued=emergency",
      ], passphrase: Passphrase(text.trimmingCharacters(in: .newlines)))
    let results = try print([Samples.task("fa3-vat"), Samples.task("fa3-eur"), Samples.task("upo")], by: crew)
    #expect(try results.values.map { try $0.get().facts.kind }.count { $0 == .invoice } == 2)
  }
}

extension Obstacle {
  /// One that is equal to any of this code and file.
  fileprivate init(_ code: String, kind: Kind = .refused, at file: String? = nil) {
    self.init(code, kind: kind, at: Place(file: file), Sentence("", pl: ""), remedy: Sentence("", pl: ""))
  }
}
