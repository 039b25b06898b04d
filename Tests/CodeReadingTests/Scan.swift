import CPNG
import CTurboJPEG
import Testing

@testable import CodeReading

/// A scanned picture, what can go wrong with it, and the files it can be saved as.
struct Scan {
  let width: Int
  let height: Int
  let pixels: [UInt8]

  init(width: Int, height: Int, _ shade: (_ x: Int, _ y: Int) -> UInt8) {
    self.width = width
    self.height = height
    pixels = (0..<width * height).map { shade($0 % width, $0 / width) }
  }

  func blurred(sigma: Double) -> Scan {
    let gray = GrayPicture(width: width, height: height) { _ = $0.update(from: pixels) }.blurred(sigma: sigma)
    return Scan(width: width, height: height) { gray.pixels[$1 * width + $0] }
  }

  /// Black becomes `darkest`, white becomes `lightest`.
  func faded(darkest: Int, lightest: Int) -> Scan {
    mapped { shade, _ in UInt8(darkest + Int(shade) * (lightest - darkest) / 255) }
  }

  /// With noise of the same strength in every pixel, the same for the same seed.
  func noisy(_ strength: Int, seed: UInt64) -> Scan {
    var random = Pseudorandom(seed: seed)
    // The sum of three throws is near enough to a bell curve.
    return mapped { shade, _ in
      let throwOfDice = (0..<3).reduce(0) { sum, _ in
        sum + Int(random.next() >> 33 % UInt64(2 * strength + 1)) - strength
      }
      return UInt8(clamping: Int(shade) + throwOfDice)
    }
  }

  /// With white streaks along the paper's way, as a dirty thermal print head leaves them.
  func streaked(every distance: Int) -> Scan {
    mapped { shade, x in x % distance == distance / 2 ? 255 : shade }
  }

  /// Pure black and white.
  func oneBit() -> Scan { mapped { shade, _ in shade < 128 ? 0 : 255 } }

  private func mapped(_ shade: (UInt8, Int) -> UInt8) -> Scan {
    Scan(width: width, height: height) { x, y in shade(pixels[y * width + x], x) }
  }

  /// The picture as a grayscale PNG.
  func png() throws -> [UInt8] { try png(pixels, format: png_uint_32(PNG_FORMAT_GRAY)) }

  /// The picture as a PNG in which everything is black, but white paper is transparent.
  func pngWithTransparentPaper() throws -> [UInt8] {
    try png(pixels.flatMap { [0, 255 - $0] }, format: png_uint_32(PNG_FORMAT_GA))
  }

  /// The picture as a PNG of 16 bits a sample.
  func deepPNG() throws -> [UInt8] {
    // Samples in the machine's order of bytes; both bytes alike make the same shade in either.
    try png(pixels.flatMap { [$0, $0] }, format: png_uint_32(PNG_FORMAT_LINEAR_Y))
  }

  private func png(_ samples: [UInt8], format: png_uint_32) throws -> [UInt8] {
    var image = png_image()
    image.version = png_uint_32(PNG_IMAGE_VERSION)
    image.width = png_uint_32(width)
    image.height = png_uint_32(height)
    image.format = format
    var count = 2 * samples.count + height + 65_536
    var file = [UInt8](repeating: 0, count: count)
    try #require(png_image_write_to_memory(&image, &file, &count, 0, samples, 0, nil) != 0)
    return Array(file[0..<count])
  }

  /// The picture as a grayscale JPEG.
  ///
  /// - Parameters:
  ///   - quality: 1 to 100.
  ///   - progressive: in several scans of growing detail.
  func jpeg(quality: Int, progressive: Bool = false) throws -> [UInt8] {
    let compressor = try #require(tjInitCompress())
    defer { tjDestroy(compressor) }
    var file: UnsafeMutablePointer<UInt8>?
    var count: UInt = 0
    defer { tjFree(file) }
    let status = tjCompress2(
      compressor, pixels, Int32(width), 0, Int32(height), Int32(TJPF_GRAY.rawValue), &file, &count,
      Int32(TJSAMP_GRAY.rawValue), Int32(quality), progressive ? TJFLAG_PROGRESSIVE : 0)
    try #require(status == 0)
    return Array(UnsafeBufferPointer(start: file, count: Int(count)))
  }
}

/// Knuth's linear congruential generator: the same numbers everywhere and always.
struct Pseudorandom {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state
  }
}
