/// Why a value doesn't obey its type.
enum ValueTrouble: Hashable {
  case empty
  /// In characters, as the structures count them.
  case tooShort(Int, least: Int)
  case tooLong(Int, most: Int)
  /// None of the values that are allowed.
  case unlisted
  case noNumber
  case noWholeNumber
  case tooManyDigits(most: Int)
  case tooManyDecimals(most: Int)
  case tooSmall(limit: String, mayEqual: Bool)
  case tooLarge(limit: String)
  case noDay
  case noMoment
  /// Not as the type's pattern wants it.
  case malformed
  /// Another value than the only one that may stand.
  case notFixed(String)
}
