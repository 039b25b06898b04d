import FAInvoice
import Findings

// The codes of what a file is where it isn't an invoice, and of an invoice that can't get its codes.

extension CodeMeaning {
  /// What people give by mistake in an invoice's place.
  static let otherDocuments = [
    other("invoice.is-pdf", "A PDF", pl: "Plik PDF"),
    other("invoice.is-zip", "A ZIP archive", pl: "Archiwum ZIP"),
    other("invoice.is-gzip", "A gzip archive", pl: "Archiwum gzip"),
    other("invoice.is-picture", "A picture", pl: "Obraz"),
    other("invoice.is-base64", "XML in Base64", pl: "XML zapisany w Base64"),
    other("invoice.is-pem", "A certificate or key", pl: "Certyfikat lub klucz"),
    other("invoice.is-html", "A web page", pl: "Strona internetowa"),
    other("invoice.is-json", "JSON", pl: "Plik JSON"),
    other("invoice.is-jpk", "A JPK file", pl: "Plik JPK"),
    CodeMeaning(
      "invoice.is-upo", .always(.refused), title: Sentence("A UPO", pl: "UPO"),
      explanation: Sentence(
        "KSeF's confirmation of receipt was given in an invoice's place. It can be printed; there is nothing to check, since "
          + "KSeF made it.",
        pl:
          "Zamiast faktury podano urzędowe poświadczenie odbioru. Można je wydrukować; nie ma w nim nic do sprawdzenia, bo "
          + "sporządził je KSeF."),
      remedy: Remedies.export, source: "UPO v4-2, v4-3 (XSD)"),
    CodeMeaning(
      "receipt.other-structure", .always(.refused),
      title: Sentence("A UPO of another version", pl: "UPO w innej wersji"),
      explanation: Sentence(
        "A confirmation of receipt has a structure that isn't printed.",
        pl: "Urzędowe poświadczenie odbioru ma strukturę, która nie jest drukowana."),
      remedy: Sentence("Supported are UPO v4-2 and v4-3.", pl: "Obsługiwane są UPO v4-2 i v4-3."),
      source: "UPO v4-2, v4-3 (XSD)"),
    structure(
      "invoice.is-pef", "A PEF invoice", pl: "Faktura PEF",
      why: Sentence(
        "An invoice of public procurement in UBL: KSeF takes it, but it has another structure, which isn't read here.",
        pl:
          "Faktura w zamówieniach publicznych w UBL: KSeF ją przyjmuje, ale ma ona inną strukturę, która nie jest tu czytana."
      )),
    structure(
      "invoice.is-fa1", "An invoice of FA(1)", pl: "Faktura FA(1)",
      why: Sentence("KSeF no longer takes this structure.", pl: "KSeF nie przyjmuje już tej struktury.")),
    structure(
      "invoice.other-structure", "Another structure of the register", pl: "Inna struktura z rejestru",
      why: Sentence(
        "The document's namespace is one of the public register's, or of a draft, but not that of an invoice that is read "
          + "here.",
        pl:
          "Przestrzeń nazw dokumentu należy do rejestru publicznego albo projektu, ale nie do faktury, którą tu się czyta."
      )
    ),
    structure(
      "invoice.no-namespace", "Faktura without a namespace", pl: "Faktura bez przestrzeni nazw",
      why: Sentence(
        "Without `xmlns` nobody knows which structure the invoice has, and KSeF refuses it.",
        pl: "Bez `xmlns` nie wiadomo, jaką strukturę ma faktura, i KSeF ją odrzuca.")),
    structure(
      "invoice.other-root", "Another element than Faktura", pl: "Element inny niż Faktura",
      why: Sentence(
        "The namespace is an invoice's, but the document begins with another of its elements: it may be a part cut out.",
        pl: "Przestrzeń nazw jest właściwa, ale dokument zaczyna się od innego elementu: może to wycięty fragment.")),
    structure(
      "invoice.other-xml", "XML of another kind", pl: "XML innego rodzaju",
      why: Sentence(
        "Neither its first element nor its namespace is known.",
        pl: "Nieznany jest ani pierwszy element, ani przestrzeń nazw.")
    ),
    other("invoice.not-xml", "Not XML at all", pl: "To nie jest XML"),
  ]

