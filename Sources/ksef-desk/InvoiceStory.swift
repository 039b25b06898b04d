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
    let desk = try DueDesk(ledger, calendar, invoice.environment)
    due = desk.due(invoice)
    verdict = desk.verdict(invoice)
    let history = try ledger.history(in: invoice.environment)
    event = invoice.eventID.flatMap { history.event($0, for: invoice.mode) }
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
    case .sent(let acceptance):
      let (number, day) = (acceptance.number, acceptance.number.acceptedOn.printed)
      let sent = acceptance.sentAt.map { ("Sent \($0.clock), accepted", "Wysłana \($0.clock), przyjęta") }
      return [
        Sentence(
          "\(sent?.0 ?? "Accepted") by KSeF on \(day), number \(number) (noted \(acceptance.recorded.clock)).",
          pl:
            "\(sent?.1 ?? "Przyjęta") przez KSeF \(day), numer \(number) (zapisano \(acceptance.recorded.clock))."),
        timeliness(acceptance),
      ]
    case .rejected(let reason, let moment):
      return [
        Sentence("Refused by KSeF \(moment.clock): \(reason).", pl: "Odrzucona przez KSeF \(moment.clock): \(reason)."),
        verdict,
      ]
    case .abandoned(let reason, let moment):
      return [Sentence("Given up \(moment.clock): \(reason).", pl: "Zaniechana \(moment.clock): \(reason).")]
    case .replaced:
      return [Sentence("A technical correction took its place.", pl: "Zastąpiła ją korekta techniczna.")]
    case .waiting, .nothingToSend: return [verdict]
    }
  }

  /// A number that came after the due day doesn't prove that the file was sent after it.
  private func timeliness(_ acceptance: Acceptance) -> Sentence {
    guard case .by(let day, _) = due.outcome else {
      return Sentence(
        "No due date had been set when it was sent: in time.", pl: "Gdy ją wysłano, termin jeszcze nie biegł: na czas.")
    }
    switch (acceptance.day <= day, acceptance.sentAt) {
    case (true, _):
      return Sentence("It was due on \(day.printed): in time.", pl: "Termin: \(day.printed); wysłana na czas.")
    case (false, _?):
      return Sentence("It was due on \(day.printed): sent late.", pl: "Termin: \(day.printed); wysłana po terminie.")
    case (false, nil):
      return Sentence(
        "It was due on \(day.printed), and accepted after that; the UPO tells when it was sent (queue sent --sent-at).",
        pl: "Termin: \(day.printed); przyjęta później. Kiedy ją wysłano, mówi UPO (queue sent --sent-at).")
    }
  }
}

extension IssuedInvoice {
  func json(due: DueDate) -> JSONValue {
    var (acceptance, reason, rejectedAt): (Acceptance?, String?, String?) = (nil, nil, nil)
    switch state {
    case .sent(let known): acceptance = known
    case .rejected(let why, let moment): (reason, rejectedAt) = (why, moment.iso)
    case .waiting, .replaced, .abandoned, .nothingToSend: break
    }
    var (day, isPlanned): (String?, Bool) = (nil, false)
    if case .by(let date, let planned) = due.outcome { (day, isPlanned) = (date.iso, planned) }
    return .object([
      ("number", .string(self.number)), ("kind", .string(kind)), ("seller", .string(identity.seller.description)),
      ("buyer", .string(buyer)), ("issueDate", .string(identity.issueDate.iso)),
      ("hash", .string(identity.hash.base64URL)), ("environment", .string(environment.rawValue)),
      ("mode", .string(mode.rawValue)), ("event", eventID.map { .integer($0) } ?? .null),
      ("document", .string(document.rawValue)), ("certificate", .text(certificate)), ("user", .string(user)),
      ("signedLink", .text(signedLink)), ("printed", .string(recorded.iso)),
      ("firstPrinted", .string(firstRecorded.iso)), ("journalEntry", .integer(entry)),
      ("state", .string(state.word)), ("ksefNumber", .text(acceptance?.number.description)),
      ("sent", .text(acceptance?.sentAt?.iso)), ("accepted", .text(acceptance?.number.acceptedOn.iso)),
      ("recorded", .text(acceptance?.recorded.iso)),
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
