import Foundation
import Testing

@Suite("Nothing is lost on paper")
struct NothingLostTests {
  @Test(arguments: ["fa3", "fa2", "rr"])
  func prototype(name: String) async throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: "/tmp/nl/\(name)").filter { $0.hasSuffix(".xml") }
      .sorted().map { "/tmp/nl/\(name)/\($0)" }
    try await PaperPress.print(files, into: "/tmp/nl/\(name)")
  }
}
