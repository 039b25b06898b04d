import FAInvoice
import Findings
import KSeFIdentifiers

/// Rules on what a correction says of the invoice that it corrects.
extension Rule {
  static let corrections: [Rule] = [
    originalMissing, unnamedCorrection, lineBefore, changedNIP, originalOutside,
  ]

  private static let originalMissing = Rule(
    CodeMeaning(
      "correction.original-missing", .always(.warning),
      title: Sentence("Correction of no invoice", pl: "Korekta bez faktury korygowanej"),
      explanation: Sentence(
        """
        A correction names the invoices that it corrects (DaneFaKorygowanej): date, number, and the KSeF number or the \
        mark that there is none.
        """,
        pl: """
          Korekta wymienia faktury, które koryguje (DaneFaKorygowanej): datę, numer oraz numer KSeF albo znacznik, że go \
          nie ma.
          """),
      remedy: Sentence(
        "Name the corrected invoice.", pl: "Podaj dane faktury korygowanej."),
      source: LegalSource.act("106j ust. 2"))
  ) { invoice in
    guard invoice.isCorrection, invoice.part("DaneFaKorygowanej") == nil, let kind = invoice.part("RodzajFaktury")
    else {
      return []
    }
    return [
      Trouble(
        kind,
        Sentence(
          "The invoice is a correction (\(kind.quoted)) but names no invoice that it corrects (DaneFaKorygowanej).",
          pl: "Faktura jest korektą (\(kind.quoted)), ale nie wskazuje faktury korygowanej (DaneFaKorygowanej)."))
    ]
  }

  private static let unnamedCorrection = Rule(
    CodeMeaning(
      "correction.kind", .always(.warning),
      title: Sentence("Corrects, but isn't called a correction", pl: "Koryguje, choć nie jest korektą"),
      explanation: Sentence(
        """
        An invoice that names a corrected one (DaneFaKorygowanej) is a correction, and its kind (RodzajFaktury) says so: \
        KOR, KOR_ZAL, KOR_ROZ, on an FA_RR KOR_VAT_RR.
        """,
        pl: """
          Faktura, która wskazuje fakturę korygowaną (DaneFaKorygowanej), jest korektą i mówi o tym jej rodzaj \
          (RodzajFaktury): KOR, KOR_ZAL, KOR_ROZ, na FA_RR KOR_VAT_RR.
          """),
      remedy: Sentence(
        "Choose the kind that fits, or leave the corrected invoice out.",
        pl: "Wybierz właściwy rodzaj albo usuń dane faktury korygowanej."),
      source: LegalSource.schema("RodzajFaktury"))
  ) { invoice in
    guard !invoice.kind.isEmpty, !invoice.isCorrection, let original = invoice.part("DaneFaKorygowanej") else {
      return []
    }
    return [
      Trouble(
        original,
        Sentence(
          "The invoice names one that it corrects, but its kind is \(invoice.part("RodzajFaktury")?.quoted ?? "").",
          pl: "Faktura wskazuje fakturę korygowaną, ale jej rodzaj to \(invoice.part("RodzajFaktury")?.quoted ?? "")."))
    ]
  }

  private static let lineBefore = Rule(
    CodeMeaning(
      "correction.line-before", .always(.warning),
      title: Sentence(
        "Line before a correction on an ordinary invoice", pl: "Pozycja sprzed korekty na zwykłej fakturze"),
      explanation: Sentence(
        "A line marked StanPrzed says how it was before a correction; only corrections have such lines.",
        pl: "Pozycja ze znacznikiem StanPrzed mówi, jak było przed korektą; mają je tylko korekty."),
      remedy: Sentence(
        "Take the mark away, or issue a correction.", pl: "Usuń znacznik albo wystaw korektę."),
      source: LegalSource.schema("StanPrzed"))
  ) { invoice in
    guard !invoice.kind.isEmpty, !invoice.isCorrection else { return [] }
    guard let line = invoice.lines.first(where: \.isBefore) else { return [] }
    return [
      Trouble(
        line.element["StanPrzed"] ?? line.element,
        Sentence(
          "A line says how it was before a correction (StanPrzed), but the invoice corrects nothing.",
          pl: "Pozycja pokazuje stan przed korektą (StanPrzed), ale faktura niczego nie koryguje."))
    ]
  }

