import Findings
import KSeFIdentifiers

/// The search for the spelling in which an invoice's file has a hash that a code names.
///
/// A hit proves itself: the bytes found have the very hash. Nothing but spelling is ever varied, so that a changed digit
/// stays a changed digit.
///
/// Source: XML 1.0, productions 23 (declaration), 40 to 44 (tags) and 66 to 68 (references), 2.11 (line ends).
struct RespellingSearch {
  /// A spelling that has a wanted hash.
  struct Hit {
    let hash: InvoiceHash
    let bytes: [UInt8]
    /// In what it differs from the file that was given.
    let differences: [Sentence]
  }

  private let wanted: Set<InvoiceHash>
  private var found: Set<InvoiceHash> = []
  private(set) var hits: [Hit] = []
  /// How many bytes may still be hashed.
  private var budget: Int
  private var bodies: Set<InvoiceHash> = []
  /// How many spellings may still be tried, of however small a file.
  private var attempts = 20_000

  private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
  private static let declarations: [String] =
    ["\"", "'"].flatMap { quote in
      ["UTF-8", "utf-8"].flatMap { encoding in
        ["", " standalone=\(quote)yes\(quote)", " standalone=\(quote)no\(quote)"].map { standalone in
          "<?xml version=\(quote)1.0\(quote) encoding=\(quote)\(encoding)\(quote)\(standalone)?>"
        }
      }
    } + ["<?xml version=\"1.0\"?>"]

  private static let likelyDeclarations = ["UTF-8", "utf-8"].map { "<?xml version=\"1.0\" encoding=\"\($0)\"?>" }

  /// Tries the spellings of a file, the likeliest first, until all wanted hashes are found or the budget is used.
  ///
  /// - Parameter budget: how many bytes are hashed at most; some multiple of the file's size.
  init(of file: [UInt8], for wanted: Set<InvoiceHash>, budget: Int) {
    self.wanted = wanted
    self.budget = budget
    let hasMark = file.starts(with: RespellingSearch.mark)
    let text = RespellingSearch.withLineFeeds(file.dropFirst(hasMark ? RespellingSearch.mark.count : 0))
    guard let pieces = MarkupPieces(text[...]) else { return }
    let shell = Shell(
      hasMark: hasMark, lineEnds: LineEnds(of: file), declaration: Array(pieces.declaration), gap: Array(pieces.gap),
      ending: Array(pieces.ending))
    for spelling in RespellingSearch.spellings {
      guard mayGoOn else { return }
      let body = MarkupWriter(pieces, spelling, capacity: text.count * 2).bytes
      self.budget -= body.count
      guard bodies.insert(InvoiceHash(ofExactBytes: body)).inserted else { continue }
      tryShells(around: body, spelling, given: shell)
    }
  }

  /// The likeliest first: what is as given, then layouts and empty elements, then the rest.
  private static let spellings: [Spelling] = {
    let layouts: [Spelling.Layout] =
      [.asGiven, .none] + ["  ", "\t", "    ", " ", "   "].map { .indented(by: $0) }
    var spellings: [Spelling] = []
    for layout in layouts {
      for empty in Spelling.EmptyElements.allCases {
        spellings.append(Spelling(layout: layout, emptyElements: empty))
      }
    }
    for attributes in Spelling.Attributes.allCases {
      for entities in Spelling.Entities.allCases {
        for reference in Spelling.ReturnReference.allCases {
          for layout in layouts {
            for empty in Spelling.EmptyElements.allCases {
              spellings.append(
                Spelling(
                  layout: layout, emptyElements: empty, attributes: attributes, entities: entities,
                  returnReference: reference))
            }
          }
        }
      }
    }
    return spellings
  }()

  /// Tries what may stand around the root element: byte order mark, declaration, line ends, the file's end.
  private mutating func tryShells(around body: [UInt8], _ spelling: Spelling, given: Shell) {
    // The further a spelling is from the file's, the fewer surroundings are tried.
    let isRare = spelling.attributes != .asGiven || spelling.entities != .asGiven
    let known = isRare ? RespellingSearch.likelyDeclarations : RespellingSearch.declarations
    let declarations = [given.declaration] + known.map { Array($0.utf8) } + [[]]
    let lineEnds = [given.lineEnds] + (spelling == Spelling() ? LineEnds.allCases : [.lineFeed, .both])
    var seen: Set<Shell> = []
    for lineEnd in lineEnds {
      let ended = lineEnd.ending(body)
      for declaration in declarations {
        for gap in declaration.isEmpty ? [[]] : [given.gap, [0x0A], []] {
          for ending in [given.ending, [0x0A], []] {
            for hasMark in [given.hasMark, !given.hasMark] {
              let shell = Shell(
                hasMark: hasMark, lineEnds: lineEnd, declaration: declaration, gap: gap, ending: ending)
              guard seen.insert(shell).inserted else { continue }
              guard mayGoOn else { return }
              attempt(shell, ended) { spelling.differences + shell.differences(from: given) }
            }
          }
        }
      }
    }
  }

