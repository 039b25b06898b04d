import ArgumentParser
import Findings
import InvoicePrinting

/// Whether codes are read back before anybody is handed them.
struct ProofOptions: ParsableArguments {
  @Flag(
    help: """
      Read the codes back from the dots, at the printer's resolution, before the print goes anywhere; one that can't be \
      read stops it.
      """)
  var prove = false

  /// Continues as the program that can do it, where this isn't it yet.
  ///
  /// - Throws: `program.missing`.
  func enter() throws(Obstacle) {
    if prove, Doors.printers == nil { try OtherProgram.printers.takeOver() }
  }

  func set(in settings: inout PrintSettings) {
    guard prove else { return }
    guard let door = Doors.printers else { preconditionFailure("codes are read back in the program that can") }
    settings.proof = door.proof
  }
}
