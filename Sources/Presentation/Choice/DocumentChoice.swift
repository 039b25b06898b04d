public import Findings

/// Which document a buyer is handed, with which codes, and why.
///
/// Source: offline-rules, "Who gets which codes".
public struct DocumentChoice: Sendable, Hashable {
  /// The codes that the document must carry.
  public enum Codes: Sendable, Hashable {
    /// No codes at all.
    case none
    /// KOD I alone, with the KSeF number.
    case invoice
    /// KOD I with OFFLINE, KOD II with CERTYFIKAT.
    case both
    /// KOD I, and KOD II where a certificate is given: no rule asks for more.
    case asGiven
  }

  /// What is printed.
  public let document: PrintedDocument
  /// What it carries.
  public let codes: Codes
  /// What was chosen and why, in one line.
  public let reason: Sentence
  /// What the invoice doesn't say but the choice hangs on, and where a wish goes against the law.
  public let cautions: [Sentence]

  /// Chooses by the rule; a wish overrides which document it is, never which codes.
  ///
  /// - Parameters:
  ///   - mode: how the invoice was issued; nil where it was sent to KSeF, or nobody says.
  ///   - buyer: what the invoice says of its buyer.
  ///   - numberIsKnown: whether KSeF has given the invoice its number.
  ///   - wish: the document that is wanted whatever the rule says.
  /// - Throws: `document.confirmation-impossible` where a confirmation is wished for in a total failure.
  public init(
    mode: ModeOfIssue?, buyer: BuyerFacts, numberIsKnown: Bool, wish: PrintedDocument? = nil
  ) throws(Obstacle) {
    let rule = Rule.choose(mode: mode, buyer: buyer, numberIsKnown: numberIsKnown)
    guard let wish, wish != rule.document else {
      (document, codes, reason, cautions) = (rule.document, rule.codes, rule.reason, rule.doubts)
      return
    }
    guard mode != .totalFailure else { throw .noConfirmationInTotalFailure }
    document = wish
    // What is handed over before there is a number proves the issuer, too.
    codes = mode == nil && !numberIsKnown && wish == .confirmation ? .both : rule.codes
    reason = wish.overriding(rule.reason)
    cautions = [rule.objection(to: wish, mode: mode, numberIsKnown: numberIsKnown)].compactMap { $0 }
  }
}

/// What the law says of one case.
private struct Rule {
  var document: PrintedDocument
  var codes: DocumentChoice.Codes
  var reason: Sentence
  var doubts: [Sentence] = []
  /// Whether the law says so; it is silent on what an issuing buyer hands to the seller.
  var isKnown = true

  static func choose(mode: ModeOfIssue?, buyer: BuyerFacts, numberIsKnown: Bool) -> Rule {
    guard !numberIsKnown else {
      return Rule(
        document: .invoice, codes: .invoice,
        reason: Sentence(
          "The invoice with KOD I alone: it has its KSeF number.",
          pl: "Faktura z samym KODEM I: ma już numer KSeF."))
    }
    switch mode {
    case nil:
      return Rule(
        document: .invoice, codes: .asGiven,
        reason: Sentence(
          "The invoice: nothing was said of how it was issued (--issued).",
          pl: "Faktura: nie podano, jak ją wystawiono (--issued)."))
    case .totalFailure:
      return Rule(
        document: .invoice, codes: .none,
        reason: Sentence(
          "The invoice without codes: in a total failure it is handed over so and never sent to KSeF (art. 106ng).",
          pl: "Faktura bez kodów: w czasie awarii całkowitej tak się ją wydaje i nie przesyła do KSeF (art. 106ng)."))
    case .some where buyer.isFarmersInvoice:
      return Rule(
        document: .invoice, codes: .asGiven,
        reason: Sentence(
          "The VAT RR invoice itself: no rule is known that gives the farmer another document.",
          pl: "Sama faktura VAT RR: nie jest znany przepis, który daje rolnikowi inny dokument."),
        isKnown: false)
    case .some where buyer.isSelfBilled:
      return Rule(
        document: .invoice, codes: .both,
        reason: Sentence(
          "The invoice with KOD I and KOD II: its buyer issues it (P_17); no rule is known that gives the seller another "
            + "document.",
          pl: "Faktura z KODEM I i KODEM II: wystawia ją nabywca (P_17); nie jest znany przepis, który daje sprzedawcy "
            + "inny dokument."),
        isKnown: false)
    case .emergency:
      return Rule(
        document: .invoice, codes: .both,
        reason: Sentence(
          "The invoice with KOD I and KOD II: during a failure every buyer gets it outside KSeF (art. 106nf).",
          pl: "Faktura z KODEM I i KODEM II: w czasie awarii każdy nabywca dostaje ją poza KSeF (art. 106nf)."))
    case .offline24, .unavailability:
      return buyer.exemption.map { itself(because: $0, doubts: buyer.doubts) } ?? throughKSeF(buyer)
    }
  }

  /// A buyer of art. 106gb(4) gets the invoice in the agreed way, with both codes.
  private static func itself(because exemption: Sentence, doubts: [Sentence]) -> Rule {
    Rule(
      document: .invoice, codes: .both,
      reason: Sentence(
        "The invoice with KOD I and KOD II: \(exemption.english) (art. 106gb(4)).",
        pl: "Faktura z KODEM I i KODEM II: \(exemption.polish) (art. 106gb ust. 4)."),
      doubts: doubts)
  }

