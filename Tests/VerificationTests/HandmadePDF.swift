import Foundation

/// PDFs written by hand, ISO 32000-1: odd ones, which no program would make.
enum HandmadePDF {
  /// White pages of A4.
  ///
  /// - Parameter remark: makes files of the same pages different.
  static func blank(pages: Int = 1, remark: String = "") -> [UInt8] {
    let kids = (0..<pages).map { "\($0 + 3) 0 R" }.joined(separator: " ")
    return document(
      ["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[\(kids)]/Count \(pages)>>"]
        + Array(repeating: "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>", count: pages), remark: remark)
  }

  /// A page of forms that draw forms: ten times ten times ten …, nine deep; nobody lives to see it drawn.
  static let endless: [UInt8] = {
    let draw = String(repeating: "/F Do ", count: 10)
    let form = "/Type/XObject/Subtype/Form/BBox[0 0 595 842]"
    let forms = (6...13).map { stream(draw, "\(form)/Resources<</XObject<</F \($0) 0 R>>>>") }
    return document(
      [
        "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</F 5 0 R>>>>>>",
        stream(draw),
      ] + forms + [stream("0 0 1 1 re f", form)])
  }()

  private static func stream(_ content: String, _ entries: String = "") -> String {
    "<<\(entries)/Length \(content.utf8.count)>>stream\n\(content)\nendstream"
  }

  private static func document(_ objects: [String], remark: String = "") -> [UInt8] {
    var text = "%PDF-1.7\n%\(remark)\n"
    var offsets: [Int] = []
    for (index, object) in objects.enumerated() {
      offsets.append(text.utf8.count)
      text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let table = text.utf8.count
    text += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for offset in offsets { text += String(repeating: "0", count: 10 - "\(offset)".count) + "\(offset) 00000 n \n" }
    text += "trailer<</Size \(objects.count + 1)/Root 1 0 R>>\nstartxref\n\(table)\n%%EOF"
    return Array(text.utf8)
  }
}
