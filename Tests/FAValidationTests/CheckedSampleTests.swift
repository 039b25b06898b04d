import FAValidation
import Testing

@Suite("The samples that rules are tested on")
struct CheckedSampleTests {
  @Test("An invoice that breaks nothing is told nothing")
  func invoice() throws {
    #expect(try CheckedSample().findings() == [])
  }

  @Test("A farmer's invoice that breaks nothing is told nothing")
  func farmersInvoice() throws {
    #expect(try CheckedSample.farmer().findings() == [])
  }
}
