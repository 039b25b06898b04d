package import Findings
import Glibc
package import InvoicePrinting
package import KSeFIdentifiers
package import OfflineSigning

/// The way from a print to the offline desk's records.
///
/// The records need a database, which `ksef-render` neither links nor loads: with `--desk` it becomes `ksef-desk`, which
/// prints in the same way and opens this door.
package protocol DeskDoor: Sendable {
  /// What stands before the arguments of `ksef-render` where they are given to this program.
  var prelude: [String] { get }

  /// Opens a desk.
  ///
  /// - Parameters:
  ///   - folder: where the desk keeps its records.
  ///   - user: whose certificates may sign.
  ///   - passphrase: of the key that is chosen; asked once, where a print needs it.
  /// - Throws: what keeps it from being opened.
  func open(
    _ folder: String, user: String, environment: KSeFEnvironment,
    passphrase: @escaping @Sendable (_ keyName: String) throws(Obstacle) -> Passphrase?
  ) throws(Obstacle) -> any PrintDesk
}

/// The door of the program that runs; nil in `ksef-render` itself.
package enum Desk {
  @TaskLocal package static var door: (any DeskDoor)?
}

/// Puts `ksef-desk` in this program's place, with the same arguments.
///
/// - Throws: `desk.program-missing`; it doesn't return otherwise.
func becomeDesk() throws(Obstacle) -> Never {
  var buffer = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
  let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
  let own = String(decoding: buffer.prefix(max(0, count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  let folder = own.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
  let program = "\(folder)/ksef-desk"
  let arguments = [program, "render"] + CommandLine.arguments.dropFirst()
  var vector = arguments.map { strdup($0) }
  vector.append(nil)
  execv(program, vector)
  let reason = String(cString: strerror(errno))
  throw Obstacle(
    "desk.program-missing", kind: .inputOutput, at: Place(file: program),
    Sentence(
      "The program of the offline desk can't be started: \(reason).",
      pl: "Nie można uruchomić programu biura offline: \(reason)."),
    remedy: Sentence("Install ksef-desk beside ksef-render.", pl: "Zainstaluj ksef-desk obok ksef-render."))
}
