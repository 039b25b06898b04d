public import CodeReading
public import Findings

/// One file that was looked at, page by page, as a report shows it.
public struct PrintReport: Sendable, Hashable {
  /// What the file is called.
  public let name: String
  /// What sort of file it is.
  public let kind: EvidenceKind
  /// Every page in its order.
  public let pages: [PageReport]

  /// Whether no code of KSeF's is in it, be it a malformed one, and none that couldn't be read.
  public var isWithoutCode: Bool { pages.allSatisfy { $0.marks.allSatisfy { $0.kind == .foreign } } }
}

/// A page with what was seen on it.
public struct PageReport: Sendable, Hashable {
  /// The page, from 1.
  public let page: Int
  /// The page as a small picture, where it was asked for.
  public let thumbnail: Thumbnail?
  /// Where the page's words come from.
  public let textSource: PageText.Source
  /// The places in the report's `subjects`, from 0, of the invoices of which it seems to be a page.
  public let subjects: [Int]
  /// Every code that was seen, read or not.
  public let marks: [CodeMark]
}

/// A code's place on a page, and what it turned out to be.
public struct CodeMark: Sendable, Hashable {
  /// What a code turned out to be.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// KOD I.
    case invoice = "kod1"
    /// KOD II.
    case certificate = "kod2"
    /// Meant for KSeF, but in neither form.
    case malformed
    /// A QR code or another symbol that is none of KSeF's: a payment code, a shop's address.
    case foreign
    /// Seen and not read.
    case unreadable
  }

  /// What it turned out to be.
  public let kind: Kind
  /// Where it stands on the page.
  public let region: PageRegion
  /// The place of its invoice in the report's `subjects`, from 0; nil where it belongs to none.
  public let subject: Int?
}

/// A question that only KSeF can answer.
public struct OpenQuestion: Sendable, Hashable {
  /// The question: "whether KSeF holds this invoice".
  public let question: Sentence
  /// The link that leads to the answer; nil where none does.
  public let link: String?
}
