import KSeFLinks

/// A table as spreadsheets save it (RFC 4180, also with `;` or tabs between the cells), and the links of KSeF's in it.
struct LinkTable {
  /// The texts of the cells with something of KSeF's in them, with the line, from 1, on which each cell's row begins.
  private(set) var links: [(text: String, line: Int)] = []
  /// How many rows have cells with text, and none of them a link of KSeF's.
  private(set) var otherRows = 0

  private static let (quote, lineFeed, carriageReturn): (UInt8, UInt8, UInt8) = (0x22, 0x0A, 0x0D)

  init(_ text: String) {
    let bytes = Array(text.utf8)
    let separator = LinkTable.separator(of: bytes)
    var (cell, cells): ([UInt8], [String]) = ([], [])
    var (line, rowLine, isQuoted) = (1, 1, false)
    var index = 0
    func endOfCell() {
      cells.append(String(decoding: cell, as: UTF8.self).trimmed)
      cell = []
    }
    while index < bytes.count {
      let byte = bytes[index]
      if byte == Self.lineFeed { line += 1 }
      if isQuoted {
        if byte != Self.quote {
          cell.append(byte)
        } else if index + 1 < bytes.count, bytes[index + 1] == Self.quote {
          cell.append(byte)
          index += 1
        } else {
          isQuoted = false
        }
      } else if byte == Self.quote, cell.allSatisfy({ $0 == 0x20 }) {
        (cell, isQuoted) = ([], true)
      } else if byte == separator {
        endOfCell()
      } else if byte == Self.lineFeed || byte == Self.carriageReturn {
        endOfCell()
        take(cells, line: rowLine)
        (cells, rowLine) = ([], line)
      } else {
        cell.append(byte)
      }
      index += 1
    }
    endOfCell()
    take(cells, line: rowLine)
  }

  private mutating func take(_ cells: [String], line: Int) {
    let found = cells.filter { cell in
      if cell.isEmpty { return false }
      if case .foreign = ReadLink(cell) { return false }
      return true
    }
    links += found.map { ($0, line) }
    if found.isEmpty, cells.contains(where: { !$0.isEmpty }) { otherRows += 1 }
  }

  /// The separator that stands most often outside quotes in the first rows; none of the three is part of a link.
  private static func separator(of bytes: [UInt8]) -> UInt8 {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in bytes.prefix(1 << 16) {
      if byte == quote { isQuoted.toggle() } else if !isQuoted { counts[byte, default: 0] += 1 }
    }
    return [UInt8](";\t,".utf8).max { counts[$0, default: 0] < counts[$1, default: 0] } ?? 0x3B
  }
}

extension String {
  fileprivate var trimmed: String {
    let start = drop(while: \.isWhitespace)
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...last])
  }
}
