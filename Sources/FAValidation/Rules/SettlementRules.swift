import FAInvoice
import Findings

/// Rules on charges and deductions beside the total to pay (`Rozliczenie`).
extension Rule {
  static let settlements: [Rule] = [
    settlementSum("Obciazenia", "SumaObciazen", charges), settlementSum("Odliczenia", "SumaOdliczen", deductions),
    settlementDue,
  ]

  private static let charges = CodeMeaning(
    "settlement.charges", .always(.warning),
    title: Sentence("Sum of charges", pl: "Suma obciążeń"),
    explanation: Sentence(
      "The sum of charges (SumaObciazen) is that of the amounts listed (Obciazenia/Kwota), exactly.",
      pl: "Suma obciążeń (SumaObciazen) to suma wymienionych kwot (Obciazenia/Kwota), co do grosza."),
    remedy: .correctFigures, source: LegalSource.brochure)

  private static let deductions = CodeMeaning(
    "settlement.deductions", .always(.warning),
    title: Sentence("Sum of deductions", pl: "Suma odliczeń"),
    explanation: Sentence(
      "The sum of deductions (SumaOdliczen) is that of the amounts listed (Odliczenia/Kwota), exactly.",
      pl: "Suma odliczeń (SumaOdliczen) to suma wymienionych kwot (Odliczenia/Kwota), co do grosza."),
    remedy: .correctFigures, source: LegalSource.brochure)

  private static func settlementSum(_ list: String, _ name: String, _ meaning: CodeMeaning) -> Rule {
    Rule(meaning) { invoice in
      guard let settlement = invoice.part("Rozliczenie"),
        let stated = settlement[name].flatMap(CheckedInvoice.Stated.init), settlement[list] != nil,
        let sum = settlement.sum(of: list, "Kwota"), sum != stated.amount
      else { return [] }
      return [
        Trouble(
          stated.element,
          Sentence(
            "\(name) is \(stated.amount.inEnglish), the amounts listed (\(list)) make \(sum.inEnglish).",
            pl: "\(name) to \(stated.amount.inPolish), a wymienione kwoty (\(list)) dają \(sum.inPolish)."))
      ]
    }
  }

  private static let settlementDue = Rule(
    CodeMeaning(
      "settlement.due", .always(.warning),
      title: Sentence("Amount due after charges and deductions", pl: "Kwota do zapłaty po obciążeniach i odliczeniach"),
      explanation: Sentence(
        """
        What is to be paid (DoZaplaty) is the total (P_15, on an FA_RR P_12_1) with the charges and less the deductions, \
        exactly; where that is negative, it is to be settled (DoRozliczenia). What the invoice says was paid may be taken \
        off. Money to be settled that nothing on the invoice explains isn't judged.
        """,
        pl: """
          Kwota do zapłaty (DoZaplaty) to należność ogółem (P_15, w FA_RR P_12_1) plus obciążenia minus odliczenia, co do \
          grosza; gdy wychodzi ujemna, jest kwotą do rozliczenia (DoRozliczenia). Można od niej odjąć to, co według faktury \
          zapłacono. Kwota do rozliczenia, której nic na fakturze nie wyjaśnia, nie jest oceniana.
          """),
      remedy: .correctFigures, source: LegalSource.brochure)
  ) { invoice in
    guard let settlement = invoice.part("Rozliczenie"), let total = invoice.stated(invoice.totalName),
      let element = settlement["DoZaplaty"] ?? settlement["DoRozliczenia"], let due = element.amount,
      let listedCharges = settlement.sum(of: "Obciazenia", "Kwota"),
      let listedDeductions = settlement.sum(of: "Odliczenia", "Kwota")
    else { return [] }
    let name = element.name
    let charges = settlement.amount("SumaObciazen") ?? listedCharges
    let deductions = settlement.amount("SumaOdliczen") ?? listedDeductions
    let sum = total.amount + charges - deductions
    let stated = name == "DoZaplaty" ? due : -due
    // A sum that contradicts its list is another rule's.
    let listed = total.amount + listedCharges - listedDeductions
    guard stated != sum, stated != listed, stated != sum - invoice.paid(of: sum) else { return [] }
    if name == "DoRozliczenia" {
      // It may be written with either sign, and come from payments that the invoice doesn't list.
      let isExplained = settlement["Obciazenia"] != nil || settlement["Odliczenia"] != nil
      guard isExplained, !(sum.isNegative && due == sum) else { return [] }
      if due == sum { return [wronglyToBeSettled(element, due)] }
    }
    return [
      Trouble(
        element,
        Sentence(
          """
          \(name) is \(due.inEnglish), but \(total.amount.inEnglish) (\(invoice.totalName)) with charges of \
          \(charges.inEnglish) less deductions of \(deductions.inEnglish) make \(sum.inEnglish).
          """,
          pl: """
            \(name) to \(due.inPolish), a \(total.amount.inPolish) (\(invoice.totalName)) plus obciążenia \
            \(charges.inPolish) minus odliczenia \(deductions.inPolish) daje \(sum.inPolish).
            """))
    ]
  }
}

extension Rule {
  /// What is still to be paid stands as what was overpaid.
  private static func wronglyToBeSettled(_ element: InvoiceElement, _ due: ExactDecimal) -> Trouble {
    Trouble(
      element,
      Sentence(
        "After charges and deductions \(due.inEnglish) are left to be paid: they belong in DoZaplaty, not DoRozliczenia.",
        pl: "Po obciążeniach i odliczeniach do zapłaty zostaje \(due.inPolish): to pole DoZaplaty, a nie DoRozliczenia."
      ))
  }
}

extension InvoiceElement {
  /// The sum of an amount in all children of a name, 0 where there are none; nil where one lacks it.
  func sum(of children: String, _ name: String) -> ExactDecimal? {
    var sum = ExactDecimal.zero
    for child in self.children where child.name == children {
      guard let amount = child.amount(name) else { return nil }
      sum = sum + amount
    }
    return sum
  }
}

extension CheckedInvoice {
  /// How much of an amount the invoice says was paid (`Zaplacono`, `ZaplataCzesciowa`).
  fileprivate func paid(of amount: ExactDecimal) -> ExactDecimal {
    guard let payment = part("Platnosc") else { return .zero }
    if payment.flag("Zaplacono") { return amount }
    return payment.sum(of: "ZaplataCzesciowa", "KwotaZaplatyCzesciowej") ?? .zero
  }
}
