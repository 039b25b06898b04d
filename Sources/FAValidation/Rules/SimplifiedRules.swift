import FAInvoice
import Findings

/// Rules on the simplified invoice (`RodzajFaktury` UPR).
extension Rule {
  static let simplified: [Rule] = [simplifiedAmount, simplifiedBuyer]

  private static let simplifiedAmount = Rule(
    CodeMeaning(
      "simplified.amount", .always(.warning),
      title: Sentence("Too much for a simplified invoice", pl: "Za dużo na fakturę uproszczoną"),
      explanation: Sentence(
        "A simplified invoice (UPR) is for at most 450 zloty gross, or 100 euro where it is in euro.",
        pl: "Fakturę uproszczoną (UPR) wystawia się do 450 zł brutto albo do 100 euro, gdy jest w euro."),
      remedy: Sentence(
        "Issue an ordinary invoice (VAT).", pl: "Wystaw zwykłą fakturę (VAT)."),
      source: RuleSource.act("106e ust. 5 pkt 3"))
  ) { invoice in
    let limit: Int128
    switch invoice.currency {
    case "PLN": limit = 450
    case "EUR": limit = 100
    default: return []
    }
    guard invoice.kind == "UPR", let total = invoice.body["P_15"], let amount = total.amount,
      amount > ExactDecimal(mantissa: limit, scale: 0)
    else { return [] }
    return [
      Trouble(
        total,
        Sentence(
          "The simplified invoice is for \(total.quoted) \(invoice.currency), more than \(limit).",
          pl: "Faktura uproszczona opiewa na \(total.quoted) \(invoice.currency), ponad \(limit)."))
    ]
  }

  private static let simplifiedBuyer = Rule(
    CodeMeaning(
      "simplified.buyer-nip", .always(.warning),
      title: Sentence("Simplified invoice without the buyer's NIP", pl: "Faktura uproszczona bez NIP nabywcy"),
      explanation: Sentence(
        "A simplified invoice (UPR) may leave the buyer's name and address out, but never the NIP.",
        pl: "Faktura uproszczona (UPR) może pominąć nazwę i adres nabywcy, ale nie jego NIP."),
      remedy: Sentence(
        "Fill in the buyer's NIP, or issue an ordinary invoice (VAT).",
        pl: "Podaj NIP nabywcy albo wystaw zwykłą fakturę (VAT)."),
      source: RuleSource.act("106e ust. 5 pkt 3"))
  ) { invoice in
    guard invoice.kind == "UPR", let buyer = invoice.buyer, buyer["NIP"] == nil else { return [] }
    return [
      Trouble(
        buyer,
        Sentence(
          "The simplified invoice doesn't state the buyer's NIP.",
          pl: "Na fakturze uproszczonej brak NIP nabywcy."))
    ]
  }
}
