import Glibc

/// The colour space of all that we print: sRGB (IEC 61966-2-1), as an ICC profile of version 2 (ICC.1:2001-04), written
/// here from its figures.
enum StandardRGB {
  /// The whole profile, the same bytes on every machine.
  static let profile: [UInt8] = {
    var tags: [(signature: String, content: [UInt8])] = [
      ("desc", description("sRGB")), ("cprt", text("No copyright, use freely")),
      // The light of the profile connection space, D50, to which the three colours below are adapted.
      ("wtpt", place(0.9642, 1, 0.8249)),
      ("rXYZ", place(0.4360747, 0.2225045, 0.0139322)), ("gXYZ", place(0.3850649, 0.7168786, 0.0971045)),
      ("bXYZ", place(0.1430804, 0.0606169, 0.7141733)),
    ]
    let light = curve
    for colour in ["rTRC", "gTRC", "bTRC"] { tags.append((colour, light)) }
    var table = number(tags.count, bytes: 4)
    var contents: [UInt8] = []
    let start = 128 + 4 + 12 * tags.count
    var places: [String: Int] = [:]
    for tag in tags {
      // The three curves are one.
      let isShared = tag.signature.hasSuffix("TRC")
      let key = isShared ? "TRC" : tag.signature
      let offset = places[key] ?? start + contents.count
      if places[key] == nil {
        places[key] = offset
        contents += tag.content
        contents += [UInt8](repeating: 0, count: (4 - contents.count % 4) % 4)
      }
      table += Array(tag.signature.utf8) + number(offset, bytes: 4) + number(tag.content.count, bytes: 4)
    }
    return header(size: start + contents.count) + table + contents
  }()

  private static func header(size: Int) -> [UInt8] {
    var header = number(size, bytes: 4) + [0, 0, 0, 0] + number(0x0210_0000, bytes: 4)
    header += Array("mntrRGB XYZ ".utf8)
    // A fixed date: the profile is always the same.
    for part in [2026, 1, 1, 0, 0, 0] { header += number(part, bytes: 2) }
    header += Array("acsp".utf8) + [UInt8](repeating: 0, count: 28) + place(0.9642, 1, 0.8249).dropFirst(8)
    return header + [UInt8](repeating: 0, count: 128 - header.count)
  }

  /// How much light each of 256 values means: linear near black, then a power of 2.4.
  private static var curve: [UInt8] {
    var bytes = Array("curv".utf8) + [0, 0, 0, 0] + number(256, bytes: 4)
    for step in 0..<256 {
      let value = Double(step) / 255
      let light = value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
      bytes += number(Int((light * 65_535).rounded()), bytes: 2)
    }
    return bytes
  }

  /// `XYZType` with one place.
  private static func place(_ x: Double, _ y: Double, _ z: Double) -> [UInt8] {
    [x, y, z].reduce(Array("XYZ ".utf8) + [0, 0, 0, 0]) { $0 + number(Int(($1 * 65_536).rounded()), bytes: 4) }
  }

  private static func text(_ text: String) -> [UInt8] {
    Array("text".utf8) + [0, 0, 0, 0] + Array(text.utf8) + [0]
  }

  /// `textDescriptionType`, in ASCII alone: no Unicode, no script code, whose room of 67 bytes is there all the same.
  private static func description(_ text: String) -> [UInt8] {
    Array("desc".utf8) + [0, 0, 0, 0] + number(text.utf8.count + 1, bytes: 4) + Array(text.utf8) + [0]
      + [UInt8](repeating: 0, count: 4 + 4 + 2 + 1 + 67)
  }

  /// Big-endian.
  private static func number(_ value: Int, bytes: Int) -> [UInt8] {
    (0..<bytes).reversed().map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }
}
