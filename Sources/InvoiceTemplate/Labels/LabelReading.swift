package import Findings

extension Labels {
  /// Reads a language's label file strictly, as `Template.read` reads a template; every word and country must be there.
  ///
  /// - Parameters:
  ///   - bytes: TOML in UTF-8, at most 256 KB.
  ///   - fileName: the file as the user named it, for the findings' places.
  /// - Returns: the words and no findings, or no words and at least one finding. Codes: `labels.` with `not-toml`,
  ///   `too-large`, `missing`, `unknown-format`, `unknown-key`, `wrong-type`, `not-a-word`.
  package static func read(
    _ bytes: [UInt8], fileName: String, language: LabelLanguage
  ) -> (labels: Labels?, findings: [Finding]) {
    Labels(
      language: language, words: Dictionary(minimumCapacity: Term.allCases.count),
      countries: Dictionary(minimumCapacity: countryCodes.count)
    ).reading(bytes, fileName: fileName, isWhole: true)
  }

  /// These words with those of a user's file in their place; what the file leaves out stays.
  ///
  /// - Returns: as `read`; `labels.missing` is only said of the format.
  package func overridden(by bytes: [UInt8], fileName: String) -> (labels: Labels?, findings: [Finding]) {
    reading(bytes, fileName: fileName, isWhole: false)
  }

  private func reading(_ bytes: [UInt8], fileName: String, isWhole: Bool) -> (labels: Labels?, findings: [Finding]) {
    let mistakes = Mistakes(subject: "labels")
    var labels = self
    readStrictly(bytes, fileName: fileName, mistakes) { root in
      for table in Term.tables {
        root.words(table.name, keys: table.keys, isWhole: isWhole) { labels.words[table.terms[$0]] = $1 }
      }
      root.words("countries", keys: countryCodes, isWhole: isWhole) { labels.countries[countryCodes[$0]] = $1 }
    }
    return mistakes.isEmpty ? (labels, []) : (nil, mistakes.findings)
  }
}

extension Term {
  /// A table of the label files: its name, and the terms in it with their keys.
  struct Table {
    let name: String
    var keys: [String] = []
    var terms: [Term] = []
  }

  static let tables: [Table] = {
    var tables: [Table] = []
    for term in allCases {
      let path = term.rawValue
      guard let dot = path.utf8.firstIndex(of: UInt8(ascii: ".")) else {
        preconditionFailure("a term's key is a table's name, a dot and a name in it")
      }
      let name = path[..<dot]
      if tables.last?.name != String(name) {
        precondition(!tables.contains { $0.name == String(name) }, "terms of one table stand together")
        tables.append(Table(name: String(name)))
      }
      tables[tables.count - 1].keys.append(String(path[path.index(after: dot)...]))
      tables[tables.count - 1].terms.append(term)
    }
    return tables
  }()
}

extension StrictTable {
  /// Reads the table of words under a name, and reports what is unknown in it; in a whole file also what is missing.
  fileprivate func words(_ name: String, keys: [String], isWhole: Bool, _ take: (Int, String) -> Void) {
    guard let value = self[name] else {
      if isWhole { report(missing: name) }
      return
    }
    guard let table = value.table() else { return }
    for (position, key) in keys.enumerated() {
      if let word = table[key] {
        if let text = word.word() { take(position, text) }
      } else if isWhole {
        table.report(missing: key)
      }
    }
    table.refuseTheRest()
  }

  private func report(missing key: String) {
    report(
      "missing", under: key, Sentence("This word is missing.", pl: "Brakuje tego słowa."),
      remedy: Sentence("Every language has every key.", pl: "Każdy język ma każdy klucz."))
  }
}

extension StrictValue {
  /// A word or phrase on one line: 1 to 200 characters, none of them invisible, no space around them.
  fileprivate func word() -> String? {
    guard let text = string() else { return nil }
    let isBare =
      text.unicodeScalars.first?.isSpace == false
      && text.unicodeScalars.last?.isSpace == false
    guard isBare, text.isLine(longest: 200) else {
      report(
        "not-a-word",
        Sentence(
          "A word has 1 to 200 characters on one line, and no space before or after it.",
          pl: "Słowo ma od 1 do 200 znaków w jednym wierszu, bez odstępów na początku i końcu."))
      return nil
    }
    return text
  }
}

extension Unicode.Scalar {
  /// Most words begin and end in ASCII, and looking a property up takes its time.
  fileprivate var isSpace: Bool { isASCII ? value <= 0x20 : properties.isWhitespace }
}
