import Foundation
import Testing

@Suite("Evidence that would never be read")
struct SlowEvidenceTests {
  /// A PDF of forms that draw forms: ten times ten times ten …, nine deep.
  private func nestedForms() -> Data {
    func stream(_ content: String, _ entries: String = "") -> String {
      "<<\(entries)/Length \(content.utf8.count)>>stream\n\(content)\nendstream"
    }
    let draw = String(repeating: "/F Do ", count: 10)
    let form = "/Type/XObject/Subtype/Form/BBox[0 0 595 842]"
    var objects = [
      "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
      "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</F 5 0 R>>>>>>",
      stream(draw),
    ]
    for number in 6...13 { objects.append(stream(draw, "\(form)/Resources<</XObject<</F \(number) 0 R>>>>")) }
    objects.append(stream("0 0 1 1 re f", form))
    var text = "%PDF-1.7\n"
    var offsets: [Int] = []
    for (index, object) in objects.enumerated() {
      offsets.append(text.utf8.count)
      text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let table = text.utf8.count
    text += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for offset in offsets { text += String(repeating: "0", count: 10 - "\(offset)".count) + "\(offset) 00000 n \n" }
    text += "trailer<</Size \(objects.count + 1)/Root 1 0 R>>\nstartxref\n\(table)\n%%EOF"
    return Data(text.utf8)
  }

  @Test("A PDF that takes forever to draw is given up, undecided, with a sentence")
  func endlessDrawing() throws {
    let folder = try WorkFolder()
    try nestedForms().write(to: URL(filePath: folder.file("forms.pdf")))
    let outcome = try Program.verify.run("--seconds", "2", "--report", "json", folder.file("forms.pdf"))
    #expect(outcome.code == 3)
    #expect(outcome.text.contains("\"evidence.too-slow\""))
  }
}
