import FAStructure

/// How a document doesn't obey its structure; elements are named by their place in the document, names by steps.
enum SchemaTrouble {
  /// An element that can't stand here: unknown, of another namespace, or of an alternative that wasn't taken.
  case unexpected(Int, parent: Int, suggestion: Int?, expected: [Int])
  /// An element of an alternative that excludes one which stands already.
  case excluded(Int, by: Int)
  /// An element that stands after one that it should stand before.
  case lateElement(Int, shouldPrecede: Int)
  /// An element that stands before those that should precede it; of each list one.
  case earlyElement(Int, shouldFollow: [[Int]])
  /// An element beyond the number that is allowed.
  case tooMany(Int, most: Int)
  /// Elements that are missing before an element, or at the end of one; of each list one must stand.
  case missing(before: Int, [[Int]])
  case missingAtEnd(of: Int, [[Int]])
  /// Text where only elements may stand.
  case text(Int)
  case elementInValue(Int, Int)
  case value(Int, ValueTrouble, SimpleType)
  case unexpectedAttribute(Int, name: String)
  case missingAttribute(Int, AttributeDeclaration)
  case attributeValue(Int, AttributeDeclaration, value: String)
  /// `xsi:type` names another type than the structure has here.
  case otherType(Int, value: String)
}
