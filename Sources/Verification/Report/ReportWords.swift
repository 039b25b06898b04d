import CodeReading
public import Findings

// The words that several forms of the report use.

extension Verdict {
  /// The verdict in a word, in lower case.
  var word: Sentence {
    switch self {
    case .passed: Sentence("passed", pl: "pozytywnie")
    case .failed: Sentence("failed", pl: "negatywnie")
    case .indeterminate: Sentence("indeterminate", pl: "nierozstrzygnięte")
    }
  }

  /// The verdicts in the order in which a person should look at what got them.
  static let inOrderOfUrgency: [Verdict] = [.failed, .indeterminate, .passed]
}

extension Report {
  /// The verdict in a word; for none, that no code was found.
  var word: Sentence { verdict?.word ?? Sentence("no code", pl: "brak kodu") }

  /// What the verdict means.
  var explanation: Sentence {
    switch verdict {
    case .passed:
      Sentence(
        "everything that can be decided offline was decided and agrees.",
        pl: "rozstrzygnięto wszystko, co można sprawdzić offline, i wszystko się zgadza.")
    case .failed: Sentence("something doesn't agree.", pl: "coś się nie zgadza.")
    case .indeterminate:
      Sentence(
        "nothing disagrees, but something could not be checked.",
        pl: "nie ma sprzeczności, ale czegoś nie dało się sprawdzić.")
    case nil: Sentence("No code of KSeF's was found.", pl: "Nie znaleziono żadnego kodu KSeF.")
    }
  }
}

extension Report {
  /// The whole run in a line: the verdict, how many invoices have which, and how much couldn't be read.
  public var summary: Sentence {
    let verdicts = Verdict.inOrderOfUrgency
    let english = verdicts.map { "\($0.word.english) \(counts.count($0))" }.joined(separator: ", ")
    let polish = verdicts.map { "\($0.word.polish) \(counts.count($0))" }.joined(separator: ", ")
    let unread = counts.unreadableEvidence + counts.unreadableCodes
    return Sentence(
      "\(word.english.uppercased()): invoices: \(counts.invoices) (\(english)); files and codes that can't be read:"
        + " \(unread); files without a KSeF code: \(counts.printsWithoutCode)",
      pl:
        "\(word.polish.uppercased()): faktury: \(counts.invoices) (\(polish)); pliki i kody nie do odczytania: \(unread);"
        + " pliki bez kodu KSeF: \(counts.printsWithoutCode)")
  }
}

extension Outcome {
  /// The outcome in a word; what a person should see stands in capitals.
  var word: Sentence {
    switch self {
    case .passed: Sentence("agrees", pl: "zgodne")
    case .remark: Sentence("remark", pl: "uwaga")
    case .failed: Sentence("FAILED", pl: "BŁĄD")
    case .undecided: Sentence("UNDECIDED", pl: "NIE WIADOMO")
    case .notRun: Sentence("not run", pl: "pominięto")
    }
  }

  /// The worst first, as one cell for several answers of a check needs them.
  static let inOrderOfUrgency: [Outcome] = [.failed, .undecided, .remark, .passed, .notRun]
}

extension ReportedCode.Kind {
  /// What the code is called, the same in every form.
  var word: Sentence {
    switch self {
    case .invoice: Sentence("KOD I", pl: "KOD I")
    case .certificate: Sentence("KOD II", pl: "KOD II")
    case .malformed: Sentence("other", pl: "inny")
    }
  }
}

extension SubjectReport {
  /// The reasons as sentences, each once; there is one at least unless everything passed.
  var whyNot: [Sentence] {
    if verdict == .indeterminate && reasons.isEmpty {
      return [
        Sentence(
          "Nothing that was given proves the invoice.", pl: "Nic z tego, co podano, nie dowodzi tej faktury.")
      ]
    }
    return reasons.map(\.sentence).inOrderFoundOnce
  }

  /// The checks, those that need a person first; the rest in their order.
  var checksByUrgency: [CheckResult] {
    let urgent: [Outcome] = [.failed, .undecided, .remark]
    return urgent.flatMap { outcome in checks.filter { $0.outcome == outcome } }
      + checks.filter { !urgent.contains($0.outcome) }
  }

  /// Where its codes stand: each file, page and line once.
  var places: [Sentence] {
    codes.flatMap(\.origins).map(\.wordsWithoutRegion).inOrderFoundOnce
  }
}

extension Origin {
  /// `scan.pdf, page 2`, without the place on the page.
  var wordsWithoutRegion: Sentence {
    guard case .page(let name, let page, _) = self else { return words }
    return Sentence("\(name), page \(page)", pl: "\(name), strona \(page)")
  }
}

extension ReportCounts {
  /// What is counted beside the verdicts, in the words of a summary.
  ///
  /// `isTrouble` where anything but 0 needs a person.
  var words: [(label: Sentence, count: Int, isTrouble: Bool)] {
    [
      (Sentence("files read", pl: "odczytane pliki"), prints, false),
      (Sentence("pages", pl: "strony"), pages, false),
      (Sentence("KSeF codes", pl: "kody KSeF"), codes, false),
      (Sentence("codes of other kinds", pl: "kody innego rodzaju"), otherCodes, false),
      (Sentence("KOD I without KOD II", pl: "KOD I bez KOD II"), onlyInvoiceLink, false),
      (Sentence("KOD II without KOD I", pl: "KOD II bez KOD I"), onlyCertificateLink, true),
      (Sentence("files that can't be read", pl: "pliki nie do odczytania"), unreadableEvidence, true),
      (Sentence("codes that can't be read", pl: "kody nie do odczytania"), unreadableCodes, true),
      (Sentence("files without a KSeF code", pl: "pliki bez kodu KSeF"), printsWithoutCode, true),
      (
        Sentence("invoices that no code names", pl: "faktury, których nie wskazuje żaden kod"), invoicesWithoutCode,
        true
      ),
    ]
  }
}

extension Sequence where Element: Hashable {
  /// Each element once, where it stands first.
  var inOrderFoundOnce: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
