public import FAInvoice
public import Findings

/// An invoice that may be printed: it was checked, and KSeF would take it, or the caller prints it all the same.
///
/// What prints takes one of these and nothing less, so that nobody forgets the check, and none runs it twice.
public struct ClearedInvoice: Sendable {
  /// The invoice itself.
  public let document: FADocument
  /// All that the check found, in its order.
  public let findings: [Finding]

  /// What becomes of an invoice that KSeF would refuse.
  public enum Refusals: Sendable, Hashable {
    /// It isn't printed.
    case stop
    /// It is printed all the same; the findings say what KSeF would refuse.
    case printAnyway
    /// It has its KSeF number and so was accepted: what would be a refusal is a warning, and stops nothing.
    case areOverruled
  }

  /// Checks an invoice before it is printed.
  ///
  /// - Parameters:
  ///   - check: for the KSeF that the codes will lead to, and the day of the print.
  ///   - refusals: what becomes of an invoice that KSeF would refuse.
  /// - Throws: `invoice.refused`, which carries all the findings.
  /// Source: verification-codes, "What KSeF refuses later".
  public init(_ document: FADocument, by check: InvoiceCheck, refusals: Refusals) throws(Obstacle) {
    self.document = document
    let found = check.findings(for: document)
    let refused = found.count { $0.severity == .refused }
    switch refusals {
    case .stop where refused > 0: throw .refused(document.fileName, found, count: refused)
    case .areOverruled where refused > 0:
      findings = [.acceptedAllTheSame(document.fileName)] + found.map(\.withoutRefusal)
    case .stop, .printAnyway, .areOverruled: findings = found
    }
  }
}

extension Obstacle {
  /// KSeF would refuse the invoice.
  ///
  /// - Parameter count: how many of the findings are refusals.
  package static func refused(_ file: String, _ findings: [Finding], count: Int) -> Obstacle {
    Obstacle(
      "invoice.refused", at: Place(file: file),
      Sentence(
        "KSeF would refuse this invoice (refusals: \(count)).", pl: "KSeF odrzuci tę fakturę (błędy: \(count))."),
      remedy: Sentence(
        "Correct the invoice where it is made, before it is handed over.",
        pl: "Popraw fakturę w programie, który ją wystawia, zanim ją wydasz."), findings: findings)
  }
}

extension Finding {
  /// The same as a warning where it was a refusal.
  fileprivate var withoutRefusal: Finding {
    severity == .refused
      ? Finding(code, .warning, at: place, sentence, remedy: remedy, source: source) : self
  }

  fileprivate static func acceptedAllTheSame(_ file: String) -> Finding {
    let meaning = CodeMeaning.acceptedAllTheSame
    return Finding(
      meaning.code, .warning, at: Place(file: file),
      Sentence(
        "The invoice has a KSeF number, but KSeF would refuse this file today: it may not be the one that was accepted.",
        pl: "Faktura ma numer KSeF, ale dziś KSeF odrzuciłby ten plik: może to nie jest plik, który został przyjęty."),
      remedy: meaning.remedy, source: meaning.source)
  }
}

extension CodeMeaning {
  static let acceptedAllTheSame = CodeMeaning(
    "invoice.accepted-all-the-same", .always(.warning),
    title: Sentence("Accepted, and yet to be refused", pl: "Przyjęta, a jednak do odrzucenia"),
    explanation: Sentence(
      "Told when an invoice is printed with its KSeF number although the check would refuse the file. KSeF's word counts, "
        + "so the print is made; but KOD I holds the hash of this very file, and leads nowhere where KSeF has another.",
      pl:
        "Pojawia się, gdy faktura jest drukowana z numerem KSeF, choć kontrola odrzuciłaby plik. Liczy się decyzja KSeF, "
        + "więc wydruk powstaje; KOD I zawiera jednak skrót tego pliku i donikąd nie prowadzi, jeżeli KSeF ma inny."),
    remedy: Sentence(
      "Fetch the invoice's XML from KSeF and print that.", pl: "Pobierz XML faktury z KSeF i wydrukuj go."),
    source: "faktury/weryfikacja-faktury.md")
}
