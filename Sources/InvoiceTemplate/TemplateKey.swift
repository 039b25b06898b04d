import Findings

/// A key of a template: where it stands, what it takes, what it does.
///
/// The reader works from the list of these (`TemplateKey.all`), and docs/templates.md is made from it.
struct TemplateKey: Sendable {
  /// The way to the key from the root, with dots: `paper.margins`.
  let path: String
  /// The same for a whole family of keys (`text.ROLE.size`); the path itself where it stands alone.
  let family: String
  /// What it may be, in Markdown.
  let takes: String
  /// What it does, in one sentence.
  let does: String
  /// What a template says for it, as it would be written there; nil where nothing.
  let written: @Sendable (Template) -> String?
  /// Reads the value into a template, and reports what is wrong with it.
  let read: @Sendable (StrictValue, inout Template) -> Void

  typealias Access<Value> = any WritableKeyPath<Template, Value> & Sendable

  init(
    _ path: String, family: String? = nil, takes: String, does: String,
    written: @escaping @Sendable (Template) -> String? = { _ in nil },
    read: @escaping @Sendable (StrictValue, inout Template) -> Void
  ) {
    self.path = path
    self.family = family ?? path
    self.takes = takes
    self.does = does
    self.written = written
    self.read = read
  }

  static func length(
    _ path: String, family: String? = nil, _ range: ClosedRange<Length>, _ access: Access<Double>, _ does: String
  ) -> TemplateKey {
    TemplateKey(
      path, family: family, takes: "\(range.lowerBound.text) to \(range.upperBound.text)", does: does,
      written: { "\"\(range.lowerBound.written(points: $0[keyPath: access]))\"" },
      read: { value, template in
        if let length = value.length(in: range) { template[keyPath: access] = length }
      })
  }

  static func number(
    _ path: String, family: String? = nil, _ range: ClosedRange<Double>, _ access: Access<Double>, _ does: String
  ) -> TemplateKey {
    TemplateKey(
      path, family: family, takes: "\(plain(range.lowerBound)) to \(plain(range.upperBound))", does: does,
      written: { plain($0[keyPath: access]) },
      read: { value, template in
        if let number = value.number(in: range) { template[keyPath: access] = number }
      })
  }

  static func choice<Choice: RawRepresentable & CaseIterable & Sendable>(
    _ path: String, family: String? = nil, _ access: Access<Choice>, _ does: String
  ) -> TemplateKey where Choice.RawValue == String {
    TemplateKey(
      path, family: family, takes: names(Choice.self), does: does,
      written: { "\"\($0[keyPath: access].rawValue)\"" },
      read: { value, template in
        if let choice = value.choice(of: Choice.self) { template[keyPath: access] = choice }
      })
  }

  static func flag(_ path: String, _ access: Access<Bool>, _ does: String) -> TemplateKey {
    TemplateKey(
      path, takes: "`true` or `false`", does: does, written: { $0[keyPath: access] ? "true" : "false" },
      read: { value, template in
        if let isTrue = value.boolean() { template[keyPath: access] = isTrue }
      })
  }

  static func colour(_ path: String, _ access: Access<Template.Colour>, _ does: String) -> TemplateKey {
    TemplateKey(
      path, takes: "a colour", does: does, written: { "\"\($0[keyPath: access].hexadecimal)\"" },
      read: { value, template in
        if let colour = value.colour() { template[keyPath: access] = colour }
      })
  }

  /// A colour in which words are set: white words on white paper would hide what the law wants to be read.
  static func textColour(
    _ path: String, family: String? = nil, _ access: Access<Template.Colour>, _ does: String
  ) -> TemplateKey {
    TemplateKey(
      path, family: family, takes: "a colour dark enough to be read on white paper", does: does,
      written: { "\"\($0[keyPath: access].hexadecimal)\"" },
      read: { value, template in
        if let colour = value.textColour() { template[keyPath: access] = colour }
      })
  }

  /// A text of the template's own for each language.
  static func phrases(
    _ path: String, longest: Int, placeholders: [String] = [], _ access: Access<[LabelLanguage: String]>, _ does: String
  ) -> TemplateKey {
    TemplateKey(
      path,
      takes: "a text of up to \(longest) characters for each language: "
        + LabelLanguage.allCases.map { "`.\($0.rawValue)`" }.joined(separator: ", "),
      does: does,
      read: { value, template in
        guard let table = value.table() else { return }
        for language in LabelLanguage.allCases {
          guard let phrase = table[language.rawValue] else { continue }
          template[keyPath: access][language] = phrase.phrase(longest: longest, placeholders: placeholders)
        }
        table.refuseTheRest()
      })
  }

  /// The names of a type as a template writes them, in Markdown.
  static func names<Choice: RawRepresentable & CaseIterable>(_ type: Choice.Type) -> String
  where Choice.RawValue == String {
    Choice.allCases.map { "`\"\($0.rawValue)\"`" }.joined(separator: ", ")
  }
}

extension StrictTable {
  /// Reads every key that begins with the same names, table by table, in the order of the list.
  ///
  /// - Parameter depth: how many names of their paths lead to this table.
  func read(_ keys: [(names: [Substring], key: TemplateKey)], depth: Int = 0, into template: inout Template) {
    var start = 0
    while start < keys.count {
      let name = keys[start].names[depth]
      let end = keys[start...].firstIndex { $0.names[depth] != name } ?? keys.count
      if keys[start].names.count == depth + 1 {
        precondition(end == start + 1, "a key holds no other keys, and keys of one table stand together")
        if let value = self[String(name)] { keys[start].key.read(value, &template) }
      } else if let table = self[String(name)]?.table() {
        table.read(Array(keys[start..<end]), depth: depth + 1, into: &template)
        table.refuseTheRest()
      }
      start = end
    }
  }
}
