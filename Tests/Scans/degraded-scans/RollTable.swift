import ScanMaking

/// What was read of the photographs of slips, by paper, key and reader.
struct RollTable {
  /// The least share of the codes that our own reader reads.
  static let promisedShare = 0.99

  private struct Row {
    var codes = 0
    var read = 0
    var wrong = 0
    var milliseconds: [Double] = []

    static func + (one: Row, other: Row) -> Row {
      Row(
        codes: one.codes + other.codes, read: one.read + other.read, wrong: one.wrong + other.wrong,
        milliseconds: one.milliseconds + other.milliseconds)
    }
  }

  private struct Kind: Hashable {
    let paper: String
    let key: String
    let reader: String
  }

  private var rows: [Kind: Row] = [:]
  private var remarks: [String] = []
  private var hasErrors = false

  init(of lines: [Substring]) {
    for line in lines {
      let fields = line.split(separator: "\t").map(String.init)
      switch fields.first {
      case "photo" where fields.count == 8:
        let kind = Kind(paper: fields[1], key: fields[2], reader: fields[3])
        let row = Row(
          codes: Int(fields[4]) ?? 1, read: Int(fields[5]) ?? 0, wrong: Int(fields[6]) ?? 1,
          milliseconds: [Double(fields[7]) ?? 0])
        rows[kind] = rows[kind, default: Row()] + row
      case "kept": remarks.append(fields.dropFirst().joined(separator: "  "))
      default:
        hasErrors = true
        remarks.append(String(line))
      }
    }
  }

  /// Prints the table.
  ///
  /// - Returns: whether the promise is kept.
  func report() -> Bool {
    print(line("photographs of slips", ["codes", "read", "share", "wrong", "ms"]))
    var own = Row()
    var wrong = 0
    for reader in RollReader.present {
      var whole = Row()
      for paper in RollPaper.allCases {
        for key in PrintHouse.Key.allCases {
          guard let row = rows[Kind(paper: "\(paper)", key: "\(key)", reader: "\(reader)")] else { continue }
          print(line("\(paper) \(key) \(reader.rawValue)", figures(row)))
          whole = whole + row
        }
      }
      print(line("all \(reader.rawValue)", figures(whole)))
      wrong += whole.wrong
      if reader == .own { own = whole }
    }
    for remark in remarks.prefix(60) { print("  \(remark)") }
    let isKept =
      own.codes > 0 && Double(own.read) >= Self.promisedShare * Double(own.codes) && wrong == 0 && !hasErrors
    print(isKept ? "The promise is kept." : "The promise is NOT kept.")
    return isKept
  }

  private func figures(_ row: Row) -> [String] {
    let share = row.codes > 0 ? Double(row.read * 10_000 / row.codes) / 100 : 100
    let times = row.milliseconds.sorted()
    let median = times.isEmpty ? 0 : times[times.count / 2]
    return ["\(row.codes)", "\(row.read)", "\(share) %", "\(row.wrong)", "\(Int(median)) (\(Int(times.last ?? 0)))"]
  }

  private func line(_ title: String, _ figures: [String]) -> String {
    title + String(repeating: " ", count: max(1, 44 - title.count))
      + figures.map { String(repeating: " ", count: max(1, 11 - $0.count)) + $0 }.joined()
  }
}
