import Findings

extension TemplateKey {
  /// Every key that a template may have; the keys of one table stand together.
  static let all: [TemplateKey] =
    general + paper + brand + TextRole.allCases.flatMap(text(of:)) + rules + spacing + content + codes + ownWords

  private static let general = [
    TemplateKey(
      "format", takes: "`1`", does: "The version of this format; must be given.", read: { _, _ in }),
    TemplateKey(
      "extends", takes: "a built-in template's name, or a file in this one's folder",
      does: "The template that this one changes: tables merge key by key, lists are replaced whole.",
      read: { _, _ in }),
    TemplateKey(
      "language", takes: "a list of one or two of \(names(LabelLanguage.self))",
      does: "The languages of labels: the first leads, a second prints bilingual labels.",
      written: { "[\($0.languages.map { "\"\($0.rawValue)\"" }.joined(separator: ", "))]" },
      read: { $1.readLanguages($0) }),
    TemplateKey(
      "labels", takes: "a folder in the template's folder",
      does: "Words of the template's own, a label file for each language ([labels.md](labels.md)).",
      read: { $1.readLabels($0) }),
    .choice(
      "second-language", \.secondLanguage,
      "Where the second language's label stands over a value: beside the first where both fit, or always below it."),
  ]

  private static let paper: [TemplateKey] = [
    TemplateKey(
      "paper.size", takes: names(PaperSize.self), does: "The paper, upright.",
      written: { template in PaperSize(of: template.paper).map { "\"\($0.rawValue)\"" } },
      read: { value, template in
        guard let size = value.choice(of: PaperSize.self) else { return }
        (template.paper.width, template.paper.height) = (size.width.points, size.height.points)
        template.paper.isRoll = false
      }),
    .length(
      "paper.width", .millimetres(40) ... .millimetres(500), \.paper.width, "The paper's width, in place of `size`."),
    TemplateKey(
      "paper.height", takes: "100mm to 1000mm, or `\"auto\"`",
      does: "The paper's height, in place of `size`; auto is a roll: one page as long as its content.",
      written: { $0.paper.isRoll ? "\"auto\"" : "\"\(Length.millimetres(100).written(points: $0.paper.height))\"" },
      read: { $1.readHeight($0) }),
    TemplateKey(
      "paper.margins", takes: "a list of four lengths, 0mm to 100mm",
      does: "What stays free at the top, right, bottom and left; at least 40mm of paper must remain each way.",
      written: { $0.paper.margins.written }, read: { $1.readMargins($0) }),
  ]

  private static let brand: [TemplateKey] = [
    TemplateKey(
      "brand.logo", takes: "a PNG, JPEG or SVG file in the template's folder", does: "The issuer's logo.",
      read: { $1.readLogo($0) }),
    .length("brand.logo-height", .millimetres(5) ... .millimetres(40), \.brand.logoHeight, "The logo's height."),
    .length(
      "brand.logo-width", .millimetres(5) ... .millimetres(120), \.brand.logoWidth,
      "The most width that the logo takes; one that is wider becomes smaller as a whole."),
    .choice(
      "brand.logo-position", \.brand.logoPosition,
      "Where the logo stands at the top: over the issuer's name, or over the invoice's number."),
    TemplateKey(
      "brand.accent", takes: "a colour dark enough to be read on white paper",
      does: "Colours the invoice's number, the amount due and the dark rules, whatever `text` and `rules` say.",
      read: { value, template in template.brand.accent = value.textColour() ?? template.brand.accent }),
  ]

  private static func text(of role: TextRole) -> [TemplateKey] {
    let family = "text.ROLE"
    return [
      .length(
        "text.\(role.rawValue).size", family: "\(family).size", .points(5) ... .points(72), \.[role].size,
        "The size of type."),
      .number(
        "text.\(role.rawValue).leading", family: "\(family).leading", 1...3, \.[role].leading,
        "From baseline to baseline, in sizes."),
      .choice(
        "text.\(role.rawValue).weight", family: "\(family).weight", \.[role].weight, "The weight of type."),
      .textColour(
        "text.\(role.rawValue).colour", family: "\(family).colour", \.[role].colour, "The colour of the letters."),
    ]
  }

  private static let rules: [TemplateKey] = [
    .length(
      "rules.dark.width", .points(0.1) ... .points(4), \.rules.dark.width,
      "How thick the rules are that open a table and close its sum."),
    .colour("rules.dark.colour", \.rules.dark.colour, "The colour of the dark rules."),
    .length(
      "rules.light.width", .points(0.1) ... .points(4), \.rules.light.width,
      "How thick the rules between rows and groups are."),
    .colour("rules.light.colour", \.rules.light.colour, "The colour of the light rules."),
  ]

  private static let distances = Length.millimetres(0)...Length.millimetres(50)

  private static let spacing: [TemplateKey] = [
    .length("spacing.section", distances, \.spacing.section, "Between sections."),
    .length("spacing.block", distances, \.spacing.block, "Between blocks of a section."),
    .length("spacing.row", distances, \.spacing.row, "Above and below the text of a table's row."),
    .length("spacing.gutter", distances, \.spacing.gutter, "Between columns."),
  ]

  private static let content: [TemplateKey] = [
    TemplateKey(
      "sections.order", takes: "a list of \(names(SectionName.self))",
      does: "The order of the sections; those that it leaves out follow in this order.",
      written: { _ in "this order" },
      read: { value, template in
        if let order = value.choices(of: SectionName.self) { template.sections = Template.completed(order) }
      }),
    TemplateKey(
      "lines.columns", takes: "a list of columns, see below",
      does: "The columns of the invoice's lines, left to right; the fields that it leaves out stand under the name.",
      read: { $1.readColumns($0) }),
  ]

  private static let codes: [TemplateKey] = [
    // The smallest module that office printers and phones' cameras agree on; larger than 2 mm a code outgrows A4.
    .length(
      "codes.module-size", .millimetres(0.375) ... .millimetres(2), \.codes.moduleSize,
      "The side of one square of the QR codes."),
    .choice(
      "codes.placement", \.codes.placement,
      "Where the codes stand: at the foot of the last page, or directly after what the invoice says."),
    .flag(
      "payment.code", \.showsPaymentCode,
      "Whether a QR code with the data of the bank transfer stands beside the amount due."),
  ]

  private static let ownWords: [TemplateKey] = [
    .phrases(
      "footer.text", longest: 200, placeholders: FooterPlaceholder.allCases.map(\.rawValue), \.footerText,
      "Words at the foot of every page; `{page}`, `{pages}` and `{number}` become the page, the number of pages and "
        + "the invoice's number."),
    .phrases(
      "watermark.text", longest: 24, \.watermarkText,
      "A pale word across every page, such as DUPLIKAT, under what the invoice says and cut out around the codes."),
  ]
}
