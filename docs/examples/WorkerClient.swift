// Prints invoices through one process of `ksef-render worker`.
//
//     swiftc -parse-as-library WorkerClient.swift
//     ./WorkerClient FOLDER INVOICE.xml... [-- OPTION...]
//
// Writes a PDF for each invoice into FOLDER, and says on a line each what became of it.
import Foundation

/// One process that prints; talk to it from one thread.
final class Worker {
  struct Ended: Error {
    let exitCode: Int32
  }

  /// What a worker answers; `pdf` is empty where nothing was printed.
  struct Answer {
    let head: [String: String]
    let report: Report
    let pdf: Data
  }

  /// As much of the report as this client wants to know.
  struct Report: Decodable {
    struct Sentence: Decodable {
      let en, pl: String
    }
    struct Finding: Decodable {
      let code: String
      let line: Int?
      let sentence: Sentence
    }
    let findings: [Finding]
  }

  private let process = Process()
  private let requests = Pipe()
  private let answers = Pipe()

  init(program: String, options: [String]) throws {
    process.executableURL = URL(filePath: program)
    process.arguments = ["worker"] + options
    process.standardInput = requests
    process.standardOutput = answers
    try process.run()
  }

  func print(_ xml: Data, _ fields: [(name: String, value: String)]) throws -> Answer {
    let lines = ["protocol: 1"] + fields.map { "\($0.name): \($0.value)" }
    for part in [Data(lines.map { $0 + "\n" }.joined().utf8), xml] {
      let length = withUnsafeBytes(of: UInt32(part.count).bigEndian) { Data($0) }
      try requests.fileHandleForWriting.write(contentsOf: length + part)
    }
    let (head, report, pdf) = (try part(), try part(), try part())
    var values: [String: String] = [:]
    for line in String(decoding: head, as: UTF8.self).split(separator: "\n") {
      if let colon = line.firstRange(of: ": ") {
        values[String(line[..<colon.lowerBound])] = String(line[colon.upperBound...])
      }
    }
    return Answer(head: values, report: try JSONDecoder().decode(Report.self, from: report), pdf: pdf)
  }

  /// Lets the worker end; its exit code.
  func close() throws -> Int32 {
    try requests.fileHandleForWriting.close()
    process.waitUntilExit()
    return process.terminationStatus
  }

  private func part() throws -> Data { try bytes(try bytes(4).reduce(0) { $0 << 8 | Int($1) }) }

  private func bytes(_ count: Int) throws -> Data {
    var data = Data()
    while data.count < count {
      guard let more = try answers.fileHandleForReading.read(upToCount: count - data.count), !more.isEmpty else {
        process.waitUntilExit()
        throw Ended(exitCode: process.terminationStatus)
      }
      data += more
    }
    return data
  }
}

@main
struct WorkerClient {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    let given = arguments.prefix { $0 != "--" }
    guard let folder = given.first else { return }
    let program = ProcessInfo.processInfo.environment["KSEF_RENDER"] ?? "/usr/local/bin/ksef-render"
    let worker = try Worker(program: program, options: Array(arguments.dropFirst(given.count + 1)))
    for path in given.dropFirst() {
      let answer = try worker.print(try Data(contentsOf: URL(filePath: path)), [("name", path)])
      if answer.head["status"] == "printed" {
        let name = URL(filePath: path).deletingPathExtension().lastPathComponent + ".pdf"
        try answer.pdf.write(to: URL(filePath: folder).appending(path: name))
        print("\(path): printed, pages: \(answer.head["pages"] ?? ""), number: \(answer.head["number"] ?? "")")
      } else {
        print("\(path): \(answer.head["status"] ?? ""), \(answer.head["code"] ?? ""): \(answer.head["message"] ?? "")")
        for finding in answer.report.findings { print("  line \(finding.line ?? 0): \(finding.sentence.pl)") }
      }
    }
    exit(try worker.close())
  }
}
