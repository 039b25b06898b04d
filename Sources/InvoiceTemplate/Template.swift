public import Findings

/// How documents look: paper, type, colours, order of sections, columns. Lengths are in points (1/72 inch).
///
/// A template chooses, orders, names, sizes and colours; it computes nothing.
public struct Template: Sendable, Hashable {
  /// The languages of labels; the first leads, a second prints bilingual labels.
  public var languages: [Language]
  public var paper: Paper
  /// A style for every role.
  public var styles: [TextRole: TextStyle]
  public var rules: Rules
  public var spacing: Spacing
  /// All sections in print order; those a file left out follow in their built-in order, so that nothing is hidden.
  public var sections: [SectionName]
  /// The columns of the invoice's lines, left to right; the fields that a file left out follow as details.
  public var lineColumns: [LineColumn]
  public var codes: CodeStyle

  /// The style of a role.
  public func style(_ role: TextRole) -> TextStyle {
    guard let style = styles[role] else { preconditionFailure("a checked template styles every role") }
    return style
  }

  public struct Paper: Sendable, Hashable {
    public var width: Double
    public var height: Double
    public var margins: Margins
  }

  public struct Margins: Sendable, Hashable {
    public var top: Double
    public var right: Double
    public var bottom: Double
    public var left: Double
  }

  public struct TextStyle: Sendable, Hashable {
    /// Font size in points.
    public var size: Double
    /// Distance from baseline to baseline, as a multiple of the size.
    public var leading: Double
    public var weight: Weight
    public var colour: Colour
  }

  public enum Weight: String, Sendable, Hashable, CaseIterable {
    case regular
    case bold
  }

  /// Red, green and blue from 0 to 255.
  public struct Colour: Sendable, Hashable {
    public var red: UInt8
    public var green: UInt8
    public var blue: UInt8

    public init(red: UInt8, green: UInt8, blue: UInt8) {
      self.red = red
      self.green = green
      self.blue = blue
    }
  }

  /// The two weights of rule.
  public struct Rules: Sendable, Hashable {
    public var dark: Rule
    public var light: Rule
  }

  public struct Rule: Sendable, Hashable {
    public var width: Double
    public var colour: Colour

    public init(width: Double, colour: Colour) {
      self.width = width
      self.colour = colour
    }
  }

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

  public struct LineColumn: Sendable, Hashable {
    public var field: LineField
    public var show: Show
    /// Takes what the other columns leave.
    public var takesRest: Bool
    /// A title of the template's own, by language; the built-in title where there is none.
    public var title: [Language: String]
  }

  public enum Show: String, Sendable, Hashable, CaseIterable {
    /// Only where a line has something for it.
    case ifAny = "if-any"
    case always
    /// As a fact under the line's name, where a line has something for it.
    case detail
  }

  public struct CodeStyle: Sendable, Hashable {
    /// Side of a module in points; not under 0.375 mm (1.063 pt).
    public var moduleSize: Double
  }
}
