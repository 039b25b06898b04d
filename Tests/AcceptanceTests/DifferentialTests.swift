import Foundation
import Testing

/// Our verdict on the schema beside that of the official one, on invoices that a script changes in every way it knows.
@Suite("The schema's verdict", .enabled(if: Corpus.isHere, "the shared corpus isn't here"))
struct DifferentialTests {
  @Test("On 2,000 mutated invoices of all structures we say what xmllint says")
  func mutations() throws {
    let report = try DifferentialReport.of(checker: Program.render.quoted, count: 2000)
    #expect(report.complaints.isEmpty)
    #expect(report.documents == 2000 && report.bases > 900)
    #expect(Set(report.structures.keys) == Set(Structure.allCases.map(\.rawValue)))
    for (structure, share) in report.structures {
      // Enough of both verdicts, so that neither can be right by itself.
      let valid = Double(share.valid) / Double(share.documents)
      #expect((0.3...0.5).contains(valid), "\(structure)")
    }
  }

  @Test("A checker that finds everything valid is found out")
  func alwaysValid() throws {
    let report = try DifferentialReport.of(checker: DifferentialReport.standIn("always-valid"), count: 300)
    #expect(report.disagreements.count == report.documents - report.valid && report.documents > report.valid)
  }

  @Test("A checker that finds everything invalid is found out")
  func alwaysInvalid() throws {
    let report = try DifferentialReport.of(checker: DifferentialReport.standIn("always-invalid"), count: 300)
    #expect(report.disagreements.count == report.bases + report.valid && report.valid > 0)
  }

  @Test("A checker that lies about one invoice in a thousand is found out, and only about that one")
  func oneLie() throws {
    let report = try DifferentialReport.of(checker: DifferentialReport.standIn("lies-once-in-a-thousand"), count: 1000)
    #expect(report.disagreements.map(\.number) == [999])
  }

  @Test("The first finding on an invalid invoice stands on the line of xmllint's first complaint")
  func firstLines() throws {
    let invoices = Corpus.invalid
    #expect(invoices.count > 30)
    for invoice in invoices {
      let line = try OfficialComplaint.firstLine(on: invoice)
      // As test KSeF would refuse it some day: production refuses wrong NIPs and old structures as well.
      let answer = try Program.render.run(
        "check", "--report", "json", "--environment", "test", "--today", "2049-12-31", invoice.path)
      let report = try JSONDecoder().decode(CheckReport.self, from: answer.output)
      let first = try #require(report.documents.first?.findings.first, "\(invoice.testDescription)")
      #expect(first.line == line && answer.code == 2, "\(invoice.testDescription): \(first)")
    }
  }
}

/// What the script says of a comparison.
struct DifferentialReport: Decodable {
  let bases: Int
  let documents: Int
  let valid: Int
  let structures: [String: Share]
  let disagreements: [Disagreement]
  /// The folder of the documents that the two don't agree on.
  let kept: String?

  struct Share: Decodable {
    let documents: Int
    let valid: Int
  }

  struct Disagreement: Decodable {
    let number: Int
    let file: String
    let base: String
    let mutations: String
    let xmllint: String
    let complaint: String
    let ours: String
    let words: String
  }

  /// What is wrong, a line each; the first of many.
  var complaints: String {
    disagreements.prefix(20).map { one in
      "\(one.file), \(one.base), \(one.mutations): xmllint \(one.xmllint) \(one.complaint), ours \(one.ours) \(one.words)"
    }.joined(separator: "\n")
  }

  /// Compares a checker with xmllint.
  ///
  /// - Parameters:
  ///   - checker: the beginning of its command line, as a shell would read it.
  ///   - count: how many documents are made.
  static func of(checker: String, count: Int) throws -> DifferentialReport {
    let shared = try #require(Corpus.shared)
    let folder = try WorkFolder()
    let answer = try Script.differential.run([
      "--shared", shared.path, "--samples", Corpus.packageRoot.appending(path: "samples").path, "--checker", checker,
      "--count", "\(count)", "--keep", folder.path, "--json",
    ])
    let report = try JSONDecoder().decode(DifferentialReport.self, from: answer.output)
    #expect(answer.code == (report.disagreements.isEmpty ? 0 : 1), "\(answer.errors)")
    return report
  }

  /// A checker that answers in a manner that it is told.
  static func standIn(_ manner: String) throws -> String {
    let shared = try #require(Corpus.shared)
    let script = Corpus.packageRoot.appending(path: "Tests/AcceptanceTests/Tools/differential/stand_in.py").path
    return "env 'KSEF_SHARED=\(shared.path)' '\(try Program.tool("python3").path)' -B '\(script)' \(manner)"
  }
}

extension Program {
  /// The program's path as a shell reads it.
  fileprivate var quoted: String { "'\(path)'" }
}

/// What `check --report json` says, as far as lines go.
private struct CheckReport: Decodable {
  let documents: [Document]

  struct Document: Decodable {
    let findings: [Finding]
  }

  struct Finding: Decodable {
    let code: String
    let line: Int?
  }
}

/// What xmllint says of an invoice with the official schema.
private enum OfficialComplaint {
  /// The line of its first error.
  static func firstLine(on invoice: Invoice) throws -> Int {
    let text = try invoice.text()
    // What names no structure can only be meant as the current one.
    let structure = Structure.allCases.first { text.contains($0.namespace) } ?? .fa3
    let schema = try #require(structure.schema)
    let answer = try Program.tool("xmllint").run(
      ["--nonet", "--noout", "--schema", schema.file, invoice.path], environment: ["XML_CATALOG_FILES": schema.catalog])
    let lines = answer.errors.split(separator: "\n").filter { $0.hasPrefix("\(invoice.path):") }
    let first = try #require(lines.first, "\(invoice.testDescription): \(answer.errors)")
    let number = first.dropFirst(invoice.path.count + 1).prefix { $0.isNumber }
    return try #require(Int(number), "\(first)")
  }
}

extension Structure {
  fileprivate var namespace: String {
    switch self {
    case .fa3: "http://crd.gov.pl/wzor/2025/06/25/13775/"
    case .fa2: "http://crd.gov.pl/wzor/2023/06/29/12648/"
    case .rr: "http://crd.gov.pl/wzor/2026/03/06/14189/"
    }
  }
}
