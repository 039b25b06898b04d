import Findings
import Foundation
import Testing

@testable import Verification

@Suite(
  "The JSON report and its schema",
  .enabled(
    if: Outside.isThere("/usr/bin/python3", "-c", "import jsonschema"), "python3-jsonschema isn't installed"))
struct JSONSchemaTests {
  private static let validator = """
    import json, sys
    from jsonschema import Draft202012Validator
    schema = json.load(open(sys.argv[1], encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    for error in Draft202012Validator(schema).iter_errors(json.load(sys.stdin)):
        print("/".join(map(str, error.absolute_path)), error.message)
    """

  /// What an independent validator objects to.
  private func objections(to json: String) throws -> String {
    let schema = Outside.file("docs/verify-report.schema.json").path
    let (status, output) = try Outside.run("/usr/bin/python3", ["-c", Self.validator, schema], input: json)
    return status == 0 ? output : "status \(status): \(output)"
  }

  @Test("Every report obeys the schema, in both languages", arguments: Language.allCases)
  func reports(language: Language) throws {
    for report in try Reports.all() {
      #expect(try objections(to: report.json(in: language)) == "")
    }
  }

  @Test("A key that the schema doesn't name is an objection, at every level")
  func unknownKeys() throws {
    let json = try FixedRun().report.json(in: .english)
    for known in ["\"format\": 1", "\"passed\": 1", "\"seller\": ", "\"outcome\": ", "\"page\": 1", "\"left\": "] {
      let changed = json.replacingOccurrences(of: known, with: "\"surprise\": 1, \(known)")
      #expect(changed != json)
      #expect(try objections(to: changed).contains("surprise"), "\(known)")
    }
  }

  @Test("A key that is missing is an objection")
  func missingKeys() throws {
    let json = try FixedRun().report.json(in: .english)
    let changed = json.replacingOccurrences(of: "\"qr\": true,", with: "")
    #expect(changed != json)
    #expect(try objections(to: changed).contains("'qr' is a required property"))
  }
}
