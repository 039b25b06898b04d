/// An element where it may stand: its name, how often, and what it holds.
public final class ElementDeclaration: Sendable {
  /// The local name.
  public let name: String
  /// How often it may stand here in a row; `unbounded` where the XSD sets no limit.
  public let occurrence: ClosedRange<Int>
  /// What it holds.
  public let content: Content
  /// The attributes that it may have, beside those of XML Schema itself.
  public let attributes: [AttributeDeclaration]
  /// The only value that it may have; an empty element stands for it.
  public let fixed: String?

  /// What an element holds.
  public enum Content: Sendable {
    case value(SimpleType)
    case group(Group)
  }

  /// No limit to how often an element may stand.
  public static let unbounded = Int.max

  init(
    _ name: String, _ occurrence: ClosedRange<Int>, _ content: Content, attributes: [AttributeDeclaration] = [],
    fixed: String? = nil
  ) {
    self.name = name
    self.occurrence = occurrence
    self.content = content
    self.attributes = attributes
    self.fixed = fixed
  }
}

/// An attribute that an element must have; the structures know no optional ones.
public struct AttributeDeclaration: Sendable {
  /// The local name.
  public let name: String
  /// What its value may be.
  public let type: SimpleType
  /// The only value that it may have.
  public let fixed: String?

  init(_ name: String, _ type: SimpleType, fixed: String? = nil) {
    self.name = name
    self.type = type
    self.fixed = fixed
  }
}

extension [AttributeDeclaration] {
  /// What the header's form says of itself: the structure's name and its version.
  static func form(_ system: String, version: String) -> [AttributeDeclaration] {
    [
      AttributeDeclaration("kodSystemowy", .string, fixed: system),
      AttributeDeclaration("wersjaSchemy", .string, fixed: version),
    ]
  }
}
