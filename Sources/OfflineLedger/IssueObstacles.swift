import Findings
import KSeFIdentifiers
import OfflineRules

/// Why an invoice can't be issued or changed at the desk.
extension Obstacle {
  static func numberTaken(_ first: IssuedInvoice) -> Obstacle {
    Obstacle(
      "desk.number-taken",
      Sentence(
        "Invoice \(first.number.quotedBriefly) (\(first.kind)) of NIP \(first.identity.seller) was issued already, dated "
          + "\(first.identity.issueDate.printed), printed \(first.recorded.clock); this file has other bytes.",
        pl: "Fakturę \(first.number.quotedBriefly) (\(first.kind)) NIP \(first.identity.seller) już wystawiono z datą "
          + "\(first.identity.issueDate.printed), wydruk \(first.recorded.clock); ten plik ma inną treść."),
      remedy: Sentence(
        "KSeF refuses a second one. Give this invoice its own number; to print the first one again, give its file.",
        pl: "KSeF odrzuci drugą. Nadaj tej fakturze własny numer; aby ponowić wydruk pierwszej, podaj jej plik."))
  }

  static func originalWaits(_ original: IssuedInvoice) -> Obstacle {
    Obstacle(
      "desk.original-waits",
      Sentence(
        "This correction must name the KSeF number of invoice \(original.number.quotedBriefly), which has none yet.",
        pl: "Ta korekta musi podać numer KSeF faktury \(original.number.quotedBriefly), która go jeszcze nie ma."),
      remedy: Sentence(
        "Send the original first and record its number (ksef-desk queue sent), then issue the correction with it.",
        pl: "Najpierw wyślij oryginał i zapisz jego numer (ksef-desk queue sent), potem wystaw korektę z tym numerem."))
  }

  static func originalNumbered(_ original: IssuedInvoice, _ number: KSeFNumber) -> Obstacle {
    Obstacle(
      "desk.original-numbered",
      Sentence(
        "Invoice \(original.number.quotedBriefly), which is corrected, has KSeF number \(number).",
        pl: "Korygowana faktura \(original.number.quotedBriefly) ma numer KSeF \(number)."),
      remedy: Sentence(
        "Name that number in the correction (NrKSeFFaKorygowanej).",
        pl: "Podaj ten numer w korekcie (NrKSeFFaKorygowanej)."))
  }

  static func recordedMeanwhile(_ invoice: IssuedInvoice) -> Obstacle {
    Obstacle(
      "desk.recorded-meanwhile",
      Sentence(
        "Another till has just printed invoice \(invoice.number.quotedBriefly).",
        pl: "Inna kasa właśnie wydrukowała fakturę \(invoice.number.quotedBriefly)."),
      remedy: Sentence("Print it again.", pl: "Wydrukuj ponownie."))
  }
}
