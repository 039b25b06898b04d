/// Changes documents element by element, so that most of what comes out is still XML and reaches what judges content.
///
/// A fuzzer that only knows bytes breaks a tag with nearly every change.
package struct ElementMutation {
  /// Where an element and what it holds lie in the bytes.
  struct Span {
    var whole: Range<Int>
    var content: Range<Int>
    var isLeaf = true
  }

  private var random: SplitMix

  package init(seed: UInt64) { random = SplitMix(state: seed) }

  /// The bytes with one element dropped, repeated, moved, emptied or given another's place or content.
  ///
  /// - Parameters:
  ///   - rewrite: makes other text of some text; asked for every second change.
  /// - Returns: nil where the bytes hold no two elements.
  package mutating func mutated(_ bytes: [UInt8], rewrite: ([UInt8]) -> [UInt8]) -> [UInt8]? {
    let spans = Self.elements(of: bytes)
    guard spans.count > 1 else { return nil }
    // The first is the root, which stays.
    let one = spans[random.below(spans.count - 1) + 1]
    let other = spans[random.below(spans.count - 1) + 1]
    switch random.below(12) {
    case 0: return bytes.with(one.whole, replacedBy: [][...])
    case 1: return bytes.with(one.whole.upperBound..<one.whole.upperBound, replacedBy: bytes[one.whole])
    case 2: return bytes.with(one.content, replacedBy: [][...])
    case 3: return bytes.with(one.content, replacedBy: bytes[other.content])
    case 4: return bytes.with(one.whole, replacedBy: bytes[other.whole])
    case 5: return bytes.with(one.whole.lowerBound..<one.whole.lowerBound, replacedBy: bytes[other.whole])
    default:
      let leaves = spans.filter(\.isLeaf)
      guard !leaves.isEmpty else { return nil }
      let leaf = leaves[random.below(leaves.count)]
      return bytes.with(leaf.content, replacedBy: rewrite(Array(bytes[leaf.content]))[...])
    }
  }

  /// The elements in the order of their ends, the root first; of XML only, and of no more than some thousands.
  static func elements(of bytes: [UInt8]) -> [Span] {
    var closed: [Span] = []
    var open: [Span] = []
    var offset = 0
    while closed.count < 4_000, let start = bytes[offset...].firstIndex(of: UInt8(ascii: "<")),
      let end = bytes[start...].firstIndex(of: UInt8(ascii: ">"))
    {
      offset = end + 1
      switch bytes[start + 1] {
      case UInt8(ascii: "!"), UInt8(ascii: "?"): continue
      case UInt8(ascii: "/"):
        guard var span = open.popLast() else { return [] }
        span.content = span.content.lowerBound..<start
        span.whole = span.whole.lowerBound..<offset
        closed.append(span)
      default:
        if let holder = open.indices.last { open[holder].isLeaf = false }
        let span = Span(whole: start..<offset, content: offset..<offset)
        if bytes[end - 1] == UInt8(ascii: "/") { closed.append(span) } else { open.append(span) }
      }
    }
    if let root = closed.popLast() { closed.insert(root, at: 0) }
    return closed
  }
}

extension [UInt8] {
  fileprivate func with(_ range: Range<Int>, replacedBy part: ArraySlice<UInt8>) -> [UInt8] {
    Array(self[..<range.lowerBound] + part + self[range.upperBound...])
  }
}

/// A small generator of numbers: the fuzzer gives the seed, and a seed gives the same change every time.
private struct SplitMix {
  var state: UInt64

  /// A number from 0 up to a bound, which isn't reached.
  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ mixed >> 31) >> 1) % bound
  }
}
