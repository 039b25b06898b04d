import Findings
import KSeFIdentifiers
import OfflineRules

/// Why the queue can't be changed as it was asked.
extension Obstacle {
  static func noInvoice(_ reference: String, _ environment: KSeFEnvironment) -> Obstacle {
    Obstacle(
      "desk.no-invoice",
      Sentence(
        "The desk has no invoice \(reference.quotedBriefly) for the \(environment.rawValue) environment.",
        pl: "W biurze offline nie ma faktury \(reference.quotedBriefly) dla środowiska \(environment.rawValue)."),
      remedy: Sentence(
        "ksef-desk queue list --all shows what there is; --environment names another KSeF.",
        pl: "ksef-desk queue list --all pokazuje wszystkie; --environment wskazuje inny KSeF."))
  }

  static func severalInvoices(_ reference: String, _ found: [IssuedInvoice]) -> Obstacle {
    let list = found.map { "\($0.identity.hash.base64URL.prefix(8)) (\($0.kind), NIP \($0.identity.seller))" }
      .joined(separator: ", ")
    return Obstacle(
      "desk.several-invoices",
      Sentence(
        "Several invoices are called \(reference.quotedBriefly): \(list).",
        pl: "Tak oznaczonych faktur (\(reference.quotedBriefly)) jest kilka: \(list)."),
      remedy: Sentence(
        "Give the beginning of the hash in place of the number.", pl: "Podaj początek skrótu zamiast numeru."))
  }

  static func waitsAlready(_ invoice: IssuedInvoice) -> Obstacle {
    Obstacle(
      "desk.waits",
      Sentence(
        "There is nothing to take back of invoice \(invoice.number.quotedBriefly).",
        pl: "Nie ma czego cofać przy fakturze \(invoice.number.quotedBriefly)."),
      remedy: Sentence("See ksef-desk queue show.", pl: "Zobacz ksef-desk queue show."))
  }

  static func neverSent(_ invoice: IssuedInvoice) -> Obstacle {
    Obstacle(
      "desk.never-sent",
      invoice.state == .replaced
        ? Sentence(
          "A technical correction took this invoice's place.", pl: "Tę fakturę zastąpiła korekta techniczna.")
        : invoice.state != .nothingToSend
          ? Sentence(
            "Invoice \(invoice.number.quotedBriefly) was given up (ksef-desk queue reopen takes that back).",
            pl: "Faktury \(invoice.number.quotedBriefly) zaniechano (cofa to ksef-desk queue reopen).")
          : Sentence(
            "Invoice \(invoice.number.quotedBriefly) was issued in a total failure and is never sent.",
            pl:
              "Fakturę \(invoice.number.quotedBriefly) wystawiono w czasie awarii całkowitej; nigdy się jej nie wysyła."
          ),
      remedy: Sentence("See ksef-desk queue show.", pl: "Zobacz ksef-desk queue show."))
  }

  static func otherNumber(_ invoice: IssuedInvoice, _ known: KSeFNumber) -> Obstacle {
    Obstacle(
      "desk.other-number",
      Sentence(
        "Invoice \(invoice.number.quotedBriefly) has KSeF number \(known) already.",
        pl: "Faktura \(invoice.number.quotedBriefly) ma już numer KSeF \(known)."),
      remedy: Sentence(
        "Compare both with the UPO; ksef-desk queue reopen takes a mistaken number back.",
        pl: "Porównaj oba z UPO; pomyłkę cofa ksef-desk queue reopen."))
  }

  static func numberOfAnother(_ number: KSeFNumber, _ owner: String) -> Obstacle {
    Obstacle(
      "desk.number-of-another",
      Sentence(
        "KSeF number \(number) was recorded for invoice \(owner.quotedBriefly).",
        pl: "Numer KSeF \(number) zapisano już przy fakturze \(owner.quotedBriefly)."),
      remedy: Sentence("Check the numbers with the UPO.", pl: "Sprawdź numery z UPO."))
  }

  static func numberOfOtherSeller(_ number: KSeFNumber, _ invoice: IssuedInvoice) -> Obstacle {
    Obstacle(
      "ksef-number.other-seller",
      Sentence(
        "The KSeF number begins with NIP \(number.seller), the invoice's seller has NIP \(invoice.identity.seller).",
        pl:
          "Numer KSeF zaczyna się od NIP \(number.seller), a sprzedawca na fakturze ma NIP \(invoice.identity.seller)."),
      remedy: Sentence(
        "Check that number and invoice belong together.", pl: "Sprawdź, czy numer i faktura należą do siebie."))
  }

  static func sendingOutOfOrder(_ sentAt: Moment, _ number: KSeFNumber, _ invoice: IssuedInvoice) -> Obstacle {
    Obstacle(
      "ksef-number.before-sending", kind: .usage,
      Sentence(
        "It can't have been sent \(sentAt.clock): it was issued \(invoice.identity.issueDate.printed) and numbered \(number.acceptedOn.printed).",
        pl:
          "Nie można było wysłać \(sentAt.clock): fakturę wystawiono \(invoice.identity.issueDate.printed), a numer jest z \(number.acceptedOn.printed)."
      ),
      remedy: Sentence("Take the time from the UPO.", pl: "Weź godzinę z UPO."))
  }

  static func numberOfTomorrow(_ number: KSeFNumber) -> Obstacle {
    Obstacle(
      "ksef-number.in-future", kind: .usage,
      Sentence(
        "The KSeF number is of \(number.acceptedOn.printed), which is yet to come.",
        pl: "Numer KSeF jest z dnia \(number.acceptedOn.printed), który dopiero nadejdzie."),
      remedy: Sentence("Check the number, and the computer's clock.", pl: "Sprawdź numer i zegar komputera."))
  }

  static func numberBeforeIssue(_ number: KSeFNumber, _ invoice: IssuedInvoice) -> Obstacle {
    Obstacle(
      "ksef-number.before-issue",
      Sentence(
        "The KSeF number is of \(number.acceptedOn.printed), the invoice was issued later, on \(invoice.identity.issueDate.printed).",
        pl:
          "Numer KSeF jest z dnia \(number.acceptedOn.printed), a fakturę wystawiono później, \(invoice.identity.issueDate.printed)."
      ),
      remedy: Sentence(
        "Check that number and invoice belong together.", pl: "Sprawdź, czy numer i faktura należą do siebie."))
  }
}
