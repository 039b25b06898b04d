import Findings
import InvoiceTemplate
import Presentation

/// Random content from a seed, for laws that hold whatever is laid out.
///
/// What is printed once is in small letters and digits; what may be repeated (heads of tables, running heads, first
/// columns of column groups, footers) is in capitals. Every text begins with a mark of its own, so that it can be found.
struct RandomPresentation {
  private var state: UInt64
  private var marks = 0
  private(set) var tables: [Marked] = []
  private(set) var headings: [String] = []

  /// A table as it was made: the marks of its head and of its rows, in order.
  struct Marked {
    var head: String
    var rows: [(mark: String, kind: Table.Row.Kind)] = []
  }

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 0x1234_5678 }

  mutating func presentation() -> Presentation {
    let names: [SectionName] = [.dates, .parties, .lines, .summary, .attachment, .notes]
    var sections: [Section] = []
    for name in names where chance(75) {
      let heading = name != .dates && chance(50) ? Label(heading()) : nil
      let blocks = (0...below(name == .dates ? 1 : 4)).map { _ in name == .dates ? grid() : block() }
      sections.append(Section(name, heading: heading, blocks))
    }
    return Presentation(
      languages: [.polish], title: "", author: "",
      head: Head(
        issuer: text(below(12)), issuerDetail: [field()], kind: Label(text(1)), number: text(chance(90) ? 1 : 20)),
      runningHead: RunningHead(
        title: capitals(1 + below(4)), ksefNumber: chance(50) ? Field(Label("NR"), capitals(2)) : nil),
      sections: sections, codes: codes(), footer: Footer(left: capitals(1 + below(12)), centre: ""), findings: [])
  }

  // MARK: - Blocks

  private mutating func block() -> Block {
    switch below(12) {
    case 0: .heading(Label(heading()))
    case 1: grid()
    case 2: .facts((0...below(8)).map { _ in field() })
    case 3: .list((0...below(4)).map { _ in field() })
    case 4: .text(paragraphs(), .text)
    case 5: .amountDue(label: Label(text(2)), amount: figure())
    case 6: columns()
    case 7, 8: .table(table(.keepsColumns))
    default: .table(table(.movesColumnsUnder))
    }
  }

  private mutating func columns() -> Block {
    let columns = (0...below(2)).map { _ in
      (0...below(3)).map { _ in chance(50) ? Block.facts((0...below(9)).map { _ in field() }) : .text(text(30), .text) }
    }
    return .columns(columns, shares: columns.map { _ in 1 })
  }

  private mutating func grid() -> Block { .grid((0...below(6)).map { _ in field() }, columns: 1 + below(4)) }

  private mutating func table(_ wideness: Table.Wideness) -> Table {
    let count = wideness == .keepsColumns ? 1 + below(20) : 2 + below(11)
    var marked = Marked(head: "")
    var columns = (0..<count).map { position in
      let title = capitals(1 + below(4))
      if position == 0 { marked.head = String(title.split(separator: " ")[0]) }
      let alignment: Table.Alignment = position > 1 && chance(60) ? (chance(50) ? .trailing : .decimal) : .leading
      return Table.Column(Label(title), alignment, isUnbroken: alignment != .leading)
    }
    if chance(80) { columns[min(1, count - 1)].width = .rest }
    let length = chance(15) ? 60 + below(100) : 1 + below(12)
    var rows: [Table.Row] = []
    for index in 0..<length {
      let isLast = index + 1 == length
      let kind: Table.Row.Kind = isLast && index > 0 && chance(50) ? .total : chance(8) && !isLast ? .before : .ordinary
      var mark: String?
      let isHuge = chance(2)
      let cells = columns.indices.map { position -> Table.Cell in
        // A first column is repeated where a table is cut into groups of columns.
        if position == 0, wideness == .keepsColumns, count > 1 { return Table.Cell(capitals(1)) }
        if columns[position].alignment != .leading { return Table.Cell(chance(85) ? figure() : "") }
        let cell = text(isHuge && position == 1 ? 400 : below(5))
        mark = mark ?? String(cell.split(separator: " ")[0])
        return Table.Cell(cell, secondary: chance(10) ? text(2) : nil)
      }
      let details = wideness == .movesColumnsUnder && chance(30) ? (0...below(4)).map { _ in field() } : []
      rows.append(Table.Row(cells, details: details, kind: kind, joinsNext: chance(10) && !isLast))
      if let mark { marked.rows.append((mark, kind)) }
    }
    tables.append(marked)
    return Table(columns: columns, rows: rows, wideness: wideness)
  }

  private mutating func codes() -> [Code] {
    (0..<below(3)).map { index in
      Code(
        link: "https://qr.example/" + String(repeating: "a", count: 60 + 200 * index),
        caption: "offline", purpose: Label(text(3)))
    }
  }

  // MARK: - Words

  private mutating func heading() -> String {
    let heading = text(2)
    headings.append(String(heading.split(separator: " ")[0]))
    return heading
  }

  private mutating func field() -> Field {
    Field(chance(90) ? Label(text(below(3))) : nil, text(chance(3) ? 150 : below(8)))
  }

  private mutating func paragraphs() -> String {
    (0...below(3)).map { _ in text(below(60)) }.joined(separator: "\n")
  }

  /// A mark, then so many words.
  private mutating func text(_ words: Int) -> String {
    marks += 1
    return (["\(marks)z"] + (0..<max(0, words)).map { _ in word("abcdefghijklmnopr") }).joined(separator: " ")
  }

  private mutating func capitals(_ words: Int) -> String {
    marks += 1
    let number = String(marks).map { "QRSTUVWXYZ"[$0.wholeNumberValue ?? 0] }.map(String.init).joined()
    return ([number + "Q"] + (1..<max(1, words)).map { _ in word("ABCDEFGHIJKL") }).joined(separator: " ")
  }

  private mutating func word(_ letters: String) -> String {
    let length = chance(1) ? 512 : chance(6) ? 20 + below(20) : 1 + below(11)
    return String((0..<length).map { _ in letters[below(letters.count)] })
  }

  private mutating func figure() -> String {
    let digits = String((0...below(12)).map { _ in "123456789"[below(9)] })
    return digits + "," + String((0...below(4)).map { _ in "123456789"[below(9)] })
  }

  // MARK: - Chance

  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(max(1, bound)))
  }

  private mutating func chance(_ percent: Int) -> Bool { below(100) < percent }
}

extension String {
  fileprivate subscript(position: Int) -> Character { self[index(startIndex, offsetBy: position)] }
}
