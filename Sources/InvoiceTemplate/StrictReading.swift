import Findings

/// A table of which every key must be asked for; `refuseTheRest` reports the others.
final class StrictTable {
  private let members: [String: TOMLNode]
  private let mistakes: Mistakes
  private var asked: [String] = []
  private let place: Place

  init(_ members: [String: TOMLNode], at place: Place, _ mistakes: Mistakes) {
    self.members = members
    self.place = place
    self.mistakes = mistakes
  }

  subscript(key: String) -> StrictValue? {
    asked.append(key)
    return members[key].map { StrictValue($0, mistakes) }
  }

  /// Reports a mistake of the table as a whole, such as what is missing in it.
  func report(_ code: String, _ sentence: Sentence, remedy: Sentence? = nil) {
    mistakes.add(code, at: place, sentence, remedy: remedy)
  }

  /// Reports a mistake of what should stand under a key, such as that it is missing.
  func report(_ code: String, under key: String, _ sentence: Sentence, remedy: Sentence? = nil) {
    var place = place
    place.path = place.path.map { "\($0).\(key)" } ?? key
    mistakes.add(code, at: place, sentence, remedy: remedy)
  }

  func has(_ key: String) -> Bool { members[key] != nil }

  /// Reads the table under a key, where there is one, and then reports its unknown keys.
  func table(_ key: String, _ read: (StrictTable) -> Void) {
    guard let table = self[key]?.table() else { return }
    read(table)
    table.refuseTheRest()
  }

  /// The table under a key; nil where there is none, and where it isn't a table, which has been reported.
  func knownTable(_ key: String) -> StrictTable? {
    guard let node = members[key], case .table(let members) = node.value else { return nil }
    return StrictTable(members, at: node.place, mistakes)
  }

  /// Reports every key that nobody asked for, with the nearest that somebody did.
  func refuseTheRest() {
    let known = Set(asked)
    let unknown = members.filter { !known.contains($0.key) }.sorted { $0.value.namePlace.isAbove($1.value.namePlace) }
    for (key, node) in unknown where !mistakes.isFull {
      let shown = printable(key)
      mistakes.add(
        "unknown-key", at: node.namePlace,
        Sentence("There is no key \"\(shown)\" here.", pl: "Nie ma tu klucza „\(shown)”."),
        remedy: suggestion(for: key, among: asked))
    }
  }
}

/// A value that is read as what it should be; where it isn't, that is reported and the answer is nil.
struct StrictValue {
  private let node: TOMLNode
  private let mistakes: Mistakes

  var place: Place { node.place }

  init(_ node: TOMLNode, _ mistakes: Mistakes) {
    self.node = node
    self.mistakes = mistakes
  }

  func table() -> StrictTable? {
    guard case .table(let members) = node.value else { return refuseType("a table", "tabelą") }
    return StrictTable(members, at: node.place, mistakes)
  }

  func list() -> [StrictValue]? {
    guard case .array(let elements) = node.value else { return refuseType("a list", "listą") }
    return elements.map { StrictValue($0, mistakes) }
  }

  func string() -> String? {
    guard case .string(let text) = node.value else {
      return refuseType("a text in quotation marks", "tekstem w cudzysłowie")
    }
    return text
  }

  /// Whether it is that very text.
  func says(_ word: String) -> Bool {
    if case .string(let text) = node.value { text == word } else { false }
  }

  func integer() -> Int64? {
    guard case .integer(let integer) = node.value else { return refuseType("a whole number", "liczbą całkowitą") }
    return integer
  }

  func boolean() -> Bool? {
    guard case .boolean(let isTrue) = node.value else { return refuseType("true or false", "wartością true lub false") }
    return isTrue
  }

  func number(in range: ClosedRange<Double>) -> Double? {
    let number: Double
    switch node.value {
    case .integer(let integer): number = Double(integer)
    case .number(let value): number = value
    default: return refuseType("a number", "liczbą")
    }
    guard range.contains(number) else {
      return refuse(
        "out-of-range",
        Sentence(
          "This must be between \(plain(range.lowerBound)) and \(plain(range.upperBound)).",
          pl: "Musi być między \(plain(range.lowerBound)) a \(plain(range.upperBound))."))
    }
    return number
  }

  /// A length as `15mm` or `8.6pt`, in points.
  func length(in range: ClosedRange<Length>) -> Double? {
    guard let text = string() else { return nil }
    guard let length = Length(text) else {
      return refuse(
        "not-a-length",
        Sentence("\"\(printable(text))\" is not a length.", pl: "„\(printable(text))” nie jest długością."),
        remedy: Sentence(
          "Write millimetres or points, as \"15mm\" or \"8.6pt\".",
          pl: "Podaj milimetry lub punkty, np. \"15mm\" albo \"8.6pt\"."))
    }
    guard range.contains(length) else {
      return refuse(
        "out-of-range",
        Sentence(
          "\(printable(text)) is not between \(range.lowerBound.text) and \(range.upperBound.text).",
          pl: "\(printable(text)) nie mieści się między \(range.lowerBound.text) a \(range.upperBound.text)."))
    }
    return length.points
  }

