import Findings

/// A JSON value whose members keep their order.
package enum JSONValue: Sendable {
  case null
  case boolean(Bool)
  case integer(Int)
  /// A share of a whole, from 0 to 1, written with four decimals at most; what isn't one becomes the nearer end.
  case fraction(Double)
  case string(String)
  case array([JSONValue])
  case object([(String, JSONValue)])

  /// A string, or null for none.
  package static func text(_ value: String?) -> JSONValue { value.map(JSONValue.string) ?? .null }

  /// The value as JSON, each level indented by two spaces.
  package var text: String { text(level: 0) }

  /// The value as JSON for a place inside other values.
  ///
  /// - Parameter level: how many values stand around it. Its first line is for the caller to indent.
  package func text(level: Int) -> String {
    var text = ""
    write(to: &text, level: level)
    return text
  }

  private func write(to text: inout String, level: Int) {
    switch self {
    case .null: text += "null"
    case .boolean(let value): text += value ? "true" : "false"
    case .integer(let value): text += String(value)
    case .fraction(let value): text += JSONValue.decimals(value)
    case .string(let value): JSONValue.quote(value, to: &text)
    case .array(let values):
      JSONValue.list(values, "[", "]", to: &text, level: level) { value, text in
        value.write(to: &text, level: level + 1)
      }
    case .object(let members):
      JSONValue.list(members, "{", "}", to: &text, level: level) { member, text in
        JSONValue.quote(member.0, to: &text)
        text += ": "
        member.1.write(to: &text, level: level + 1)
      }
    }
  }

  private static func decimals(_ value: Double) -> String {
    // Also NaN, which no number is greater than.
    guard value > 0 else { return "0" }
    let parts = Int((min(value, 1) * 10_000).rounded())
    guard parts < 10_000 else { return "1" }
    var digits = String(10_000 + parts).dropFirst()
    while digits.last == "0" { digits.removeLast() }
    return digits.isEmpty ? "0" : "0." + digits
  }

  private static func list<Item>(
    _ items: [Item], _ open: String, _ close: String, to text: inout String, level: Int,
    write: (Item, inout String) -> Void
  ) {
    text += open
    for (index, item) in items.enumerated() {
      text += (index == 0 ? "\n" : ",\n") + String(repeating: "  ", count: level + 1)
      write(item, &text)
    }
    if !items.isEmpty { text += "\n" + String(repeating: "  ", count: level) }
    text += close
  }

  /// Escapes what JSON must, and whatever else a terminal or an editor could obey.
  private static func quote(_ value: String, to text: inout String) {
    text += "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      default:
        if scalar.steers {
          for unit in String(scalar).utf16 {
            let digits = String(unit, radix: 16)
            text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
          }
        } else {
          text.unicodeScalars.append(scalar)
        }
      }
    }
    text += "\""
  }
}
