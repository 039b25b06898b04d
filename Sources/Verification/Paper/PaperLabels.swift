/// What a word or two on a print say of the value beside them.
enum PaperLabel: Sendable, Hashable {
  /// The one amount that is to be paid: "Do zapłaty".
  case amountDue
  /// A sum that may be the total or a part of it: "Razem", "Brutto".
  case sum
  /// The day of issue.
  case issueDate
  /// Another day: of delivery, of payment.
  case otherDate
  /// A tax number.
  case taxNumber
  /// The document's number.
  case documentNumber
  case seller
  case buyer
  /// A recipient, a payer, an authorised party.
  case otherParty
  /// Whatever else usually has a value beside it.
  case other
}

/// A label's place: words of one line.
struct PrintedLabel: Sendable {
  let kind: PaperLabel
  let first: WordPlace
  /// Its last word.
  let last: Int
}

extension PaperPage {
  /// Every label that is known, in the order of lines and words; the longest where several begin together, and none
  /// within another.
  var labels: [PrintedLabel] {
    lines.indices.flatMap { line in
      var labels: [PrintedLabel] = []
      var word = 0
      while word < lines[line].count {
        if let label = label(at: WordPlace(line: line, word: word)) {
          labels.append(label)
          word = label.last
        }
        word += 1
      }
      return labels
    }
  }

  private func label(at place: WordPlace) -> PrintedLabel? {
    let words = lines[place.line]
    guard let candidates = PaperPhrases.byFirstWord[words[place.word].folded] else { return nil }
    for phrase in candidates {
      var (last, matched) = (place.word, 1)
      while matched < phrase.words.count, last + 1 < words.count, isContinued(WordPlace(line: place.line, word: last)) {
        let folded = words[last + 1].folded
        guard folded == phrase.words[matched] || folded.isEmpty else { break }
        if !folded.isEmpty { matched += 1 }
        last += 1
      }
      if matched == phrase.words.count || matched > 1 && goesOnBelow(phrase.words[matched...], from: place, to: last) {
        return PrintedLabel(kind: phrase.label, first: place, last: last)
      }
    }
    return nil
  }
}

extension PaperPage {
  /// Whether a label too long for its cell goes on in the line below. A single word before may be a label of its own:
  /// "Razem" over "Do zapłaty".
  private func goesOnBelow(_ rest: ArraySlice<String>, from first: WordPlace, to last: Int) -> Bool {
    let end = WordPlace(line: first.line, word: last)
    guard !isContinued(end),
      let next = below(first.line, left: self[first].left, right: self[end].right, lines: 1).first?.first
    else { return false }
    let words = lines[next.line][next.word...].prefix(rest.count)
    return words.map(\.folded) == Array(rest)
  }
}

/// The words that programs print beside values, in the languages of our prints.
private enum PaperPhrases {
  struct Phrase {
    let label: PaperLabel
    let words: [String]
  }

  /// Longer phrases first.
  static let byFirstWord: [String: [Phrase]] = {
    var phrases: [String: [Phrase]] = [:]
    for (label, list) in all {
      for text in list.split(separator: ";") {
        let words = text.split(whereSeparator: \.isWhitespace).map { String($0).folded }.filter { !$0.isEmpty }
        guard let first = words.first else { continue }
        phrases[first, default: []].append(Phrase(label: label, words: words))
      }
    }
    return phrases.mapValues { $0.sorted { $0.words.count > $1.words.count } }
  }()

