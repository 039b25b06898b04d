import EvidenceFiles
import Testing

@Suite("Evidence files")
struct EvidenceFileTests {
  @Test("Files of the same name and bytes are the same evidence")
  func sameness() {
    #expect(EvidenceFile(name: "a", bytes: [1]) == EvidenceFile(name: "a", bytes: [1]))
  }
}
