import Findings
import KSeFIdentifiers

/// Goes through the rules one after the other, and keeps what it does in words.
struct DueReckoning {
  private let invoice: WaitingInvoice
  private let history: EventHistory
  private let calendar: WorkingCalendar
  private let now: Moment
  private(set) var steps: [DueStep] = []
  private(set) var cautions: [Finding] = []
  private(set) var outcome: DueDate.Outcome = .never

  init(_ invoice: WaitingInvoice, _ history: EventHistory, _ calendar: WorkingCalendar, _ now: Moment) {
    self.invoice = invoice
    self.history = history
    self.calendar = calendar
    self.now = now
  }

  mutating func run() {
    guard invoice.mode != .totalFailure || datedBefore() != nil else {
      return add(
        "base.total-failure", "art. 106ng",
        Sentence(
          "Issued in a total failure: nothing is ever sent.",
          pl: "Wystawiona w czasie awarii całkowitej: nigdy się jej nie wysyła."), invoice.eventID)
    }
    outcome = base()
    extend()
    if liftedByTotalFailure() { outcome = .never }
    warnOfMaintenance()
  }

  /// What holds where nothing else happens.
  private mutating func base() -> DueDate.Outcome {
    if let event = datedBefore() { return base(datedBefore: event) }
    switch (invoice.mode, own) {
    case (.unavailability, let event?): return base(after: event, 1, "base.unavailability", "art. 106nh")
    case (.emergency, let event?): return base(after: event, 7, "base.failure", "art. 106nf")
    default: break
    }
    let day = calendar.next(after: invoice.issueDate)
    let isOnline = invoice.mode == .online
    add(
      isOnline ? "base.sent-later" : "base.offline24", isOnline ? "art. 106nda ust. 16" : "art. 106nda ust. 1",
      Sentence(
        "Issued \(words(invoice.issueDate).english): due on the next working day, \(words(day).english)\(skipped(invoice.issueDate, day).english).",
        pl:
          "Wystawiona: \(words(invoice.issueDate).polish); termin: następny dzień roboczy, \(words(day).polish)\(skipped(invoice.issueDate, day).polish)."
      ))
    if isOnline { cautions.append(.sentLater) }
    if invoice.mode == .unavailability || invoice.mode == .emergency { cautions.append(.eventUnknown) }
    return .by(day, isPlanned: false)
  }

  /// The event under which it was issued.
  private var own: AvailabilityEvent? { invoice.eventID.flatMap { history.event($0, for: invoice.mode) } }

  /// The event under which it was issued, where its own date was over with before that began.
  private func datedBefore() -> AvailabilityEvent? {
    guard invoice.mode != .offline24, let own else { return nil }
    return invoice.wasLate(before: own, calendar: calendar) ? own : nil
  }

  /// Whoever was late can't be helped by what comes after.
  private mutating func base(datedBefore event: AvailabilityEvent) -> DueDate.Outcome {
    let day = calendar.next(after: invoice.issueDate)
    add(
      "base.dated-before", "art. 106nda ust. 1",
      Sentence(
        "Dated \(words(invoice.issueDate).english), and due on the next working day, \(words(day).english), before \(event.name) began \(event.beginning.clock), which therefore changes nothing.",
        pl:
          "Data wystawienia: \(words(invoice.issueDate).polish); termin, następny dzień roboczy \(words(day).polish), minął, zanim \(event.beginning.clock) zaczęło obowiązywać \(event.name), więc nic to nie zmienia."
      ), event.id)
    return .by(day, isPlanned: false)
  }

