import ArchivePDF
import ArgumentParser
import Findings
import Glibc
import WholeFiles

struct ExtractCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Give back the XML that an archive copy (PDF) carries within it, byte for byte.",
    discussion: """
      The XML is what the document was printed from: its SHA-256 is the one in KOD I,
      if nobody has put another file in its place. Whether it is so, `ksef-verify` says.

      EXAMPLES
        ksef-render extract invoice.pdf
        ksef-render extract invoice.pdf -o - | ksef-render check -

      EXIT CODES
         0  the XML is written
         2  no XML is attached, or more than one and no --name
        64  the call is wrong
        74  a file can't be read or written
      """)

  @Argument(help: ArgumentHelp("The PDF; - for standard input.", valueName: "file"))
  var pdf: String

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "The XML; - for standard output. Default: the PDF's name with .xml, which must not be another file yet.",
      valueName: "file"))
  var output: String?

  @Option(help: ArgumentHelp("Which of several attached XML files.", valueName: "name"))
  var name: String?

  @Option(help: "The language of messages: pl or en.")
  var language: MessageLanguage?

  /// The largest PDF that is read; an attached XML has 16 MB at most.
  private static let sizeLimit = 256 << 20
  /// What unpacking a stranger's PDF may take: bytes of memory, and seconds.
  private static let (memory, seconds) = (rlim_t(2 << 30), rlim_t(60))

  mutating func validate() throws {
    if output == nil, pdf == "-" { throw ValidationError("A PDF from standard input needs --output.") }
  }

  func run() throws {
    try reporting(in: language?.language ?? .ofEnvironment) { () throws(Obstacle) in
      let bytes = try readWholeFile(pdf, limit: Self.sizeLimit)
      Self.limitThisProcess()
      let file = try wanted(AttachmentReader.files(inPDF: bytes))
      if let output { return try writeWholeFile(file.bytes, to: output) }
      try writeBesidePDF(file)
    }
  }

  /// A tightly packed PDF costs this process its life at most, never the machine's memory.
  private static func limitThisProcess() {
    for (resource, most) in [(RLIMIT_AS, memory), (RLIMIT_CPU, seconds)] {
      var limit = rlimit(rlim_cur: most, rlim_max: most)
      // Where a lower limit holds already, it stays.
      _ = setrlimit(__rlimit_resource_t(resource.rawValue), &limit)
    }
  }

  private func wanted(_ files: [AttachedFile]) throws(Obstacle) -> AttachedFile {
    let fitting = name.map { name in files.filter { $0.name == name } } ?? files
    if fitting.count == 1 { return fitting[0] }
    let names = files.map { $0.name.printable }.joined(separator: ", ")
    guard !files.isEmpty else {
      throw Obstacle(
        "extract.nothing", at: Place(file: pdf),
        Sentence(
          "No XML is attached to this file, or it is no PDF that can be opened.",
          pl: "Do tego pliku nie dołączono XML albo nie jest to plik PDF, który można otworzyć."),
        remedy: Sentence(
          "Prints made with --plain, and scans, carry no XML: take it from KSeF or from the program that issued it.",
          pl: "Wydruki z opcją --plain i skany nie zawierają XML: pobierz go z KSeF lub z programu, który go wystawił.")
      )
    }
    throw Obstacle(
      "extract.several", at: Place(file: pdf),
      Sentence("These XML files are attached: \(names).", pl: "Dołączone pliki XML: \(names)."),
      remedy: Sentence("Say which with --name.", pl: "Wskaż jeden opcją --name."))
  }

  /// The invoice itself may lie there under this name, and isn't lost for the sake of a stranger's file.
  private func writeBesidePDF(_ file: AttachedFile) throws(Obstacle) {
    let path = (pdf.lowercased().hasSuffix(".pdf") ? String(pdf.dropLast(4)) : pdf) + ".xml"
    var information = stat()
    if lstat(path, &information) == 0 {
      if try readWholeFile(path, limit: Self.sizeLimit) == file.bytes { return }
      throw Obstacle(
        "extract.exists", at: Place(file: path),
        Sentence(
          "There is another file of this name, which isn't overwritten.",
          pl: "Istnieje już inny plik o tej nazwie i nie zostanie nadpisany."),
        remedy: Sentence("Name the output with --output.", pl: "Podaj nazwę opcją --output."))
    }
    try writeWholeFile(file.bytes, to: path)
  }
}
