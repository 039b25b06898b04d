/// Gives each name of a document a small number, by the pointer under which the parser's dictionary keeps the name:
/// one name, one pointer, as long as the parser lives.
struct NameTable {
  private(set) var names: [String] = []
  /// Open addressing; 0 marks a free slot. At most half of the slots are taken.
  private var keys = [UInt](repeating: 0, count: 512)
  private var values = [Int32](repeating: 0, count: 512)
  /// Names that aren't in the dictionary of the parser as they are kept here.
  private var composed: [String: Int32] = [:]

  /// The number of the name that text between elements goes by.
  var strayText: Int32 {
    mutating get { number(ofComposed: InvoiceElement.strayTextName) }
  }

  /// The number of a name outside the document's namespace: `{namespace}name`.
  ///
  /// Of a namespace its first hundred bytes are kept, or half a million elements could each repeat a very long one.
  mutating func number(of name: UnsafePointer<UInt8>, inForeign namespace: UnsafePointer<UInt8>?) -> Int32 {
    var shown = ""
    if let namespace {
      let length = (0..<NameTable.namespaceLimit).first { namespace[$0] == 0 } ?? NameTable.namespaceLimit
      shown = String(decoding: UnsafeBufferPointer(start: namespace, count: length), as: UTF8.self)
    }
    return number(ofComposed: "{\(shown)}\(String(cString: name))")
  }

  private static let namespaceLimit = 100

  private mutating func number(ofComposed name: String) -> Int32 {
    if let number = composed[name] { return number }
    let number = Int32(truncatingIfNeeded: names.count)
    names.append(name)
    composed[name] = number
    return number
  }

  /// The number of a name, the next one where it is new.
  mutating func number(of name: UnsafePointer<UInt8>) -> Int32 {
    let key = UInt(bitPattern: name)
    let slot = slot(of: key)
    if keys[slot] == key { return values[slot] }
    let number = Int32(truncatingIfNeeded: names.count)
    names.append(String(cString: name))
    keys[slot] = key
    values[slot] = number
    // Composed names are counted too: the table grows a little early then.
    if names.count * 2 > keys.count { grow() }
    return number
  }

  /// Where a key stands, or the free slot where it would.
  private func slot(of key: UInt) -> Int {
    let mask = UInt(keys.count - 1)
    var slot = (key &* 0x9E37_79B9_7F4A_7C15) >> 20 & mask
    while keys[Int(slot)] != 0 && keys[Int(slot)] != key { slot = (slot + 1) & mask }
    return Int(slot)
  }

  private mutating func grow() {
    let (oldKeys, oldValues) = (keys, values)
    keys = [UInt](repeating: 0, count: oldKeys.count * 2)
    values = [Int32](repeating: 0, count: oldValues.count * 2)
    for (key, value) in zip(oldKeys, oldValues) where key != 0 {
      let slot = slot(of: key)
      keys[slot] = key
      values[slot] = value
    }
  }
}
