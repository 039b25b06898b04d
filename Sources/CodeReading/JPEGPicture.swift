import CTurboJPEG
import Findings

extension GrayPicture {
  /// Decodes a JPEG to shades of gray, turned as the camera's note says.
  ///
  /// - Parameter limit: the most pixels accepted; checked before anything is decoded. A progressive JPEG with
  ///   more than 500 scans, which only an attacker makes, counts as damaged.
  /// - Throws: `evidence.damaged` (also where the file merely ends early: a code may lie in the missing part),
  ///   `evidence.too-large`, `evidence.unsupported`.
  init(jpeg bytes: [UInt8], limit: Int) throws(Obstacle) {
    guard let decoder = JPEGDecoder() else { throw .damaged(.jpeg) }
    guard let header = decoder.header(of: bytes) else { throw .damaged(.jpeg) }
    guard !header.isForPrinting else { throw .unsupported(.jpeg) }
    guard isWithin(limit, width: header.width, height: header.height) else {
      throw .tooManyPixels(width: header.width, height: header.height, limit: limit)
    }
    var isComplete = false
    let picture = GrayPicture(width: header.width, height: header.height) { pixels in
      pixels.initialize(repeating: 255)
      isComplete = decoder.decode(bytes, header, into: pixels)
    }
    guard isComplete else { throw .damaged(.jpeg) }
    self = picture.upright(from: PictureOrientation(ofJPEG: bytes))
  }
}

/// Owns a TurboJPEG decompressor.
private struct JPEGDecoder: ~Copyable {
  struct Header {
    let width: Int
    let height: Int
    /// CMYK or YCCK, which TurboJPEG can't turn into gray.
    let isForPrinting: Bool
  }

  private let handle: tjhandle

  init?() {
    guard let handle = tjInitDecompress() else { return nil }
    self.handle = handle
  }

  deinit { tjDestroy(handle) }

  func header(of bytes: [UInt8]) -> Header? {
    var (width, height, subsampling, colorSpace) = (Int32(0), Int32(0), Int32(0), Int32(0))
    let status = tjDecompressHeader3(
      handle, bytes, UInt(bytes.count), &width, &height, &subsampling, &colorSpace)
    guard status == 0, width > 0, height > 0 else { return nil }
    let isForPrinting = colorSpace == Int32(TJCS_CMYK.rawValue) || colorSpace == Int32(TJCS_YCCK.rawValue)
    return Header(width: Int(width), height: Int(height), isForPrinting: isForPrinting)
  }

  /// Whether all of the picture was decoded without a complaint.
  func decode(_ bytes: [UInt8], _ header: Header, into pixels: UnsafeMutableBufferPointer<UInt8>) -> Bool {
    tjDecompress2(
      handle, bytes, UInt(bytes.count), pixels.baseAddress, Int32(header.width), 0, Int32(header.height),
      Int32(TJPF_GRAY.rawValue), TJFLAG_LIMITSCANS | TJFLAG_STOPONWARNING) == 0
  }
}
