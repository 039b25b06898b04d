/// What an element that holds elements may hold, in order: a complex type of the XSD.
///
/// A group that stands in several places is one object.
public final class Group: Sendable {
  /// The complex type's name in the XSD; nil for an anonymous one.
  public let typeName: String?
  /// The parts, one after the other.
  public let parts: [Part]

  init(_ typeName: String?, _ parts: [Part]) {
    self.typeName = typeName
    self.parts = parts
  }

  /// An anonymous type.
  convenience init(_ parts: [Part]) { self.init(nil, parts) }

  /// A place in a group: an element, several that belong together, or a choice.
  public enum Part: Sendable {
    case element(ElementDeclaration)
    /// These one after the other; all of them may be left out where it is optional.
    case sequence([Part], isOptional: Bool)
    /// One of these; none where it is optional.
    case choice([Part], isOptional: Bool)
  }
}

/// The words in which the structures are written.
extension Group.Part {
  /// A value that must stand, once.
  static func one(_ name: String, _ type: SimpleType, attributes: [AttributeDeclaration] = []) -> Group.Part {
    .element(ElementDeclaration(name, 1...1, .value(type), attributes: attributes))
  }

  /// A value that may stand once.
  static func maybe(_ name: String, _ type: SimpleType, fixed: String? = nil) -> Group.Part {
    .element(ElementDeclaration(name, 0...1, .value(type), fixed: fixed))
  }

  /// A value that stands so many times.
  static func many(_ name: String, _ type: SimpleType, _ occurrence: ClosedRange<Int>) -> Group.Part {
    .element(ElementDeclaration(name, occurrence, .value(type)))
  }

  /// A group that must stand, once.
  static func one(_ name: String, of group: Group) -> Group.Part {
    .element(ElementDeclaration(name, 1...1, .group(group)))
  }

  /// A group that may stand once.
  static func maybe(_ name: String, of group: Group) -> Group.Part {
    .element(ElementDeclaration(name, 0...1, .group(group)))
  }

  /// A group that stands so many times.
  static func many(
    _ name: String, of group: Group, _ occurrence: ClosedRange<Int>, attributes: [AttributeDeclaration] = []
  ) -> Group.Part {
    .element(ElementDeclaration(name, occurrence, .group(group), attributes: attributes))
  }

  /// These, one after the other.
  static func together(_ parts: [Group.Part]) -> Group.Part { .sequence(parts, isOptional: false) }

  /// These, one after the other, or none.
  static func maybeTogether(_ parts: [Group.Part]) -> Group.Part { .sequence(parts, isOptional: true) }

  /// One of these.
  static func oneOf(_ parts: [Group.Part]) -> Group.Part { .choice(parts, isOptional: false) }

  /// One of these, or none.
  static func maybeOneOf(_ parts: [Group.Part]) -> Group.Part { .choice(parts, isOptional: true) }
}
