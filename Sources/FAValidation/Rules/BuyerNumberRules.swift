import FAInvoice
import Findings
import KSeFIdentifiers

/// Rules on the number that the buyer goes by: KSeF shows an invoice to whom it knows by its NIP.
extension Rule {
  static let buyerNumbers: [Rule] = [polishNIP, personWithoutNumber, unionNumbers]

  private static let polishNIP = Rule(
    CodeMeaning(
      "buyer.polish-nip", .always(.warning),
      title: Sentence("Polish NIP in the wrong field", pl: "Polski NIP w złym polu"),
      explanation: Sentence(
        """
        A Polish NIP belongs in the field NIP. In the fields for other numbers (NrVatUE, NrID) KSeF doesn't see it, and the \
        buyer doesn't get the invoice.
        """,
        pl: """
          Polski NIP wpisuje się w polu NIP. W polach na inne numery (NrVatUE, NrID) KSeF go nie widzi i nabywca nie \
          dostanie faktury.
          """),
      remedy: Sentence(
        "Put the ten digits into NIP, without PL and dashes.", pl: "Wpisz dziesięć cyfr w polu NIP, bez PL i kresek."),
      source: LegalSource.brochure)
  ) { invoice in
    invoice.parties.compactMap { party in
      guard let element = party.identity["NrVatUE"] ?? party.identity["NrID"],
        isPolish(element, of: party)
      else { return nil }
      return Trouble(
        element,
        Sentence(
          "The number \(element.quoted) in \(element.name) looks like a Polish NIP: KSeF shows the invoice only to a NIP in its own field.",
          pl:
            "Numer \(element.quoted) w polu \(element.name) wygląda na polski NIP: KSeF pokazuje fakturę tylko po NIP w jego polu."
        )
      )
    }
  }

  /// A number with `PL` before it, or of Poland by its code, or one that can be a NIP where no other country is named.
  private static func isPolish(_ element: InvoiceElement, of party: CheckedInvoice.Party) -> Bool {
    var digits = element.value.filter { !" -.".contains($0) }
    let isPrefixed = digits.hasPrefix("PL")
    if isPrefixed { digits.removeFirst(2) }
    guard let nip = NIP(digits) else { return false }
    if isPrefixed { return true }
    let country =
      party.identity.value(element.name == "NrVatUE" ? "KodUE" : "KodKraju")
      ?? party.element["Adres"]?.value("KodKraju")
    return country == "PL" || country == nil && nip.isValid
  }

  private static let personWithoutNumber = Rule(
    CodeMeaning(
      "buyer.no-tax-number", .always(.warning),
      title: Sentence("A tax number where there is none", pl: "Numer podatkowy tam, gdzie go nie ma"),
      explanation: Sentence(
        """
        A buyer without a tax number, mostly a consumer, is marked by BrakID 1. A PESEL, dashes or a word such as "brak" \
        in NrID makes a foreign tax number of it.
        """,
        pl: """
          Nabywcę bez numeru podatkowego, najczęściej konsumenta, oznacza się przez BrakID 1. PESEL, kreski lub słowo \
          „brak” w polu NrID udają zagraniczny numer podatkowy.
          """),
      remedy: Sentence(
        "Leave NrID out and set BrakID to 1.", pl: "Usuń NrID i ustaw BrakID na 1."),
      source: LegalSource.brochure)
  ) { invoice in
    guard let buyer = invoice.parties.first(where: { $0.element.name == "Podmiot2" }),
      let element = buyer.identity["NrID"]
    else { return [] }
    if buyer.country ?? "PL" == "PL", isPESEL(element.value) {
      return [
        Trouble(
          element,
          Sentence(
            "The buyer's number looks like a PESEL, which is no tax number of another country.",
            pl: "Numer nabywcy wygląda na PESEL, a nie na zagraniczny numer podatkowy."))
      ]
    }
    guard saysNothing(element.value) else { return [] }
    return [
      Trouble(
        element,
        Sentence(
          "The buyer's number is \(element.quoted), which says that there is none.",
          pl: "Numer nabywcy to \(element.quoted), czyli go nie ma."))
    ]
  }

