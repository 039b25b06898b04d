/// Bytes that can't come from `ByteWriter`.
package struct MalformedBytes: Error {}

/// Takes values out of bytes that anybody may have written: nothing is believed, and nothing is set aside before the
/// bytes for it are known to be there.
struct ByteReader {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { rest = bytes[...] }

  /// To be called when all should have been taken.
  func end() throws(MalformedBytes) {
    guard rest.isEmpty else { throw MalformedBytes() }
  }

  mutating func byte() throws(MalformedBytes) -> UInt8 {
    guard let byte = rest.popFirst() else { throw MalformedBytes() }
    return byte
  }

  mutating func flag() throws(MalformedBytes) -> Bool {
    switch try byte() {
    case 0: false
    case 1: true
    default: throw MalformedBytes()
    }
  }

  private mutating func eight() throws(MalformedBytes) -> UInt64 {
    guard rest.count >= 8 else { throw MalformedBytes() }
    defer { rest = rest.dropFirst(8) }
    return rest.prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// - Parameter range: what a value may be.
  mutating func integer(in range: ClosedRange<Int>) throws(MalformedBytes) -> Int {
    let value = Int(truncatingIfNeeded: Int64(bitPattern: try eight()))
    guard range.contains(value) else { throw MalformedBytes() }
    return value
  }

  /// - Parameter range: what a value may be; it keeps out what is no number.
  mutating func number(in range: ClosedRange<Double>) throws(MalformedBytes) -> Double {
    let value = Double(bitPattern: try eight())
    guard range.contains(value) else { throw MalformedBytes() }
    return value
  }

  mutating func byteList() throws(MalformedBytes) -> [UInt8] {
    let count = try integer(in: 0...Int.max)
    guard count <= rest.count else { throw MalformedBytes() }
    defer { rest = rest.dropFirst(count) }
    return Array(rest.prefix(count))
  }

  mutating func text() throws(MalformedBytes) -> String {
    guard let text = String(validating: try byteList(), as: UTF8.self) else { throw MalformedBytes() }
    return text
  }

  /// A list each of whose values takes a byte at least.
  mutating func list<Value>(
    _ one: (inout ByteReader) throws(MalformedBytes) -> Value
  ) throws(MalformedBytes) -> [Value] {
    let count = try integer(in: 0...Int.max)
    guard count <= rest.count else { throw MalformedBytes() }
    var values: [Value] = []
    for _ in 0..<count { values.append(try one(&self)) }
    return values
  }
}
