import CodeReading
import Findings
import KSeFIdentifiers

/// Writes a report as one HTML page: the verdict, what needs a person, a table of the invoices, then each invoice with
/// its pages.
///
/// The page needs nothing but itself, and its policy forbids it to fetch anything. It can be read without its script,
/// which only adds the filters.
struct HTMLReport {
  let report: Report
  let language: Language
  /// Of each invoice the pages it stands on, as places in `prints` and in their `pages`.
  let pagesOfSubject: [[PagePlace]]
  let titles: [CheckName: Sentence]

  /// A page of the report's prints, both counted from 0.
  struct PagePlace: Hashable {
    let print: Int
    let page: Int
  }

  init(_ report: Report, _ language: Language) {
    self.report = report
    self.language = language
    var places = [[PagePlace]](repeating: [], count: report.subjects.count)
    for (print, reading) in report.prints.enumerated() {
      for (page, reading) in reading.pages.enumerated() {
        for subject in reading.subjects where places.indices.contains(subject) {
          places[subject].append(PagePlace(print: print, page: page))
        }
      }
    }
    pagesOfSubject = places
    titles = Dictionary(AllChecks.inOrder.map { ($0.name, $0.title) }) { first, _ in first }
  }

  func write<Failure>(to sink: (String) throws(Failure) -> Void) throws(Failure) {
    var markup = Markup()
    var shown: Set<PagePlace> = []
    try sink(beginning)
    writeHeader(&markup)
    writeLooseEnds(&markup)
    let isRun = report.subjects.count > 1
    if isRun {
      writeFilters(&markup)
    } else if !report.subjects.isEmpty {
      markup.element("h2", say("Invoice", "Faktura"))
    }
    try sink(markup.take())
    if isRun { try writeOverview(to: sink) }
    for verdict in Verdict.inOrderOfUrgency {
      for (index, subject) in report.subjects.enumerated() where subject.verdict == verdict {
        write(subject, index: index, shown: &shown, to: &markup)
        try sink(markup.take())
      }
    }
    try writeOtherPages(shown: &shown, to: sink)
    writeRest(&markup)
    try sink(markup.take() + "</main>\n<script>\(HTMLReport.script)</script>\n</body>\n</html>\n")
  }

  func say(_ sentence: Sentence) -> String { sentence.text(in: language) }

  func say(_ english: String, _ polish: String) -> String { language == .polish ? polish : english }

  /// Up to the beginning of the page's main part.
  private var beginning: String {
    var head = Markup()
    head.empty("meta", ["charset": "utf-8"])
    head.empty("meta", ["http-equiv": "Content-Security-Policy", "content": HTMLReport.policy])
    head.empty("meta", ["name": "referrer", "content": "no-referrer"])
    head.empty("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
    head.empty("meta", ["name": "robots", "content": "noindex"])
    head.element("title", "\(say(report.word)) – \(title)")
    return "<!DOCTYPE html>\n<html lang=\"\(language.rawValue)\">\n<head>\n\(head.html)\n"
      + "<style>\(HTMLReport.style)</style>\n</head>\n<body>\n<main>\n"
  }

  private var title: String { say("Verification of KSeF codes", "Weryfikacja kodów KSeF") }

  private func writeHeader(_ markup: inout Markup) {
    let kind = report.verdict?.rawValue ?? "none"
    markup.element("header", ["class": "top \(kind)"]) { markup in
      markup.element("p", ["class": "product"], "ksef-verify")
      markup.element("h1", title)
      markup.element("p", ["class": "verdict"]) { markup in
        if report.verdict != nil { badge(report.verdict, &markup) }
        markup.element("span", say(report.explanation).capitalisedFirst)
      }
      if report.counts.invoices > 1 {
        markup.element("ul", ["class": "tiles"]) { markup in
          for verdict in Verdict.inOrderOfUrgency {
            let count = report.counts.count(verdict)
            markup.element("li", ["class": count == 0 ? "zero" : verdict.rawValue]) { markup in
              markup.element("strong", String(count))
              markup.text(" " + say(verdict.word))
            }
          }
        }
      }
      markup.element("ul", ["class": "counts"]) { markup in
        for item in report.counts.words where item.count > 0 {
          markup.element("li", ["class": item.isTrouble ? "trouble" : "plain"]) { markup in
            markup.text(say(item.label) + ": ")
            markup.element("strong", String(item.count))
          }
        }
      }
    }
    markup.endLine()
  }

  /// The verdict with a sign, so that it can be told without its colour.
  func badge(_ verdict: Verdict?, _ markup: inout Markup) {
    guard let verdict else { return }
    let sign =
      switch verdict {
      case .passed: "✓"
      case .failed: "✕"
      case .indeterminate: "?"
      }
    markup.element("span", ["class": "badge \(verdict.rawValue)"]) { markup in
      markup.element("span", ["aria-hidden": "true"], sign)
      markup.text(" " + say(verdict.word))
    }
  }
}

extension String {
  /// The first letter in upper case, the rest as it is.
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
