import FAInvoice
import Presentation
import Testing

@Suite("Nothing is lost", .enabled(if: SharedCorpus.isPresent, "the shared corpus isn't here"))
struct NothingLostTests {
  @Test("dump", .enabled(if: environment("DUMP") != nil))
  func dump() throws {
    let path = environment("DUMP") ?? ""
    let document = try FADocument.read(SharedCorpus.bytes(path), fileName: path)
    print(Presentation(of: document, template: testTemplate(), codes: nil).plainText)
  }
}
