import Findings

extension Template {
  /// Reads `lines.columns`; the fields that it leaves out follow as details.
  mutating func readColumns(_ value: StrictValue) {
    guard let elements = value.list() else { return }
    var columns: [LineColumn] = []
    for element in elements {
      guard let table = element.table() else { continue }
      if let column = readColumn(table) {
        if columns.contains(where: { $0.field == column.field }) {
          element.report(duplicate: column.field.rawValue)
        } else {
          columns.append(column)
        }
      }
      table.refuseTheRest()
    }
    guard columns.count == elements.count else { return }
    if columns.count(where: \.takesRest) != 1 {
      value.report(
        "no-rest",
        Sentence(
          "Exactly one column must take the rest of the width.",
          pl: "Dokładnie jedna kolumna musi zająć resztę szerokości."),
        remedy: Sentence("Give it width = \"rest\".", pl: "Dopisz jej width = \"rest\"."))
    }
    lineColumns = Self.completed(columns)
  }

  private func readColumn(_ table: StrictTable) -> LineColumn? {
    let field = table["field"]
    let show = table["show"]?.choice(of: Show.self) ?? .ifAny
    var takesRest = false
    if let width = table["width"], let text = width.string() {
      takesRest = text == "rest"
      if !takesRest { width.report(unknownName: text, among: ["rest"]) }
      if takesRest, show == .detail {
        width.report(
          "no-rest",
          Sentence(
            "A detail stands under the name and has no width.", pl: "Szczegół stoi pod nazwą i nie ma szerokości."))
      }
    }
    var title: [LabelLanguage: String] = [:]
    table.table("title") { titles in
      for language in LabelLanguage.allCases {
        if let value = titles[language.rawValue] { title[language] = readTitle(value) }
      }
    }
    guard let field else {
      table.report(
        "missing", Sentence("The column doesn't say its field.", pl: "Kolumna nie podaje pola (field)."),
        remedy: Sentence("Add field = \"name\", for example.", pl: "Dopisz na przykład field = \"name\"."))
      return nil
    }
    guard let name = field.choice(of: LineField.self) else { return nil }
    return LineColumn(field: name, show: show, takesRest: takesRest, title: title)
  }

  private func readTitle(_ value: StrictValue) -> String? {
    guard let text = value.string() else { return nil }
    guard (1...60).contains(text.count), text == printable(text) else {
      value.report(
        "out-of-range",
        Sentence(
          "A title has 1 to 60 characters on one line.", pl: "Tytuł ma od 1 do 60 znaków w jednym wierszu."))
      return nil
    }
    return text
  }
}
