import FAInvoice
import Findings
import KSeFIdentifiers

/// Rules on who sells, who buys, and who else takes part.
extension Rule {
  static let parties: [Rule] = [sameParty, localGovernmentUnit, groupMember, shares]

  private static let sameParty = Rule(
    CodeMeaning(
      "party.seller-is-buyer", .always(.warning),
      title: Sentence("Seller and buyer are the same", pl: "Sprzedawca jest zarazem nabywcą"),
      explanation: Sentence(
        "The same NIP stands for the seller (Podmiot1) and the buyer (Podmiot2): one of them was filled in wrongly.",
        pl: "Ten sam NIP stoi u sprzedawcy (Podmiot1) i nabywcy (Podmiot2): jedno z nich wypełniono błędnie."),
      remedy: Sentence(
        "Correct it where the invoice is made; on an FA_RR the farmer is Podmiot1 and the issuer Podmiot2.",
        pl: "Popraw to w programie, który wystawia fakturę; na FA_RR rolnik to Podmiot1, a wystawca Podmiot2."),
      source: LegalSource.act("106e ust. 1 pkt 4 i 5"))
  ) { invoice in
    guard let seller = invoice.root.at("Podmiot1", "DaneIdentyfikacyjne")?.value("NIP"),
      let buyer = invoice.buyer?["NIP"], buyer.value == seller
    else { return [] }
    return [
      Trouble(
        buyer,
        Sentence(
          "Seller and buyer have the same NIP \(buyer.quoted).",
          pl: "Sprzedawca i nabywca mają ten sam NIP \(buyer.quoted)."))
    ]
  }

  private static let localGovernmentUnit = missingThirdParty(
    CodeMeaning(
      "buyer.local-government-unit", .always(.warning),
      title: Sentence("Unit of local government isn't named", pl: "Brak jednostki samorządu (JST)"),
      explanation: Sentence(
        """
        The buyer is marked as having the invoice for a unit of local government (JST 1), but no third party (Podmiot3) of \
        role 8 with a NIP or an internal identifier names the unit, so it can't see the invoice in KSeF.
        """,
        pl: """
          Przy nabywcy zaznaczono, że faktura dotyczy jednostki podrzędnej samorządu (JST 1), ale żaden Podmiot3 o roli 8 \
          z NIP lub identyfikatorem wewnętrznym jej nie wskazuje, więc jednostka nie zobaczy faktury w KSeF.
          """),
      remedy: Sentence(
        "Add the unit as Podmiot3 of role 8, or set JST to 2.",
        pl: "Dodaj jednostkę jako Podmiot3 o roli 8 albo ustaw JST na 2."),
      source: LegalSource.schema("JST")),
    marker: "JST", role: "8")

  private static let groupMember = missingThirdParty(
    CodeMeaning(
      "buyer.vat-group-member", .always(.warning),
      title: Sentence("Member of the VAT group isn't named", pl: "Brak członka grupy VAT"),
      explanation: Sentence(
        """
        The buyer is marked as having the invoice for a member of a VAT group (GV 1), but no third party (Podmiot3) of \
        role 10 with a NIP or an internal identifier names the member, so it can't see the invoice in KSeF.
        """,
        pl: """
          Przy nabywcy zaznaczono, że faktura dotyczy członka grupy VAT (GV 1), ale żaden Podmiot3 o roli 10 z NIP lub \
          identyfikatorem wewnętrznym go nie wskazuje, więc członek grupy nie zobaczy faktury w KSeF.
          """),
      remedy: Sentence(
        "Add the member as Podmiot3 of role 10, or set GV to 2.",
        pl: "Dodaj członka grupy jako Podmiot3 o roli 10 albo ustaw GV na 2."),
      source: LegalSource.schema("GV")),
    marker: "GV", role: "10")

  /// A marker of the buyer's that asks for a third party of one role.
  private static func missingThirdParty(_ meaning: CodeMeaning, marker: String, role: String) -> Rule {
    Rule(meaning) { invoice in
      guard let element = invoice.root.at("Podmiot2", marker), element.value == "1" else { return [] }
      let isNamed = invoice.thirdParties.contains { party in
        guard party.value("Rola") == role, let identity = party["DaneIdentyfikacyjne"] else { return false }
        return identity["NIP"] != nil || identity["IDWew"] != nil
      }
      guard !isNamed else { return [] }
      return [
        Trouble(
          element,
          Sentence(
            "\(marker) is 1, but no third party (Podmiot3) of role \(role) with a NIP or IDWew is named.",
            pl: "\(marker) ma wartość 1, ale brak podmiotu trzeciego (Podmiot3) o roli \(role) z NIP lub IDWew."))
      ]
    }
  }

  private static let shares = Rule(
    CodeMeaning(
      "party.shares", .always(.warning),
      title: Sentence("Shares of more than 100 %", pl: "Udziały ponad 100%"),
      explanation: Sentence(
        "The shares of additional buyers (Udzial) are taken from 100 %; what is left is the share of Podmiot2.",
        pl: "Udziały dodatkowych nabywców (Udzial) odejmuje się od 100%; reszta to udział nabywcy z części Podmiot2."),
      remedy: .correctEntry, source: LegalSource.schema("Udzial"))
  ) { invoice in
    var sum = ExactDecimal.zero
    var last: InvoiceElement?
    for party in invoice.thirdParties {
      guard let share = party["Udzial"], let amount = share.amount else { continue }
      sum = sum + amount
      last = share
    }
    guard let last, sum > ExactDecimal(mantissa: 100, scale: 0) else { return [] }
    return [
      Trouble(
        last,
        Sentence(
          "The shares of the additional buyers make \(sum.text) %, more than 100 %.",
          pl: "Udziały dodatkowych nabywców dają razem \(sum.text)%, ponad 100%."))
    ]
  }
}
