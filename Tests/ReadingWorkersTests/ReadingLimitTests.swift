import ReadingWorkers
import Testing

@Suite("Reading limits")
struct ReadingLimitTests {
  @Test("A file may take five minutes and six gigabytes")
  func defaults() {
    #expect(ReadingLimits().seconds == 300)
    #expect(ReadingLimits().memory == 6_000_000_000)
  }
}
