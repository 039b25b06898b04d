import CZXing
import CodeReading
import Foundation
import ScanMaking
import Verification

/// Who reads the photograph of a slip: we, and others to compare with.
enum RollReader: String, CaseIterable {
  /// As `ksef-verify` reads a picture.
  case own = "ksef-verify"
  /// One call, a threshold for each neighbourhood.
  case zxing = "bare ZXing"
  case zbar = "zbarimg"

  /// Those that are here.
  static let present = allCases.filter { $0 != .zbar || zbarimg != nil }

  private static let zbarimg = ["/usr/bin", "/usr/local/bin"].map { "\($0)/zbarimg" }
    .first(where: FileManager.default.isExecutableFile)

  /// The texts of the QR codes in a JPEG.
  ///
  /// - Throws: what writing a file and running a program throw.
  func texts(in jpeg: [UInt8], fileName: String) throws -> [String] {
    switch self {
    case .own:
      let evidence = Evidence.onPrint(jpeg, fileName: fileName, reader: CodeReader())
      return evidence.flatMap { item -> [String] in
        guard case .print(_, let reading) = item else { return [] }
        return reading.pages.flatMap(\.codes).filter(\.isQR).map(\.text)
      }
    case .zxing: return Self.zxingTexts(in: jpeg)
    case .zbar: return try Self.zbarTexts(in: jpeg)
    }
  }

  private static func zxingTexts(in jpeg: [UInt8]) -> [String] {
    let search = CZXingSearch(global_threshold: false, any_direction: false, other_kinds: false)
    guard let picture = Shades(jpeg: jpeg),
      let list = czxing_search(picture.pixels, Int32(picture.width), Int32(picture.height), search)
    else { return [] }
    defer { czxing_free(list) }
    return (0..<czxing_count(list)).map { index in
      let symbol = czxing_symbol(list, index)
      return String(decoding: UnsafeBufferPointer(start: symbol.bytes, count: symbol.count), as: UTF8.self)
    }
  }

  private static func zbarTexts(in jpeg: [UInt8]) throws -> [String] {
    guard let zbarimg else { return [] }
    let file = FileManager.default.temporaryDirectory.appending(path: "slip-\(UUID().uuidString).jpg")
    try Data(jpeg).write(to: file)
    defer { unlink(file.path) }
    let process = Process()
    process.executableURL = URL(filePath: zbarimg)
    process.arguments = ["--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", file.path]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
  }
}
