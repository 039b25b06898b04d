/// Where each line of a file begins, so that an offset becomes a line and a column only when a message needs them.
struct LineTable: Sendable {
  private var starts: [Int32] = [0]

  /// Notes a line that begins at an offset; offsets rise from call to call.
  mutating func lineBegins(at offset: Int) { starts.append(Int32(truncatingIfNeeded: offset)) }

  /// Line and column of a byte, both from 1, the column in bytes.
  func position(of offset: Int) -> (line: Int, column: Int) {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(starts[middle]) <= offset { low = middle } else { high = middle }
    }
    return (low + 1, offset - Int(starts[low]) + 1)
  }
}
