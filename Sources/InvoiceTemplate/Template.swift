/// How documents look: paper, type, colours, order of sections, columns. Lengths are in points (1/72 inch).
///
/// A template chooses, orders, names, sizes and colours; it computes nothing.
public struct Template: Sendable, Hashable {
  /// The languages of labels; the first leads, a second prints bilingual labels.
  public var languages: [LabelLanguage]
  /// The folder of the template's own words, one label file for each language that has some; nil where it has none.
  public var labels: String?
  /// The size of the page and its margins (`[paper]`).
  public var paper: Paper
  /// A style for every role.
  public var styles: [TextRole: TextStyle]
  /// The lines between things (`[rules]`).
  public var rules: Rules
  /// The distances between things (`[spacing]`).
  public var spacing: Spacing
  /// All sections in print order; those a file left out follow in their built-in order, so that nothing is hidden.
  public var sections: [SectionName]
  /// The columns of the invoice's lines, left to right; the fields that a file left out follow as details.
  public var lineColumns: [LineColumn]
  /// How the verification codes are drawn (`[codes]`).
  public var codes: CodeStyle
  /// Whether a code with the data of the bank transfer is printed beside the amount due (`[payment] code`).
  public var showsPaymentCode: Bool
  /// Where the second language's label stands over a value (`second-language`).
  public var secondLanguage: SecondLanguage
  /// The issuer's logo and colour (`[brand]`).
  public var brand: Brand
  /// Words at the foot of every page, by language; the placeholders of `FooterPlaceholder` stand in braces.
  public var footerText: [LabelLanguage: String]
  /// A pale word across every page, by language.
  public var watermarkText: [LabelLanguage: String]

  /// The style of a role.
  subscript(role: TextRole) -> TextStyle {
    get { style(role) }
    set { styles[role] = newValue }
  }

  /// The style of a role.
  public func style(_ role: TextRole) -> TextStyle {
    guard let style = styles[role] else { preconditionFailure("a checked template styles every role") }
    return style
  }

  /// The page, in points.
  public struct Paper: Sendable, Hashable {
    /// Points, from edge to edge.
    public var width: Double
    /// Points, from edge to edge.
    public var height: Double
    /// What stays free along the edges.
    public var margins: Margins
    /// Whether the paper comes from a roll: one page as long as its content; `height` is the most that a page may have.
    public var isRoll = false
    /// The dots of the printer that will print it, per inch; codes on a roll are whole dots.
    public var dotsPerInch = Paper.ordinaryDots

    /// Eight dots a millimetre, which is called 203 dpi.
    public static let ordinaryDots = 203.2
    /// The longest page of a roll: readers of PDFs take no page of more than 200 inches.
    static let rollHeight = Length.millimetres(5000).points
  }

  /// The free edges of a page, in points.
  public struct Margins: Sendable, Hashable {
    /// Points from the upper edge.
    public var top: Double
    /// Points from the right edge.
    public var right: Double
    /// Points from the lower edge.
    public var bottom: Double
    /// Points from the left edge.
    public var left: Double

    /// As a template writes them.
    var written: String {
      let written = [top, right, bottom, left].map { "\"\(Length.millimetres(0).written(points: $0))\"" }
      return "[\(written.joined(separator: ", "))]"
    }
  }

  /// How text of one role is set.
  public struct TextStyle: Sendable, Hashable {
    /// Font size in points.
    public var size: Double
    /// Distance from baseline to baseline, as a multiple of the size.
    public var leading: Double
    /// Regular or bold.
    public var weight: Weight
    /// The letters' colour.
    public var colour: Colour
  }

  /// The two weights of type.
  public enum Weight: String, Sendable, Hashable, CaseIterable {
    case regular
    case bold
  }

  /// Red, green and blue from 0 to 255.
  public struct Colour: Sendable, Hashable {
    /// 0 to 255.
    public var red: UInt8
    /// 0 to 255.
    public var green: UInt8
    /// 0 to 255.
    public var blue: UInt8

    /// A colour of sRGB.
    public init(red: UInt8, green: UInt8, blue: UInt8) {
      self.red = red
      self.green = green
      self.blue = blue
    }
  }

  /// The two weights of rule.
  public struct Rules: Sendable, Hashable {
    /// Opens a table and closes its sum.
    public var dark: Rule
    /// Separates rows and groups.
    public var light: Rule
  }

  /// A line.
  public struct Rule: Sendable, Hashable {
    /// Thickness in points.
    public var width: Double
    /// The line's colour.
    public var colour: Colour

    /// A line so many points thick.
    public init(width: Double, colour: Colour) {
      self.width = width
      self.colour = colour
    }
  }

  /// Distances, in points.
  public struct Spacing: Sendable, Hashable {
    /// Between sections.
    public var section: Double
    /// Between blocks of a section.
    public var block: Double
    /// Above and below the text of a table's row.
    public var row: Double
    /// Between columns.
    public var gutter: Double
  }

  /// A column of the invoice's lines.
  public struct LineColumn: Sendable, Hashable {
    /// What it shows.
    public var field: LineField
    /// When it is there.
    public var show: Show
    /// Takes what the other columns leave.
    public var takesRest: Bool
    /// A title of the template's own, by language; the built-in title where there is none.
    public var title: [LabelLanguage: String]
  }

  /// When, and where, a field of the lines is shown.
  public enum Show: String, Sendable, Hashable, CaseIterable {
    /// Only where a line has something for it.
    case ifAny = "if-any"
    case always
    /// As a fact under the line's name, where a line has something for it.
    case detail
  }

  /// How the verification codes are drawn.
  public struct CodeStyle: Sendable, Hashable {
    /// Side of a module in points; not under 0.375 mm (1.063 pt).
    public var moduleSize: Double
    /// Where they stand.
    public var placement: CodePlacement
  }

  /// Where the verification codes stand.
  public enum CodePlacement: String, Sendable, Hashable, CaseIterable {
    /// At the foot of the last page, wherever the content ends.
    case lastPageBottom = "last-page-bottom"
    /// Directly after what the invoice says.
    case afterContent = "after-content"
  }

  /// Where the second language's label stands over a value.
  public enum SecondLanguage: String, Sendable, Hashable, CaseIterable {
    /// Beside the first, where both fit on a line.
    case beside
    /// Always on a line of its own.
    case below
  }
}