  /// What an invoice can't get its codes without, and what is worth knowing about its version.
  static let invoices = [
    CodeMeaning(
      "invoice.seller-nip", .always(.refused), title: Sentence("No NIP of the seller", pl: "Brak NIP sprzedawcy"),
      explanation: Sentence(
        "The links of KOD I and KOD II carry the NIP of `Podmiot1`. Without ten digits there no code can be made, not even "
          + "with `--print-anyway`; an invoice of a total failure, which carries none, can be printed so.",
        pl: "Linki KODU I i KODU II zawierają NIP z `Podmiot1`. Bez dziesięciu cyfr nie powstanie żaden kod, nawet z "
          + "`--print-anyway`; można tak wydrukować fakturę z awarii całkowitej, która kodów nie ma."),
      remedy: Sentence(
        "Correct the invoice where it is made.", pl: "Popraw fakturę w programie, który ją wystawia."),
      source: "kody-qr.md"),
    CodeMeaning(
      "invoice.issue-date", .always(.refused), title: Sentence("No date of issue", pl: "Brak daty wystawienia"),
      explanation: Sentence(
        "The link of KOD I carries the date of issue (`P_1`, on an FA_RR `P_4B`). Without a day of the calendar there no code "
          + "can be made, not even with `--print-anyway`.",
        pl:
          "Link KODU I zawiera datę wystawienia (`P_1`, w FA_RR `P_4B`). Bez istniejącego dnia nie powstanie żaden kod, nawet "
          + "z `--print-anyway`."),
      remedy: Sentence(
        "Correct the invoice where it is made.", pl: "Popraw fakturę w programie, który ją wystawia."),
      source: "kody-qr.md"),
    CodeMeaning(
      "invoice.superseded-structure", .always(.warning),
      title: Sentence("A superseded version of FA_RR", pl: "Zastąpiona wersja FA_RR"),
      explanation: Sentence(
        "The invoice names version 1-0E of FA_RR (1); KSeF's production system takes 1-1E since 1 April 2026.",
        pl: "Faktura podaje wersję 1-0E struktury FA_RR (1); produkcyjny KSeF przyjmuje od 1.04.2026 wersję 1-1E."),
      remedy: Sentence(
        "Check with the program that made it before you hand the print over.",
        pl: "Przed wydaniem wydruku sprawdź to w programie, który wystawił fakturę."),
      source: "FA_RR (1) 1-1E (XSD)"),
    acceptedAllTheSame,
    refusedPrint,
  ]

  /// What `--schema-directory` adds: the words of libxml2, which judges by the user's own copy of the schemas.
  static let secondOpinions = [
    CodeMeaning(
      "schema.second-opinion", .always(.refused),
      title: Sentence("The official schema objects", pl: "Zastrzeżenie oficjalnego schematu"),
      explanation: Sentence(
        "Told with `--schema-directory` only, in libxml2's own words and beside our own findings of the schema. Where one of "
          + "the two objects and the other doesn't, one of them is wrong: please report it.",
        pl:
          "Tylko z `--schema-directory`, słowami libxml2 i obok naszych własnych ustaleń. Gdy zastrzeżenia ma tylko jedna ze "
          + "stron, jedna z nich się myli: prosimy o zgłoszenie."),
      remedy: Sentence(
        "Correct the invoice where it is made.", pl: "Popraw fakturę w programie, który ją wystawia."),
      source: "FA(3), FA(2), FA_RR(1)"),
    CodeMeaning(
      "schema.second-opinion-more", .always(.info),
      title: Sentence("More objections of the official schema", pl: "Dalsze zastrzeżenia oficjalnego schematu"),
      explanation: Sentence(
        "The first hundred objections are told; this is the number of the others.",
        pl: "Podawanych jest pierwszych sto zastrzeżeń; to liczba pozostałych."),
      remedy: Sentence("Correct the first ones and check again.", pl: "Popraw pierwsze i sprawdź ponownie."),
      source: "FA(3), FA(2), FA_RR(1)"),
    CodeMeaning(
      "schema.second-opinion-failed", .always(.refused),
      title: Sentence("libxml2 gave up", pl: "libxml2 nie dał rady"),
      explanation: Sentence(
        "libxml2 couldn't read the document or stopped at a limit of its own, so that there is no second opinion.",
        pl: "libxml2 nie odczytał dokumentu albo zatrzymał się na własnym ograniczeniu, więc nie ma drugiej opinii."),
      remedy: Sentence("Check without --schema-directory.", pl: "Sprawdź bez --schema-directory."), source: "libxml2"),
  ]

  /// The code with which a print stops; `check` itself tells the findings.
  static let refusedPrint = CodeMeaning(
    "invoice.refused", .always(.refused),
    title: Sentence("A print that was stopped", pl: "Wstrzymany wydruk"),
    explanation: Sentence(
      "Told by `render`, `link` and `codes` after the findings for which KSeF would refuse the invoice. An offline invoice is "
        + "sent after it was handed over; the paper of a refused one is wrong, and only a technical correction can mend it.",
      pl:
        "Podają go polecenia `render`, `link` i `codes` po ustaleniach, z powodu których KSeF odrzuciłby fakturę. Fakturę "
        + "offline wysyła się po jej wydaniu; papier odrzuconej jest błędny i naprawi to tylko korekta techniczna."),
    remedy: Sentence(
      "Correct the invoice where it is made, or print it all the same with `--print-anyway`.",
      pl: "Popraw fakturę w programie, który ją wystawia, albo wydrukuj ją mimo to (`--print-anyway`)."),
    source: "faktury/weryfikacja-faktury.md")

  private static func other(_ code: String, _ english: String, pl polish: String) -> CodeMeaning {
    CodeMeaning(
      code, .always(.refused), title: Sentence(english, pl: polish),
      explanation: Sentence(
        "Known by the file's content, whatever its name says.",
        pl: "Rozpoznane po treści pliku, niezależnie od jego nazwy."),
      remedy: Remedies.export, source: "ksef-render")
  }

  private static func structure(
    _ code: String, _ english: String, pl polish: String, why explanation: Sentence
  ) -> CodeMeaning {
    let known = FASchema.allCases.map(\.rawValue).joined(separator: ", ")
    return CodeMeaning(
      code, .always(.refused), title: Sentence(english, pl: polish), explanation: explanation,
      remedy: Sentence("Supported are \(known).", pl: "Obsługiwane są \(known)."),
      source: "FA(3), FA(2), FA_RR(1)")
  }
}
