import CodeReading
import Findings

extension HTMLReport {
  /// The width of every page picture in its own units; all else is measured against it.
  private static let pageWidth = 1000

  /// A page with its codes outlined, those of the invoice in front of others'.
  ///
  /// - Parameters:
  ///   - subject: the invoice beside which the page stands; nil where it stands beside none.
  ///   - shown: pages whose picture stands in the file already, so that it can be used again.
  func picture(_ place: PagePlace, of subject: Int?, shown: inout Set<PagePlace>, to markup: inout Markup) {
    let page = report.prints[place.print].pages[place.page]
    let name = report.prints[place.print].name
    let caption = "\(name), \(say("page", "strona")) \(page.page)"
    let isFirst = shown.insert(place).inserted
    let height = HTMLReport.height(of: page.thumbnail)
    let width = HTMLReport.pageWidth
    let marks = page.marks.map { "\(word($0)) \(say($0.region.words))" }
    let description = marks.isEmpty ? caption : "\(caption): \(marks.joined(separator: ", "))"
    markup.element("figure", [:]) { markup in
      markup.element("svg", ["viewBox": "0 0 \(width) \(height)", "role": "img", "aria-label": description]) { markup in
        markup.empty("rect", ["class": "paper", "width": "\(width)", "height": "\(height)"])
        if let thumbnail = page.thumbnail {
          let id = "page-\(place.print + 1)-\(place.page + 1)"
          if isFirst {
            markup.empty(
              "image",
              ["id": id, "width": "\(width)", "height": "\(height)", "href": thumbnail.dataAddress])
          } else {
            markup.empty("use", ["href": "#\(id)"])
          }
        }
        for mark in page.marks.sorted(by: { HTMLReport.isBehind($0, $1, subject) }) {
          outline(
            mark, isOthers: subject != nil && mark.subject != nil && mark.subject != subject, height: height,
            to: &markup)
        }
      }
      markup.element("figcaption", [:]) { markup in
        markup.text(caption)
        if let source = words(page.textSource) { markup.element("span", ["class": "source"], source) }
        if page.thumbnail == nil {
          markup.element(
            "span", ["class": "source"], say("only the codes' places are drawn", "narysowano tylko miejsca kodów"))
        }
      }
    }
  }

  /// Pages that stand beside no invoice: of files without codes, and between the invoices of a file.
  func writeOtherPages<Failure>(shown: inout Set<PagePlace>, to sink: (String) throws(Failure) -> Void) throws(Failure)
  {
    var markup = Markup()
    var isFirst = true
    for (print, reading) in report.prints.enumerated() {
      for (page, reading) in reading.pages.enumerated() {
        let isWorthALook = reading.subjects.isEmpty && (reading.thumbnail != nil || !reading.marks.isEmpty)
        guard isWorthALook else { continue }
        if isFirst {
          markup.raw("<section>")
          markup.element("h2", say("Pages of no invoice found", "Strony, na których nie znaleziono faktury"))
          markup.raw("<div class=\"gallery\">\n")
          isFirst = false
        }
        picture(PagePlace(print: print, page: page), of: nil, shown: &shown, to: &markup)
        markup.endLine()
        try sink(markup.take())
      }
    }
    if !isFirst { try sink("</div></section>\n") }
  }

  private func outline(_ mark: CodeMark, isOthers: Bool, height: Int, to markup: inout Markup) {
    let margin = 12
    let box = HTMLReport.box(of: mark.region, height: height)
    let label = word(mark)
    // Capitals and small letters of a bold system font are about so wide, in units of the page.
    let labelWidth = label.count * 25 + 24
    let labelHeight = 52
    let labelX = max(0, min(box.left - margin, HTMLReport.pageWidth - labelWidth))
    let above = box.top - margin - labelHeight
    let labelY = above >= 0 ? above : min(box.top + box.height + margin, height - labelHeight)
    markup.element("g", ["class": "mark \(mark.kind.rawValue)\(isOthers ? " other" : "")"]) { markup in
      markup.empty(
        "rect",
        [
          "class": "frame", "x": "\(box.left - margin)", "y": "\(box.top - margin)", "rx": "8",
          "width": "\(box.width + 2 * margin)", "height": "\(box.height + 2 * margin)",
        ])
      markup.empty(
        "rect",
        ["class": "label", "x": "\(labelX)", "y": "\(labelY)", "width": "\(labelWidth)", "height": "\(labelHeight)"])
      markup.element("text", ["x": "\(labelX + labelWidth / 2)", "y": "\(labelY + 39)"], label)
    }
  }

  private func word(_ mark: CodeMark) -> String {
    switch mark.kind {
    case .invoice: "KOD I"
    case .certificate: "KOD II"
    case .malformed: say("bad link", "zły link")
    case .foreign: say("other code", "inny kod")
    case .unreadable: say("unreadable", "nieczytelny")
    }
  }

  /// What has to be said of a page's words; nothing where they are the PDF's own, or nobody looked.
  private func words(_ source: PageText.Source) -> String? {
    switch source {
    case .none, .textLayer: nil
    case .hiddenLayer: say("its text is hidden behind a picture", "jej tekst jest ukryty pod obrazem")
    case .recognised: say("its text was read by OCR", "jej tekst odczytano przez OCR")
    }
  }

  /// Marks of other invoices are drawn first, so that the invoice's own cover them.
  private static func isBehind(_ left: CodeMark, _ right: CodeMark, _ subject: Int?) -> Bool {
    guard let subject else { return false }
    return left.subject != subject && right.subject == subject
  }

  /// The picture's height where its width is `pageWidth`; that of A4 where there is none.
  private static func height(of thumbnail: Thumbnail?) -> Int {
    guard let thumbnail, thumbnail.width > 0, thumbnail.height > 0 else { return 1414 }
    return min(max(pageWidth * min(thumbnail.height, 100_000) / thumbnail.width, 50), 20_000)
  }

  /// A region in the picture's units, within the picture whatever was read.
  private static func box(of region: PageRegion, height: Int) -> (left: Int, top: Int, width: Int, height: Int) {
    func units(_ fraction: Double, _ length: Int) -> Int {
      // Also NaN, which no number is greater than.
      guard fraction > 0 else { return 0 }
      return Int((min(fraction, 1) * Double(length)).rounded())
    }
    return (
      units(region.left, pageWidth), units(region.top, height), units(region.width, pageWidth),
      units(region.height, height)
    )
  }
}
