import FAInvoice
import Findings
import Foundation
import Glibc
import InvoicePrinting
import Testing

@testable import PrintWorkers

@Suite("A process that is talked to")
struct PrintWorkerTests {
  private let folder: WorkFolder

  init() throws { folder = try WorkFolder() }

  private func part(_ bytes: [UInt8]) -> [UInt8] { bytes.lengthBytes + bytes }

  private func request(_ fields: [String], _ bytes: [UInt8]) -> [UInt8] {
    part(Array((["protocol: 1"] + fields).map { $0 + "\n" }.joined().utf8)) + part(bytes)
  }

  /// The heads of the answers to what is said, and what ended the talk.
  private func talk(_ said: [UInt8]) throws -> (heads: [MessageHead], end: Obstacle?) {
    let (questions, answers) = (folder.file("questions"), folder.file("answers"))
    try Data(said).write(to: URL(filePath: questions))
    let input = open(questions, O_RDONLY)
    let output = open(answers, O_RDWR | O_CREAT | O_TRUNC, 0o600)
    defer {
      close(input)
      close(output)
    }
    var end: Obstacle?
    let printer = try Samples.printer()
    do throws(Obstacle) {
      try PrintWorker.serve(printer, in: .english, from: input, to: output)
    } catch {
      end = error
    }
    lseek(output, 0, SEEK_SET)
    var heads: [MessageHead] = []
    let stream = MessageStream(input: output, output: -1)
    while case .bytes(let head)? = try stream.part(limit: .max) {
      heads.append(try MessageHead(reading: head))
      for _ in 1..<PrintReply.partCount { _ = try stream.part(limit: .max) }
    }
    return (heads, end)
  }

  @Test("Answers come in the order of the requests, whatever becomes of one")
  func order() throws {
    let invoice = try Samples.task("fa3-vat").bytes
    let talk = try talk(
      request(["name: a"], invoice) + request(["name: b"], try Samples.refused().bytes) + request(["name: c"], [])
        + request(["name: d", "issued: sometime"], invoice) + request(["name: e", "issued: total-failure"], invoice))
    #expect(talk.heads.map { $0["name"] } == ["a", "b", "c", "d", "e"])
    #expect(talk.heads.map { $0["status"] } == ["printed", "refused", "refused", "wrong-call", "printed"])
    #expect(talk.heads.map { $0["code"] } == [nil, "invoice.refused", "file.empty", "worker.field", nil])
    #expect(talk.end == nil)
  }

  @Test(
    "A field that isn't known or doesn't have its form is refused",
    arguments: [
      "colour: red", "language: fr", "language: pl,en,de", "document: copy",
      "name: " + String(repeating: "n", count: 5000), "creation-date: today",
    ])
  func fields(field: String) throws {
    let talk = try talk(request([field], try Samples.task("fa3-vat").bytes))
    #expect(talk.heads.map { $0["code"] } == ["worker.field"])
  }

  @Test("A request may have what is particular to its invoice")
  func particular() throws {
    let number = "9999999999-20260302-0100C0FFEE01-C0"
    let fields = [
      "ksef-number: \(number)", "language: pl,en", "document: invoice", "form: plain", "creation-date: 2026-03-03",
    ]
    let head = try #require(try talk(request(fields, try Samples.task("fa3-vat").bytes)).heads.first)
    #expect(head["status"] == "printed")
    #expect(head["ksef-number"] == number)
  }

  @Test("The message speaks the language of the print")
  func language() throws {
    let talk = try talk(request(["language: pl,uk"], []) + request([], []))
    #expect(talk.heads.first?["message"]?.contains("Plik jest pusty") == true)
    #expect(talk.heads.last?["message"]?.contains("empty") == true)
  }

  @Test("A document that is too large is passed over")
  func tooLarge() throws {
    let large = [UInt8](repeating: 0x20, count: ReceiptDocument.sizeLimit + 1)
    let talk = try talk(request(["name: large"], large) + request([], try Samples.task("upo").bytes))
    #expect(talk.heads.map { $0["code"] } == ["file.too-large", nil])
    #expect(talk.heads.last?["kind"] == "receipt")
  }

  @Test(
    "What isn't a request ends the talk",
    arguments: [
      [0x3C, 0x3F, 0x78, 0x6D, 0x6C], [0], [0, 0, 0, 1], [0, 0, 0, 1, 0x0A, 0, 0, 0, 0],
      Array("\0\0\0\u{D}protocol: 2\n\0\0\0\0".utf8), Array("\0\0\0\u{C}protocol: 1\0\0\0\0".utf8),
      Array("\0\0\0\u{10}protocol: 1\nA:b\0\0\0\0".utf8), Array("\0\0\0\u{C}protocol: 1\n".utf8),
    ] as [[UInt8]])
  func malformed(bytes: [UInt8]) throws {
    let talk = try talk(bytes)
    #expect(talk.heads.isEmpty)
    #expect(talk.end?.code == "worker.malformed-message")
    #expect(talk.end?.kind == .usage)
  }

  @Test("Nothing said is nothing answered")
  func silence() throws {
    let talk = try talk([])
    #expect(talk.heads.isEmpty)
    #expect(talk.end == nil)
  }

  @Test("Whatever byte of an answer is changed, it is refused or keeps the promises of its type")
  func changedAnswer() throws {
    let (printer, task) = (try Samples.printer(), try Samples.refused())
    let result = Result { () throws(Obstacle) in try printer.print(task) }
    let parts = PrintReply(name: "a", result: result).parts(in: .polish)
    for part in 0..<2 {
      for index in stride(from: 0, to: parts[part].count, by: 3) {
        var changed = parts
        changed[part][index] ^= 0x15
        do throws(MalformedMessage) {
          if case .success(let answer) = try PrintReply.read(changed) { #expect(answer.pageCount >= 1) }
        } catch {}
      }
    }
  }
}
