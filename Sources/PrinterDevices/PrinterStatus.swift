/// What a receipt printer says of itself when it is asked (`DLE EOT`), whatever else it is doing.
struct PrinterStatus: Sendable, Hashable {
  /// The heaviest trouble; nil where it is ready.
  let trouble: PrinterTrouble?

  /// Asks for the printer's state, the cause of being offline, and the paper's state.
  ///
  /// - Parameter milliseconds: for each answer.
  /// - Returns: nil where the printer doesn't answer.
  static func asked(_ connection: DeviceConnection, milliseconds: Int) -> PrinterStatus? {
    guard let state = answer(to: 1, connection, milliseconds), let cause = answer(to: 2, connection, milliseconds),
      let paper = answer(to: 4, connection, milliseconds)
    else { return nil }
    // The paper first: a printer without paper is offline, too.
    if paper & 0x60 != 0 || cause & 0x20 != 0 { return PrinterStatus(trouble: .noPaper) }
    if cause & 0x04 != 0 { return PrinterStatus(trouble: .coverOpen) }
    if cause & 0x40 != 0 { return PrinterStatus(trouble: .fault) }
    return PrinterStatus(trouble: state & 0x08 != 0 ? .offline : nil)
  }

  private static func answer(to question: UInt8, _ connection: DeviceConnection, _ milliseconds: Int) -> UInt8? {
    let deadline = Deadline(milliseconds: milliseconds)
    let bytes: [UInt8] = [0x10, 0x04, question]
    var asked = 0
    while asked < bytes.count {
      guard let count = connection.write(bytes[asked...], milliseconds: deadline.milliseconds)
      else {
        return nil
      }
      asked += count
      guard asked == bytes.count || !deadline.isOver else { return nil }
    }
    while true {
      switch connection.read(milliseconds: deadline.milliseconds) {
      // These answers have two bits set and two clear.
      case .byte(let byte) where byte & 0x93 == 0x12: return byte
      case .byte: continue
      case .nothing:
        guard connection.answers, !deadline.isOver else { return nil }
      case .closed, .reset: return nil
      }
    }
  }
}
