/// The names by which the product's own demonstration authority is known.
///
/// They promise nothing: whoever bears them is treated as worth nothing.
package enum DemonstrationAuthority {
  /// `O`.
  package static let organisation = "ksef-render"
  /// `CN`.
  package static let commonName = "DEMONSTRACJA - NIE KSEF"
}
