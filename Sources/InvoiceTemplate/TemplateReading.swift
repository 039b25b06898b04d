public import Findings

extension Template {
  /// Reads a template file strictly: every unknown key, wrong type and value out of range is a refused finding with its
  /// place and the nearest known name, all of them in one run.
  ///
  /// What the file leaves out is as in `Template.standard`. Sections and columns that a list doesn't name follow behind
  /// it, so that nothing an invoice says can be hidden.
  ///
  /// - Parameters:
  ///   - bytes: TOML in UTF-8, at most 256 KB.
  ///   - fileName: the file as the user named it, for the findings' places.
  /// - Returns: the template and no findings, or no template and at least one finding. Codes: `template.` with
  ///   `not-toml`, `too-large`, `missing`, `unknown-format`, `unknown-key`, `wrong-type`, `unknown-name`,
  ///   `out-of-range`, `not-a-length`, `not-a-colour`, `too-pale`, `duplicate`, `wrong-count`, `no-room`, `no-rest`.
  public static func read(_ bytes: [UInt8], fileName: String) -> (template: Template?, findings: [Finding]) {
    let mistakes = Mistakes(subject: "template")
    var template = Template.standard
    readStrictly(bytes, fileName: fileName, mistakes) { root in
      if let languages = root["language"] { template.readLanguages(languages) }
      root.table("paper") { template.readPaper($0) }
      root.table("text") { text in
        for role in TextRole.allCases { text.table(role.rawValue) { template.readStyle(of: role, $0) } }
      }
      root.table("rules") { rules in
        rules.table("dark") { Self.read(&template.rules.dark, $0) }
        rules.table("light") { Self.read(&template.rules.light, $0) }
      }
      root.table("spacing") { template.readSpacing($0) }
      root.table("sections") { sections in
        if let order = sections["order"]?.choices(of: SectionName.self) { template.sections = completed(order) }
      }
      root.table("lines") { lines in
        if let columns = lines["columns"] { template.readColumns(columns) }
      }
      root.table("codes") { codes in
        // The smallest module that office printers and phones' cameras agree on; larger than 2 mm a code outgrows A4.
        if let size = codes["module-size"]?.length(in: .millimetres(0.375) ... .millimetres(2)) {
          template.codes.moduleSize = size
        }
      }
    }
    return mistakes.isEmpty ? (template, []) : (nil, mistakes.findings)
  }

  private mutating func readLanguages(_ value: StrictValue) {
    guard let chosen = value.choices(of: LabelLanguage.self) else { return }
    guard (1...2).contains(chosen.count) else {
      return value.report(
        "wrong-count",
        Sentence("One or two languages are needed.", pl: "Potrzebny jest jeden język lub dwa."),
        remedy: Sentence(
          "Write [\"pl\"], or [\"pl\", \"en\"] for a bilingual print.",
          pl: "Wpisz [\"pl\"] albo [\"pl\", \"en\"], aby drukować dwujęzycznie."))
    }
    languages = chosen
  }

  private mutating func readPaper(_ table: StrictTable) {
    if let size = table["size"] {
      if let name = size.choice(of: PaperSize.self) {
        (paper.width, paper.height) = (name.width.points, name.height.points)
      }
      for key in ["width", "height"] {
        table[key]?.report(
          "duplicate",
          Sentence(
            "The paper has a size already; \(key) can't be given too.",
            pl: "Papier ma już podany rozmiar (size); nie można podać także \(key)."))
      }
    } else {
      if let width = table["width"]?.length(in: .millimetres(60) ... .millimetres(500)) { paper.width = width }
      if let height = table["height"]?.length(in: .millimetres(100) ... .millimetres(1000)) { paper.height = height }
    }
    if let margins = table["margins"], let values = margins.list() {
      guard values.count == 4 else {
        return margins.report(
          "wrong-count",
          Sentence(
            "Four margins are needed: top, right, bottom, left.",
            pl: "Potrzebne są cztery marginesy: górny, prawy, dolny, lewy."))
      }
      let lengths = values.compactMap { $0.length(in: .millimetres(0) ... .millimetres(100)) }
      guard lengths.count == 4 else { return }
      paper.margins = Margins(top: lengths[0], right: lengths[1], bottom: lengths[2], left: lengths[3])
    }
    let leastRoom = Length.millimetres(50).points
    let width = paper.width - paper.margins.left - paper.margins.right
    let height = paper.height - paper.margins.top - paper.margins.bottom
    if width < leastRoom || height < leastRoom {
      table.report(
        "no-room",
        Sentence("The margins leave less than 50mm of the paper.", pl: "Marginesy zostawiają mniej niż 50mm papieru."))
    }
  }

