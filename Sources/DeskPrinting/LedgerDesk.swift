import Certificates
public import Findings
public import InvoicePrinting
import KSeFIdentifiers
import KSeFLinks
public import OfflineLedger
import OfflineRules
public import OfflineSigning
import Presentation
import Synchronization

/// A desk that prints are made at: its records say how an invoice is issued, its register signs, its queue remembers.
///
/// ```swift
/// let desk = LedgerDesk(try Ledger(folder), user: "anna", passphrase: { _ in passphrase })
/// let printer = try InvoicePrinter(settings, desk: desk)
/// ```
public final class LedgerDesk: PrintDesk {
  let ledger: Ledger
  private let user: String
  private let passphrase: @Sendable (_ keyName: String) throws(Obstacle) -> Passphrase?
  /// The certificate that was opened last, by the fingerprint: opening a key takes long on purpose.
  private let opened = Mutex<(fingerprint: [UInt8], credential: OfflineCredential)?>(nil)

  /// - Parameters:
  ///   - user: whose certificates may sign, and whom the records name.
  ///   - passphrase: of the key that is chosen, which it is told of; asked once, where a print needs it.
  public init(
    _ ledger: Ledger, user: String,
    passphrase: @escaping @Sendable (_ keyName: String) throws(Obstacle) -> Passphrase?
  ) {
    self.ledger = ledger
    self.user = user
    self.passphrase = passphrase
  }

  /// Says how an invoice is issued now: as before where it was printed before, else in the mode in force.
  ///
  /// The date of issue (`P_1`) is the invoice's: one that was late before an event began isn't issued under it, but in
  /// offline24.
  ///
  /// - Throws: `desk.number-taken`, `desk.original-waits`, `desk.original-numbered`, `desk.replaced`, `desk.given-up`,
  ///   `desk.online`, `desk.other-mode`, `desk.other-content`; what is wrong with a number (as `Ledger.markSent`); and what
  ///   keeps the records from being used.
  public func admit(_ invoice: InvoiceToIssue) throws(Obstacle) -> Admission {
    switch try knowledge(of: invoice) {
    case .known(let first): return try readmit(first, invoice)
    case .replaces(let refused): return try admit(invoice, inPlaceOf: refused)
    case .new: break
    }
    // Sent online and accepted: nothing waits.
    if invoice.ksefNumber != nil { return Admission(mode: nil) }
    var state = try ledger.mode(in: invoice.environment)
    var notices = try clockNotices()
    let terms = try ledger.dueTerms(in: invoice.environment)
    let waiting = WaitingInvoice(issueDate: invoice.identity.issueDate, mode: state.mode)
    if case .event(let id, _) = state.cause, let event = terms.history.event(id, for: state.mode),
      waiting.wasLate(before: event, calendar: terms.calendar)
    {
      notices.append(LedgerDesk.datedBefore(event))
      state = ModeState(mode: .offline24, since: state.since, cause: .none)
    }
    let mode = try LedgerDesk.mode(wanted: invoice.issued, in: state)
    var eventID: Int?
    if mode.rawValue == state.mode.rawValue, case .event(let id, _) = state.cause { eventID = id }
    return Admission(mode: mode, eventID: eventID, credential: credential(for: invoice, mode), notices: notices)
  }

  /// Writes down a print, before anybody is handed it.
  ///
  /// One with a KSeF number takes the invoice out of the queue.
  ///
  /// - Throws: as `Ledger.record(_:)` and `Ledger.markSent`.
  public func record(_ invoice: InvoiceToIssue, _ admission: Admission, _ print: IssuedPrint) throws(Obstacle) {
    let certificate = print.certificateLink?.claim.certificate.description
    func record(_ mode: WorkingMode, _ eventID: Int?) throws(Obstacle) {
      try ledger.record(
        IssueRecord(
          environment: invoice.environment, identity: invoice.identity, number: invoice.facts.number,
          kind: invoice.facts.invoiceKind, buyer: invoice.facts.buyerName, mode: mode, eventID: eventID,
          document: print.document == .invoice ? .invoice : .confirmation, certificate: certificate, user: user,
          signedLink: print.certificateLink?.text, xml: invoice.bytes))
    }
    if let mode = print.mode.flatMap({ WorkingMode(rawValue: $0.rawValue) }) {
      return try record(mode, admission.eventID)
    }
    if let number = LedgerDesk.number(invoice) {
      switch try knowledge(of: invoice) {
      case .new: return
      case .replaces(let refused): try record(refused.mode, refused.eventID)
      case .known: break
      }
      try ledger.markSent(invoice.identity.hash.base64URL, number, by: user, in: invoice.environment)
    }
    try ledger.noteReprint(of: invoice.identity.hash, by: user, in: invoice.environment)
  }

