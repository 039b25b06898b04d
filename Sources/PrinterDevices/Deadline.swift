/// Until when something is waited for.
struct Deadline {
  private let end: ContinuousClock.Instant

  init(milliseconds: Int) { end = ContinuousClock.now + .milliseconds(milliseconds) }

  var isOver: Bool { ContinuousClock.now >= end }

  /// Milliseconds that are left, at least 0; rounded up, so that a wait of so long reaches the end.
  var milliseconds: Int {
    let left = end - ContinuousClock.now
    return max(0, Int((left / .milliseconds(1)).rounded(.up)))
  }
}
