import DeskPrinting
import Findings
import InvoicePrinting
import KSeFIdentifiers
import OfflineLedger
import OfflineSigning
import RenderCommands

/// What `ksef-render --desk` finds behind the door.
struct LedgerDoor: DeskDoor {
  /// The first argument with which this program is `ksef-render`.
  static let word = "render"

  var prelude: [String] { [LedgerDoor.word] }

  func open(
    _ folder: String, user: String, environment: KSeFEnvironment,
    passphrase: @escaping @Sendable (_ keyName: String) throws(Obstacle) -> Passphrase?
  ) throws(Obstacle) -> any PrintDesk {
    LedgerDesk(try Ledger(folder, settingUp: false), user: user, passphrase: passphrase)
  }
}