  private static let changedNIP = Rule(
    CodeMeaning(
      "correction.nip", .always(.warning),
      title: Sentence("Correction of a NIP", pl: "Korekta NIP"),
      explanation: Sentence(
        """
        The parties as they were before (Podmiot1K, Podmiot2K) keep their NIP. A wrong NIP can't be corrected: the invoice \
        is corrected to nought and a new one is issued.
        """,
        pl: """
          Dane stron sprzed korekty (Podmiot1K, Podmiot2K) zachowują NIP. Błędnego NIP nie da się skorygować: fakturę \
          koryguje się do zera i wystawia nową.
          """),
      remedy: Sentence(
        "Correct the invoice to nought, and issue a new one with the right NIP.",
        pl: "Skoryguj fakturę do zera i wystaw nową, z właściwym NIP."),
      source: LegalSource.schema("Podmiot1K, Podmiot2K"))
  ) { invoice in
    invoice.partiesBefore.compactMap { before in
      guard let old = before.at("DaneIdentyfikacyjne", "NIP") else { return nil }
      let isSeller = before.name == "Podmiot1K"
      let now = invoice.parties.filter { party in
        isSeller ? party.element.name == "Podmiot1" : ["Podmiot2", "Podmiot3"].contains(party.element.name)
      }
      guard !now.isEmpty, !now.contains(where: { $0.identity.value("NIP") == old.value }) else { return nil }
      return Trouble(
        old,
        isSeller
          ? Sentence(
            "Before the correction the seller has the NIP \(old.quoted), now another: a NIP can't be corrected.",
            pl: "Przed korektą sprzedawca ma NIP \(old.quoted), a teraz inny: NIP nie podlega korekcie.")
          : Sentence(
            "Before the correction a buyer has the NIP \(old.quoted), which none has now: a NIP can't be corrected.",
            pl: "Przed korektą nabywca ma NIP \(old.quoted), którego teraz nie ma żaden: NIP nie podlega korekcie."))
    }
  }

  private static let originalOutside = Rule(
    CodeMeaning(
      "correction.original-without-number", .always(.info),
      title: Sentence("Corrected invoice without a KSeF number", pl: "Faktura korygowana bez numeru KSeF"),
      explanation: Sentence(
        """
        The corrected invoice is marked as issued outside KSeF (NrKSeFN), although it is of February 2026 or later. An \
        invoice issued offline is corrected only after KSeF has given it its number.
        """,
        pl: """
          Fakturę korygowaną oznaczono jako wystawioną poza KSeF (NrKSeFN), choć jest z lutego 2026 r. lub późniejsza. \
          Fakturę wystawioną offline koryguje się dopiero, gdy KSeF nada jej numer.
          """),
      remedy: Sentence(
        "If it was issued offline, send it first, and name its KSeF number in the correction.",
        pl: "Jeśli wystawiono ją offline, najpierw ją wyślij, a w korekcie podaj jej numer KSeF."),
      source: "tryby-offline.md")
  ) { invoice in
    guard invoice.isCorrection, invoice.part("DaneFaKorygowanej") != nil,
      let start = CalendarDate(year: 2026, month: 2, day: 1)
    else { return [] }
    return invoice.body.children.compactMap { child in
      guard child.name == "DaneFaKorygowanej", child.flag("NrKSeFN"), let mark = child["NrKSeFN"],
        let date = CalendarDate(iso: child.value("DataWystFaKorygowanej") ?? ""), date >= start
      else { return nil }
      let number = child["NrFaKorygowanej"]?.quoted ?? ""
      return Trouble(
        mark,
        Sentence(
          "The corrected invoice \(number) of \(date.iso) has no KSeF number; if it was issued offline, it must get one first.",
          pl:
            "Faktura korygowana \(number) z \(date.printed) nie ma numeru KSeF; jeśli wystawiono ją offline, musi go najpierw dostać."
        ))
    }
  }
}