  private mutating func base(
    after event: AvailabilityEvent, _ count: Int, _ rule: String, _ source: String
  ) -> DueDate.Outcome {
    guard let end = event.end else {
      add(
        rule, source,
        Sentence(
          "Issued during \(event.name), whose end isn't announced: the date follows from it.",
          pl: "Wystawiona podczas \(event.name), którego końca nie ogłoszono: termin liczy się od końca."), event.id)
      return .whenEnded(eventID: event.id)
    }
    let day = calendar.adding(count, workingDaysAfter: end.day)
    add(
      rule, source,
      Sentence(
        "Issued during \(event.name), which ends \(words(end).english): due on working day \(count) after that day, \(words(day).english)\(skipped(end.day, day).english).",
        pl:
          "Wystawiona podczas \(event.name), koniec \(words(end).polish): termin to \(count). dzień roboczy po tym dniu, \(words(day).polish)\(skipped(end.day, day).polish)."
      ), event.id)
    noteMidnight(end, event)
    let least = calendar.next(after: invoice.issueDate)
    guard day < least else { return .by(day, isPlanned: isPlanned(event)) }
    // The end was put back, or became known, after the invoice had been issued: nobody is late before he issues.
    add(
      "base.after-end", "art. 106nda ust. 1",
      Sentence(
        "That lies before the next working day after the invoice's date, as if it had been issued in offline24: due on \(words(least).english)\(skipped(invoice.issueDate, least).english).",
        pl:
          "To przed następnym dniem roboczym po dacie faktury, więc termin jest jak w offline24: \(words(least).polish)\(skipped(invoice.issueDate, least).polish)."
      ), event.id)
    return .by(least, isPlanned: isPlanned(event))
  }

  /// A failure that is announced while the invoice waits, and isn't late yet, makes the date anew; as often as one is.
  private mutating func extend() {
    var counted: Set<Int> = invoice.mode == .emergency ? Set([invoice.eventID].compactMap(\.self)) : []
    while true {
      let fresh = history.events.filter { event in
        event.category == .failure && !counted.contains(event.id) && concerns(event)
      }
      guard let event = fresh.min(by: { ($0.beginning, $0.id) < ($1.beginning, $1.id) }) else { return }
      counted.insert(event.id)
      extend(by: event)
    }
  }

  private mutating func extend(by event: AvailabilityEvent) {
    let announced =
      event.beginning <= invoice.waitsSince
      ? Sentence(
        "Failure \(event.name), announced \(event.announced.clock), was in force when the invoice was issued",
        pl: "Awaria \(event.name), ogłoszona \(event.announced.clock), trwała, gdy wystawiono fakturę")
      : Sentence(
        "Failure \(event.name) was announced \(event.announced.clock), while the invoice was waiting in time",
        pl: "Awarię \(event.name) ogłoszono \(event.announced.clock), gdy faktura czekała w terminie")
    guard let end = event.end else {
      add(
        "extended.failure", "art. 106nf",
        Sentence(
          "\(announced.english); its end isn't announced: the date follows from it.",
          pl: "\(announced.polish); końca nie ogłoszono: termin liczy się od końca."), event.id)
      outcome = .whenEnded(eventID: event.id)
      return
    }
    let day = calendar.adding(7, workingDaysAfter: end.day)
    guard case .by(let current, let wasPlanned) = outcome else {
      return add(
        "extended.no-effect", "art. 106nf",
        Sentence(
          "\(announced.english); another one still runs, so nothing follows yet.",
          pl: "\(announced.polish); inna jeszcze trwa, więc nic jeszcze z tego nie wynika."), event.id)
    }
    guard current < day else {
      return add(
        "extended.no-effect", "art. 106nf",
        Sentence(
          "\(announced.english); the 7th working day after its end, \(words(day).english), isn't later.",
          pl: "\(announced.polish); 7. dzień roboczy po jej końcu, \(words(day).polish), nie jest późniejszy."),
        event.id)
    }
    add(
      "extended.failure", "art. 106nf",
      Sentence(
        "\(announced.english), and ends \(words(end).english): due on working day 7 after that day, \(words(day).english)\(skipped(end.day, day).english).",
        pl:
          "\(announced.polish); koniec \(words(end).polish): termin to 7. dzień roboczy po tym dniu, \(words(day).polish)\(skipped(end.day, day).polish)."
      ), event.id)
    noteMidnight(end, event)
    outcome = .by(day, isPlanned: wasPlanned || isPlanned(event))
  }