  private var mayGoOn: Bool { budget > 0 && attempts > 0 && found.count < wanted.count }

  /// - Parameter body: with the shell's line ends.
  private mutating func attempt(_ shell: Shell, _ body: [UInt8], differences: () -> [Sentence]) {
    let bytes = shell.bytes(around: body)
    budget -= bytes.count
    attempts -= 1
    let hash = InvoiceHash(ofExactBytes: bytes)
    guard wanted.contains(hash), found.insert(hash).inserted else { return }
    hits.append(Hit(hash: hash, bytes: bytes, differences: differences()))
  }

  private static func withLineFeeds(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    guard bytes.contains(0x0D) else { return Array(bytes) }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var afterReturn = false
    for byte in bytes {
      if byte == 0x0D {
        text.append(0x0A)
      } else if byte != 0x0A || !afterReturn {
        text.append(byte)
      }
      afterReturn = byte == 0x0D
    }
    return text
  }
}

/// How lines end in a file.
enum LineEnds: String, Hashable, CaseIterable {
  case lineFeed = "LF"
  case both = "CRLF"
  case carriageReturn = "CR"

  /// By the first line's end.
  init(of bytes: [UInt8]) {
    guard let first = bytes.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }), bytes[first] == 0x0D else {
      self = .lineFeed
      return
    }
    self = first + 1 < bytes.count && bytes[first + 1] == 0x0A ? .both : .carriageReturn
  }

  /// A text whose lines end in LF, with these ends.
  func ending(_ text: [UInt8]) -> [UInt8] {
    switch self {
    case .lineFeed: return text
    case .carriageReturn: return text.map { $0 == 0x0A ? 0x0D : $0 }
    case .both:
      var ended: [UInt8] = []
      ended.reserveCapacity(text.count + text.count / 8)
      for byte in text {
        if byte == 0x0A { ended.append(0x0D) }
        ended.append(byte)
      }
      return ended
    }
  }
}

/// What stands around a document's root element, and how its lines end.
private struct Shell: Hashable {
  let hasMark: Bool
  let lineEnds: LineEnds
  let declaration: [UInt8]
  let gap: [UInt8]
  let ending: [UInt8]

  /// - Parameter body: with this shell's line ends.
  func bytes(around body: [UInt8]) -> [UInt8] {
    (hasMark ? [0xEF, 0xBB, 0xBF] : []) + lineEnds.ending(declaration + gap) + body + lineEnds.ending(ending)
  }

  func differences(from given: Shell) -> [Sentence] {
    var differences: [Sentence] = []
    if lineEnds != given.lineEnds {
      differences.append(
        Sentence("\(lineEnds.rawValue) line ends", pl: "końce wierszy \(lineEnds.rawValue)"))
    }
    if hasMark != given.hasMark {
      differences.append(
        hasMark
          ? Sentence("a byte order mark", pl: "znacznik kolejności bajtów (BOM)")
          : Sentence("no byte order mark", pl: "bez znacznika kolejności bajtów (BOM)"))
    }
    if declaration != given.declaration {
      differences.append(
        declaration.isEmpty
          ? Sentence("no XML declaration", pl: "bez deklaracji XML")
          : Sentence("another XML declaration", pl: "inna deklaracja XML"))
    }
    if gap != given.gap, !declaration.isEmpty {
      differences.append(
        gap.isEmpty
          ? Sentence("no line end after the declaration", pl: "bez końca wiersza po deklaracji")
          : Sentence("a line end after the declaration", pl: "koniec wiersza po deklaracji"))
    }
    if ending != given.ending {
      differences.append(
        ending.isEmpty
          ? Sentence("no line end at the file's end", pl: "bez końca wiersza na końcu pliku")
          : Sentence("a line end at the file's end", pl: "koniec wiersza na końcu pliku"))
    }
    return differences
  }
}
