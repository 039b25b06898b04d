import Findings

extension Template {
  /// The standard look: A4, one family in two weights, the colours of ink. What a template file leaves out is as here.
  ///
  /// `templates/standard.toml` says the same in words that can be copied; a test keeps the two equal.
  public static let standard = Template(
    languages: [.polish],
    paper: Paper(
      width: Length.millimetres(210).points, height: Length.millimetres(297).points,
      margins: Margins(
        top: Length.millimetres(16).points, right: Length.millimetres(17).points,
        bottom: Length.millimetres(16).points, left: Length.millimetres(17).points)),
    styles: [
      .text: TextStyle(size: 8.6, leading: 1.4, weight: .regular, colour: ink),
      .strong: TextStyle(size: 8.6, leading: 1.4, weight: .bold, colour: ink),
      .name: TextStyle(size: 9.4, leading: 1.35, weight: .bold, colour: ink),
      .label: TextStyle(size: 6.8, leading: 1.4, weight: .regular, colour: grey),
      .small: TextStyle(size: 6.8, leading: 1.35, weight: .regular, colour: grey),
      .title: TextStyle(size: 19, leading: 1.2, weight: .bold, colour: ink),
      .amount: TextStyle(size: 16, leading: 1.2, weight: .bold, colour: ink),
    ],
    rules: Rules(
      dark: Rule(width: 0.75, colour: ink),
      light: Rule(width: 0.5, colour: Colour(red: 0xCF, green: 0xD3, blue: 0xDA))),
    spacing: Spacing(
      section: Length.millimetres(6.5).points, block: Length.millimetres(3).points,
      row: Length.millimetres(1.6).points, gutter: Length.millimetres(3.5).points),
    sections: SectionName.allCases,
    lineColumns: completed([
      LineColumn(field: .number, show: .always, takesRest: false, title: [:]),
      LineColumn(field: .name, show: .always, takesRest: true, title: [:]),
      LineColumn(field: .cn, show: .ifAny, takesRest: false, title: [:]),
      LineColumn(field: .pkwiu, show: .ifAny, takesRest: false, title: [:]),
      LineColumn(field: .quality, show: .ifAny, takesRest: false, title: [:]),
      LineColumn(field: .quantity, show: .ifAny, takesRest: false, title: [:]),
      LineColumn(field: .unit, show: .ifAny, takesRest: false, title: [:]),
      LineColumn(field: .netPrice, show: .ifAny, takesRest: false, title: [:]),
      LineColumn(field: .grossPrice, show: .ifAny, takesRest: false, title: [:]),
      LineColumn(field: .discount, show: .ifAny, takesRest: false, title: [:]),
      LineColumn(field: .rate, show: .ifAny, takesRest: false, title: [:]),
      LineColumn(field: .netAmount, show: .ifAny, takesRest: false, title: [:]),
      LineColumn(field: .taxAmount, show: .ifAny, takesRest: false, title: [:]),
      LineColumn(field: .grossAmount, show: .ifAny, takesRest: false, title: [:]),
    ]),
    codes: CodeStyle(moduleSize: Length.millimetres(0.5).points, placement: .lastPageBottom), showsPaymentCode: false,
    secondLanguage: .beside,
    brand: Brand(
      logo: nil, logoHeight: Length.millimetres(16).points, logoWidth: Length.millimetres(70).points,
      logoPosition: .left, accent: nil),
    footerText: [:], watermarkText: [:])

  private static let ink = Colour(red: 0x1F, green: 0x25, blue: 0x33)
  private static let grey = Colour(red: 0x6B, green: 0x72, blue: 0x80)

  /// The columns with those that are left out behind them, as details: a template can't hide what a line says.
  static func completed(_ columns: [LineColumn]) -> [LineColumn] {
    let given = Set(columns.map(\.field))
    return columns
      + LineField.allCases.filter { !given.contains($0) }
      .map { LineColumn(field: $0, show: .detail, takesRest: false, title: [:]) }
  }

  /// The sections with those that are left out behind them in their built-in order: a template can't hide any.
  static func completed(_ sections: [SectionName]) -> [SectionName] {
    sections + SectionName.allCases.filter { !sections.contains($0) }
  }
}
