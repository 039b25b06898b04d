import Findings
import Glibc
package import InvoicePrinting

/// What the program that runs can do beside rendering.
///
/// The desk's records need a database, and printers CUPS, neither of which `ksef-render` links or loads: where a call
/// asks for them it becomes another program, which prints in the same way and opens these doors.
package enum Doors {
  /// To the desk's records; nil where the program has none.
  @TaskLocal package static var desk: (any DeskDoor)?
  /// To printers; nil where the program has none.
  @TaskLocal package static var printers: (any PrinterDoor)?
  /// What stands before the arguments of `ksef-render` where they are given to this program.
  @TaskLocal package static var prelude: [String] = []

  /// The first argument with which another program is `ksef-render`.
  package static let word = "render"
}

/// A program of ours that can more than `ksef-render`.
enum OtherProgram: String {
  case desk = "ksef-desk"
  case printers = "ksef-print"

  /// Puts the program in this one's place, with the same arguments.
  ///
  /// - Throws: `program.missing`; it doesn't return otherwise.
  func takeOver() throws(Obstacle) -> Never {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
    let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    let own = String(decoding: buffer.prefix(max(0, count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let folder = own.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    let program = "\(folder)/\(rawValue)"
    let given = CommandLine.arguments.dropFirst(1 + Doors.prelude.count)
    var vector = ([program, Doors.word] + given).map { strdup($0) }
    vector.append(nil)
    execv(program, vector)
    let reason = String(cString: strerror(errno))
    throw Obstacle(
      "program.missing", kind: .inputOutput, at: Place(file: program),
      Sentence(
        "The program \(rawValue), which does this, can't be started: \(reason).",
        pl: "Nie można uruchomić programu \(rawValue), który to robi: \(reason)."),
      remedy: Sentence(
        "Install \(rawValue) beside ksef-render.", pl: "Zainstaluj \(rawValue) obok ksef-render."))
  }
}
