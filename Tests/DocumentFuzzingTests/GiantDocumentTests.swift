import DocumentFuzzing
import Foundation
import Glibc
import Testing

/// Each in a process of its own, so that its memory can be told.
@Suite("Giant documents", .timeLimit(.minutes(30)))
struct GiantDocumentTests {
  /// Of the whole process, the runner of the tests included, in kilobytes.
  private static let memoryLimit = 200 * 1024

  @Test("It is read or refused as it should, in 200 MB", arguments: GiantDocument.allCases)
  func giant(_ document: GiantDocument) async {
    await #expect(processExitsWith: .success) { [document] in
      let examiner = try Examiner(labels: packageRoot.appending(path: "templates/labels").path)
      let fate = examiner.examine(document.bytes, printing: false)
      #expect(fate.structure == document.expectation || fate.codes.contains(document.expectation), "\(fate)")
      var usage = rusage()
      getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
      #expect(usage.ru_maxrss <= Self.memoryLimit, "\(usage.ru_maxrss / 1024) MB")
    }
  }
}
