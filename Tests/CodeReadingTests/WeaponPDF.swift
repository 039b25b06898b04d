/// Writes PDFs that no honest program writes (ISO 32000-1, 7.5).
struct WeaponPDF {
  /// More entries of the trailer.
  var trailer = ""
  private var objects: [String] = []
  private var pages: [Int] = []

  /// The catalogue and the tree of pages are objects 1 and 2.
  init() { objects = ["", ""] }

  /// A number for an object that is defined later.
  mutating func reserve() -> Int {
    objects.append("")
    return objects.count
  }

  mutating func define(_ number: Int, stream entries: String, _ content: String) {
    objects[number - 1] = "<< \(entries) /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream"
  }

  /// - Parameters:
  ///   - extra: more entries of the page.
  ///   - box: the four numbers of its `MediaBox`.
  ///   - times: how many pages of this kind there are.
  mutating func page(extra: String, box: String, content: String, times: Int = 1) {
    let stream = reserve()
    define(stream, stream: "", content)
    for _ in 0..<times {
      let page = reserve()
      objects[page - 1] = "<< /Type /Page /Parent 2 0 R \(extra)/MediaBox [\(box)] /Contents \(stream) 0 R >>"
      pages.append(page)
    }
  }

  func bytes() -> [UInt8] {
    var objects = objects
    objects[0] = "<< /Type /Catalog /Pages 2 0 R >>"
    let kids = pages.map { "\($0) 0 R" }.joined(separator: " ")
    objects[1] = "<< /Type /Pages /Count \(pages.count) /Kids [\(kids)] >>"
    var file = "%PDF-1.7\n"
    var places: [Int] = []
    for (index, object) in objects.enumerated() {
      places.append(file.utf8.count)
      file += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = file.utf8.count
    file += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for place in places {
      let digits = String(place)
      file += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
    }
    file += "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R \(trailer) >>\nstartxref\n\(start)\n%%EOF\n"
    return Array(file.utf8)
  }
}