  /// One of the names of a type.
  func choice<Choice: RawRepresentable & CaseIterable>(of type: Choice.Type) -> Choice?
  where Choice.RawValue == String {
    guard let text = string() else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    report(unknownName: text, among: Choice.allCases.map(\.rawValue))
    return nil
  }

  /// A list of names of a type, none of them twice.
  func choices<Choice: RawRepresentable & CaseIterable & Hashable>(of type: Choice.Type) -> [Choice]?
  where Choice.RawValue == String {
    guard let values = list() else { return nil }
    var chosen: [Choice] = []
    for value in values {
      guard let choice = value.choice(of: type) else { continue }
      guard !chosen.contains(choice) else {
        value.report(duplicate: choice.rawValue)
        continue
      }
      chosen.append(choice)
    }
    return chosen.count == values.count ? chosen : nil
  }

  /// A colour as `#1f2533`.
  func colour() -> Template.Colour? {
    guard let text = string() else { return nil }
    return Template.Colour(hexadecimal: text)
      ?? refuse(
        "not-a-colour",
        Sentence("\"\(printable(text))\" is not a colour.", pl: "„\(printable(text))” nie jest kolorem."),
        remedy: Sentence(
          "Write red, green and blue in hexadecimal, as \"#1f2533\".",
          pl: "Podaj składowe czerwoną, zieloną i niebieską szesnastkowo, np. \"#1f2533\"."))
  }

  /// A colour that can be read on white paper.
  func textColour() -> Template.Colour? {
    guard let colour = colour() else { return nil }
    guard colour.lightness <= 0.65 else {
      return refuse(
        "too-pale",
        Sentence(
          "Text of this colour can't be read on white paper.",
          pl: "Tekstu w tym kolorze nie da się odczytać na białym papierze."),
        remedy: Sentence("Choose a darker colour.", pl: "Wybierz ciemniejszy kolor."))
    }
    return colour
  }

  /// Words of a template's own on one line; what stands in braces must be a known placeholder.
  func phrase(longest: Int, placeholders: [String] = []) -> String? {
    guard let text = string() else { return nil }
    guard text.isLine(longest: longest) else {
      return refuse(
        "out-of-range",
        Sentence(
          "1 to \(longest) characters on one line are needed.",
          pl: "Potrzeba od 1 do \(longest) znaków w jednym wierszu."))
    }
    for piece in text.split(separator: "{", omittingEmptySubsequences: false).dropFirst() {
      let name = String(piece.prefix { $0 != "}" })
      guard placeholders.contains(name), piece.contains("}") else {
        report(unknownName: "{\(name)}", among: placeholders.map { "{\($0)}" })
        return nil
      }
    }
    return text
  }

  func report(unknownName text: String, among known: [String]) {
    report(
      "unknown-name",
      Sentence("\"\(printable(text))\" is not known here.", pl: "Wartość „\(printable(text))” nie jest tu znana."),
      remedy: suggestion(for: text, among: known))
  }

  func report(duplicate name: String) {
    report("duplicate", Sentence("\"\(name)\" is given twice.", pl: "„\(name)” podano dwa razy."))
  }

  /// Reports a mistake at this value.
  func report(_ code: String, _ sentence: Sentence, remedy: Sentence? = nil) {
    mistakes.add(code, at: node.place, sentence, remedy: remedy)
  }

  /// Reports a mistake where a value was expected, and answers that there is none.
  func refuse<Value>(_ code: String, _ sentence: Sentence, remedy: Sentence? = nil) -> Value? {
    report(code, sentence, remedy: remedy)
    return nil
  }

  private func refuseType<Value>(_ english: String, _ polish: String) -> Value? {
    refuse("wrong-type", Sentence("This must be \(english).", pl: "To musi być \(polish)."))
  }
}

extension Place {
  /// Whether this place comes first in a file; those without a line come before all.
  fileprivate func isAbove(_ other: Place) -> Bool {
    (line ?? 0, column ?? 0, path ?? "") < (other.line ?? 0, other.column ?? 0, other.path ?? "")
  }
}

func suggestion(for given: String, among known: [String]) -> Sentence {
  if let nearest = nearestName(to: given, among: known) {
    return Sentence("Did you mean \"\(nearest)\"?", pl: "Czy chodziło o „\(nearest)”?")
  }
  // Hundreds of names help nobody; the documentation lists them.
  let all = known.count > 40 ? known.prefix(40).joined(separator: ", ") + ", …" : known.joined(separator: ", ")
  return Sentence("Known here: \(all).", pl: "Znane w tym miejscu: \(all).")
}
