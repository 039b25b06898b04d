package import Findings
package import InvoiceTemplate
package import Presentation
import QRSymbol
package import Typography

/// A verification code alone with its word, as a small page of its own, for prints that can't carry it.
///
/// Source: verification-codes, "When which code is printed".
package struct CodePicture {
  package let page: Page
  /// Side of a module in points.
  package let moduleSize: Double

  /// - Throws: `code.too-long`.
  package init(_ code: Code, template: Template, fonts: FontSet) throws(Obstacle) {
    let setter = TextSetter(template: template, fonts: fonts)
    let symbol = try QRSymbol(code.link)
    let module = template.codes.moduleSize
    let quiet = Double(QRSymbol.quietZone) * module
    let side = Double(symbol.side) * module
    let caption = setter.width(code.caption, .strong)
    let width = max(side + 2 * quiet, caption + 2 * quiet)
    // A whole number of modules from the edge, so that a picture's pixels meet the modules.
    let left = ((width - side) / 2 / module).rounded() * module
    let lines = setter.lines(code.caption, .strong, width: width)
    let top = side + 2 * quiet
    page = Page(
      width: width, height: top + Double(lines.count) * setter.lineHeight(.strong) + quiet / 2,
      items: [.symbol(symbol, x: left, y: quiet, side: side)]
        + setter.place(lines, .strong, x: 0, width: width, top: top, alignment: .centred))
    moduleSize = module
  }
}