  private static let all: [(PaperLabel, String)] = [
    (
      .amountDue,
      """
      do zapłaty; razem do zapłaty; łącznie do zapłaty; suma do zapłaty; ogółem do zapłaty; kwota do zapłaty;
      pozostało do zapłaty; pozostaje do zapłaty; pozostała do zapłaty; kwota pozostała do zapłaty;
      do zapłaty po rozliczeniu; kwota należności ogółem; kwota należności; należność ogółem; należność razem;
      razem należność; korekta kwoty należności ogółem; wartość faktury; kwota faktury; do zwrotu; kwota do zwrotu;
      otrzymana zapłata (zaliczka); korekta kwoty zapłaty (zaliczki); kwota zapłaty (zaliczki); wartość zaliczki;
      nadpłata do rozliczenia lub zwrotu; wartość brutto ogółem; wartość brutto razem; razem wartość brutto;
      razem brutto; suma brutto; ogółem brutto; kwota brutto razem; ogółem wartość brutto;
      amount due; total amount due; total due; balance due; total payable; amount payable; total to pay; to pay;
      total amount; grand total; invoice total; remains to be paid; amount that remains to be paid;
      due after settlement; correction of the total amount; advance payment received;
      correction of the advance payment; amount of the advance payment; overpaid, to be settled or refunded;
      total gross; gross total;
      zu zahlen; noch zu zahlen; zu zahlen nach Abrechnung; zu zahlender Betrag; Zahlbetrag; Gesamtbetrag; Endbetrag;
      Rechnungsbetrag; Gesamtsumme; Restbetrag; Korrektur des Gesamtbetrags; erhaltene Anzahlung;
      Korrektur der Anzahlung; Höhe der Anzahlung; überzahlt, zu verrechnen oder zu erstatten;
      до сплати; до сплати після розрахунку; загальна сума; усього до сплати; разом до сплати; залишилося сплатити;
      сума, що залишилася до сплати; сума до сплати; коригування загальної суми; отримана оплата (аванс);
      коригування оплати (авансу); сума оплати (авансу); переплата до зарахування або повернення
      """
    ),
    (
      .sum,
      """
      razem; suma; ogółem; łącznie; w tym; podsumowanie; brutto; wartość brutto; kwota brutto; total; subtotal;
      total incl VAT; gross; summe; gesamt; insgesamt; всього; усього; разом; підсумок
      """
    ),
    (
      .issueDate,
      """
      data wystawienia; data wystawienia faktury; data faktury; data dokumentu; data wyst; wystawiono dnia;
      wystawiono dn; wystawiono; wystawiona dnia; wystawiona w dniu; wystawiono w dniu; dnia wystawienia;
      date of issue; issue date; issued on; date issued; invoice date; date of invoice;
      Rechnungsdatum; Ausstellungsdatum; Datum der Ausstellung; ausgestellt am; Belegdatum;
      дата виставлення; дата рахунку; виставлено
      """
    ),
    (
      .otherDate,
      """
      data sprzedaży; data dostawy; data wykonania usługi; data dostawy lub usługi; data zakończenia dostawy;
      data dostawy wszystkich wierszy; data dostawy/wykonania; data wykonania; data nabycia; data otrzymania zapłaty;
      okres dostawy lub usługi; termin płatności; termin zapłaty; data płatności; data zapłaty; zapłacono dnia; termin;
      data wystawienia duplikatu; data wystawienia faktury korygowanej; data wystawienia faktury pierwotnej; data umowy;
      data zamówienia; data wydruku; data wydania; data i miejsce wystawienia duplikatu; data wytworzenia faktury;
      date of sale; sale date; date of supply; date of delivery; delivery date; date of supply of all lines;
      date of acquisition; payment received on; period of supply; due date; payment due; payment date; paid on;
      invoice file created; Leistungsdatum; Leistungsdatum aller Positionen; Lieferdatum; Erwerbsdatum; Zahlungseingang;
      Leistungszeitraum; Fälligkeitsdatum; fällig am; zahlbar bis; bezahlt am;
      дата постачання; дата постачання за всіма позиціями; дата придбання; дата отримання оплати; період постачання;
      термін оплати; дата оплати; сплачено
      """
    ),
    (
      .taxNumber,
      """
      NIP; NIP nr; NIP UE; nr NIP; numer NIP; NIP sprzedawcy; NIP nabywcy; VAT ID; VAT no; VAT number; tax ID; TIN; VATIN;
      USt-IdNr; USt IdNr; Steuernummer; ІПН; ЄДРПОУ; ПДВ-номер ЄС; податковий номер
      """
    ),
    (
      .documentNumber,
      """
      numer faktury; nr faktury; faktura nr; faktura numer; faktura VAT nr; faktura VAT numer; faktura uproszczona nr;
      numer dokumentu; nr dokumentu; invoice no; invoice number; invoice nr; Rechnungsnummer;
      Rechnung Nr; Rechnungs-Nr; Rechnungsnr; номер рахунку; номер рахунку-фактури
      """
    ),
    (
      .seller,
      """
      sprzedawca; sprzedający; wystawca; dostawca (rolnik ryczałtowy); dostawca; dane sprzedawcy; seller; supplier;
      supplier (flat-rate farmer); vendor; Verkäufer; Lieferant (Pauschallandwirt); Lieferant; Rechnungssteller;
      продавець; постачальник (фермер за фіксованою ставкою); постачальник
      """
    ),
    (
      .buyer,
      """
      nabywca; nabywca (wystawca faktury); kupujący; dane nabywcy; płatnik i nabywca; buyer; buyer (issuer of the invoice);
      bill to; customer; purchaser; sold to; Käufer; Käufer (Aussteller der Rechnung); Kunde; Rechnungsempfänger;
      Leistungsempfänger; покупець; покупець (виставив рахунок)
      """
    ),
    (
      .otherParty,
      """
      odbiorca; płatnik; podmiot trzeci; podmiot upoważniony; nabywca przed korektą; sprzedawca przed korektą; faktor;
      dodatkowy nabywca; wystawca faktury; dokonujący płatności; przedstawiciel podatkowy; oddział; adres dostawy;
      miejsce dostawy; adres korespondencyjny; przewoźnik; komornik sądowy; organ egzekucyjny; pracownik; bank;
      recipient; payer; ship to; deliver to; other party; authorised party; buyer before correction;
      seller before correction; carrier; Empfänger; Lieferadresse; Käufer vor der Korrektur; Zahler;
      одержувач; платник; покупець до коригування
      """
    ),
    (
      .other,
      """
      netto; wartość netto; VAT; kwota VAT; podatek VAT; zapłacono; słownie; sposób płatności; forma płatności;
      miejsce wystawienia; tryb; kurs waluty; REGON; KRS; BDO; numer KSeF; nr KSeF; numer rachunku; nr konta; zaliczka;
      zapłacono w części; saldo; net; paid; in words; payment method; place of issue; exchange rate; KSeF number;
      account number; Nettobetrag; MwSt; bezahlt; in Worten; Zahlungsart; Ausstellungsort; Wechselkurs; KSeF-Nummer;
      ПДВ; словами; спосіб оплати; місце виставлення; курс валюти; номер KSeF
      """
    ),
  ]
}
