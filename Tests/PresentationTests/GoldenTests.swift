import FAInvoice
import Findings
import Glibc
import InvoiceTemplate
import KSeFIdentifiers
import KSeFLinks
import Presentation
import Testing

@Suite("Goldens")
struct GoldenTests {
  @Test(
    "What an ordinary invoice, a correction, an advance and a farmer's invoice say",
    arguments: ["ordinary", "correction", "advance", "farmer"])
  func polish(name: String) throws {
    let document = try Samples.document(name)
    let link = InvoiceLink(environment: .test, identity: try document.identity())
    let codes: CodesRequest? = name == "ordinary" ? .awaitingNumber(link) : nil
    try hold(Presentation(of: document, template: .standard, codes: codes), against: name)
  }

  @Test("An attachment")
  func attachment() throws {
    let bytes = contents(of: "\(packageRoot)/samples/fa3-attachment.xml")
    let document = try FADocument.read(bytes, fileName: "fa3-attachment.xml")
    try hold(Presentation(of: document, template: .standard, codes: nil), against: "attachment")
  }

  @Test("A bilingual print")
  func bilingual() throws {
    let document = try Samples.document("ordinary")
    let presentation = Presentation(of: document, template: .standard, languages: [.english, .polish], codes: nil)
    try hold(presentation, against: "ordinary-en-pl")
  }

  @Test(
    "A print in German, in Ukrainian, and in Ukrainian and Polish",
    arguments: [[LabelLanguage.german], [.ukrainian], [.ukrainian, .polish]])
  func otherLanguages(languages: [LabelLanguage]) throws {
    let document = try Samples.document("ordinary")
    let presentation = Presentation(of: document, template: .standard, languages: languages, codes: nil)
    try hold(presentation, against: "ordinary-\(languages.map(\.rawValue).joined(separator: "-"))")
  }

  @Test("A correction in German")
  func germanCorrection() throws {
    let document = try Samples.document("correction")
    let presentation = Presentation(of: document, template: .standard, languages: [.german], codes: nil)
    try hold(presentation, against: "correction-de")
  }

  /// Compares with the stored text; with RECORD_GOLDENS=1 stores it and fails, so that nobody records by accident.
  private func hold(_ presentation: Presentation, against name: String) throws {
    let path = "\(Samples.folder)/\(name).txt"
    let text = presentation.plainText
    if environment("RECORD_GOLDENS") == "1" {
      let file = try #require(fopen(path, "w"))
      fputs(text, file)
      fclose(file)
      Issue.record("recorded \(name).txt: look at it, then run without RECORD_GOLDENS")
      return
    }
    let stored = String(decoding: contents(of: path), as: UTF8.self)
    let (new, old) = (text.split(separator: "\n"), stored.split(separator: "\n"))
    let difference = zip(new, old).first { $0 != $1 }.map { "now “\($0)”, before “\($1)”" } ?? ""
    #expect(text == stored, "\(name): \(difference)")
  }
}
