/// The attachment: blocks of texts and tables.
extension FA3 {
  /// The attachment (`Zalacznik`).
  static let attachment = Group([
    .many("BlokDanych", of: attachmentBlock, 1...1000)
  ])

  /// A block of the attachment: heading, statements, paragraphs, tables (`BlokDanych`).
  static let attachmentBlock = Group([
    .maybe("ZNaglowek", .text512),
    .many("MetaDane", of: blockStatement, 1...1000),
    .maybe("Tekst", of: paragraphs),
    .maybeTogether([.many("Tabela", of: table, 0...1000)]),
  ])

  /// A statement of a block: a key and its value (`MetaDane`).
  static let blockStatement = Group([
    .one("ZKlucz", .text256),
    .one("ZWartosc", .text256),
  ])

  /// The paragraphs of a block (`Tekst`).
  static let paragraphs = Group([
    .many("Akapit", .text512, 1...10)
  ])

  /// A table (`Tabela`).
  static let table = Group([
    .many("TMetaDane", of: tableStatement, 0...1000),
    .maybe("Opis", .text512),
    .one("TNaglowek", of: tableHeader),
    .many("Wiersz", of: tableRow, 1...1000),
    .maybe("Suma", of: tableTotals),
  ])

  /// A statement of a table: a key and its value (`TMetaDane`).
  static let tableStatement = Group([
    .one("TKlucz", .text256),
    .one("TWartosc", .text256),
  ])

  /// The columns of a table (`TNaglowek`).
  static let tableHeader = Group([
    .many("Kol", of: column, 1...20, attributes: [AttributeDeclaration("Typ", columnKind)])
  ])

  /// The heading of a column (`Kol`).
  static let column = Group([
    .one("NKom", columnHeading)
  ])

  /// A row of a table (`Wiersz`).
  static let tableRow = Group([
    .many("WKom", .cellText, 1...20)
  ])

  /// The sums of a table (`Suma`).
  static let tableTotals = Group([
    .many("SKom", .cellText, 1...20)
  ])
}
