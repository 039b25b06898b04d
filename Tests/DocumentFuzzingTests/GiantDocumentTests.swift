import DocumentFuzzing
import Foundation
import Glibc
import Testing

/// Each in a process of its own, so that its memory can be told.
@Suite("Giant documents", .timeLimit(.minutes(30)))
struct GiantDocumentTests {
  /// In kilobytes, beyond what the runner of the tests takes itself: with our programs' own 30 MB, 200 MB.
  private static let memoryLimit = 170 * 1024

  /// The most memory that was resident in this process at once, in kilobytes.
  private static var peak: Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss
  }

  @Test("It is read or refused as it should, in 200 MB", arguments: GiantDocument.allCases)
  func giant(_ document: GiantDocument) async {
    await #expect(processExitsWith: .success) { [document] in
      let examiner = try Examiner(labels: packageRoot.appending(path: "templates/labels").path)
      let before = Self.peak
      let fate = examiner.examine(document.bytes, printing: false)
      #expect(fate.structure == document.expectation || fate.codes.contains(document.expectation), "\(fate)")
      #expect(Self.peak - before <= Self.memoryLimit, "\((Self.peak - before) / 1024) MB")
    }
  }
}