  private mutating func readStyle(of role: TextRole, _ table: StrictTable) {
    var style = style(role)
    if let size = table["size"]?.length(in: .points(5) ... .points(72)) { style.size = size }
    if let leading = table["leading"]?.number(in: 1...3) { style.leading = leading }
    if let weight = table["weight"]?.choice(of: Weight.self) { style.weight = weight }
    if let value = table["colour"], let colour = value.colour() {
      style.colour = colour
      // White words on white paper would hide what the law wants to be read.
      if colour.lightness > 0.65 {
        value.report(
          "too-pale",
          Sentence(
            "Text of this colour can't be read on white paper.",
            pl: "Tekstu w tym kolorze nie da się odczytać na białym papierze."),
          remedy: Sentence("Choose a darker colour.", pl: "Wybierz ciemniejszy kolor."))
      }
    }
    styles[role] = style
  }

  private static func read(_ rule: inout Rule, _ table: StrictTable) {
    if let width = table["width"]?.length(in: .points(0.1) ... .points(4)) { rule.width = width }
    if let colour = table["colour"]?.colour() { rule.colour = colour }
  }

  private mutating func readSpacing(_ table: StrictTable) {
    let range = Length.millimetres(0)...Length.millimetres(50)
    if let section = table["section"]?.length(in: range) { spacing.section = section }
    if let block = table["block"]?.length(in: range) { spacing.block = block }
    if let row = table["row"]?.length(in: range) { spacing.row = row }
    if let gutter = table["gutter"]?.length(in: range) { spacing.gutter = gutter }
  }
}

/// Sizes of paper by name, upright.
enum PaperSize: String, CaseIterable {
  case a4 = "A4"
  case a5 = "A5"

  var width: Length { .millimetres(self == .a4 ? 210 : 148) }
  var height: Length { .millimetres(self == .a4 ? 297 : 210) }
}

/// Reads the root table of a file with `format = 1`, and reports what nobody asked for.
func readStrictly(_ bytes: [UInt8], fileName: String, _ mistakes: Mistakes, _ read: (StrictTable) -> Void) {
  switch TOMLDocument.read(bytes, fileName: fileName) {
  case .refused(let code, let place, let sentence): mistakes.add(code, at: place, sentence)
  case .read(let node):
    guard let root = StrictValue(node, mistakes).table() else { return }
    if let format = root["format"] {
      if let number = format.integer(), number != 1 {
        format.report(
          "unknown-format",
          Sentence("Format \(number) is not known.", pl: "Format \(number) nie jest znany."),
          remedy: Sentence(
            "This version reads \"format = 1\"; a newer format needs a newer version.",
            pl: "Ta wersja czyta \"format = 1\"; nowszy format wymaga nowszej wersji."))
        return
      }
    } else {
      mistakes.add(
        "missing", at: Place(file: fileName, line: 1, column: 1, path: "format"),
        Sentence("The file doesn't say its format.", pl: "Plik nie podaje swojego formatu."),
        remedy: Sentence("Write \"format = 1\" in its first line.", pl: "Wpisz \"format = 1\" w pierwszym wierszu."))
    }
    read(root)
    root.refuseTheRest()
  }
}