  private mutating func liftedByTotalFailure() -> Bool {
    let event = history.events.first {
      $0.category == .totalFailure && concerns($0)
    }
    guard let event else { return false }
    add(
      "lifted.total-failure", "art. 106ng",
      Sentence(
        "Total failure \(event.name) was announced \(event.announced.clock), while the invoice was waiting in time: nothing need be sent any more.",
        pl:
          "Awarię całkowitą \(event.name) ogłoszono \(event.announced.clock), gdy faktura czekała w terminie: nie trzeba jej już wysyłać."
      ), event.id)
    return true
  }

  /// Whether an event came into force before the invoice was late, and was not over before it waited.
  ///
  /// What is announced for later changes nothing until it comes.
  private func concerns(_ event: AvailabilityEvent) -> Bool {
    isInTime(event.beginning) && event.beginning <= now && !event.isOver(at: invoice.waitsSince)
      && !invoice.setAside.contains(event.id)
  }

  /// Whether a moment lies before the invoice was late.
  private func isInTime(_ moment: Moment) -> Bool {
    switch outcome {
    case .by(let day, _): moment < Moment.endOfDay(day)
    case .whenEnded: true
    case .never: false
    }
  }

  /// Sending isn't possible during maintenance, yet by the rules only a failure moves the date of offline24.
  private mutating func warnOfMaintenance() {
    guard case .by(let day, _) = outcome else { return }
    for event in history.events
    where event.category == .maintenance && event.id != invoice.eventID && !event.isOver(at: invoice.waitsSince) {
      // Nobody can be sent before what is over.
      let isAhead = now.unixSeconds == .max || !event.isOver(at: now)
      guard isAhead, event.start < Moment.endOfDay(day), isInTime(event.announced) else { continue }
      cautions.append(.maintenanceAhead(event, day))
    }
  }

  /// An end that lies ahead is only announced.
  private func isPlanned(_ event: AvailabilityEvent) -> Bool {
    event.end.map { now < $0 } ?? false
  }

  private mutating func noteMidnight(_ end: Moment, _ event: AvailabilityEvent) {
    guard end == Moment.startOfDay(end.day) else { return }
    cautions.append(.endsAtMidnight(event, end))
  }

  private mutating func add(_ rule: String, _ source: String, _ sentence: Sentence, _ eventID: Int? = nil) {
    steps.append(DueStep(rule: rule, source: source, sentence: sentence, eventID: eventID))
  }

  private func words(_ moment: Moment) -> Sentence {
    let name = moment.day.weekdayName
    return Sentence("\(name.english) \(moment.clock)", pl: "\(name.polish) \(moment.clock)")
  }

  private func words(_ day: CalendarDate) -> Sentence {
    let name = day.weekdayName
    return Sentence("\(name.english) \(day.printed)", pl: "\(name.polish) \(day.printed)")
  }

  /// The days between two that aren't counted, with the reason for each; Saturdays and Sundays without.
  private func skipped(_ begin: CalendarDate, _ end: CalendarDate) -> Sentence {
    var (english, polish): ([String], [String]) = ([], [])
    for number in (begin.dayNumber + 1)..<max(begin.dayNumber + 1, end.dayNumber) {
      guard let day = CalendarDate(dayNumber: number), let reason = calendar.dayOff(day) else { continue }
      english.append("\(day.printed.prefix(5)) \(reason.english)")
      polish.append("\(day.printed.prefix(5)) \(reason.polish)")
    }
    guard !english.isEmpty else { return Sentence("", pl: "") }
    return Sentence(
      "; not counted: \(english.joined(separator: ", "))", pl: "; nie liczą się: \(polish.joined(separator: ", "))")
  }
}
