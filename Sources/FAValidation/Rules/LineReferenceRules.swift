import FAInvoice
import Findings

/// Rules on numbers of lines that other parts of the invoice name.
extension Rule {
  static let lineReferences: [Rule] = [note, newTransport]

  private static let note = Rule(
    CodeMeaning(
      "note.unknown-line", .always(.warning),
      title: Sentence("Note on a line that isn't there", pl: "Opis do pozycji, której nie ma"),
      explanation: Sentence(
        "A note on one line (DodatkowyOpis) names it by its number (NrWiersza) on the invoice or in the order.",
        pl: "Opis do jednej pozycji (DodatkowyOpis) wskazuje ją numerem (NrWiersza) z faktury lub zamówienia."),
      remedy: Sentence(
        "Correct the number, or leave it out where the note is on the whole invoice.",
        pl: "Popraw numer albo usuń go, jeśli opis dotyczy całej faktury."),
      source: LegalSource.schema("DodatkowyOpis"))
  ) { invoice in
    guard invoice.part("DodatkowyOpis") != nil else { return [] }
    let references = invoice.body.children.compactMap { $0.name == "DodatkowyOpis" ? $0["NrWiersza"] : nil }
    return unknown(references, on: invoice) { number in
      Sentence(
        "A note is on line \(number), which the invoice doesn't have.",
        pl: "Dodatkowy opis dotyczy pozycji \(number), której nie ma na fakturze.")
    }
  }

  private static let newTransport = Rule(
    CodeMeaning(
      "new-transport.unknown-line", .always(.warning),
      title: Sentence("New means of transport on no line", pl: "Nowy środek transportu bez pozycji"),
      explanation: Sentence(
        "The data of a new means of transport (NowySrodekTransportu) name the line that sells it (P_NrWierszaNST).",
        pl:
          "Dane nowego środka transportu (NowySrodekTransportu) wskazują pozycję, w której jest sprzedawany (P_NrWierszaNST)."
      ),
      remedy: .correctEntry, source: LegalSource.schema("P_NrWierszaNST"))
  ) { invoice in
    let vehicles = invoice.part("Adnotacje")?["NoweSrodkiTransportu"]?.all("NowySrodekTransportu") ?? []
    return unknown(vehicles.compactMap { $0["P_NrWierszaNST"] }, on: invoice) { number in
      Sentence(
        "A new means of transport is on line \(number), which the invoice doesn't have.",
        pl: "Nowy środek transportu wskazuje pozycję \(number), której nie ma na fakturze.")
    }
  }

  /// The references to a number that no line of the invoice or of its order has.
  private static func unknown(
    _ references: [InvoiceElement], on invoice: CheckedInvoice, _ sentence: @escaping (String) -> Sentence
  ) -> [Trouble] {
    guard !references.isEmpty else { return [] }
    let numbers = Set(
      (invoice.lines.map(\.number) + invoice.orderLines.map(\.number)).compactMap { $0.flatMap { Int($0) } })
    return references.compactMap { reference in
      guard let number = Int(reference.value), !numbers.contains(number) else { return nil }
      return Trouble(reference, sentence(reference.quoted))
    }
  }
}
