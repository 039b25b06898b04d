/// A PDF written by hand: one A4 page, one font, and whatever content and further objects a test needs.
struct HandmadePDF {
  /// What the page draws: operators of ISO 32000-1, annex A.
  var content = ""
  /// Further entries of the page's dictionary.
  var page = ""
  /// Further entries of the page's resources.
  var resources = ""
  /// Further entries of the catalogue.
  var catalogue = ""
  /// Objects from number 6 on.
  var objects: [[UInt8]] = []

  /// Words enough that one or two more don't weigh much.
  static let manyWords = (0..<12).map { line in
    "BT /F1 9 Tf 50 \(500 - 14 * line) Td (Towar handlowy sprzedany w paczkach po sto sztuk w roku) Tj ET\n"
  }.joined()

  /// A line of text at a place where nothing else is, in ten points.
  static func line(_ text: String, with operators: String = "") -> String {
    "q BT /F1 10 Tf \(operators) 50 600 Td (\(text)) Tj ET Q\n"
  }

  /// A stream object.
  static func stream(_ bytes: [UInt8], _ entries: String = "") -> [UInt8] {
    Array("<< \(entries) /Length \(bytes.count) >> stream\n".utf8) + bytes + Array("\nendstream".utf8)
  }

  var bytes: [UInt8] {
    let font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    let page = """
      << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R \(page)
      /Resources << /Font << /F1 5 0 R >> \(resources) >> >>
      """
    let all: [[UInt8]] =
      [
        Array("<< /Type /Catalog /Pages 2 0 R \(catalogue) >>".utf8),
        Array("<< /Type /Pages /Kids [3 0 R] /Count 1 >>".utf8), Array(page.utf8), Self.stream(Array(content.utf8)),
        Array(font.utf8),
      ] + objects
    var file = Array("%PDF-1.7\n".utf8)
    var table = "xref\n0 \(all.count + 1)\n0000000000 65535 f \n"
    for (index, object) in all.enumerated() {
      let offset = String(file.count)
      table += String(repeating: "0", count: 10 - offset.count) + offset + " 00000 n \n"
      file += Array("\(index + 1) 0 obj\n".utf8) + object + Array("\nendobj\n".utf8)
    }
    let start = file.count
    return file + Array("\(table)trailer << /Size \(all.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n".utf8)
  }
}
