package import Findings
package import InvoiceTemplate

/// What a page says, in order, before anybody knows where it will stand: sections of blocks, codes, a footer.
///
/// Knows words, knows no millimetres.
package struct Presentation: Sendable {
  /// The first language leads; a second prints bilingual labels.
  package var languages: [LabelLanguage]
  /// For the PDF's metadata: kind and number of the document.
  package var title: String
  /// For the PDF's metadata: the seller's name.
  package var author: String
  package var head: Head
  /// On every page but the first, which has the head; nil where the document has no name.
  package var runningHead: RunningHead?
  package var sections: [Section]
  /// The verification codes, in print order; empty where the document carries none.
  package var codes: [Code]
  package var footer: Footer
  /// What the presenter noticed about the data, for the caller's report.
  package var findings: [Finding]

  package init(
    languages: [LabelLanguage], title: String, author: String, head: Head, runningHead: RunningHead? = nil,
    sections: [Section], codes: [Code], footer: Footer, findings: [Finding]
  ) {
    self.languages = languages
    self.title = title
    self.author = author
    self.head = head
    self.runningHead = runningHead
    self.sections = sections
    self.codes = codes
    self.footer = footer
    self.findings = findings
  }
}

/// The words beside or above a value, in one or two languages.
public struct Label: Sendable, Hashable {
  /// In the leading language.
  public let lead: String
  /// In the second language, where two are printed and the words differ.
  public let second: String?

  /// Words in one language or two.
  public init(_ lead: String, second: String? = nil) {
    self.lead = lead
    self.second = second
  }

  /// Both, separated by a slash.
  public var text: String { second.map { "\(lead) / \($0)" } ?? lead }
}

/// Whose document it is (left) and which one (right), at the top of the first page.
package struct Head: Sendable {
  package var issuer: String
  package var issuerDetail: [Field]
  /// "Faktura", "Faktura korygująca", …
  package var kind: Label
  package var number: String
  /// Which of kind and number is set large.
  package var prominent: Prominent
  /// What must be read before all else, across the page under the head; nil where there is nothing to warn of.
  package var notice: String?

  package init(
    issuer: String, issuerDetail: [Field], kind: Label, number: String, prominent: Prominent = .number,
    notice: String? = nil
  ) {
    self.issuer = issuer
    self.issuerDetail = issuerDetail
    self.kind = kind
    self.number = number
    self.prominent = prominent
    self.notice = notice
  }

  package enum Prominent: Sendable, Hashable {
    case kind
    case number
  }
}

/// What a page other than the first says of the document that it belongs to.
package struct RunningHead: Sendable, Hashable {
  /// Kind and number.
  package var title: String
  /// The number that KSeF gave the document; nil where it has none.
  package var ksefNumber: Field?

  package init(title: String, ksefNumber: Field? = nil) {
    self.title = title
    self.ksefNumber = ksefNumber
  }
}

/// A group of blocks that belong together, named so that a template can order it.
package struct Section: Sendable {
  package var name: SectionName
  package var heading: Label?
  package var blocks: [Block]

  package init(_ name: SectionName, heading: Label? = nil, _ blocks: [Block]) {
    self.name = name
    self.heading = heading
    self.blocks = blocks
  }
}

/// A piece of content that is laid out as one.
package indirect enum Block: Sendable {
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
  /// A code that isn't KSeF's, beside the words that say what it is.
  case paymentCode(PaymentCode)
}

/// A labelled value.
package struct Field: Sendable, Hashable {
  /// Nil where the value speaks for itself.
  package var label: Label?
  package var value: String
  package var role: TextRole
  /// Where the value leads when clicked.
  package var link: String?

  package init(_ label: Label?, _ value: String, role: TextRole = .text, link: String? = nil) {
    self.label = label
    self.value = value
    self.role = role
    self.link = link
  }
}

