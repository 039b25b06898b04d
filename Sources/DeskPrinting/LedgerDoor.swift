package import Findings
package import InvoicePrinting
package import KSeFIdentifiers
import OfflineLedger
package import OfflineSigning

/// What a print with a desk finds behind the door.
package struct LedgerDoor: DeskDoor {
  package init() {}

  package func open(
    _ folder: String, user: String, environment: KSeFEnvironment,
    passphrase: @escaping @Sendable (_ keyName: String) throws(Obstacle) -> Passphrase?
  ) throws(Obstacle) -> any PrintDesk {
    LedgerDesk(try Ledger(folder, settingUp: false), user: user, passphrase: passphrase)
  }
}
