/// What became of a job that a printer took.
package enum Delivery: Sendable, Hashable {
  /// The printer said that it printed all of it.
  case printed
  /// The printer took all of it, and doesn't say what came of it.
  case sent
}
