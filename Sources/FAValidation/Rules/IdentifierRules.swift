import FAInvoice
import Findings
import KSeFIdentifiers

/// Rules on numbers that carry check digits: NIPs and KSeF numbers.
extension Rule {
  static let identifiers: [Rule] = [nip, internalID, otherNIP, ksefNumber]

  private static let nip = Rule(
    CodeMeaning(
      "nip.checksum", .refusedInProduction,
      title: Sentence("NIP that can't be", pl: "Błędny NIP"),
      explanation: Sentence(
        """
        The last digit of a NIP follows from the nine before it. In production KSeF refuses an invoice where it doesn't: \
        of the seller, the buyer, a third party or an authorised party.
        """,
        pl: """
          Ostatnia cyfra NIP wynika z dziewięciu poprzednich. Na produkcji KSeF odrzuca fakturę, w której tak nie jest: \
          u sprzedawcy, nabywcy, podmiotu trzeciego lub upoważnionego.
          """),
      remedy: askForNIP, source: LegalSource.verification)
  ) { invoice in
    invoice.parties.compactMap { party in impossible(party.identity["NIP"]) }
  }

  private static let internalID = Rule(
    CodeMeaning(
      "nip.internal-id", .refusedInProduction,
      title: Sentence("Internal identifier that can't be", pl: "Błędny identyfikator wewnętrzny"),
      explanation: Sentence(
        """
        An internal identifier (IDWew) begins with a NIP. In production KSeF refuses an invoice where that NIP fails its \
        own check digit.
        """,
        pl: """
          Identyfikator wewnętrzny (IDWew) zaczyna się od NIP. Na produkcji KSeF odrzuca fakturę, w której cyfra kontrolna \
          tego NIP się nie zgadza.
          """),
      remedy: Sentence(
        "Ask the buyer for the right identifier, and correct it where the invoice is made.",
        pl: "Poproś nabywcę o właściwy identyfikator i popraw go w programie, który wystawia fakturę."),
      source: LegalSource.verification)
  ) { invoice in
    invoice.parties.compactMap { party in
      guard let identifier = party.identity["IDWew"],
        let nip = NIP(String(identifier.value.prefix(10))), nip.obeysPattern, !nip.checksumMatches
      else { return nil }
      return Trouble(
        identifier,
        Sentence(
          "The internal identifier \(identifier.quoted) begins with a NIP whose last digit doesn't fit the others.",
          pl: "Identyfikator wewnętrzny \(identifier.quoted) zaczyna się od NIP z błędną ostatnią cyfrą."))
    }
  }

  private static let otherNIP = Rule(
    CodeMeaning(
      "nip.elsewhere", .always(.warning),
      title: Sentence("NIP that can't be, where KSeF doesn't look", pl: "Błędny NIP, którego KSeF nie sprawdza"),
      explanation: Sentence(
        """
        The last digit of a NIP follows from the nine before it. KSeF doesn't check a carrier's NIP, nor that of a party \
        as it stood before a correction; a wrong one is a mistake all the same.
        """,
        pl: """
          Ostatnia cyfra NIP wynika z dziewięciu poprzednich. KSeF nie sprawdza NIP przewoźnika ani danych sprzed korekty, \
          ale błędny numer i tak jest pomyłką.
          """),
      remedy: askForNIP, source: LegalSource.brochure)
  ) { invoice in
    let carrier = invoice.part("WarunkiTransakcji")?.at("Transport", "Przewoznik")
    return (invoice.partiesBefore + [carrier].compactMap { $0 }).compactMap { party in
      impossible(party.at("DaneIdentyfikacyjne", "NIP"))
    }
  }

  private static let askForNIP = Sentence(
    "Ask for the right NIP, and correct it where the invoice is made.",
    pl: "Ustal właściwy NIP i popraw go w programie, który wystawia fakturę.")

  /// A NIP of the right form whose check digit is wrong; what has another form is the schema's matter.
  private static func impossible(_ element: InvoiceElement?) -> Trouble? {
    guard let element, let nip = NIP(element.value), nip.obeysPattern, !nip.checksumMatches else { return nil }
    return Trouble(
      element,
      Sentence(
        "The NIP \(nip) can't be right: its last digit doesn't fit the others.",
        pl: "NIP \(nip) jest błędny: ostatnia cyfra nie pasuje do pozostałych."))
  }

  private static let ksefNumber = Rule(
    CodeMeaning(
      "ksef-number.check-digits", .always(.warning),
      title: Sentence("KSeF number that can't be", pl: "Błędny numer KSeF"),
      explanation: Sentence(
        """
        The last two characters of a KSeF number follow from those before them, and it holds a NIP and a day. Where one \
        doesn't fit, the number was copied wrongly, and nobody finds the corrected or advance invoice by it.
        """,
        pl: """
          Dwa ostatnie znaki numeru KSeF wynikają z poprzednich, a sam numer zawiera NIP i dzień. Jeśli coś się nie zgadza, \
          numer źle przepisano i nikt nie znajdzie po nim faktury korygowanej lub zaliczkowej.
          """),
      remedy: Sentence(
        "Copy the number from KSeF or from the UPO again.", pl: "Przepisz numer ponownie z KSeF albo z UPO."),
      source: "numer-ksef.md")
  ) { invoice in
    guard invoice.part("DaneFaKorygowanej") != nil || invoice.part("FakturaZaliczkowa") != nil else { return [] }
    var troubles: [Trouble] = []
    for reference in invoice.body.children {
      let name: String
      switch reference.name {
      case "DaneFaKorygowanej": name = "NrKSeFFaKorygowanej"
      case "FakturaZaliczkowa": name = "NrKSeFFaZaliczkowej"
      default: continue
      }
      guard let element = reference[name] else { continue }
      do throws(KSeFNumber.Refusal) {
        _ = try KSeFNumber(element.value)
      } catch {
        if let sentence = sentence(on: element.quoted, error) { troubles.append(Trouble(element, sentence)) }
      }
    }
    return troubles
  }

  /// Nil where the schema says it.
  private static func sentence(on number: String, _ refusal: KSeFNumber.Refusal) -> Sentence? {
    switch refusal {
    case .form, .collectivePayment: nil
    case .sellerNIP:
      Sentence(
        "The KSeF number \(number) can't be right: the NIP that it begins with can't be one.",
        pl: "Numer KSeF \(number) jest błędny: NIP na jego początku jest nieprawidłowy.")
    case .date:
      Sentence(
        "The KSeF number \(number) can't be right: the calendar doesn't have its day.",
        pl: "Numer KSeF \(number) jest błędny: nie ma takiego dnia w kalendarzu.")
    case .checksum(let expected):
      Sentence(
        "The KSeF number \(number) can't be right: its last two characters would be \(expected).",
        pl: "Numer KSeF \(number) jest błędny: jego dwa ostatnie znaki powinny brzmieć \(expected).")
    }
  }
}
