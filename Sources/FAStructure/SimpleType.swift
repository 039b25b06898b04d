/// What a value may be: a simple type of the XSD.
///
/// A type that several elements have is one object.
public final class SimpleType: Sendable {
  /// The type's name in the XSD, with the prefix `etd:` where it stands in the Ministry's common definitions; nil for an
  /// anonymous type.
  public let name: String?
  /// The type that it narrows.
  public let base: Base
  /// What it adds to the type that it narrows; patterns of one type are alternatives.
  public let facets: [Facet]

  /// What a type narrows.
  public enum Base: Sendable {
    case builtIn(BuiltIn)
    case type(SimpleType)
  }

  /// The types of XML Schema itself that the structures use.
  public enum BuiltIn: String, Sendable, Hashable {
    case string, normalizedString, token
    case decimal, integer, nonNegativeInteger, byte
    case date, dateTime
  }

  /// One condition on a value.
  ///
  /// Source: XML Schema, part 2, section 4.3.
  public enum Facet: Sendable, Hashable {
    case whiteSpace(WhiteSpace)
    /// In characters.
    case minLength(Int)
    /// In characters.
    case maxLength(Int)
    /// A regular expression for the whole value.
    case pattern(String)
    case totalDigits(Int)
    case fractionDigits(Int)
    case minInclusive(String)
    case minExclusive(String)
    case maxInclusive(String)
    /// The only values.
    case values([String])
    /// The only values, none of which holds white space, one after the other with white space between.
    case codes(String)
  }

  /// What happens to white space before a value is judged.
  public enum WhiteSpace: String, Sendable, Hashable {
    case preserve, replace, collapse
  }

  init(_ name: String?, _ base: BuiltIn, _ facets: [Facet] = []) {
    self.name = name
    self.base = .builtIn(base)
    self.facets = facets
  }

  init(_ name: String?, narrowing base: SimpleType, _ facets: [Facet] = []) {
    self.name = name
    self.base = .type(base)
    self.facets = facets
  }

  /// The type of XML Schema at the end of the chain of types.
  public var builtIn: BuiltIn {
    switch base {
    case .builtIn(let builtIn): builtIn
    case .type(let type): type.builtIn
    }
  }

  /// This type and those that it narrows, the widest last.
  public var chain: [SimpleType] {
    switch base {
    case .builtIn: [self]
    case .type(let type): [self] + type.chain
    }
  }

  /// The name of the nearest type in the chain that has one; the name of the type of XML Schema where none has.
  public var nearestName: String { chain.lazy.compactMap(\.name).first ?? "xsd:\(builtIn.rawValue)" }

  /// The only values that are allowed; empty where any is that obeys the other facets.
  public var values: [String] { chain.lazy.map(\.ownValues).first { !$0.isEmpty } ?? [] }

  private var ownValues: [String] {
    for facet in facets {
      switch facet {
      case .values(let values): return values
      case .codes(let codes): return codes.utf8.split { $0 <= 0x20 }.map { String(Substring($0)) }
      default: continue
      }
    }
    return []
  }
}
