import Findings

@testable import InvoiceTemplate

/// A template with the columns of an ordinary print; looks don't matter here.
func testTemplate(sections: [SectionName] = []) -> Template {
  let always: [LineField] = [.number, .name, .quantity, .unit]
  let ifAny: [LineField] = [
    .cn, .pkwiu, .quality, .netPrice, .grossPrice, .discount, .rate, .netAmount, .taxAmount, .grossAmount,
  ]
  let order: [LineField] = [
    .number, .name, .date, .cn, .pkwiu, .quality, .quantity, .unit, .netPrice, .grossPrice, .discount, .rate,
    .netAmount, .taxAmount, .grossAmount, .exchangeRate,
  ]
  let rule = Template.Rule(width: 0.5, colour: Template.Colour(red: 0, green: 0, blue: 0))
  return Template(
    languages: [.polish],
    paper: Template.Paper(
      width: 595, height: 842, margins: Template.Margins(top: 48, right: 48, bottom: 48, left: 48)),
    styles: [:], rules: Template.Rules(dark: rule, light: rule),
    spacing: Template.Spacing(section: 18, block: 6, row: 3, gutter: 8), sections: sections,
    lineColumns: order.map { field in
      Template.LineColumn(
        field: field, show: always.contains(field) ? .always : ifAny.contains(field) ? .ifAny : .detail,
        takesRest: field == .name, title: [:])
    },
    codes: Template.CodeStyle(moduleSize: 1.2))
}
