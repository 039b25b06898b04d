import Findings

/// HTML as it is being written; also well-formed XML, so that any XML reader can check it.
///
/// Names of elements and attributes are written in this program's source; whatever comes from outside is a value or a
/// text, and is escaped here and nowhere else.
struct Markup {
  private(set) var html = ""

  /// An element with content.
  mutating func element(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:], content: (inout Markup) -> Void
  ) {
    start(name, attributes)
    html += ">"
    content(&self)
    html += "</\(name)>"
  }

  /// An element with a text.
  mutating func element(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String>, _ text: String) {
    element(name, attributes) { $0.text(text) }
  }

  /// An element with a text and no attributes.
  mutating func element(_ name: StaticString, _ text: String) { element(name, [:], text) }

  /// An element that can have no content.
  mutating func empty(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:]) {
    start(name, attributes)
    html += "/>"
  }

  /// A text, whatever it holds.
  mutating func text(_ text: String) { html += text.escaped }

  /// Markup that stands in this program's source, and nothing else.
  mutating func raw(_ markup: StaticString) { html += "\(markup)" }

  /// A line of the source ends.
  mutating func endLine() { html += "\n" }

  /// What was written so far, which is forgotten here.
  mutating func take() -> String {
    defer { html = "" }
    return html
  }

  private mutating func start(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String>) {
    html += "<\(name)"
    for (key, value) in attributes { html += " \(key)=\"\(value.escaped)\"" }
  }
}

extension String {
  /// The text as content or as a quoted value: nothing in it is markup, steers an editor or turns the order of letters.
  fileprivate var escaped: String {
    let text = printable
    guard text.utf8.contains(where: { $0 == 0x26 || $0 == 0x3C || $0 == 0x3E || $0 == 0x22 || $0 == 0x27 }) else {
      return text
    }
    var escaped = ""
    escaped.reserveCapacity(text.utf8.count + 32)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
