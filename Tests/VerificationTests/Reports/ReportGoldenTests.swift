import Findings
import Foundation
import Testing

@testable import Verification

@Suite("Goldens of reports")
struct ReportGoldenTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Goldens")
  private static let isRecording = ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1"

  @Test(
    "A report of a small run says what was approved, in every form and language", arguments: Report.Form.allCases,
    Language.allCases)
  func golden(form: Report.Form, language: Language) throws {
    var text = ""
    try FixedRun().report.write(form, in: language) { text += $0 }
    let name = "run-\(language.rawValue).\(form.rawValue)"
    let file = Self.folder.appending(path: name)
    guard !Self.isRecording else {
      try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
      Issue.record("recorded \(name): look at it, then run without RECORD_GOLDENS")
      return
    }
    let stored = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    let difference = zip(text.split(separator: "\n"), stored.split(separator: "\n")).first { $0 != $1 }
    #expect(
      Array(text.utf8) == Array(stored.utf8),
      "\(name): now and before: \(difference.map { "“\($0)” and “\($1)”" } ?? "a line more or less")")
  }

  @Test("Every stored report is some test's")
  func noneIsOrphaned() throws {
    let names = Report.Form.allCases.flatMap { form in
      Language.allCases.map { "run-\($0.rawValue).\(form.rawValue)" }
    }
    #expect(Set(try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)) == Set(names))
  }
}