/// A table whose head repeats on every page that it reaches.
package struct Table: Sendable {
  package var columns: [Column]
  package var rows: [Row]
  package var wideness: Wideness

  package init(columns: [Column], rows: [Row], wideness: Wideness = .movesColumnsUnder) {
    self.columns = columns
    self.rows = rows
    self.wideness = wideness
  }

  /// What becomes of a table whose columns have no room side by side.
  package enum Wideness: Sendable, Hashable {
    /// Lines of an invoice, which have a name and an amount: secondary columns move under their rows.
    case movesColumnsUnder
    /// Data, every column of which matters alike (an attachment's): the page is turned, or the columns form groups.
    case keepsColumns
  }

  /// A column: its head, and how its cells stand.
  package struct Column: Sendable {
    package var title: Label
    package var alignment: Alignment
    package var width: Width
    /// What may stand under its row where the table has no room: words, and figures that nobody adds up.
    package var isSecondary: Bool
    /// A date, a time or a number in every cell: never broken over lines where it can be helped.
    package var isUnbroken: Bool

    /// - Parameter isSecondary: columns of words are where nothing is said.
    package init(
      _ title: Label, _ alignment: Alignment = .leading, width: Width = .natural, isSecondary: Bool? = nil,
      isUnbroken: Bool = false
    ) {
      self.title = title
      self.alignment = alignment
      self.width = width
      self.isSecondary = isSecondary ?? (alignment == .leading)
      self.isUnbroken = isUnbroken
    }
  }

  package enum Alignment: Sendable, Hashable {
    case leading
    case trailing
    /// Figures of unequal precision: decimal sign under decimal sign.
    case decimal
  }

  package enum Width: Sendable, Hashable {
    /// As wide as its widest cell, within reason.
    case natural
    /// What the others leave.
    case rest
  }

  /// A row of cells, with what belongs to it underneath.
  package struct Row: Sendable {
    /// One for each column; an empty text prints nothing.
    package var cells: [Cell]
    /// Facts that belong to the row, printed small under its name column.
    package var details: [Field]
    package var kind: Kind
    /// The next row belongs to this one: no rule stands between them, and no page ends there.
    package var joinsNext: Bool

    package init(_ cells: [Cell], details: [Field] = [], kind: Kind = .ordinary, joinsNext: Bool = false) {
      self.cells = cells
      self.details = details
      self.kind = kind
      self.joinsNext = joinsNext
    }

    package enum Kind: Sendable, Hashable {
      case ordinary
      /// A sum: stronger, under a dark rule.
      case total
      /// Names an item whose states stand in the rows under it.
      case item
      /// A state before a correction: grey.
      case before
      /// What a correction leaves as it was: grey.
      case unchanged
      /// What a state after a correction differs by from the one before: stronger.
      case difference
      /// Words across all columns that name the rows below.
      case group
      /// The name of the figures in the row under it, across all columns: on paper too narrow for both side by side.
      case name
    }
  }

  package struct Cell: Sendable, Hashable {
    package var text: String
    /// Small and grey under the text.
    package var secondary: String?

    package init(_ text: String, secondary: String? = nil) {
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

  /// A code from its link and its words.
  public init(link: String, caption: String, purpose: Label) {
    self.link = link
    self.caption = caption
    self.purpose = purpose
  }
}

/// A QR code with a bank transfer for the payer's application.
///
/// Source: recommendation of the Polish Bank Association on the two-dimensional code (2D).
package struct PaymentCode: Sendable, Hashable {
  /// What the symbol holds.
  package var text: String
  /// What it is for.
  package var purpose: Label
  /// The amount that a payer will see.
  package var amount: String
  /// That it isn't one of the verification codes.
  package var caution: Label

  package init(text: String, purpose: Label, amount: String, caution: Label) {
    self.text = text
    self.purpose = purpose
    self.amount = amount
    self.caution = caution
  }
}

/// The foot of every page; the page's number is added by the layout.
package struct Footer: Sendable, Hashable {
  package var left: String
  package var centre: String

  package init(left: String, centre: String) {
    self.left = left
    self.centre = centre
  }
}
