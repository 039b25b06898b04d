/// Pixels of a PNG, from its first chunk. Source: PNG (ISO/IEC 15948), clause 11.2.2, IHDR.
func pngSize(_ bytes: [UInt8]) throws(PictureMistake) -> (width: Double, height: Double) {
  let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
  guard bytes.count >= 33, bytes.starts(with: signature), Array(bytes[12..<16]) == Array("IHDR".utf8) else {
    throw .damaged
  }
  func number(at start: Int) -> Double {
    Double(bytes[start..<start + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) })
  }
  return (number(at: 16), number(at: 20))
}

/// Pixels of a JPEG, from its frame header; the whole file is walked marker by marker, so that one that was cut short
/// is noticed. Source: JPEG (ITU-T T.81), annex B.
func jpegSize(_ bytes: [UInt8]) throws(PictureMistake) -> (width: Double, height: Double) {
  var size: (width: Double, height: Double)?
  var hasScan = false
  var position = 2
  func word(at start: Int) throws(PictureMistake) -> Int {
    guard start + 1 < bytes.count else { throw .damaged }
    return Int(bytes[start]) << 8 | Int(bytes[start + 1])
  }
  while true {
    guard position + 1 < bytes.count, bytes[position] == 0xFF else { throw .damaged }
    let marker = bytes[position + 1]
    position += marker == 0xFF ? 1 : 2
    switch marker {
    case 0xFF:
      // Cairo doesn't know fill bytes before the frame, and would print a black field.
      guard size != nil else { throw .unsupportedJPEG }
      continue
    case 0xD9:
      guard let size, hasScan else { throw .damaged }
      return size
    case 0x01, 0xD0...0xD7: continue
    default: break
    }
    let length = try word(at: position)
    guard length >= 2, position + length <= bytes.count else { throw .damaged }
    switch marker {
    case 0xC0, 0xC1, 0xC2:
      guard size == nil, length >= 8 else { throw .damaged }
      let components = Int(bytes[position + 7])
      guard bytes[position + 2] == 8, components == 1 || components == 3 else { throw .unsupportedJPEG }
      size = (Double(try word(at: position + 5)), Double(try word(at: position + 3)))
    case 0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF:
      throw .unsupportedJPEG
    case 0xDA: hasScan = true
    default: break
    }
    position += length
    if marker == 0xDA {
      // Coded data: a byte FF in it is followed by 00, or by a restart marker.
      while position + 1 < bytes.count,
        !(bytes[position] == 0xFF && bytes[position + 1] != 0 && !(0xD0...0xD7).contains(bytes[position + 1]))
      {
        position += 1
      }
    }
  }
}
