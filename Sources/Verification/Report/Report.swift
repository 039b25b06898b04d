public import Findings

/// A code that isn't KSeF's.
public struct OtherCode: Sendable, Hashable {
  /// What the code holds.
  public let text: String
  /// Where it was read.
  public let origin: Origin
  /// False for a symbol of another kind, which is no KSeF code whatever it says.
  public let isQR: Bool
}

/// What was found out about all the evidence.
public struct Report: Sendable {
  /// Nil where no code of KSeF's was found, although everything given could be read.
  public let verdict: Verdict?
  /// One for each invoice found.
  public let subjects: [SubjectReport]
  /// Codes that aren't KSeF's.
  public let otherCodes: [OtherCode]
  /// QR codes that were seen and not read, on pages where no pair of codes stands.
  public let unreadableCodes: [UnreadableCode]
  /// Pieces of evidence in which nothing could be looked for.
  public let obstacles: [Obstacle]
  /// Invoices that no code names.
  public let invoicesWithoutCode: [String]
  /// The files that were looked at, in the order given.
  public let prints: [PrintReport]
  /// How many there are of everything above.
  public let counts: ReportCounts

  init(
    subjects: [SubjectReport], otherCodes: [OtherCode], unreadableCodes: [UnreadableCode], obstacles: [Obstacle],
    invoicesWithoutCode: [String], prints: [PrintReport] = []
  ) {
    self.prints = prints
    counts = ReportCounts(
      subjects: subjects, prints: prints, otherCodes: otherCodes.count, unreadableCodes: unreadableCodes.count,
      unreadableEvidence: obstacles.count, invoicesWithoutCode: invoicesWithoutCode.count)
    self.subjects = subjects
    self.otherCodes = otherCodes
    self.unreadableCodes = unreadableCodes
    self.obstacles = obstacles
    self.invoicesWithoutCode = invoicesWithoutCode
    let isRead = unreadableCodes.isEmpty && obstacles.isEmpty
    let isWhole = isRead && (invoicesWithoutCode.isEmpty || subjects.isEmpty)
    verdict = Verdict.worst(of: subjects.map(\.verdict) + (isWhole ? [] : [.indeterminate]))
  }

  /// What nobody looked at here: what isn't compared of a print, and of how many invoices its amounts weren't.
  public var notLookedAt: [Sentence] {
    let rest = Sentence(
      "whether the rest of the print, its lines and notes, is that of the XML (print it again and compare)",
      pl: "czy reszta wydruku, jego wiersze i uwagi, jest taka jak w pliku XML (wydrukuj go ponownie i porównaj)")
    let left = subjects.count { !$0.hasComparedAmounts }
    if left == 0 { return [rest] }
    if left == subjects.count {
      return [
        Sentence(
          "whether the words and amounts on the print are those of the XML (print it again and compare)",
          pl: "czy treść i kwoty na wydruku są takie jak w pliku XML (wydrukuj go ponownie i porównaj)")
      ]
    }
    let part = Sentence(
      "whether the words and amounts on the print are those of the XML, for \(left) of the \(subjects.count) invoices:"
        + " those whose check paper.totals wasn't run",
      pl:
        "czy treść i kwoty na wydruku są takie jak w pliku XML – dla \(left) z \(subjects.count) faktur: tych, dla których"
        + " pominięto sprawdzenie paper.totals")
    return [part, rest]
  }
}

extension SubjectReport {
  /// The amounts on its paper were held against those of its XML, whatever came of it.
  fileprivate var hasComparedAmounts: Bool {
    let compared: Set<Outcome> = [.passed, .remark, .failed]
    // One answer for each print: the honest copy says nothing of the other paper.
    let answers = checks.filter { $0.check == .paperTotals }
    return !answers.isEmpty && answers.allSatisfy { compared.contains($0.outcome) }
  }
}
