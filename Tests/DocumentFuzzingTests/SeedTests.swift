import DocumentFuzzing
import Foundation
import Testing

/// A file from which the fuzzer starts; its folder names the structure as which it is read, or a code that is said of it.
struct Seed: Sendable, CustomTestStringConvertible {
  let file: URL
  /// Its folder's name.
  let expectation: String

  var testDescription: String { "\(expectation)/\(file.lastPathComponent)" }

  static let all: [Seed] = {
    let folder = packageRoot.appending(path: "Tests/Fuzz/seeds")
    let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    return paths.sorted().compactMap { path in
      let steps = path.split(separator: "/")
      return steps.count == 2 ? Seed(file: folder.appending(path: path), expectation: String(steps[0])) : nil
    }
  }()

  static let structures = ["fa2": "FA(2)", "fa3": "FA(3)", "rr": "FA_RR(1)", "upo42": "UPO v4-2", "upo43": "UPO v4-3"]
}

let packageRoot = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()

@Suite("Seeds of the fuzzer")
struct SeedTests {
  private let examiner: Examiner

  init() throws { examiner = try Examiner(labels: packageRoot.appending(path: "templates/labels").path) }

  @Test("A seed is what its folder says, and keeps every promise", arguments: Seed.all)
  func seed(_ seed: Seed) throws {
    let fate = examiner.examine(Array(try Data(contentsOf: seed.file)))
    if let structure = Seed.structures[seed.expectation] {
      #expect(fate.structure == structure, "\(fate.codes)")
    } else {
      #expect(fate.codes.contains(seed.expectation), "\(fate)")
    }
  }

  @Test("There are seeds of every structure, and small ones only: a fuzzer tries small files more often")
  func corpus() throws {
    let expectations = Set(Seed.all.map(\.expectation))
    #expect(expectations.isSuperset(of: Seed.structures.keys))
    for seed in Seed.all { #expect(try Data(contentsOf: seed.file).count < 8_192, "\(seed.testDescription)") }
  }

  @Test(
    "Every prefix of a seed is read or refused, and keeps every promise",
    arguments: ["fa3/plain.xml", "upo43/signed.xml"])
  func truncated(name: String) throws {
    let whole = Array(try Data(contentsOf: packageRoot.appending(path: "Tests/Fuzz/seeds/\(name)")))
    let end = try #require(whole.lastIndex(of: UInt8(ascii: ">")))
    for length in whole.indices {
      #expect((examiner.examine(Array(whole[..<length])).structure != nil) == (length > end), "\(length)")
    }
  }
}
