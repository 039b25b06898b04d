import ArgumentParser
import Findings
import JSONWriting
import KSeFIdentifiers
import OfflineLedger
import OfflineRules
import WholeFiles

struct QueueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "queue", abstract: "The invoices that were issued offline, and what becomes of them.",
    subcommands: [
      List.self, Show.self, ExportCommand.self, Sent.self, Rejected.self, Reopen.self, Abandon.self,
      ReprintCommand.self,
    ],
    defaultSubcommand: List.self)

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "What waits to be sent, and until when.")
    @Flag(help: "Also what was sent, was replaced, or is never sent.")
    var all = false
    @OptionGroup var environment: DeskEnvironment
    @OptionGroup var place: DeskPlace
    @OptionGroup var list: ListOptions
    @OptionGroup var calendar: CalendarOptions

    func run() throws {
      try place.work { (ledger, language) throws(Obstacle) in
        let desk = try DueDesk(ledger, calendar, environment.environment)
        let invoices = try ledger.issued(in: environment.environment, waitingOnly: !all)
        list.tell(.array(invoices.map { $0.json(due: desk.due($0)) })) {
          guard !invoices.isEmpty else { return say(Sentence("Nothing waits.", pl: "Nic nie czeka."), in: language) }
          var table = TextTable(
            [
              Sentence("Number", pl: "Numer"), Sentence("Kind", pl: "Rodzaj"), Sentence("Issued", pl: "Wystawiono"),
              Sentence("Mode", pl: "Tryb"), Sentence("State", pl: "Stan"), Sentence("Due", pl: "Termin"),
            ], in: language)
          for invoice in invoices {
            table.add([
              invoice.number, invoice.kind, invoice.identity.issueDate.printed, invoice.mode.name.text(in: language),
              invoice.state.sentence.text(in: language), desk.word(invoice).text(in: language),
            ])
          }
          table.show()
        }
      }
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "All that is known of one invoice: how it was issued, because of what, due when, sent when.")
    @OptionGroup var invoice: InvoiceReference
    @OptionGroup var place: DeskPlace
    @OptionGroup var list: ListOptions
    @OptionGroup var calendar: CalendarOptions

    func run() throws {
      try place.work { (ledger, language) throws(Obstacle) in
        let found = try invoice.find(ledger)
        let story = try InvoiceStory(found, ledger, calendar)
        list.tell(story.json) { for sentence in story.sentences { say(sentence, in: language) } }
      }
    }
  }

  struct Sent: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Write down that KSeF accepted an invoice.")
    @OptionGroup var invoice: InvoiceReference
    @Option(help: ArgumentHelp("The number that KSeF gave it.", valueName: "number"))
    var ksefNumber: String
    @Option(
      help: ArgumentHelp(
        "When it was sent, Polish time (the UPO tells it). Default: not known, and the day in the number counts.",
        valueName: "YYYY-MM-DD hh:mm"))
    var sentAt: PolishClock?
    @OptionGroup var user: ActingUser
    @OptionGroup var place: DeskPlace

    func run() throws {
      try place.work { (ledger, language) throws(Obstacle) in
        let number: KSeFNumber
        do throws(KSeFNumber.Refusal) {
          number = try KSeFNumber(ksefNumber)
        } catch {
          throw Obstacle(
            "ksef-number.form", kind: .usage,
            Sentence(
              "\(ksefNumber.quotedBriefly) is no KSeF number.", pl: "\(ksefNumber.quotedBriefly) nie jest numerem KSeF."
            ),
            remedy: Sentence(
              "Copy the number from KSeF or from the UPO, with its dashes.",
              pl: "Skopiuj numer z KSeF albo z UPO, razem z myślnikami."))
        }
        let sent = try ledger.markSent(
          invoice.reference, number, sentAt: sentAt?.moment, by: user.name, in: invoice.environment.environment)
        say(
          Sentence(
            "Invoice \(sent.number) was accepted as \(number). A re-print carries KOD I with that number, and no KOD II.",
            pl: "Fakturę \(sent.number) przyjęto jako \(number). Ponowny wydruk ma KOD I z tym numerem, bez KODU II."),
          in: language)
      }
    }
  }
}

