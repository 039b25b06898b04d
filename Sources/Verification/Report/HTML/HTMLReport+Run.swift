import Findings
import KSeFIdentifiers

// What a page says of the run as a whole: filters, the table of invoices, what was left over, what nobody looked at.

extension HTMLReport {
  func writeLooseEnds(_ markup: inout Markup) {
    let ends = report.looseEnds
    guard !ends.isEmpty else { return }
    markup.element("section", ["class": "loose"]) { markup in
      markup.element("h2", say("This needs a look, too", "Tego też trzeba dopilnować"))
      // Many places may have the same trouble; what to do is said once for all of them.
      var places: [Trouble: [String]] = [:]
      let troubles = ends.map { end in
        let trouble = Trouble(reason: end.reason, remedy: end.remedy, isUnread: end.kind.isUnread)
        places[trouble, default: []].append(say(end.place))
        return trouble
      }
      for trouble in troubles.inOrderFoundOnce {
        markup.element("div", ["class": trouble.isUnread ? "unread" : "left"]) { markup in
          markup.element("h3", say(trouble.reason))
          if let remedy = trouble.remedy { markup.element("p", say(remedy)) }
          markup.element("ul", [:]) { markup in
            for place in places[trouble] ?? [] where !place.isEmpty { markup.element("li", place) }
          }
        }
      }
    }
    markup.endLine()
  }

  private struct Trouble: Hashable {
    let reason: Sentence
    let remedy: Sentence?
    let isUnread: Bool
  }

  /// Hidden until the script takes hold of them.
  func writeFilters(_ markup: inout Markup) {
    markup.element("div", ["id": "tools", "class": "tools", "hidden": "", "role": "search"]) { markup in
      markup.element("div", ["class": "verdicts", "role": "group", "aria-label": say("Verdict", "Wynik")]) { markup in
        markup.element(
          "button", ["type": "button", "data-show": "", "aria-pressed": "true"],
          "\(say("All", "Wszystkie")) (\(report.counts.invoices))")
        for verdict in Verdict.inOrderOfUrgency where report.counts.count(verdict) > 0 {
          markup.element(
            "button", ["type": "button", "data-show": verdict.rawValue, "aria-pressed": "false"],
            "\(say(verdict.word).capitalisedFirst) (\(report.counts.count(verdict)))")
        }
      }
      markup.element("label", [:]) { markup in
        markup.text(say("Search", "Szukaj") + " ")
        markup.empty("input", ["type": "search", "autocomplete": "off", "spellcheck": "false"])
      }
      markup.element("button", ["type": "button", "data-open": ""], say("Open all checks", "Rozwiń sprawdzenia"))
      markup.element("p", ["role": "status", "data-words": say("Shown: ", "Widoczne: ")], "")
    }
    markup.endLine()
  }

  /// The table of all invoices, the most urgent first.
  func writeOverview<Failure>(to sink: (String) throws(Failure) -> Void) throws(Failure) {
    var markup = Markup()
    markup.element("h2", ["id": "invoices"], say("Invoices", "Faktury"))
    markup.raw("\n<div class=\"wide\"><table class=\"overview\"><thead><tr>")
    for title in [
      say("No.", "Nr"), say("Verdict", "Wynik"), say("Invoice", "Faktura"), say("Seller", "Sprzedawca"),
      say("Issued", "Wystawiona"),
      say("Found in", "Gdzie"), say("Why, or what to note", "Dlaczego, albo na co zwrócić uwagę"),
    ] {
      markup.element("th", ["scope": "col"], title)
    }
    markup.raw("</tr></thead>\n<tbody>\n")
    try sink(markup.take())
    for verdict in Verdict.inOrderOfUrgency {
      for (index, subject) in report.subjects.enumerated() where subject.verdict == verdict {
        markup.element("tr", ["id": "row-\(index + 1)"]) { markup in
          markup.element("td", ["class": "short"]) {
            $0.element("a", ["href": "#invoice-\(index + 1)"], String(index + 1))
          }
          markup.element("td", ["class": "short"]) { badge(verdict, &$0) }
          markup.element("td", subject.details.number?.shortened(to: 60) ?? "–")
          markup.element("td", ["class": "short"], subject.seller?.digits ?? "–")
          markup.element("td", ["class": "short"], subject.issueDate?.iso ?? "–")
          markup.element("td", subject.places.map(say).joined(separator: "; "))
          markup.element("td", briefly(subject))
        }
        markup.endLine()
        try sink(markup.take())
      }
    }
    try sink("</tbody></table></div>\n")
  }

  /// The first reason, or remark where it passed, and how many there are besides.
  private func briefly(_ subject: SubjectReport) -> String {
    let remarks = subject.checks.filter { $0.outcome == .remark }.map(\.sentence)
    let sentences = subject.verdict == .passed ? remarks : subject.whyNot
    guard let first = sentences.first else { return "" }
    let more = sentences.count - 1
    return (subject.verdict == .passed ? "\(say(Outcome.remark.word).capitalisedFirst): " : "") + say(first)
      + (more == 0 ? "" : say(" (and \(more) more)", " (i jeszcze \(more))"))
  }

  /// What stands at the end: codes of other kinds, what only KSeF can tell, what the checks mean.
  func writeRest(_ markup: inout Markup) {
    let codes = report.otherCodes.filter(\.isOnPage)
    if !codes.isEmpty {
      markup.element("section", [:]) { markup in
        markup.element("h2", say("Codes of other kinds", "Kody innego rodzaju"))
        markup.element("ul", ["class": "codes"]) { markup in
          for code in codes {
            markup.element("li", [:]) { markup in
              markup.text(say(code.origin.words) + ": ")
              markup.element("code", code.text.shortened(to: 120))
            }
          }
        }
      }
      markup.endLine()
    }
    guard !report.subjects.isEmpty else { return }
    markup.element("section", [:]) { markup in
      markup.element("h2", say("Not looked at", "Czego nie sprawdzono"))
      markup.element("ul", [:]) { markup in
        for sentence in report.notLookedAt { markup.element("li", say(sentence)) }
      }
    }
    let asked = Set(report.subjects.flatMap(\.checks).map(\.check))
    markup.element("section", ["class": "meanings"]) { markup in
      markup.element("h2", say("What the checks mean", "Co znaczą sprawdzenia"))
      markup.element("details", [:]) { markup in
        markup.element("summary", say("What each check proves, and what it can't", "Czego dowodzi każde, a czego nie"))
        markup.element("table", [:]) { markup in
          markup.element("thead", [:]) { markup in
            markup.element("tr", [:]) { markup in
              for title in [say("Check", "Sprawdzenie"), say("Proves", "Dowodzi"), say("Doesn't prove", "Nie dowodzi")]
              {
                markup.element("th", ["scope": "col"], title)
              }
            }
          }
          markup.element("tbody", [:]) { markup in
            for check in AllChecks.inOrder where asked.contains(check.name) {
              markup.element("tr", [:]) { markup in
                markup.element("td", [:]) { checkName(check.name, &$0) }
                markup.element("td", say(check.proves))
                markup.element("td", say(check.cannotProve))
              }
            }
          }
        }
      }
    }
    markup.endLine()
  }

  /// A check's title, with the name under which other reports list it.
  func checkName(_ name: CheckName, _ markup: inout Markup) {
    if let title = titles[name] { markup.element("span", say(title)) }
    markup.element("code", ["class": "name"], name.rawValue)
  }
}
