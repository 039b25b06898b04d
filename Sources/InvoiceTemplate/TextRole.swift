/// How a piece of text weighs; the template gives each role its size, weight and colour.
public enum TextRole: String, Sendable, Hashable, CaseIterable {
  /// Values and running text.
  case text
  /// Values that matter more than their neighbours.
  case strong
  /// A party's name.
  case name
  /// Labels and headings of tables: small and grey.
  case label
  /// Secondary text under a value: small, grey.
  case small
  /// The document's number.
  case title
  /// The amount due.
  case amount
}
