import FAInvoice
public import Findings
public import KSeFIdentifiers

/// KSeF's confirmation that it received invoices (UPO), as its file says it; its own signature isn't checked.
public struct GivenReceipt: Sendable {
  /// What the caller calls the file.
  public let name: String
  /// One for each invoice, in the file's order.
  public let entries: [ReceiptEntry]

  /// Reads a UPO of v4-2 or v4-3.
  ///
  /// - Throws: what `KSeFDocument.read(_:fileName:)` throws, `receipt.holds-invoice` for an invoice, and
  ///   `receipt.no-entry` where no invoice's hash can be made out.
  public init(_ bytes: [UInt8], name: String) throws(Obstacle) {
    guard case .receipt(let document) = try KSeFDocument.read(bytes, fileName: name) else {
      throw Obstacle(
        "receipt.holds-invoice", at: Place(file: name),
        Sentence("The file holds an invoice, not a UPO.", pl: "Plik zawiera fakturę zamiast UPO."),
        remedy: Sentence("Give it with --invoices.", pl: "Podaj go w opcji --invoices."))
    }
    let elements = document.root.all("Dokument")
    let entries = elements.compactMap { ReceiptEntry($0, receipt: name) }
    guard !entries.isEmpty, entries.count == elements.count else {
      throw Obstacle(
        "receipt.no-entry", at: Place(file: name),
        Sentence(
          "An invoice in the UPO has no SHA-256 that can be read (SkrotDokumentu).",
          pl: "Faktura w UPO nie ma czytelnego skrótu SHA-256 (SkrotDokumentu)."),
        remedy: Sentence("Download the UPO from KSeF anew.", pl: "Pobierz UPO z KSeF ponownie."))
    }
    self.name = name
    self.entries = entries
  }
}

/// What a UPO says of one invoice (`Dokument`).
public struct ReceiptEntry: Sendable, Hashable {
  /// How an invoice was sent (`TrybWysylki`; since v4-3).
  public enum Mode: String, Sendable, Hashable, CaseIterable {
    case online = "Online"
    case offline = "Offline"
  }

  /// What the caller calls the UPO's file.
  public let receipt: String
  /// SHA-256 of the invoice's bytes (`SkrotDokumentu`).
  public let hash: InvoiceHash
  /// As written (`NipSprzedawcy`).
  public let seller: String
  /// As written (`NumerKSeFDokumentu`).
  public let ksefNumber: String
  /// `NumerFaktury`.
  public let invoiceNumber: String
  /// As written (`DataWystawieniaFaktury`).
  public let issueDate: String
  /// When KSeF received it, as written (`DataPrzeslaniaDokumentu`).
  public let receivedAt: String
  /// Nil before v4-3.
  public let mode: Mode?

  /// Nil where the hash isn't one.
  init?(_ element: InvoiceElement, receipt: String) {
    func text(_ name: String) -> String { element[name]?.textWithoutPadding ?? "" }
    guard let hash = InvoiceHash(base64: text("SkrotDokumentu")) else { return nil }
    self.receipt = receipt
    self.hash = hash
    seller = text("NipSprzedawcy")
    ksefNumber = text("NumerKSeFDokumentu")
    invoiceNumber = text("NumerFaktury")
    issueDate = text("DataWystawieniaFaktury")
    receivedAt = text("DataPrzeslaniaDokumentu")
    mode = Mode(rawValue: text("TrybWysylki"))
  }
}

extension InvoiceHash {
  /// From the 44 characters of ordinary Base64 in which a UPO gives it; nil for any other text.
  fileprivate init?(base64 text: String) {
    guard text.utf8.count == 44, text.hasSuffix("=") else { return nil }
    let own = String(
      text.dropLast().map { character in
        switch character {
        case "+": "-"
        case "/": "_"
        default: character
        }
      })
    guard let decoded = Base64URL.decode(own), decoded.isCanonical else { return nil }
    self.init(digest: decoded.bytes)
  }
}
