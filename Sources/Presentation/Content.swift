public import Findings
public import InvoiceTemplate

/// What a page says, in order, before anybody knows where it will stand: sections of blocks, codes, a footer.
///
/// Knows words, knows no millimetres.
public struct Presentation: Sendable {
  /// The first language leads; a second prints bilingual labels.
  public var languages: [Language]
  /// For the PDF's metadata: kind and number of the document.
  public var title: String
  /// For the PDF's metadata: the seller's name.
  public var author: String
  public var head: Head
  public var sections: [Section]
  /// The verification codes, in print order; empty where the document carries none.
  public var codes: [Code]
  public var footer: Footer
  /// What the presenter noticed about the data, for the caller's report.
  public var findings: [Finding]

  public init(
    languages: [Language], title: String, author: String, head: Head, sections: [Section], codes: [Code],
    footer: Footer, findings: [Finding]
  ) {
    self.languages = languages
    self.title = title
    self.author = author
    self.head = head
    self.sections = sections
    self.codes = codes
    self.footer = footer
    self.findings = findings
  }
}

/// The words beside or above a value, in one or two languages.
public struct Label: Sendable, Hashable {
  public let lead: String
  /// In the second language, where two are printed and the words differ.
  public let second: String?

  public init(_ lead: String, second: String? = nil) {
    self.lead = lead
    self.second = second
  }

  /// Both, separated by a slash.
  public var text: String { second.map { "\(lead) / \($0)" } ?? lead }
}

/// Whose document it is (left) and which one (right), at the top of the first page.
public struct Head: Sendable {
  public var issuer: String
  public var issuerDetail: [Field]
  /// "Faktura", "Faktura korygująca", …
  public var kind: Label
  public var number: String

  public init(issuer: String, issuerDetail: [Field], kind: Label, number: String) {
    self.issuer = issuer
    self.issuerDetail = issuerDetail
    self.kind = kind
    self.number = number
  }
}

/// A group of blocks that belong together, named so that a template can order it.
public struct Section: Sendable {
  public var name: SectionName
  public var heading: Label?
  public var blocks: [Block]

  public init(_ name: SectionName, heading: Label? = nil, _ blocks: [Block]) {
    self.name = name
    self.heading = heading
    self.blocks = blocks
  }
}

/// A piece of content that is laid out as one.
public indirect enum Block: Sendable {
  /// A small heading over what follows.
  case heading(Label)
  /// Label above value, in a grid of so many equal columns, filled row by row.
  case grid([Field], columns: Int)
  /// Label beside value, running on and wrapped together, as contact data are.
  case facts([Field])
  /// One fact a line, label beside value.
  case list([Field])
  /// Running text; line feeds are kept.
  case text(String, TextRole)
  /// Side by side; the shares are relative widths.
  case columns([[Block]], shares: [Double])
  case table(Table)
  /// The one thing the eye must find: what is to be paid.
  case amountDue(label: Label, amount: String)
}

/// A labelled value.
public struct Field: Sendable, Hashable {
  /// Nil where the value speaks for itself.
  public var label: Label?
  public var value: String
  public var role: TextRole
  /// Where the value leads when clicked.
  public var link: String?

  public init(_ label: Label?, _ value: String, role: TextRole = .text, link: String? = nil) {
    self.label = label
    self.value = value
    self.role = role
    self.link = link
  }
}

/// A table whose head repeats on every page that it reaches.
public struct Table: Sendable {
  public var columns: [Column]
  public var rows: [Row]

  public init(columns: [Column], rows: [Row]) {
    self.columns = columns
    self.rows = rows
  }

  /// A column: its head, and how its cells stand.
  public struct Column: Sendable {
    public var title: Label
    public var alignment: Alignment
    public var width: Width

    public init(_ title: Label, _ alignment: Alignment = .leading, width: Width = .natural) {
      self.title = title
      self.alignment = alignment
      self.width = width
    }
  }

  public enum Alignment: Sendable, Hashable {
    case leading
    case trailing
  }

  public enum Width: Sendable, Hashable {
    /// As wide as its widest cell, within reason.
    case natural
    /// What the others leave.
    case rest
  }

  /// A row of cells, with what belongs to it underneath.
  public struct Row: Sendable {
    /// One for each column; an empty text prints nothing.
    public var cells: [Cell]
    /// Facts that belong to the row, printed small under its name column.
    public var details: [Field]
    public var kind: Kind

    public init(_ cells: [Cell], details: [Field] = [], kind: Kind = .ordinary) {
      self.cells = cells
      self.details = details
      self.kind = kind
    }

    public enum Kind: Sendable, Hashable {
      case ordinary
      /// A sum: stronger, under a dark rule.
      case total
      /// A state before a correction: grey.
      case before
      /// Words across all columns that name the rows below.
      case group
    }
  }

  public struct Cell: Sendable, Hashable {
    public var text: String
    /// Small and grey under the text.
    public var secondary: String?

    public init(_ text: String, secondary: String? = nil) {
      self.text = text
      self.secondary = secondary
    }
  }
}

/// A verification code with the words that belong to it.
public struct Code: Sendable, Hashable {
  /// The link that the symbol holds.
  public var link: String
  /// Directly under the symbol: `OFFLINE`, `CERTYFIKAT`, or the KSeF number; never translated.
  public var caption: String
  /// Over the printed link: what scanning it is good for.
  public var purpose: Label

  public init(link: String, caption: String, purpose: Label) {
    self.link = link
    self.caption = caption
    self.purpose = purpose
  }
}

/// The foot of every page; the page's number is added by the layout.
public struct Footer: Sendable, Hashable {
  public var left: String
  public var centre: String

  public init(left: String, centre: String) {
    self.left = left
    self.centre = centre
  }
}
