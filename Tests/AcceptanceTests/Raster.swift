import Foundation

/// A picture in gray, pixel by pixel: a page as a scanner sees it, or a picture of a code.
struct Raster {
  let width: Int
  let height: Int
  private let pixels: [UInt8]
  /// The graymap's file, for zbarimg.
  private let file: String
  private let folder: WorkFolder

  /// Darker than this is ink.
  static let inkLimit: UInt8 = 128

  /// Reads the graymap (PGM, 8 bits) that one of the programs wrote.
  private init(graymap name: String, in folder: WorkFolder) throws {
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: folder.file(name))))
    // "P5", width, height and 255, each followed by one white space, then the pixels.
    let words = bytes.prefix(64).split(maxSplits: 4) { $0 == 0x20 || $0 == 0x0A }.prefix(4)
      .map { String(decoding: $0, as: UTF8.self) }
    guard words.count == 4, words[0] == "P5", words[3] == "255", let width = Int(words[1]), let height = Int(words[2]),
      bytes.count >= width * height
    else { throw NotAGraymap(head: words) }
    (self.width, self.height) = (width, height)
    pixels = Array(bytes.suffix(width * height))
    file = folder.file(name)
    self.folder = folder
  }

  struct NotAGraymap: Error {
    let head: [String]
  }

  /// The page that carries the codes, through poppler.
  init(lastPageOf pdf: String, dotsPerInch: Double) throws {
    let folder = try WorkFolder()
    let pages = try Program.tool("qpdf").run("--show-npages", pdf).lines.first ?? ""
    _ = try Program.tool("pdftoppm").run(
      "-r", "\(dotsPerInch)", "-gray", "-f", pages, "-l", pages, "-singlefile", pdf, folder.file("page"))
    try self.init(graymap: "page.pgm", in: folder)
  }

  /// The end of a roll, so many pixels of it: readers of pictures don't take all of a long one.
  init(endOf pdf: String, dotsPerInch: Double, height: Int) throws {
    let folder = try WorkFolder()
    let size = try Program.tool("pdfinfo").run(pdf).lines.first { $0.hasPrefix("Page size:") } ?? ""
    let points = size.split(separator: " ").compactMap { Double($0) }.last ?? 0
    let pixels = Int((points / 72 * dotsPerInch).rounded(.up))
    _ = try Program.tool("pdftoppm").run(
      "-r", "\(dotsPerInch)", "-gray", "-y", "\(max(0, pixels - height))", "-H", "\(min(height, pixels))",
      "-singlefile", pdf, folder.file("page"))
    try self.init(graymap: "page.pgm", in: folder)
  }

  /// A PNG picture, through Python.
  init(png: String) throws {
    let folder = try WorkFolder()
    _ = try Script.pictureAsGraymap.run([png, folder.file("picture.pgm")])
    try self.init(graymap: "picture.pgm", in: folder)
  }

  subscript(x: Int, y: Int) -> UInt8 { pixels[y * width + x] }

  /// The texts of the QR codes that zbarimg finds in the picture.
  func codes() throws -> [String] { try Raster.codes(inPicture: file) }

  /// The texts of the QR codes that zbarimg finds in a picture's file.
  static func codes(inPicture file: String) throws -> [String] {
    try Program.tool("zbarimg").run("--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", file).lines
  }

  /// Which cells of a grid hold ink, row by row.
  func inkedCells(size: Int) -> [[Bool]] {
    var cells = Array(
      repeating: Array(repeating: false, count: width / size + 1), count: height / size + 1)
    pixels.withUnsafeBytes { bytes in
      for y in 0..<height {
        var x = 0
        while x < width {
          // A page is mostly paper: eight white pixels are passed over at once.
          if x + 8 <= width, bytes.loadUnaligned(fromByteOffset: y * width + x, as: UInt64.self) == .max {
            x += 8
          } else {
            if bytes[y * width + x] < Raster.inkLimit { cells[y / size][x / size] = true }
            x += 1
          }
        }
      }
    }
    return cells
  }
}
