import Foundation
import Testing

/// A TIFF without compression, as tests need it: any samples and tags, one directory for each picture.
struct TIFFFile {
  enum Samples: CaseIterable {
    case blackIsZero, whiteIsZero, oneBit, sixteenBits, palette, rgb, printingColours, withOpacity
  }

  /// Least significant byte first.
  var isLittleEndian = true
  /// The tag `Orientation`; the pixels are stored as they come, whatever it says.
  var orientation = 1
  /// The tag `NewSubfileType` of the pictures after the first.
  var kindOfOthers = 0
  /// The chain of directories ends where it began.
  var bitesItsTail = false

  /// The file's bytes.
  func bytes(_ scans: [Scan], _ samples: Samples = .blackIsZero) -> [UInt8] {
    var file: [UInt8] = isLittleEndian ? [0x49, 0x49] : [0x4D, 0x4D]
    file += number(42, 2)
    var link = file.count
    file += number(0, 4)
    let firstDirectory = link
    for (index, scan) in scans.enumerated() {
      let data = file.count
      let (content, bits, photometric) = encoded(scan, samples)
      file += content
      if file.count % 2 == 1 { file.append(0) }
      let map = file.count
      // Colours of the palette: black to white; 16 bits each.
      if samples == .palette { file += (0..<3).flatMap { _ in (0..<256).flatMap { number($0 * 257, 2) } } }
      let widths = file.count
      file += bits.flatMap { number($0, 2) }
      var entries: [(tag: Int, kind: Int, count: Int, value: Int)] = [
        (254, 4, 1, index > 0 ? kindOfOthers : 0), (256, 4, 1, scan.width), (257, 4, 1, scan.height),
        bits.count > 2 ? (258, 3, bits.count, widths) : (258, 3, 1, bits[0]),
        (259, 3, 1, 1), (262, 3, 1, photometric), (273, 4, 1, data), (274, 3, 1, orientation),
        (277, 3, 1, bits.count), (278, 4, 1, scan.height), (279, 4, 1, content.count),
      ]
      if samples == .palette { entries.append((320, 3, 768, map)) }
      if samples == .withOpacity { entries.append((338, 3, 1, 2)) }
      file.replaceSubrange(link..<link + 4, with: number(file.count, 4))
      file += number(entries.count, 2)
      for entry in entries {
        let inPlace = entry.kind == 3 && entry.count == 1
        file += number(entry.tag, 2) + number(entry.kind, 2) + number(entry.count, 4)
        file += inPlace ? number(entry.value, 2) + [0, 0] : number(entry.value, 4)
      }
      link = file.count
      file += number(0, 4)
    }
    if bitesItsTail { file.replaceSubrange(link..<link + 4, with: file[firstDirectory..<firstDirectory + 4]) }
    return file
  }

  private func encoded(_ scan: Scan, _ samples: Samples) -> (content: [UInt8], bits: [Int], photometric: Int) {
    switch samples {
    case .blackIsZero: return (scan.pixels, [8], 1)
    case .whiteIsZero: return (scan.pixels.map { 255 - $0 }, [8], 0)
    case .oneBit:
      let rows = (0..<scan.height).flatMap { y in
        stride(from: 0, to: scan.width, by: 8).map { x in
          (0..<8).reduce(UInt8(0)) { byte, bit in
            let isDark = x + bit < scan.width && scan.pixels[y * scan.width + x + bit] < 128
            return byte << 1 | (isDark ? 1 : 0)
          }
        }
      }
      return (rows, [1], 0)
    case .sixteenBits: return (scan.pixels.flatMap { number(Int($0) * 257, 2) }, [16], 1)
    case .palette: return (scan.pixels, [8], 3)
    case .rgb: return (scan.pixels.flatMap { [$0, $0, $0] }, [8, 8, 8], 2)
    case .printingColours: return (scan.pixels.flatMap { [0, 0, 0, 255 - $0] }, [8, 8, 8, 8], 5)
    // All black, but the paper is transparent.
    case .withOpacity: return (scan.pixels.flatMap { [0, 0, 0, 255 - $0] }, [8, 8, 8, 8], 2)
    }
  }

  private func number(_ value: Int, _ count: Int) -> [UInt8] {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    return isLittleEndian ? bytes : bytes.reversed()
  }
}

/// Runs a program of Debian's on files.
enum OutsideTool {
  /// What the program made of the files that it is given as `in0`, `in1`…, in the file `out`.
  static func run(_ path: String, _ arguments: [String], on inputs: [[UInt8]]) throws -> [UInt8] {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (index, input) in inputs.enumerated() { try Data(input).write(to: folder.appending(path: "in\(index)")) }
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "\(path) failed")
    return try [UInt8](Data(contentsOf: folder.appending(path: "out")))
  }

  static func exists(_ path: String) -> Bool { FileManager.default.isExecutableFile(atPath: path) }
}
