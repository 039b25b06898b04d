public import Findings

extension Template {
  /// What shows whose document it is.
  public struct Brand: Sendable, Hashable {
    /// Nil where the template has none.
    public var logo: Logo?
    /// Points.
    public var logoHeight: Double
    /// The most that the logo takes, in points; a wider one becomes smaller as a whole.
    public var logoWidth: Double
    /// Where it stands at the top of the first page.
    public var logoPosition: LogoPosition
    /// The colour of the number, the amount due and the dark rules; nil where they keep their own.
    public var accent: Colour?

    /// The logo's width and height in points, as large as both limits and `room` let it be; nil without a logo.
    package func logoSize(room: Double) -> (width: Double, height: Double)? {
      guard let logo else { return nil }
      let width = min(logoHeight * logo.width / logo.height, logoWidth, room)
      return (width, width * logo.height / logo.width)
    }
  }

  /// Where a logo stands at the top of the first page.
  public enum LogoPosition: String, Sendable, Hashable, CaseIterable {
    /// Over the issuer's name.
    case left
    /// Over the document's number.
    case right
  }

  /// A picture of a known kind whose size has been read and found bearable; nobody has decoded it yet.
  public struct Logo: Sendable, Hashable {
    /// The whole file.
    public let bytes: [UInt8]
    /// What kind of picture it is.
    public let kind: Kind
    /// Pixels, or units of an SVG; only the proportion to the height matters.
    public let width: Double
    /// As the width.
    public let height: Double
    /// Where the template names it.
    public let place: Place

    /// The kinds of picture that a logo may be.
    public enum Kind: Sendable, Hashable {
      case png
      case jpeg
      case svg
    }
  }
}

/// What a template's footer may name in braces.
public enum FooterPlaceholder: String, Sendable, Hashable, CaseIterable {
  /// The page, from 1.
  case page
  /// How many pages there are.
  case pages
  /// The document's number.
  case number
}
