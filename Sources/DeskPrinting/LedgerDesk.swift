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
  private let ledger: Ledger
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
  /// - Throws: `desk.number-taken`, `desk.original-waits`, `desk.replaced`, `desk.online`, `desk.other-mode`, and what
  ///   keeps the records from being used.
  public func admit(_ invoice: InvoiceToIssue) throws(Obstacle) -> Admission {
    let knowledge = try ledger.knowledge(
      of: invoice.identity, number: invoice.facts.number, kind: invoice.facts.invoiceKind,
      correctedWithoutNumber: invoice.correctedWithoutNumber, in: invoice.environment)
    if case .known(let first) = knowledge { return try readmit(first, invoice) }
    // Sent online and accepted: nothing waits.
    if invoice.ksefNumber != nil { return Admission(mode: nil) }
    let state = try ledger.mode()
    let mode = try LedgerDesk.mode(wanted: invoice.issued, in: state)
    var eventID: Int?
    if mode.rawValue == state.mode.rawValue, case .event(let id, _) = state.cause { eventID = id }
    var notices: [Sentence] = []
    if case .replaces(let refused) = knowledge { notices.append(LedgerDesk.technicalCorrection(refused)) }
    return Admission(
      mode: mode, eventID: eventID,
      credential: { [self] () throws(Obstacle) in
        mode == .totalFailure ? nil : try credential(for: invoice.environment)
      }, notices: notices)
  }

  /// Writes down a print, before anybody is handed it.
  ///
  /// - Throws: as `Ledger.record(_:)`.
  public func record(_ invoice: InvoiceToIssue, _ admission: Admission, _ print: IssuedPrint) throws(Obstacle) {
    guard let mode = print.mode.flatMap({ WorkingMode(rawValue: $0.rawValue) }) else {
      return try ledger.noteReprint(of: invoice.identity.hash, by: user, in: invoice.environment)
    }
    try ledger.record(
      IssueRecord(
        environment: invoice.environment, identity: invoice.identity, number: invoice.facts.number,
        kind: invoice.facts.invoiceKind, buyer: invoice.facts.buyerName, mode: mode, eventID: admission.eventID,
        document: print.document == .invoice ? .invoice : .confirmation,
        certificate: print.certificateLink?.claim.certificate.description, user: user,
        signedLink: print.certificateLink?.text, xml: invoice.bytes))
  }

  private func readmit(_ first: IssuedInvoice, _ invoice: InvoiceToIssue) throws(Obstacle) -> Admission {
    switch first.state {
    case .replaced: throw .replaced(first)
    case .sent(let acceptance): return Admission(mode: nil, ksefNumber: acceptance.number.description)
    case .waiting, .rejected, .nothingToSend: break
    }
    if invoice.ksefNumber != nil { return Admission(mode: nil) }
    guard let mode = ModeOfIssue(rawValue: first.mode.rawValue) else {
      preconditionFailure("what was issued online isn't recorded")
    }
    return Admission(
      mode: mode, eventID: first.eventID, signedLink: first.signedLink,
      notices: [
        Sentence(
          "A re-print of what was printed \(first.recorded.clock), with the same codes.",
          pl: "Ponowny wydruk (pierwszy: \(first.recorded.clock)), z tymi samymi kodami.")
      ])
  }

  /// What is wanted must be what is in force; only offline24 is anybody's own choice.
  private static func mode(wanted: ModeOfIssue?, in state: ModeState) throws(Obstacle) -> ModeOfIssue {
    let inForce = ModeOfIssue(rawValue: state.mode.rawValue)
    switch (wanted, inForce) {
    case (nil, nil): throw .deskOnline(since: state.since)
    case (nil, let mode?): return mode
    case (let wanted?, let mode?) where wanted == mode: return wanted
    case (.offline24, let mode) where mode != .totalFailure: return .offline24
    case (let wanted?, _): throw .otherMode(wanted, state)
    }
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

  private static func technicalCorrection(_ refused: IssuedInvoice) -> Sentence {
    let original = refused.corrects ?? refused.identity.hash.base64URL
    return Sentence(
      "A technical correction: it must be sent with the hash of the refused invoice, \(original).",
      pl: "Korekta techniczna: wysyła się ją ze skrótem odrzuconej faktury, \(original).")
  }
}
