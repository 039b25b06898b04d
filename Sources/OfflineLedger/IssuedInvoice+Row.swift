import Findings
import GRDB
import KSeFIdentifiers
import OfflineRules

extension IssuedInvoice {
  /// All but the XML, which is as large as everything else together.
  static let columns = """
    environment, seller, issue_date, hash, number, kind, buyer, mode, event, document, certificate, user, signed_link,
    corrects, recorded, first_recorded, entry, ksef_number, sent, sent_at, rejected, rejection, closed, closure, replaced
    """

  /// - Throws: ``DamagedRecord``.
  init(_ row: Row) throws {
    let digest = Base64URL.decode(row["hash"] as String)?.bytes ?? []
    guard let environment = KSeFEnvironment(rawValue: row["environment"]), let seller = NIP(row["seller"] as String),
      let day = CalendarDate(iso: row["issue_date"]), let hash = InvoiceHash(digest: digest),
      hash.base64URL == row["hash"] as String,
      let mode = WorkingMode(rawValue: row["mode"]), let document = HandedDocument(rawValue: row["document"])
    else { throw DamagedRecord("issued \(row["number"] as String)") }
    self.environment = environment
    identity = InvoiceIdentity(seller: seller, issueDate: day, hash: hash)
    self.mode = mode
    self.document = document
    number = row["number"]
    kind = row["kind"]
    buyer = row["buyer"]
    eventID = row["event"]
    certificate = row["certificate"]
    user = row["user"]
    signedLink = row["signed_link"]
    corrects = row["corrects"]
    recorded = Moment(unixSeconds: row["recorded"])
    firstRecorded = Moment(unixSeconds: row["first_recorded"])
    entry = row["entry"]
    state = try State(row, mode)
  }
}

extension IssuedInvoice.State {
  /// - Throws: ``DamagedRecord``.
  init(_ row: Row, _ mode: WorkingMode) throws {
    if row["replaced"] as Int != 0 {
      self = .replaced
    } else if let closed: Int64 = row["closed"] {
      self = .abandoned(reason: row["closure"] ?? "", at: Moment(unixSeconds: closed))
    } else if let number: String = row["ksef_number"], let sent: Int64 = row["sent"] {
      do throws(KSeFNumber.Refusal) {
        self = .sent(
          Acceptance(
            number: try KSeFNumber(number), sentAt: (row["sent_at"] as Int64?).map(Moment.init(unixSeconds:)),
            recorded: Moment(unixSeconds: sent)))
      } catch {
        throw DamagedRecord("issued \(row["number"] as String)")
      }
    } else if let rejected: Int64 = row["rejected"] {
      self = .rejected(reason: row["rejection"] ?? "", at: Moment(unixSeconds: rejected))
    } else {
      self = mode == .totalFailure ? .nothingToSend : .waiting
    }
  }
}
