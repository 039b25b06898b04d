import Findings
import JSONWriting
import KSeFIdentifiers
import OfflineLedger
import OfflineRules

/// All that the records say of one invoice: what an auditor asks.
struct InvoiceStory {
  private let invoice: IssuedInvoice
  private let event: AvailabilityEvent?
  private let due: DueDate
  private let verdict: Sentence

  init(_ invoice: IssuedInvoice, _ ledger: Ledger, _ calendar: CalendarOptions) throws(Obstacle) {
    self.invoice = invoice
    let desk = try DueDesk(ledger, calendar)
    due = desk.due(invoice)
    verdict = desk.verdict(invoice)
    let events = try ledger.history().events
    event = events.first { $0.id == invoice.eventID }
  }

  var json: JSONValue {
    guard case .object(let members) = invoice.json(due: due) else { preconditionFailure("an invoice is an object") }
    return .object(members + [("announcement", event?.json ?? .null)])
  }

  var sentences: [Sentence] {
    var sentences = [
      Sentence(
        "Invoice \(invoice.number) (\(invoice.kind)), NIP \(invoice.identity.seller), dated \(invoice.identity.issueDate.printed).",
        pl:
          "Faktura \(invoice.number) (\(invoice.kind)), NIP \(invoice.identity.seller), z dnia \(invoice.identity.issueDate.printed)."
      ),
      Sentence("SHA-256: \(invoice.identity.hash)", pl: "SHA-256: \(invoice.identity.hash)"),
      Sentence(
        "Printed \(invoice.recorded.clock) by \(invoice.user) in mode \(invoice.mode.name.english) (journal entry \(invoice.entry)).",
        pl:
          "Wydrukował(a) \(invoice.user) \(invoice.recorded.clock) w trybie: \(invoice.mode.name.polish) (wpis \(invoice.entry) dziennika)."
      ),
    ]
    if let event {
      let end =
        event.end.map { (" to \($0.clock)", " do \($0.clock)") } ?? (", end not announced", ", końca nie ogłoszono")
      sentences.append(
        Sentence(
          "Because of announcement \(event.name) (event \(event.id)) of \(event.announced.clock): \(event.category.name.english) from \(event.start.clock)\(end.0).",
          pl:
            "Na podstawie komunikatu \(event.name) (zdarzenie \(event.id)) z \(event.announced.clock): \(event.category.name.polish) od \(event.start.clock)\(end.1)."
        ))
    }
    switch invoice.document {
    case .invoice: sentences.append(Sentence("The buyer was handed the invoice.", pl: "Nabywcy wydano fakturę."))
    case .confirmation:
      sentences.append(
        Sentence(
          "The buyer was handed a confirmation of the transaction.", pl: "Nabywcy wydano potwierdzenie transakcji."))
    }
    if let certificate = invoice.certificate {
      sentences.append(
        Sentence(
          "KOD II was signed with certificate \(certificate).", pl: "KOD II podpisano certyfikatem \(certificate)."))
    }
    if let corrects = invoice.corrects {
      sentences.append(
        Sentence(
          "A technical correction of the invoice with hash \(corrects).",
          pl: "Korekta techniczna faktury o skrócie \(corrects)."))
    }
    return sentences + ending
  }

  private var ending: [Sentence] {
    switch invoice.state {
    case .sent(let number, let moment):
      let day: Sentence =
        if case .by(let due, _) = due.outcome {
          moment.day <= due
            ? Sentence("It was due on \(due.printed), in time.", pl: "Termin minął \(due.printed); wysłano na czas.")
            : Sentence("It was due on \(due.printed), late.", pl: "Termin minął \(due.printed); wysłano po terminie.")
        } else {
          Sentence("It had no due date yet.", pl: "Nie miała jeszcze terminu.")
        }
      return [
        Sentence(
          "Recorded as sent \(moment.clock), KSeF number \(number).",
          pl: "Zapisano jako wysłaną \(moment.clock), numer KSeF \(number)."),
        day,
      ]
    case .rejected(let reason, let moment):
      return [
        Sentence("Refused by KSeF \(moment.clock): \(reason).", pl: "Odrzucona przez KSeF \(moment.clock): \(reason)."),
        verdict,
      ]
    case .replaced:
      return [Sentence("A technical correction took its place.", pl: "Zastąpiła ją korekta techniczna.")]
    case .waiting, .nothingToSend: return [verdict]
    }
  }
}

extension IssuedInvoice {
  func json(due: DueDate) -> JSONValue {
    var (number, sentAt, reason, rejectedAt): (String?, String?, String?, String?) = (nil, nil, nil, nil)
    switch state {
    case .sent(let ksefNumber, let moment): (number, sentAt) = (ksefNumber, moment.iso)
    case .rejected(let why, let moment): (reason, rejectedAt) = (why, moment.iso)
    case .waiting, .replaced, .nothingToSend: break
    }
    var (day, isPlanned): (String?, Bool) = (nil, false)
    if case .by(let date, let planned) = due.outcome { (day, isPlanned) = (date.iso, planned) }
    return .object([
      ("number", .string(self.number)), ("kind", .string(kind)), ("seller", .string(identity.seller.description)),
      ("buyer", .string(buyer)), ("issueDate", .string(identity.issueDate.iso)),
      ("hash", .string(identity.hash.base64URL)), ("environment", .string(environment.rawValue)),
      ("mode", .string(mode.rawValue)), ("event", eventID.map { .integer($0) } ?? .null),
      ("document", .string(document.rawValue)), ("certificate", .text(certificate)), ("user", .string(user)),
      ("signedLink", .text(signedLink)), ("printed", .string(recorded.iso)), ("journalEntry", .integer(entry)),
      ("state", .string(state.word)), ("ksefNumber", .text(number)), ("sent", .text(sentAt)),
      ("rejected", .text(rejectedAt)), ("rejection", .text(reason)), ("corrects", .text(corrects)),
      ("due", .text(day)), ("dueIsPlanned", .boolean(isPlanned)),
      (
        "steps",
        .array(
          due.steps.map { step in
            .object([
              ("rule", .string(step.rule)), ("source", .string(step.source)),
              ("event", step.eventID.map { .integer($0) } ?? .null), ("polish", .string(step.sentence.polish)),
              ("english", .string(step.sentence.english)),
            ])
          })
      ),
    ])
  }
}
