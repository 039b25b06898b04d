import InvoiceTemplate
import Presentation
import Typography

/// Sets text in the template's styles: breaks it into lines and gives each its place.
struct TextSetter {
  let template: Template
  let fonts: FontSet
  private let settings: [Setting]

  private struct Setting {
    let style: Template.TextStyle
    let weight: FontSet.Weight
    let lineHeight: Double
    /// From the line's top to its baseline.
    let ascent: Double
  }

  init(template: Template, fonts: FontSet) {
    self.template = template
    self.fonts = fonts
    settings = TextRole.allCases.map { role in
      let style = template.style(role)
      let weight: FontSet.Weight = style.weight == .bold ? .bold : .regular
      let face = fonts.leadingFace(weight)
      let lineHeight = style.size * style.leading
      let letters = (face.ascender + face.descender) / face.unitsPerEm * style.size
      let ascent = (lineHeight - letters) / 2 + face.ascender / face.unitsPerEm * style.size
      return Setting(style: style, weight: weight, lineHeight: lineHeight, ascent: ascent)
    }
  }

  /// The same styles in another size, with the distances in proportion.
  func scaled(by factor: Double) -> TextSetter {
    var template = template
    for role in TextRole.allCases { template.styles[role]?.size *= factor }
    template.spacing.gutter *= factor
    template.spacing.row *= factor
    return TextSetter(template: template, fonts: fonts)
  }

  private func setting(_ role: TextRole) -> Setting { settings[role.ordinal] }

  func lineHeight(_ role: TextRole) -> Double { setting(role).lineHeight }

  func ascent(_ role: TextRole) -> Double { setting(role).ascent }

  func size(_ role: TextRole) -> Double { setting(role).style.size }

  /// Width of a text on one line.
  func width(_ text: String, _ role: TextRole) -> Double {
    let setting = setting(role)
    return fonts.shape(text, setting.weight).width(at: setting.style.size)
  }

  /// Width of a text on one line, told of figures without shaping them.
  func measure(_ text: String, _ role: TextRole) -> Double {
    let setting = setting(role)
    guard let width = fonts.figureWidth(text, setting.weight) else { return self.width(text, role) }
    return width * setting.style.size / 1000
  }

  /// Width of the widest piece of a text that line breaking would leave whole.
  func widestPiece(_ text: String, _ role: TextRole) -> Double {
    let setting = setting(role)
    return fonts.widestPiece(text, setting.weight, size: setting.style.size)
  }

  func lines(_ text: String, _ role: TextRole, width: Double) -> [ShapedText] {
    let setting = setting(role)
    return fonts.lines(text, setting.weight, size: setting.style.size, width: width)
  }

  /// Lines of a text in few words, about as long as each other: no word alone on the last.
  func balancedLines(_ text: String, _ role: TextRole, width: Double) -> [ShapedText] {
    var lines = lines(text, role, width: width)
    guard lines.count > 1, lines.count <= TextSetter.mostLinesBalanced else { return lines }
    var (tooNarrow, enough) = (min(widestPiece(text, role), width), width)
    for _ in 0..<TextSetter.stepsOfBalancing {
      let middle = (tooNarrow + enough) / 2
      let closer = self.lines(text, role, width: middle)
      if closer.count > lines.count { tooNarrow = middle } else { (enough, lines) = (middle, closer) }
    }
    return lines
  }

  private static let mostLinesBalanced = 4
  private static let stepsOfBalancing = 7

  /// Lines of a label: both languages on one line where they fit, else each on lines of its own.
  func lines(_ label: Label, _ role: TextRole, width: Double) -> [ShapedText] {
    guard let second = label.second else { return balancedLines(label.lead, role, width: width) }
    let setting = setting(role)
    let whole = fonts.shape(label.text, setting.weight)
    if whole.width(at: setting.style.size) <= width { return [whole] }
    return balancedLines(label.lead, role, width: width) + balancedLines(second, role, width: width)
  }

  /// Lines of a label over its value, as the template wants the second language to stand there.
  func linesOverValue(_ label: Label, _ role: TextRole, width: Double) -> [ShapedText] {
    guard template.secondLanguage == .below, let second = label.second else {
      return lines(label, role, width: width)
    }
    return balancedLines(label.lead, role, width: width) + balancedLines(second, role, width: width)
  }

  /// Lines of a text that has no words, such as a link, each as full as it can be.
  func filledLines(_ text: String, _ role: TextRole, width: Double) -> [ShapedText] {
    let setting = setting(role)
    return fonts.filledLines(text, setting.weight, size: setting.style.size, width: width)
  }

  /// Lines set below one another from `top`, aligned within `x` to `x + width`.
  func place(
    _ lines: [ShapedText], _ role: TextRole, x: Double, width: Double, top: Double,
    alignment: TextAlignment = .leading, colour: Template.Colour? = nil
  ) -> [Item] {
    let setting = setting(role)
    var baseline = top + setting.ascent
    return lines.map { line in
      defer { baseline += setting.lineHeight }
      let slack = width - line.width(at: setting.style.size)
      let left: Double
      switch alignment {
      case .leading: left = x
      case .centred: left = x + slack / 2
      case .trailing: left = x + slack
      }
      return .text(
        PlacedText(
          text: line, x: left, baseline: baseline, size: setting.style.size, colour: colour ?? setting.style.colour,
          role: role))
    }
  }

  /// A heading or name broken and placed at once; the strip's height is that of its lines.
  func strip(
    _ text: String, _ role: TextRole, x: Double, width: Double, alignment: TextAlignment = .leading
  ) -> Strip {
    strip(balancedLines(text, role, width: width), role, x: x, width: width, alignment: alignment)
  }

  /// A label broken and placed at once.
  func strip(
    _ label: Label, _ role: TextRole, x: Double, width: Double, alignment: TextAlignment = .leading
  ) -> Strip {
    strip(lines(label, role, width: width), role, x: x, width: width, alignment: alignment)
  }

  private func strip(
    _ lines: [ShapedText], _ role: TextRole, x: Double, width: Double, alignment: TextAlignment
  ) -> Strip {
    Strip(
      height: Double(lines.count) * lineHeight(role),
      items: place(lines, role, x: x, width: width, top: 0, alignment: alignment))
  }

  /// Running text as strips of one line each, so that it may go on over the page's end.
  func runningStrips(_ text: String, _ role: TextRole, x: Double, width: Double) -> [Strip] {
    let lines = role == .name ? balancedLines(text, role, width: width) : lines(text, role, width: width)
    return lines.enumerated().map { index, line in
      // Neither the first line nor the last stands alone on a page.
      Strip(
        height: lineHeight(role), items: place([line], role, x: x, width: width, top: 0),
        keepsWithNext: lines.count > 1 && (index == 0 || index == lines.count - 2))
    }
  }
}

/// How a line stands between its left and right edge.
enum TextAlignment: Sendable {
  case leading
  case centred
  case trailing
}

extension TextRole {
  fileprivate var ordinal: Int {
    switch self {
    case .text: 0
    case .strong: 1
    case .name: 2
    case .label: 3
    case .small: 4
    case .title: 5
    case .amount: 6
    }
  }
}
