import Findings
import KSeFIdentifiers

extension HTMLReport {
  /// One invoice: why it needs a person, what is known of it, every check, its pages.
  ///
  /// - Parameter shown: pages whose picture stands in the file already.
  func write(_ subject: SubjectReport, index: Int, shown: inout Set<PagePlace>, to markup: inout Markup) {
    let number = index + 1
    let places = pagesOfSubject[index]
    markup.element(
      "article",
      [
        "id": "invoice-\(number)", "class": "invoice \(subject.verdict.rawValue)",
        "data-verdict": subject.verdict.rawValue,
      ]
    ) { markup in
      markup.element("div", ["class": "findings"]) { markup in
        writeTitle(subject, number: number, to: &markup)
        writeReasons(subject, to: &markup)
        writeFacts(subject, to: &markup)
        writeOpenQuestions(subject, to: &markup)
        writeChecks(subject, to: &markup)
      }
      guard !places.isEmpty else { return }
      markup.element("div", ["class": "pages"]) { markup in
        for place in chosen(places, of: index) { picture(place, of: index, shown: &shown, to: &markup) }
        let left = places.count - min(places.count, HTMLReport.mostPages)
        if left > 0 { markup.element("p", say("More pages: \(left)", "Dalsze strony: \(left)")) }
      }
    }
    markup.endLine()
  }

  /// So many pages of an invoice are shown at most, those with its codes before others.
  static let mostPages = 4

  private func chosen(_ places: [PagePlace], of subject: Int) -> [PagePlace] {
    func bearsCode(_ place: PagePlace) -> Bool {
      report.prints[place.print].pages[place.page].marks.contains { $0.subject == subject }
    }
    let (bearing, others) = (places.filter(bearsCode), places.filter { !bearsCode($0) })
    return (bearing + others).prefix(HTMLReport.mostPages).sorted { ($0.print, $0.page) < ($1.print, $1.page) }
  }

  private func writeTitle(_ subject: SubjectReport, number: Int, to markup: inout Markup) {
    markup.element("h3", [:]) { markup in
      badge(subject.verdict, &markup)
      markup.element("span", ["class": "number"], "\(say("Invoice", "Faktura")) \(number)")
      if let own = subject.details.number { markup.element("span", own) }
    }
    var facts: [String] = []
    if let seller = subject.seller { facts.append("\(say("seller's NIP", "NIP sprzedawcy")) \(seller.digits)") }
    if let date = subject.issueDate { facts.append("\(say("issued", "wystawiona")) \(date.iso)") }
    if let environment = subject.environment { facts.append(say(environment.words)) }
    if !facts.isEmpty { markup.element("p", ["class": "lead"], facts.joined(separator: " · ").capitalisedFirst) }
  }

  private func writeReasons(_ subject: SubjectReport, to markup: inout Markup) {
    guard !subject.whyNot.isEmpty else { return }
    markup.element("ul", ["class": "reasons"]) { markup in
      for sentence in subject.whyNot { markup.element("li", say(sentence)) }
    }
  }

  private func writeFacts(_ subject: SubjectReport, to markup: inout Markup) {
    var facts: [(String, String)] = []
    for code in subject.codes {
      let name = code.kind == .malformed ? say("Other link", "Inny link") : say(code.kind.word)
      facts.append((name, code.origins.map { say($0.words) }.joined(separator: "; ")))
    }
    if let buyer = subject.details.buyer { facts.append((say("Buyer", "Nabywca"), buyer)) }
    if let total = subject.details.total { facts.append((say("Total", "Należność ogółem"), total)) }
    if let number = subject.details.ksefNumber { facts.append((say("KSeF number", "Numer KSeF"), number)) }
    if let file = subject.invoiceFile { facts.append((say("Invoice's file", "Plik faktury"), file)) }
    if let certificate = subject.certificate {
      let holder = subject.certificateHolder.map { ", \($0)" } ?? ""
      facts.append((say("Certificate", "Certyfikat"), certificate.text + holder))
    }
    if let hash = subject.hash { facts.append(("SHA-256", hash.base64URL)) }
    markup.element("dl", [:]) { markup in
      for (name, value) in facts {
        markup.element("dt", name)
        markup.element("dd", value)
      }
    }
  }

  private func writeOpenQuestions(_ subject: SubjectReport, to markup: inout Markup) {
    guard !subject.openQuestions.isEmpty else { return }
    markup.element("div", ["class": "open"]) { markup in
      markup.element("h4", say("Only KSeF can tell", "To wie tylko KSeF"))
      markup.element("ul", [:]) { markup in
        // Questions that one link answers stand together before it.
        for link in subject.openQuestions.map(\.link).inOrderFoundOnce {
          let questions = subject.openQuestions.filter { $0.link == link }.map { say($0.question) }
          markup.element("li", [:]) { markup in
            markup.text(questions.joined(separator: "; ").capitalisedFirst + ": ")
            guard let link else { return }
            if let safe = SafeLink(link) {
              markup.element(
                "a", ["href": safe.address, "rel": "noreferrer noopener", "target": "_blank"],
                safe.host)
            } else {
              markup.element("code", link.shortened(to: 200))
            }
          }
        }
      }
    }
  }

  private func writeChecks(_ subject: SubjectReport, to markup: inout Markup) {
    let counted = Outcome.inOrderOfUrgency.compactMap { outcome -> String? in
      let count = subject.checks.count { $0.outcome == outcome }
      return count == 0 ? nil : "\(say(outcome.word).lowercased()) \(count)"
    }
    // Of many that passed nobody needs every line, on paper neither; of the rest they explain the verdict.
    let attributes: KeyValuePairs<StaticString, String> =
      subject.verdict == .passed && report.subjects.count > 1 ? ["class": "checks"] : ["class": "checks", "open": ""]
    markup.element("details", attributes) { markup in
      markup.element("summary", "\(say("Checks", "Sprawdzenia")): \(counted.joined(separator: ", "))")
      markup.element("table", [:]) { markup in
        markup.element("tbody", [:]) { markup in
          for check in subject.checksByUrgency {
            markup.element("tr", ["class": check.outcome.rawValue]) { markup in
              markup.element("td", ["class": "outcome"], say(check.outcome.word))
              markup.element("th", ["scope": "row"]) { checkName(check.check, &$0) }
              let place = subject.codes.count > 2 ? check.code.map { " (\(say($0.words)))" } ?? "" : ""
              markup.element("td", say(check.sentence) + place)
            }
          }
        }
      }
    }
  }
}
