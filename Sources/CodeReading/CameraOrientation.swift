extension PictureOrientation {
  /// What a JPEG's EXIF block says (JEITA CP-3451: APP1 marked `Exif`); upright where it says nothing sensible.
  init(ofJPEG bytes: [UInt8]) {
    var found: PictureOrientation?
    var position = 2
    // Segments up to the first scan: a marker, then a length that counts itself (ISO/IEC 10918-1, B.1.1.4).
    while found == nil, position + 4 <= bytes.count, bytes[position] == 0xFF, bytes[position + 1] != 0xDA {
      let length = Int(bytes[position + 2]) << 8 | Int(bytes[position + 3])
      guard length >= 2, position + 2 + length <= bytes.count else { break }
      let content = bytes[position + 4..<position + 2 + length]
      let mark: [UInt8] = [0x45, 0x78, 0x69, 0x66, 0, 0]
      if bytes[position + 1] == 0xE1, content.starts(with: mark) {
        found = PictureOrientation(exif: content.dropFirst(mark.count))
      }
      position += 2 + length
    }
    self = found ?? .upright
  }

  /// What a PNG's `eXIf` chunk before the picture's data says; upright where it says nothing sensible.
  init(ofPNG bytes: [UInt8]) {
    var found: PictureOrientation?
    var position = 8
    // Chunks: length, type, content, checksum (ISO/IEC 15948, 5.3).
    while found == nil, position + 12 <= bytes.count {
      let length = bytes[position..<position + 4].reduce(0) { $0 << 8 | Int($1) }
      let kind = bytes[position + 4..<position + 8]
      guard length <= bytes.count - position - 12, !kind.elementsEqual("IDAT".utf8) else { break }
      if kind.elementsEqual("eXIf".utf8) {
        found = PictureOrientation(exif: bytes[position + 8..<position + 8 + length])
      }
      position += 12 + length
    }
    self = found ?? .upright
  }

  /// The orientation that the first directory of an EXIF block gives; nil where it gives none.
  private init?(exif: ArraySlice<UInt8>) {
    let block = ExifBlock(exif)
    guard let block, let directory = block.number(at: 4, bytes: 4), let count = block.number(at: directory, bytes: 2)
    else { return nil }
    for entry in 0..<count {
      let start = directory + 2 + 12 * entry
      guard let tag = block.number(at: start, bytes: 2) else { return nil }
      // A single 16-bit number lies in the first two bytes of the value.
      if tag == 0x0112, let value = block.number(at: start + 8, bytes: 2) {
        self.init(rawValue: value)
        return
      }
    }
    return nil
  }
}

/// The numbers in an EXIF block, which is laid out as a TIFF file.
private struct ExifBlock {
  private let bytes: [UInt8]
  private let isLittleEndian: Bool

  init?(_ block: ArraySlice<UInt8>) {
    bytes = Array(block)
    if bytes.starts(with: [0x49, 0x49, 0x2A, 0x00]) {
      isLittleEndian = true
    } else if bytes.starts(with: [0x4D, 0x4D, 0x00, 0x2A]) {
      isLittleEndian = false
    } else {
      return nil
    }
  }

  func number(at position: Int, bytes count: Int) -> Int? {
    guard position >= 0, position + count <= bytes.count else { return nil }
    let digits = bytes[position..<position + count]
    return (isLittleEndian ? Array(digits.reversed()) : Array(digits)).reduce(0) { $0 << 8 | Int($1) }
  }
}
