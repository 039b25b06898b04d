import Glibc

/// Milliseconds of the monotonic clock.
func now() -> Double {
  var moment = timespec()
  clock_gettime(CLOCK_MONOTONIC, &moment)
  return Double(moment.tv_sec) * 1000 + Double(moment.tv_nsec) / 1_000_000
}

func median(_ values: [Double]) -> Double {
  let sorted = values.sorted()
  return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
}

/// Three decimals, six characters wide.
func fixed(_ value: Double) -> String {
  let thousandths = Int((value * 1000).rounded())
  let fraction = String(thousandths % 1000 + 1000).dropFirst()
  let text = "\(thousandths / 1000).\(fraction)"
  return String(repeating: " ", count: max(0, 7 - text.count)) + text
}

func percent(_ share: Double) -> String {
  let text = "\(Int((share * 100).rounded())) %"
  return String(repeating: " ", count: max(0, 5 - text.count)) + text
}

func padded(_ text: String, _ width: Int) -> String {
  text + String(repeating: " ", count: max(0, width - text.count))
}
