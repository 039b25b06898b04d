import Findings
import KSeFIdentifiers
import OfflineLedger
import OfflineRules

/// What a person at the till should know of a print.
extension LedgerDesk {
  static func technicalCorrection(_ refused: IssuedInvoice) -> Sentence {
    let original = refused.corrects ?? refused.identity.hash.base64URL
    return Sentence(
      "A technical correction: it must be sent with the hash of the refused invoice, \(original).",
      pl: "Korekta techniczna: wysyła się ją ze skrótem odrzuconej faktury, \(original).")
  }

  static func reprinted(_ first: IssuedInvoice) -> [Sentence] {
    let notice = Sentence(
      "A re-print of what was printed \(first.recorded.clock), with the same codes.",
      pl: "Ponowny wydruk (pierwszy: \(first.recorded.clock)), z tymi samymi kodami.")
    guard case .rejected(let reason, _) = first.state else { return [notice] }
    return [
      notice,
      Sentence(
        "KSeF refused it: \(reason). Where the same file goes again, ksef-desk queue reopen puts it back into the queue.",
        pl:
          "KSeF ją odrzucił: \(reason). Jeżeli ten sam plik ma iść ponownie, ksef-desk queue reopen przywraca go do kolejki."
      ),
    ]
  }

  static func datedBefore(_ event: AvailabilityEvent) -> Sentence {
    Sentence(
      "It was late before \(event.name) began (\(event.start.clock)), so it isn't issued under it, but in offline24: send it without delay.",
      pl:
        "Termin minął, zanim zaczęło się \(event.name) (\(event.start.clock)), więc wystawia się ją w offline24: wyślij ją niezwłocznie."
    )
  }

  static func clockBehind(_ last: Moment, _ now: Moment) -> Sentence {
    Sentence(
      "The clock shows \(now.clock), the journal's last entry is of \(last.clock): put the clock right.",
      pl: "Zegar wskazuje \(now.clock), a ostatni wpis dziennika jest z \(last.clock): ustaw zegar.")
  }

  /// Says so where the clock has been put back.
  func clockNotices() throws(Obstacle) -> [Sentence] {
    guard let last = try ledger.lastEntry(), ledger.now.unixSeconds + 60 < last.unixSeconds else { return [] }
    return [LedgerDesk.clockBehind(last, ledger.now)]
  }
}
