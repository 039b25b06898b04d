/// Before, after and difference.
extension Term {
  static let difference = Term("różnica", "difference")
  static let unchanged = Term("bez zmian", "unchanged")
}