extension QueueCommand {
  struct Rejected: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write down that KSeF refused an invoice, so that a technical correction can take its place.")
    @OptionGroup var decision: QueueDecision

    func run() throws {
      try decision.carryOut(Ledger.markRejected) { refused in
        let original = refused.corrects ?? refused.identity.hash.base64URL
        return Sentence(
          """
          Invoice \(refused.number) was refused. Put right what is technically wrong, leave its content and number as they \
          are, and print it at the desk again: it takes this one's place, and is sent in offline mode with \
          hashOfCorrectedInvoice \(original).
          """,
          pl: """
            Fakturę \(refused.number) odrzucono. Popraw błąd techniczny, nie zmieniaj treści ani numeru i wydrukuj ją \
            ponownie w biurze offline: zajmie miejsce odrzuconej i zostanie wysłana w trybie offline z \
            hashOfCorrectedInvoice \(original).
            """)
      }
    }
  }

  struct Reopen: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Take back that an invoice was sent, refused or given up: it waits again.",
      discussion: """
        For a number that was noted by mistake, and for a refusal after which the very \
        same file is sent again (a missing permission, a limit).
        """)
    @OptionGroup var decision: QueueDecision

    func run() throws {
      try decision.carryOut(Ledger.reopen) { waiting in
        Sentence("Invoice \(waiting.number) waits again.", pl: "Faktura \(waiting.number) znowu czeka.")
      }
    }
  }

  struct Abandon: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write down that an invoice is never sent: its print was spoilt, its buyer walked away.",
      discussion: "What a buyer was handed must be sent. Its number is free again; the journal keeps all of it.")
    @OptionGroup var decision: QueueDecision

    func run() throws {
      try decision.carryOut(Ledger.abandon) { abandoned in
        Sentence(
          "Invoice \(abandoned.number) is given up, and left out of the export.",
          pl: "Fakturę \(abandoned.number) zaniechano; eksport ją pomija.")
      }
    }
  }
}

/// What somebody decides about one invoice, with the reason that the journal keeps.
struct QueueDecision: ParsableArguments {
  @OptionGroup var invoice: InvoiceReference
  @OptionGroup var given: GivenReason
  @OptionGroup var user: ActingUser
  @OptionGroup var place: DeskPlace

  /// Writes the decision down, and says what it comes to.
  func carryOut(
    _ act: (Ledger) -> (String, String, String, KSeFEnvironment) throws(Obstacle) -> IssuedInvoice,
    saying: (IssuedInvoice) -> Sentence
  ) throws {
    try place.work { (ledger, language) throws(Obstacle) in
      let decided = try act(ledger)(invoice.reference, given.reason, user.name, invoice.environment.environment)
      say(saying(decided), in: language)
    }
  }
}

/// One invoice of the queue.
struct InvoiceReference: ParsableArguments {
  @Argument(
    help:
      "The invoice: its number, or the first 8 or more characters of its hash (after -- where it begins with a dash).")
  var reference: String
  @OptionGroup var environment: DeskEnvironment

  func find(_ ledger: Ledger) throws(Obstacle) -> IssuedInvoice {
    try ledger.invoice(reference, in: environment.environment)
  }
}

extension IssuedInvoice.State {
  var sentence: Sentence {
    switch self {
    case .waiting: Sentence("waits", pl: "czeka")
    case .sent(let acceptance): Sentence("sent, \(acceptance.number)", pl: "wysłana, \(acceptance.number)")
    case .rejected(let reason, _): Sentence("refused: \(reason)", pl: "odrzucona: \(reason)")
    case .replaced: Sentence("replaced", pl: "zastąpiona")
    case .abandoned(let reason, _): Sentence("given up: \(reason)", pl: "zaniechana: \(reason)")
    case .nothingToSend: Sentence("never sent", pl: "nie wysyła się")
    }
  }

  var word: String {
    switch self {
    case .waiting: "waiting"
    case .sent: "sent"
    case .rejected: "rejected"
    case .replaced: "replaced"
    case .abandoned: "abandoned"
    case .nothingToSend: "nothing-to-send"
    }
  }
}
