public import Findings
import Glibc

/// Reads the words of a picture with Tesseract, run as a program of its own.
public struct Recognition: Sendable {
  /// Where Tesseract lies.
  let program: String
  /// Seconds after which it is stopped.
  var seconds = 60

  /// A page takes a few seconds, and no page has so many words that they fill this.
  private static let mostOutput = 16 << 20

  init(program: String) {
    self.program = program
  }

  /// Tesseract with its Polish, if installed; looked for once.
  static let program: String? = {
    let found = searchPath.map { $0 + "/tesseract" }.first { access($0, X_OK) == 0 }
    guard let found, let languages = ChildProgram(found, ["--list-langs"]).output(seconds: 10, mostBytes: 65_536)
    else { return nil }
    return String(decoding: languages, as: UTF8.self).split(separator: "\n").contains("pol") ? found : nil
  }()

  /// The absolute folders of `PATH`: a program must not come from where somebody happens to work.
  private static var searchPath: [String] {
    let path = getenv("PATH").map { String(cString: $0) } ?? ""
    let folders = path.split(separator: ":").filter { $0.hasPrefix("/") }.map(String.init)
    return folders.isEmpty ? ["/usr/local/bin", "/usr/bin"] : folders
  }

  /// Makes sure that words can be read from pictures.
  ///
  /// - Throws: `ocr.unavailable` where Tesseract or its Polish isn't installed.
  public static func requireAvailable() throws(Obstacle) {
    guard program == nil else { return }
    throw Obstacle(
      "ocr.unavailable",
      Sentence(
        "The words of pictures can't be read: Tesseract or its Polish isn't installed.",
        pl: "Nie można odczytać słów z obrazów: brak programu Tesseract lub jego danych dla polskiego."),
      remedy: Sentence(
        "Install both: apt install tesseract-ocr tesseract-ocr-pol.",
        pl: "Zainstaluj oba: apt install tesseract-ocr tesseract-ocr-pol."))
  }

  /// The words in reading order; nil where Tesseract failed or took too long.
  func words(of picture: GrayPicture) -> [PageWord]? {
    let header = Array("P5\n\(picture.width) \(picture.height)\n255\n".utf8)
    // Page segmentation 4 takes the page for one column of lines of any size, which keeps the rows of tables whole.
    let child = ChildProgram(
      program, ["stdin", "stdout", "-l", "pol", "--psm", "4", "tsv"], input: [header, picture.pixels])
    return child.output(seconds: seconds, mostBytes: Self.mostOutput).map { output in
      TesseractTable(String(decoding: output, as: UTF8.self)).words(width: picture.width, height: picture.height)
    }
  }
}
