/// Bytes that can't be a message.
struct MalformedMessage: Error {}

/// The head of a message: lines of `name: value` in UTF-8, each ended by a line feed, the version of the protocol first.
struct MessageHead {
  /// The version that is spoken here.
  static let version = "1"
  /// The most bytes that a head may have.
  static let limit = 64 * 1024

  private(set) var fields: [(name: String, value: String)] = []

  subscript(name: String) -> String? { fields.first { $0.name == name }?.value }

  /// Adds a field; one without a value says nothing and isn't written.
  mutating func add(_ name: String, _ value: String?) {
    guard let value, !value.isEmpty else { return }
    // A value is one line: texts of an invoice may hold line breaks, which mean no more than a space.
    fields.append((name, String(String.UnicodeScalarView(value.unicodeScalars.map { $0.value < 0x20 ? " " : $0 }))))
  }

  var bytes: [UInt8] {
    Array(
      (["protocol: \(MessageHead.version)"] + fields.map { "\($0.name): \($0.value)" }).map { $0 + "\n" }.joined().utf8)
  }

  init() {}

  /// - Throws: where it isn't UTF-8, a line isn't of that form, a name stands twice, or another version is spoken.
  init(reading bytes: [UInt8]) throws(MalformedMessage) {
    guard bytes.last == 0x0A, let text = String(validating: bytes, as: UTF8.self) else { throw MalformedMessage() }
    var lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    guard let first = lines.popFirst(), String(first) == "protocol: \(MessageHead.version)" else {
      throw MalformedMessage()
    }
    for line in lines {
      guard let colon = line.firstIndex(of: ":") else { throw MalformedMessage() }
      let name = String(line[..<colon])
      let value = String(line[line.index(after: colon)...])
      guard !name.isEmpty, name.utf8.allSatisfy({ $0 == 0x2D || (0x61...0x7A).contains($0) }), value.hasPrefix(" "),
        self[name] == nil, name != "protocol", !value.unicodeScalars.contains(where: { $0.value < 0x20 })
      else { throw MalformedMessage() }
      fields.append((name, String(value.dropFirst())))
    }
  }
}

extension String {
  /// So much of a text that a head holds all of them.
  var shortened: String { utf8.count <= 4096 ? self : String(unicodeScalars.prefix(1024)) }
}
