import Foundation

/// A picture in gray, pixel by pixel: a page as a scanner sees it, or a picture of a code.
struct Raster {
  let width: Int
  let height: Int
  private let pixels: [UInt8]
  /// The graymap's file, for zbarimg.
  private let file: String
  private let folder: WorkFolder

  /// Reads the graymap (PGM, 8 bits) that one of the programs wrote.
  private init(graymap name: String, in folder: WorkFolder) throws {
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: folder.file(name))))
    // "P5", width, height and 255, each followed by one white space, then the pixels.
    let head = bytes.prefix(64).split(maxSplits: 4, omittingEmptySubsequences: true) { $0 == 0x20 || $0 == 0x0A }
    let words = head.prefix(4).map { String(decoding: $0, as: UTF8.self) }
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
  init(lastPageOf pdf: String, dotsPerInch: Int) throws {
    let folder = try WorkFolder()
    let pages = try Program.tool("qpdf").run("--show-npages", pdf).text.trimmingCharacters(in: .whitespacesAndNewlines)
    _ = try Program.tool("pdftoppm").run(
      "-r", "\(dotsPerInch)", "-gray", "-f", pages, "-l", pages, "-singlefile", pdf, folder.file("page"))
    try self.init(graymap: "page.pgm", in: folder)
  }

  /// A PNG picture, through Python.
  init(png: String) throws {
    let folder = try WorkFolder()
    _ = try Script.pictureAsGraymap.run([png, folder.file("picture.pgm")])
    try self.init(graymap: "picture.pgm", in: folder)
  }

  subscript(x: Int, y: Int) -> UInt8 { pixels[y * width + x] }

  /// The QR codes that zbarimg finds in the picture.
  func symbols() throws -> [FoundSymbol] { try FoundSymbol.inPicture(file) }
}

/// A QR code that zbarimg found in a picture.
struct FoundSymbol {
  let text: String
  /// About where it lies, in pixels.
  let columns: ClosedRange<Int>
  let rows: ClosedRange<Int>

  static func inPicture(_ file: String) throws -> [FoundSymbol] {
    let answer = try Program.tool("zbarimg").run(
      "--quiet", "--xml", "-Sdisable", "-Sqrcode.enable", file)
    return answer.text.matches(of: /<polygon points='([^']*)'\/><data><!\[CDATA\[(.*?)\]\]><\/data>/).compactMap {
      match in
      let numbers = match.1.matches(of: /[-+]?\d+/).compactMap { Int($0.0) }
      let (xs, ys) = (
        stride(from: 0, to: numbers.count, by: 2).map { numbers[$0] },
        stride(from: 1, to: numbers.count, by: 2).map { numbers[$0] }
      )
      guard let left = xs.min(), let right = xs.max(), let top = ys.min(), let bottom = ys.max() else { return nil }
      return FoundSymbol(text: String(match.2), columns: left...right, rows: top...bottom)
    }
  }
}
