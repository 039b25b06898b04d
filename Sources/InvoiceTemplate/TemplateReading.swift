public import Findings

extension Template {
  /// Reads a template strictly: every unknown key, wrong type and value out of range is a refused finding with its
  /// place and the nearest known name, all of them in one run.
  ///
  /// What the file leaves out is as in the template that it `extends`, and what that leaves out as in
  /// `Template.standard`. Sections and columns that a list doesn't name follow behind it, so that nothing an invoice
  /// says can be hidden.
  ///
  /// - Parameters:
  ///   - bytes: TOML in UTF-8, at most 256 KB.
  ///   - fileName: the file as the user named it, for the findings' places; what the template names lies in its folder.
  ///   - builtIn: the folder of the built-in templates; nil where there is only the standard one.
  /// - Returns: the template and no findings, or no template and at least one finding. Codes: `template.` with
  ///   `not-toml`, `too-large`, `missing`, `unknown-format`, `unknown-key`, `wrong-type`, `unknown-name`,
  ///   `out-of-range`, `not-a-length`, `not-a-colour`, `too-pale`, `duplicate`, `wrong-count`, `no-room`, `no-rest`,
  ///   `outside-folder`, `unreadable`, `cycle`, `too-deep`, `not-a-picture`, `unsafe-picture`.
  public static func read(
    _ bytes: [UInt8], fileName: String, builtIn: String? = nil
  ) -> (template: Template?, findings: [Finding]) {
    let mistakes = Mistakes(subject: "template")
    var template = Template.standard
    if let root = TemplateChain(builtIn: builtIn, mistakes).root(of: bytes, fileName: fileName) {
      root.read(TemplateKey.all.map { ($0.path.split(separator: "."), $0) }, into: &template)
      root.refuseTheRest()
      if let paper = root.knownTable("paper") { template.check(paper) }
      template.useAccent()
    }
    return mistakes.isEmpty ? (template, []) : (nil, mistakes.findings)
  }

  /// The one colour that a template chooses to stand out.
  private mutating func useAccent() {
    guard let accent = brand.accent else { return }
    styles[.title]?.colour = accent
    styles[.amount]?.colour = accent
    rules.dark.colour = accent
  }

  mutating func readLanguages(_ value: StrictValue) {
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

  /// Reads `labels`: the folder of the template's own words, in the folder of the template.
  mutating func readLabels(_ value: StrictValue) { labels = value.path(beside: .folder) ?? labels }

  mutating func readMargins(_ value: StrictValue) {
    guard let values = value.list() else { return }
    guard values.count == 4 else {
      return value.report(
        "wrong-count",
        Sentence(
          "Four margins are needed: top, right, bottom, left.",
          pl: "Potrzebne są cztery marginesy: górny, prawy, dolny, lewy."))
    }
    let lengths = values.compactMap { $0.length(in: .millimetres(0) ... .millimetres(100)) }
    guard lengths.count == 4 else { return }
    paper.margins = Margins(top: lengths[0], right: lengths[1], bottom: lengths[2], left: lengths[3])
  }

  /// `auto` or a length.
  mutating func readHeight(_ value: StrictValue) {
    paper.isRoll = value.says("auto")
    if paper.isRoll {
      paper.height = Paper.rollHeight
    } else if let length = value.length(in: .millimetres(100) ... .millimetres(1000)) {
      paper.height = length
    }
  }

  /// What no key of the paper can tell alone.
  private func check(_ table: StrictTable) {
    if let size = table["size"] {
      for key in ["width", "height"] {
        // A template may well change the size of the one that it extends.
        guard let value = table[key], value.place.file == size.place.file else { continue }
        value.report(
          "duplicate",
          Sentence(
            "The paper has a size already; \(key) can't be given too.",
            pl: "Papier ma już podany rozmiar (size); nie można podać także \(key)."))
      }
    }
    let leastRoom = Length.millimetres(40).points
    let width = paper.width - paper.margins.left - paper.margins.right
    let height = paper.height - paper.margins.top - paper.margins.bottom
    if width < leastRoom || height < leastRoom {
      table.report(
        "no-room",
        Sentence("The margins leave less than 40mm of the paper.", pl: "Marginesy zostawiają mniej niż 40mm papieru."))
    }
  }
}

/// Sizes of paper by name, upright.
enum PaperSize: String, CaseIterable {
  case a4 = "A4"
  case a5 = "A5"

  var width: Length { .millimetres(self == .a4 ? 210 : 148) }
  var height: Length { .millimetres(self == .a4 ? 297 : 210) }

  /// The name of a paper's size; nil where it has none.
  init?(of paper: Template.Paper) {
    let named = Self.allCases.first { $0.width.points == paper.width && $0.height.points == paper.height }
    guard let named else { return nil }
    self = named
  }
}

/// Reads the root table of a file with `format = 1`, and reports what nobody asked for.
func readStrictly(_ bytes: [UInt8], fileName: String, _ mistakes: Mistakes, _ read: (StrictTable) -> Void) {
  guard let node = readRoot(bytes, fileName: fileName, mistakes) else { return }
  guard let root = StrictValue(node, mistakes).table() else { return }
  _ = root["format"]
  read(root)
  root.refuseTheRest()
}

/// The root table of a file; nil where it isn't TOML, or of a format that isn't known.
func readRoot(_ bytes: [UInt8], fileName: String, _ mistakes: Mistakes) -> TOMLNode? {
  switch TOMLDocument.read(bytes, fileName: fileName) {
  case .refused(let code, let place, let sentence):
    mistakes.add(code, at: place, sentence)
    return nil
  case .read(let node):
    guard let root = StrictValue(node, mistakes).table() else { return nil }
    if let format = root["format"] {
      if let number = format.integer(), number != 1 {
        format.report(
          "unknown-format",
          Sentence("Format \(number) is not known.", pl: "Format \(number) nie jest znany."),
          remedy: Sentence(
            "This version reads \"format = 1\"; a newer format needs a newer version.",
            pl: "Ta wersja czyta \"format = 1\"; nowszy format wymaga nowszej wersji."))
        return nil
      }
    } else {
      mistakes.add(
        "missing", at: Place(file: fileName, line: 1, column: 1, path: "format"),
        Sentence("The file doesn't say its format.", pl: "Plik nie podaje swojego formatu."),
        remedy: Sentence("Write \"format = 1\" in its first line.", pl: "Wpisz \"format = 1\" w pierwszym wierszu."))
    }
    return node
  }
}
