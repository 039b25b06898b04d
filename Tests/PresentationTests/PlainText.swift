import Findings
import InvoiceTemplate
import Presentation

/// A presentation as plain text, for people who review goldens: what is said and in which arrangement, nothing of looks.
extension Presentation {
  var plainText: String {
    var lines = ["title: \(title)", "author: \(author)", ""]
    lines.append("\(head.issuer)  |  \(head.kind.text) \(head.number)")
    lines += head.issuerDetail.map(\.plainText)
    for section in sections {
      lines += ["", "== \(section.name.rawValue)\(section.heading.map { ": \($0.text)" } ?? "")"]
      lines += section.blocks.flatMap(\.plainLines)
    }
    for code in codes { lines += ["", "[code] \(code.caption)  (\(code.purpose.text))", code.link] }
    lines += ["", "-- \(footer.left)  |  \(footer.centre)"]
    lines += findings.map { "finding: \($0.code) \($0.place.path ?? "")" }
    return lines.joined(separator: "\n").replacing("\u{A0}", with: " ") + "\n"
  }
}

extension Field {
  fileprivate var plainText: String {
    let words = label.map { "\($0.text): \(value)" } ?? value
    return link == nil ? words : words + " [link]"
  }
}

extension Block {
  fileprivate var plainLines: [String] {
    switch self {
    case .heading(let label): ["# \(label.text)"]
    case .grid(let fields, let columns): ["grid of \(columns)"] + fields.map { "  \($0.plainText)" }
    case .facts(let fields): [fields.map(\.plainText).joined(separator: "   ")]
    case .list(let fields): fields.map { "- \($0.plainText)" }
    case .text(let text, let role): ["\(text)\(role == .text ? "" : "  <\(role.rawValue)>")"]
    case .columns(let columns, _):
      columns.enumerated().flatMap { position, blocks in
        ["column \(position + 1)"] + blocks.flatMap(\.plainLines).map { "  \($0)" }
      }
    case .table(let table): table.plainLines
    case .amountDue(let label, let amount): ["*** \(label.text): \(amount)"]
    }
  }
}

extension Table {
  fileprivate var plainLines: [String] {
    let head = columns.map { ($0.alignment != .leading ? ">" : "") + $0.title.text + ($0.width == .rest ? "…" : "") }
    return ["| " + head.joined(separator: " | ")]
      + rows.flatMap { row in
        let cells = row.cells.map { cell in cell.text + (cell.secondary.map { " (\($0))" } ?? "") }
        let kind = row.kind == .ordinary ? "" : "  <\(row.kind)>"
        return ["| " + cells.joined(separator: " | ") + kind] + row.details.map { "|   \($0.plainText)" }
      }
  }
}
