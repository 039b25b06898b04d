/// The paper that a call names in place of the template's.
///
/// Source: point-of-sale, "Devices".
public enum PaperChoice: Sendable, Hashable {
  /// A sheet by its name: `A4`, `A5`.
  case sheet(name: String)
  /// A roll, of whose width a printer reaches so many millimetres, 40 to 500.
  case roll(width: Double)

  /// The roll that most receipt printers take: 80 mm, of which they reach 72.
  public static let roll80 = PaperChoice.roll(width: 72)

  /// `A4`, `A5`; `roll80` and `roll58`, of which printers reach 72 and 48 mm; `62mmxauto`. Nil for anything else.
  public init?(_ text: String) {
    switch text {
    case "roll80": self = .roll80
    case "roll58": self = .roll(width: 48)
    case _ where PaperSize(rawValue: text) != nil: self = .sheet(name: text)
    default:
      guard text.hasSuffix("mmxauto"), let width = Double(text.dropLast(7)), width.isFinite, (40...500).contains(width)
      else { return nil }
      self = .roll(width: width)
    }
  }

  /// Whether it is a roll.
  public var isRoll: Bool {
    if case .roll = self { true } else { false }
  }
}

/// The paper and the dots of the printer that a call names.
public struct PaperForm: Sendable, Hashable {
  /// Which paper; the template's where nil.
  public let choice: PaperChoice?
  /// Of the printer, per inch.
  public var dotsPerInch: Double

  /// - Parameter dotsPerInch: eight dots a millimetre, called 203 dpi, where nothing is said.
  public init(_ choice: PaperChoice?, dotsPerInch: Double = Template.Paper.ordinaryDots) {
    self.choice = choice
    self.dotsPerInch = dotsPerInch
  }
}

extension Template.Paper {
  /// A width of a template's may miss the dots by a rounding error.
  fileprivate static func wholeDots(_ dots: Double) -> Double { (dots + 0.001).rounded(.down) }
}

extension Template {
  /// The same look on other paper; a roll is as wide as whole dots.
  public func on(_ form: PaperForm) -> Template {
    var template = self
    let dotsPerInch = form.dotsPerInch
    template.paper.dotsPerInch = dotsPerInch
    switch form.choice {
    case nil:
      if paper.isRoll { template.paper.width = Paper.wholeDots(paper.width / 72 * dotsPerInch) / dotsPerInch * 72 }
    case .sheet(let name):
      guard let size = PaperSize(rawValue: name) else { preconditionFailure("a choice names a size that there is") }
      (template.paper.width, template.paper.height) = (size.width.points, size.height.points)
      template.paper.isRoll = false
    case .roll(let width):
      template.paper.width = Paper.wholeDots(width / 25.4 * dotsPerInch) / dotsPerInch * 72
      template.paper.height = Paper.rollHeight
      if !paper.isRoll {
        // Margins of a sheet would take half of a roll.
        let edge = Length.millimetres(1).points
        template.paper.margins = Margins(
          top: Length.millimetres(3).points, right: edge, bottom: Length.millimetres(3).points, left: edge)
      }
      template.paper.isRoll = true
    }
    return template
  }
}
