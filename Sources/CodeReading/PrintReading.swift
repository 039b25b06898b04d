public import ArchivePDF

/// What was seen in one file: a PDF or a picture of a print.
public struct PrintReading: Sendable, Hashable {
  /// What sort of file it is.
  public let kind: EvidenceKind
  /// Every page in its order, those without codes too.
  public let pages: [PageReading]
  /// The files that a PDF carries within it.
  public let attachments: [AttachedFile]

  /// What a file gave.
  public init(kind: EvidenceKind, pages: [PageReading], attachments: [AttachedFile] = []) {
    self.kind = kind
    self.pages = pages
    self.attachments = attachments
  }

  /// Whether the process that reads broke down, so that nothing but codes was looked for.
  public var holdsCodesOnly: Bool { pages.contains { $0.text.shortfall == .readerFailed } }

  /// The same pages and codes, with a note that nothing else was looked for since the reader broke down.
  package var notedAsCodesOnly: PrintReading {
    var pages = pages
    for index in pages.indices { pages[index].text = PageText(source: .none, words: [], shortfall: .readerFailed) }
    return PrintReading(kind: kind, pages: pages)
  }
}