  /// A word for nothing, or nothing but noughts and signs.
  private static func saysNothing(_ text: String) -> Bool {
    let word = text.lowercased().filter { $0.isLetter || $0.isNumber }
    return word.allSatisfy { $0 == "0" } || ["brak", "none", "na", "nd", "niedotyczy", "null", "nil"].contains(word)
  }

  /// Eleven digits whose last follows from the others, with a month that can be.
  ///
  /// Source: invoice-rules, "Algorithms".
  private static func isPESEL(_ text: String) -> Bool {
    let digits = text.utf8.map { Int($0) - 0x30 }
    guard digits.count == 11, digits.allSatisfy({ (0...9).contains($0) }) else { return false }
    let month = (digits[2] * 10 + digits[3]) % 20
    let day = digits[4] * 10 + digits[5]
    guard (1...12).contains(month), (1...31).contains(day) else { return false }
    let sum = zip(digits, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]).reduce(0) { $0 + $1.0 * $1.1 }
    return sum % 10 == 0
  }

  private static let unionNumbers = Rule(
    CodeMeaning(
      "intra-community.numbers", .always(.warning),
      title: Sentence("VAT numbers of an intra-Community sale", pl: "Numery VAT-UE przy sprzedaży do UE"),
      explanation: Sentence(
        """
        A delivery to another country of the Union (0 WDT, P_13_6_2), and the second sale of a simplified triangular \
        transaction (P_23), shows the seller's prefix PL (PrefiksPodatnika) and the buyer's VAT number of another country \
        (KodUE, NrVatUE). New means of transport are left out: their buyer may have none.
        """,
        pl: """
          Dostawa wewnątrzwspólnotowa (0 WDT, P_13_6_2) i druga sprzedaż w uproszczonej procedurze trójstronnej (P_23) \
          podają prefiks PL sprzedawcy (PrefiksPodatnika) i numer VAT nabywcy z innego kraju Unii (KodUE, NrVatUE). Nie \
          dotyczy to nowych środków transportu, których nabywca może nie mieć numeru.
          """),
      remedy: Sentence(
        "Fill in both numbers, or correct the rate of tax.", pl: "Uzupełnij oba numery albo popraw stawkę podatku."),
      source: LegalSource.act("97 ust. 10, art. 106e ust. 1 pkt 24"))
  ) { invoice in
    // A correction need not repeat them.
    guard invoice.schema != .faRR1, !invoice.isCorrection else { return [] }
    let annotations = invoice.part("Adnotacje")
    let triangular = annotations?["P_23"].flatMap { $0.value == "1" ? $0 : nil }
    guard annotations?["NoweSrodkiTransportu"]?.flag("P_22") != true,
      let cause = triangular ?? invoice.sale(at: ["0 WDT"], in: ["P_13_6_2"])
    else { return [] }
    let seller = invoice.root["Podmiot1"]
    let hasPrefix = seller?.value("PrefiksPodatnika") == "PL"
    let hasNumber = invoice.buyer?.value("NrVatUE") != nil && invoice.buyer?.value("KodUE") != "PL"
    var troubles: [Trouble] = []
    if !hasPrefix {
      troubles.append(
        Trouble(
          seller ?? cause,
          Sentence(
            "The invoice is for a sale to another country of the Union (\(cause.name)), but the seller has no prefix PL.",
            pl: "Faktura dotyczy sprzedaży do innego kraju Unii (\(cause.name)), ale sprzedawca nie ma prefiksu PL.")))
    }
    if !hasNumber {
      troubles.append(
        Trouble(
          invoice.buyer ?? cause,
          Sentence(
            "The invoice is for a sale to another country of the Union (\(cause.name)), but the buyer has no VAT number of one.",
            pl: "Faktura dotyczy sprzedaży do innego kraju Unii (\(cause.name)), ale nabywca nie ma numeru VAT-UE.")))
    }
    return troubles
  }
}