  private func knowledge(of invoice: InvoiceToIssue) throws(Obstacle) -> IssueKnowledge {
    try ledger.knowledge(
      of: invoice.identity, number: invoice.facts.number, kind: invoice.facts.invoiceKind,
      corrected: invoice.corrected.map { CorrectedReference(number: $0.number, ksefNumber: $0.ksefNumber) },
      in: invoice.environment)
  }

  /// The number that the call gives; nil for what is none, which the print refuses by itself.
  private static func number(_ invoice: InvoiceToIssue) -> KSeFNumber? {
    do throws(KSeFNumber.Refusal) {
      return try invoice.ksefNumber.map { (text) throws(KSeFNumber.Refusal) in try KSeFNumber(text) }
    } catch {
      return nil
    }
  }

  private func readmit(_ first: IssuedInvoice, _ invoice: InvoiceToIssue) throws(Obstacle) -> Admission {
    switch first.state {
    case .replaced: throw .replaced(first)
    case .abandoned(let reason, let moment): throw .givenUp(first, reason, moment)
    case .sent, .waiting, .rejected, .nothingToSend: break
    }
    if let number = LedgerDesk.number(invoice) {
      try ledger.check(number, of: first)
      return Admission(mode: nil)
    }
    if case .sent(let acceptance) = first.state {
      return Admission(mode: nil, ksefNumber: acceptance.number.description)
    }
    guard let mode = ModeOfIssue(rawValue: first.mode.rawValue) else {
      preconditionFailure("what was issued online isn't recorded")
    }
    return Admission(
      mode: mode, eventID: first.eventID, signedLink: first.signedLink, document: LedgerDesk.document(first),
      credential: credential(for: invoice, mode), notices: LedgerDesk.reprinted(first))
  }

  /// A technical correction is issued as the refused one was, with the same content.
  private func admit(_ invoice: InvoiceToIssue, inPlaceOf refused: IssuedInvoice) throws(Obstacle) -> Admission {
    let before = try InvoiceToIssue.read(
      try ledger.xml(of: refused), fileName: refused.number, environment: refused.environment)
    let changed = zip(before.terms, invoice.terms).filter { $0.value != $1.value }.map(\.0.name)
    guard changed.isEmpty else { throw .otherContent(refused, changed) }
    let notices = [LedgerDesk.technicalCorrection(refused)]
    if let number = LedgerDesk.number(invoice) {
      try ledger.check(number, of: refused)
      return Admission(mode: nil, notices: notices)
    }
    guard let mode = ModeOfIssue(rawValue: refused.mode.rawValue) else {
      preconditionFailure("what was issued online isn't recorded")
    }
    return Admission(
      mode: mode, eventID: refused.eventID, document: LedgerDesk.document(refused),
      credential: credential(for: invoice, mode), notices: notices)
  }

  private static func document(_ invoice: IssuedInvoice) -> PrintedDocument? {
    PrintedDocument(rawValue: invoice.document.rawValue)
  }

  /// What is wanted must be what is in force; only offline24 is anybody's own choice.
  private static func mode(wanted: ModeOfIssue?, in state: ModeState) throws(Obstacle) -> ModeOfIssue {
    let inForce = ModeOfIssue(rawValue: state.mode.rawValue)
    switch (wanted, inForce) {
    case (nil, nil): throw .deskOnline
    case (nil, let mode?): return mode
    case (let wanted?, let mode?) where wanted == mode: return wanted
    case (.offline24, let mode) where mode != .totalFailure: return .offline24
    case (let wanted?, _): throw .otherMode(wanted, state)
    }
  }

  /// Opens the certificate once it is needed.
  private func credential(
    for invoice: InvoiceToIssue, _ mode: ModeOfIssue
  ) -> @Sendable () throws(Obstacle) -> OfflineCredential? {
    { [self] () throws(Obstacle) in mode == .totalFailure ? nil : try credential(for: invoice.environment) }
  }

  private func credential(for environment: KSeFEnvironment) throws(Obstacle) -> OfflineCredential {
    let chosen = try ledger.signingCertificate(of: user, in: environment)
    if let known = opened.withLock({ $0 }), known.fingerprint == chosen.certificate.fingerprint {
      return known.credential
    }
    let credential = try chosen.open { (name) throws(Obstacle) in try passphrase(name) }
    opened.withLock { $0 = (chosen.certificate.fingerprint, credential) }
    return credential
  }
}
