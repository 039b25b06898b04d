import ArgumentParser
import Findings
import JSONWriting
import KSeFIdentifiers
import OfflineLedger
import OfflineRules
import RenderCommands
import WholeFiles

struct DueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "due", abstract: "Until when each invoice must be sent, and why.",
    subcommands: [List.self, Explain.self], defaultSubcommand: List.self)

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "What waits, the most urgent first. Exit code 2 where something is overdue.")
    @OptionGroup var environment: DeskEnvironment
    @OptionGroup var place: DeskPlace
    @OptionGroup var list: ListOptions
    @OptionGroup var calendar: CalendarOptions

    func run() throws {
      var isLate = false
      try place.work { (ledger, language) throws(Obstacle) in
        let desk = try DueDesk(ledger, calendar, environment.environment)
        let waiting = try ledger.issued(in: environment.environment, waitingOnly: true).filter(desk.mustBeSent)
          .map { (invoice: $0, day: desk.dueDay($0)) }
          .sorted { left, right in
            guard let leftDay = left.day, let rightDay = right.day else { return left.day != nil && right.day == nil }
            return leftDay < rightDay
          }
        isLate = waiting.contains { desk.isOverdue($0.invoice) }
        list.tell(.array(waiting.map { $0.invoice.json(due: desk.due($0.invoice)) })) {
          guard !waiting.isEmpty else {
            return say(Sentence("Nothing is due.", pl: "Nic nie czeka na wysłanie."), in: language)
          }
          var table = TextTable(
            [
              Sentence("Due", pl: "Termin"), Sentence("Number", pl: "Numer"), Sentence("Issued", pl: "Wystawiono"),
              Sentence("Mode", pl: "Tryb"), Sentence("Buyer", pl: "Nabywca"),
            ], in: language)
          for (invoice, _) in waiting {
            table.add([
              desk.word(invoice).text(in: language), invoice.number, invoice.identity.issueDate.printed,
              invoice.mode.name.text(in: language), invoice.buyer,
            ])
          }
          table.show()
          desk.reportCautions(of: waiting.map(\.invoice), in: language)
        }
      }
      if isLate { throw ExitCode(2) }
    }
  }

  struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "How the due date of an invoice follows, step by step.")
    @OptionGroup var invoice: InvoiceReference
    @OptionGroup var place: DeskPlace
    @OptionGroup var list: ListOptions
    @OptionGroup var calendar: CalendarOptions

    func run() throws {
      try place.work { (ledger, language) throws(Obstacle) in
        let desk = try DueDesk(ledger, calendar, invoice.environment.environment)
        let found = try invoice.find(ledger)
        let due = desk.due(found)
        list.tell(found.json(due: due)) {
          for (index, step) in due.steps.enumerated() {
            say(
              Sentence(
                "\(index + 1). \(step.sentence.english) (\(step.source))",
                pl: "\(index + 1). \(step.sentence.polish) (\(step.source))"), in: language)
          }
          say(desk.verdict(found), in: language)
          report(due.cautions, in: language)
        }
      }
    }
  }
}

/// The calendar that days are counted by.
struct CalendarOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A further day off for this call (ksef-desk calendar keeps them); may be given several times.",
      valueName: "YYYY-MM-DD"))
  var dayOff: [CalendarDate] = []

  @Option(help: ArgumentHelp("The day from which lateness is seen. Default: today in Poland.", valueName: "YYYY-MM-DD"))
  var today: CalendarDate?
}

/// What a person is told of due dates.
struct DueDesk {
  private let terms: DueTerms
  private let today: CalendarDate

  init(_ ledger: Ledger, _ options: CalendarOptions, _ environment: KSeFEnvironment) throws(Obstacle) {
    terms = try ledger.dueTerms(in: environment, daysOff: Set(options.dayOff))
    today = options.today ?? ledger.now.day
  }

  func due(_ invoice: IssuedInvoice) -> DueDate { terms.due(invoice) }

  /// Whether an invoice that isn't sent must be: a total failure lifts the duty.
  func mustBeSent(_ invoice: IssuedInvoice) -> Bool { due(invoice).outcome != .never }

  /// Says each caution once, with the invoices that it is about.
  func reportCautions(of invoices: [IssuedInvoice], in language: Language) {
    var seen: [Finding] = []
    for caution in invoices.flatMap({ due($0).cautions }) where caution.severity != .info && !seen.contains(caution) {
      seen.append(caution)
    }
    report(seen, in: language)
  }

  /// The day, where there is one.
  func dueDay(_ invoice: IssuedInvoice) -> CalendarDate? {
    if case .by(let day, _) = due(invoice).outcome { day } else { nil }
  }

  func isOverdue(_ invoice: IssuedInvoice) -> Bool {
    switch invoice.state {
    case .waiting, .rejected: due(invoice).isOverdue(on: today)
    case .sent, .replaced, .abandoned, .nothingToSend: false
    }
  }

  /// In a word, for a list.
  func word(_ invoice: IssuedInvoice) -> Sentence {
    switch due(invoice).outcome {
    case .by(let day, _) where isOverdue(invoice):
      Sentence("\(day.printed) OVERDUE", pl: "\(day.printed) PO TERMINIE")
    case .by(let day, true): Sentence("\(day.printed) (planned)", pl: "\(day.printed) (planowany)")
    case .by(let day, false): Sentence(day.printed, pl: day.printed)
    case .whenEnded: Sentence("after its end", pl: "po zakończeniu")
    case .never: Sentence("never", pl: "nigdy")
    }
  }

  /// In a sentence, for one invoice.
  func verdict(_ invoice: IssuedInvoice) -> Sentence {
    let number = invoice.number
    switch due(invoice).outcome {
    case .by(let day, _) where isOverdue(invoice):
      return Sentence(
        "Invoice \(number) was due on \(day.printed) and is late: send it without delay, KSeF takes it all the same.",
        pl:
          "Fakturę \(number) należało wysłać do \(day.printed), jest po terminie: wyślij ją niezwłocznie, KSeF ją przyjmie."
      )
    case .by(let day, let isPlanned):
      let hint = isPlanned ? (" (the announced end may still move)", " (ogłoszony koniec może się zmienić)") : ("", "")
      return Sentence(
        "Invoice \(number) must be sent by the end of \(day.printed)\(hint.0).",
        pl: "Fakturę \(number) należy wysłać do końca dnia \(day.printed)\(hint.1).")
    case .whenEnded:
      return Sentence(
        "The date for invoice \(number) follows when the end is announced.",
        pl: "Termin dla faktury \(number) będzie znany, gdy zostanie ogłoszony koniec.")
    case .never:
      return Sentence("Invoice \(number) is never sent.", pl: "Faktury \(number) nigdy się nie wysyła.")
    }
  }
}