  private static func throughKSeF(_ buyer: BuyerFacts) -> Rule {
    Rule(
      document: .confirmation, codes: .both,
      reason: Sentence(
        "Transaction confirmation with KOD I and KOD II: a buyer with a NIP gets the invoice in KSeF only.",
        pl: "Potwierdzenie transakcji z KODEM I i KODEM II: nabywca z NIP dostaje fakturę tylko w KSeF."),
      doubts: buyer.doubts)
  }

  /// What speaks against a wish; nil where it only settles what the invoice leaves open.
  func objection(to wish: PrintedDocument, mode: ModeOfIssue?, numberIsKnown: Bool) -> Sentence? {
    let article = mode == .unavailability ? "106nh" : "106nda"
    return switch wish {
    case .invoice where doubts.isEmpty:
      Sentence(
        "Warning: the law gives this buyer the invoice in KSeF only (art. \(article)); a print of it is no delivery.",
        pl:
          "Uwaga: ten nabywca dostaje fakturę tylko w KSeF (art. \(article)); wydanie wydruku nie jest jej doręczeniem."
      )
    case .invoice: nil
    case .confirmation where numberIsKnown:
      Sentence(
        "Warning: the invoice has its KSeF number; a confirmation is meant for one that hasn't.",
        pl: "Uwaga: faktura ma już numer KSeF; potwierdzenie jest dla faktury, która go jeszcze nie ma.")
    case .confirmation where mode != nil && isKnown && doubts.isEmpty:
      Sentence(
        "Warning: the law gives this buyer the invoice itself; a confirmation doesn't replace it.",
        pl: "Uwaga: temu nabywcy należy wydać samą fakturę; potwierdzenie jej nie zastępuje.")
    case .confirmation: nil
    }
  }
}

extension BuyerFacts {
  /// Why the buyer gets the invoice outside KSeF, too; nil for a domestic one with a NIP.
  ///
  /// Source: offline-rules, "Provisions", art. 106gb(4).
  fileprivate var exemption: Sentence? {
    switch identifier {
    case .unionVAT: Sentence("the buyer has an EU VAT number and no NIP", pl: "nabywca ma numer VAT UE, a nie NIP")
    case .foreign:
      Sentence("the buyer has another tax number (NrID) and no NIP", pl: "nabywca ma inny numer (NrID), a nie NIP")
    case .none:
      Sentence("the buyer has no number (BrakID), as a consumer", pl: "nabywca nie ma numeru (BrakID), np. konsument")
    case .unsaid: Sentence("the invoice names no NIP of the buyer", pl: "faktura nie podaje NIP nabywcy")
    case .nip where supply == .abroad:
      Sentence("the place of supply is abroad", pl: "miejsce świadczenia jest za granicą")
    case .nip: nil
    }
  }

  /// What an invoice can't say about a buyer.
  fileprivate var doubts: [Sentence] {
    if hasPolishUnionNumber {
      return [
        Sentence(
          "KodUE PL: a Polish buyer's number belongs in NIP, else the buyer doesn't find the invoice in KSeF.",
          pl: "KodUE PL: numer polskiego nabywcy podaje się w polu NIP, inaczej nabywca nie znajdzie faktury w KSeF.")
      ]
    }
    guard identifier == .nip, supply != .abroad else { return [] }
    var doubts: [Sentence] = []
    if let foreignAddress {
      doubts.append(
        Sentence(
          "The buyer's address is in \(foreignAddress): if no fixed establishment in Poland takes part in the purchase, "
            + "hand over the invoice itself (--document invoice).",
          pl:
            "Adres nabywcy jest w kraju \(foreignAddress): jeżeli w zakupie nie uczestniczy stałe miejsce prowadzenia "
            + "działalności w Polsce, wydaj samą fakturę (--document invoice)."))
    }
    if supply == .partlyAbroad {
      doubts.append(
        Sentence(
          "Part of the supply takes place abroad: which rule the whole invoice follows isn't said in it.",
          pl: "Część sprzedaży ma miejsce świadczenia za granicą: z faktury nie wynika, która reguła dotyczy całości."))
    }
    return doubts
  }
}

extension PrintedDocument {
  fileprivate func overriding(_ rule: Sentence) -> Sentence {
    let name: Sentence =
      switch self {
      case .invoice: Sentence("The invoice", pl: "Faktura")
      case .confirmation: Sentence("Transaction confirmation", pl: "Potwierdzenie transakcji")
      }
    return Sentence(
      "\(name.english), because --document asks for it. By the rule: \(rule.english)",
      pl: "\(name.polish), bo tak każe --document. Według reguły: \(rule.polish)")
  }
}

extension Obstacle {
  fileprivate static var noConfirmationInTotalFailure: Obstacle {
    Obstacle(
      "document.confirmation-impossible", kind: .usage,
      Sentence(
        "A confirmation says that the invoice is found in KSeF; in a total failure it never gets there.",
        pl: "Potwierdzenie odsyła po fakturę do KSeF, a w czasie awarii całkowitej ona tam nie trafia."),
      remedy: Sentence(
        "Hand over the invoice itself: leave out --document.", pl: "Wydaj samą fakturę: pomiń --document."))
  }
}
