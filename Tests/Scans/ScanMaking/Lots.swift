/// SplitMix64 (Steele, Lea and Flood): the same numbers for the same seed, everywhere and always.
package struct Lots: Sendable {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  /// Evenly from a range.
  package mutating func number(_ range: ClosedRange<Double>) -> Double {
    range.lowerBound + (range.upperBound - range.lowerBound) * Double(next() >> 11) / Double(1 << 53)
  }

  /// Evenly from a list, which isn't empty.
  package mutating func pick<Value>(_ values: [Value]) -> Value { values[Int(next() >> 33) % values.count] }
}
