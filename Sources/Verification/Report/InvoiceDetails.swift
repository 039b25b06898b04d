import FAInvoice
import KSeFIdentifiers

/// What an invoice says of itself, for whoever looks for it in a report; each is nil where it wasn't read.
///
/// The first three are the XML's, where it has the hash of the codes; the last is the paper's.
public struct InvoiceDetails: Sendable, Hashable {
  /// The invoice's own number (`P_2`).
  public let number: String?
  /// The buyer's name (`Podmiot2`).
  public let buyer: String?
  /// The total (`P_15`) with its currency, digit by digit as the invoice has it: `1234.50 PLN`.
  public let total: String?
  /// The number that KSeF gave, as printed by KOD I; nil also where prints show several.
  public let ksefNumber: String?

  init(_ file: CaseFile) {
    let facts = file.invoice?.facts
    number = facts?.number
    buyer = facts?.buyer.name
    total = facts.flatMap { facts in
      facts.total.map { facts.currency.isEmpty ? $0.text : "\($0.text) \(facts.currency)" }
    }
    let numbers = Set(
      file.printedKSeFNumbers.compactMap { printed in
        if case .success(let number) = printed.number { number } else { nil }
      })
    ksefNumber = numbers.count == 1 ? numbers.first?.description : nil
  }
}
