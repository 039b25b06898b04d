import Findings

/// Something in the evidence that belongs to no invoice found, and that a person should look at.
struct LooseEnd {
  /// How it was left over; other programs read the names.
  enum Kind: String, CaseIterable {
    /// A file in which nothing could be looked for.
    case unreadableEvidence = "unreadable-evidence"
    /// A code that was seen and not read.
    case unreadableCode = "unreadable-code"
    /// A file that was read and bears no code of KSeF's.
    case printWithoutCode = "print-without-code"
    /// A link or a line that is none of KSeF's codes.
    case foreignText = "foreign-text"
    /// An invoice that was given and that no code names.
    case invoiceWithoutCode = "invoice-without-code"

    /// Nothing could be read, as opposed to: nothing of KSeF's was there.
    var isUnread: Bool { self == .unreadableEvidence || self == .unreadableCode }
  }

  let kind: Kind
  /// The file as the user knows it, or the invoice given.
  let file: String
  /// The page, from 1; nil where it is the whole file.
  var page: Int?
  /// Where it is, as said to a person.
  let place: Sentence
  /// What is the matter.
  let reason: Sentence
  /// What to do about it; nil where nothing has to be done.
  var remedy: Sentence?
}

extension Report {
  /// Everything that belongs to no invoice, the unread first.
  var looseEnds: [LooseEnd] {
    obstacles.map(LooseEnd.init) + unreadableCodes.map(LooseEnd.init)
      + prints.filter(\.isWithoutCode).map(LooseEnd.init)
      + otherCodes.filter { !$0.isOnPage }.map(LooseEnd.init)
      + invoicesWithoutCode.map(LooseEnd.init(invoiceWithoutCode:))
  }
}

extension LooseEnd {
  init(_ obstacle: Obstacle) {
    let place = obstacle.place.text
    self.init(
      kind: .unreadableEvidence, file: obstacle.place.file ?? "", place: Sentence(place, pl: place),
      reason: obstacle.reason, remedy: obstacle.remedy)
  }

  init(_ code: UnreadableCode) {
    self.init(
      kind: .unreadableCode, file: code.origin.print ?? "", page: code.origin.page, place: code.origin.words,
      reason: Sentence(
        "A code is seen here and can't be read.", pl: "Widać tu kod, którego nie udało się odczytać."),
      remedy: code.advice)
  }

  init(_ print: PrintReport) {
    let pages = print.pages.count
    self.init(
      kind: .printWithoutCode, file: print.name, place: Sentence(print.name, pl: print.name),
      reason: Sentence(
        "No code of KSeF's is seen in it (pages: \(pages)).",
        pl: "Nie widać w nim żadnego kodu KSeF (strony: \(pages))."),
      remedy: Sentence(
        "If codes are printed there, scan it again at 200 dpi or more.",
        pl: "Jeśli są na nim kody, zeskanuj go ponownie w co najmniej 200 dpi."))
  }

  init(_ code: OtherCode) {
    let text = code.text.shortened(to: 60)
    self.init(
      kind: .foreignText, file: code.origin.print ?? "", place: code.origin.words,
      reason: Sentence("It is not a code of KSeF's: \(text)", pl: "To nie kod KSeF: \(text)"))
  }

  init(invoiceWithoutCode name: String) {
    self.init(
      kind: .invoiceWithoutCode, file: name, place: Sentence(name, pl: name),
      reason: Sentence(
        "No code found names this invoice.", pl: "Żaden ze znalezionych kodów nie wskazuje tej faktury."))
  }
}

extension OtherCode {
  /// It was read from paper, and not given as a text.
  var isOnPage: Bool { if case .page = origin { true } else { false } }
}
