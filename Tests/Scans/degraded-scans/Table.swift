import ScanMaking

/// What was made, what was promised, and what was read, by condition.
struct Table {
  /// Below this nothing is promised.
  static let promisedPixelsPerModule = 1.5
  /// The least share of the promised symbols that is read.
  static let promisedShare = 0.995

  private struct Row {
    var scans = 0
    var symbols = 0
    var promised = 0
    var promisedAndRead = 0
    var belowAndRead = 0
    var wrong = 0
    var passes = 0
    var milliseconds: [Double] = []
  }

  private var rows: [String: Row] = [:]
  private var byModule: [Int: (made: Int, read: Int)] = [:]
  private var remarks: [String] = []
  private var hasErrors = false

  init(of lines: [Substring]) {
    for line in lines {
      let fields = line.split(separator: "\t").map(String.init)
      guard fields.count >= 2 else { continue }
      switch fields[0] {
      case "symbol" where fields.count == 5: note(fields[1], pixels: Double(fields[3]) ?? 0, isRead: fields[4] == "1")
      case "scan" where fields.count == 5:
        rows[fields[1], default: Row()].scans += 1
        rows[fields[1], default: Row()].wrong += Int(fields[2]) ?? 1
        rows[fields[1], default: Row()].passes += Int(fields[3]) ?? 1
        rows[fields[1], default: Row()].milliseconds.append(Double(fields[4]) ?? 0)
      case "kept": remarks.append(fields.dropFirst().joined(separator: "  "))
      default:
        hasErrors = true
        remarks.append(String(line))
      }
    }
  }

  private mutating func note(_ condition: String, pixels: Double, isRead: Bool) {
    rows[condition, default: Row()].symbols += 1
    byModule[Int(pixels * 4), default: (0, 0)].made += 1
    if isRead { byModule[Int(pixels * 4), default: (0, 0)].read += 1 }
    if pixels >= Self.promisedPixelsPerModule {
      rows[condition, default: Row()].promised += 1
      if isRead { rows[condition, default: Row()].promisedAndRead += 1 }
    } else if isRead {
      rows[condition, default: Row()].belowAndRead += 1
    }
  }

  /// Prints the table.
  ///
  /// - Returns: whether the promise is kept.
  func report() -> Bool {
    print(line("condition", ["scans", "symbols", ">=1.5 px", "read", "share", "<1.5 read", "wrong", "passed", "ms"]))
    var whole = Row()
    for condition in Condition.allCases {
      guard let row = rows["\(condition)"] else { continue }
      print(line(condition.rawValue, figures(row)))
      whole.scans += row.scans
      whole.symbols += row.symbols
      whole.promised += row.promised
      whole.promisedAndRead += row.promisedAndRead
      whole.belowAndRead += row.belowAndRead
      whole.wrong += row.wrong
      whole.passes += row.passes
      whole.milliseconds += row.milliseconds
    }
    print(line("all", figures(whole)))
    let steps = byModule.sorted { $0.key < $1.key }.filter { $0.key < 16 }
    print(
      "pixels per module: "
        + steps.map { "\(Double($0.key) / 4): \($0.value.read)/\($0.value.made)" }.joined(separator: "  "))
    for remark in remarks.prefix(60) { print("  \(remark)") }
    let isKept =
      whole.promised > 0 && Double(whole.promisedAndRead) >= Self.promisedShare * Double(whole.promised)
      && whole.wrong == 0 && whole.passes == 0 && !hasErrors
    print(isKept ? "The promise is kept." : "The promise is NOT kept.")
    return isKept
  }

  private func figures(_ row: Row) -> [String] {
    let share = row.promised > 0 ? Double(row.promisedAndRead * 10_000 / row.promised) / 100 : 100
    let median = row.milliseconds.isEmpty ? 0 : row.milliseconds.sorted()[row.milliseconds.count / 2]
    return [
      "\(row.scans)", "\(row.symbols)", "\(row.promised)", "\(row.promisedAndRead)", "\(share) %",
      "\(row.belowAndRead)",
      "\(row.wrong)", "\(row.passes)", "\(Int(median)) (\(Int(row.milliseconds.max() ?? 0)))",
    ]
  }

  private func line(_ title: String, _ figures: [String]) -> String {
    title + String(repeating: " ", count: max(1, 44 - title.count))
      + figures.map { String(repeating: " ", count: max(1, 11 - $0.count)) + $0 }.joined()
  }
}
