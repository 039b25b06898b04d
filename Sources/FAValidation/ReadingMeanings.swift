import FAInvoice
import Findings

// The codes of what keeps a file from being read, and of what KSeF would refuse about one that can be.

extension CodeMeaning {
  /// The codes that reading a document can end with, or tell of.
  static let reading = files + encodings + markup + limits + otherDocuments + invoices

  private static let source = "faktury/weryfikacja-faktury.md"

  private static func refused(
    _ code: String, _ english: String, pl polish: String, why explanation: Sentence,
    remedy: Sentence = Remedies.correct, source: String = source
  ) -> CodeMeaning {
    CodeMeaning(
      code, .always(.refused), title: Sentence(english, pl: polish), explanation: explanation, remedy: remedy,
      source: source)
  }

  private static let files = [
    refused(
      "file.unreadable", "The file can't be opened", pl: "Nie można otworzyć pliku",
      why: Sentence(
        "The system doesn't let us read it: it isn't there, is a folder, or belongs to somebody else. Nothing is known about "
          + "the invoice, so the exit code is 74.",
        pl:
          "System nie pozwala go odczytać: nie istnieje, jest folderem albo należy do kogoś innego. O fakturze nic nie "
          + "wiadomo, dlatego kodem wyjścia jest 74."),
      remedy: Sentence("Check the name and the permissions.", pl: "Sprawdź nazwę i uprawnienia."),
      source: "ksef-render"),
    refused(
      "file.too-large", "A file of more than 16 MB", pl: "Plik większy niż 16 MB",
      why: Sentence(
        "It isn't even read to its end: KSeF takes an invoice of 1,000,000 bytes, with an attachment of 3,000,000.",
        pl:
          "Nie jest nawet czytany do końca: KSeF przyjmuje fakturę do 1 000 000 bajtów, a z załącznikiem do 3 000 000."),
      remedy: Sentence("Check that this is the right file.", pl: "Sprawdź, czy to właściwy plik.")),
    refused(
      "file.empty", "An empty file", pl: "Pusty plik",
      why: Sentence(
        "The file has no bytes, or nothing but white space: an export that broke off, or a name given by mistake.",
        pl: "Plik nie ma bajtów albo zawiera tylko białe znaki: eksport się urwał albo podano złą nazwę."),
      remedy: Remedies.export),
    refused(
      "memory.short", "Too little memory", pl: "Za mało pamięci",
      why: Sentence(
        "The system refused the memory for the document's elements. Nothing is known about the invoice, so the exit code is "
          + "74.",
        pl: "System odmówił pamięci na elementy dokumentu. O fakturze nic nie wiadomo, dlatego kodem wyjścia jest 74."),
      remedy: Sentence("Close other programs and try again.", pl: "Zamknij inne programy i spróbuj ponownie."),
      source: "ksef-render"),
  ]

  private static let encodings = [
    refused(
      "xml.byte-order-mark", "A byte order mark", pl: "Znacznik kolejności bajtów (BOM)",
      why: Sentence(
        "The file begins with the bytes EF BB BF, which KSeF refuses. Removing them later changes the hash that the codes "
          + "carry, so the program that writes the file has to leave them out.",
        pl:
          "Plik zaczyna się od bajtów EF BB BF, które KSeF odrzuca. Późniejsze ich usunięcie zmienia skrót zapisany w "
          + "kodach, dlatego musi je pominąć program, który zapisuje plik."),
      remedy: Sentence(
        "Let the program write UTF-8 without a byte order mark.", pl: "Ustaw w programie zapis UTF-8 bez BOM.")),
    refused(
      "xml.encoding", "Another encoding than UTF-8", pl: "Kodowanie inne niż UTF-8",
      why: Sentence(
        "The file is written in UTF-16 or UTF-32, or its first line declares another encoding than UTF-8.",
        pl: "Plik jest zapisany w UTF-16 lub UTF-32 albo jego pierwszy wiersz deklaruje kodowanie inne niż UTF-8.")),
    refused(
      "xml.invalid-utf-8", "Bytes that aren't UTF-8", pl: "Bajty, które nie są UTF-8",
      why: Sentence(
        "Mostly Polish letters that a program wrote in Windows-1250 or ISO-8859-2 into a file that claims to be UTF-8.",
        pl:
          "Najczęściej polskie litery, które program zapisał w Windows-1250 lub ISO-8859-2 w pliku podającym się za UTF-8."
      )
    ),
    refused(
      "xml.forbidden-character", "A character that XML forbids", pl: "Znak zakazany w XML",
      why: Sentence(
        "Control characters such as NUL or ESC may stand in no XML, not even written as a reference.",
        pl: "Znaki sterujące, takie jak NUL czy ESC, nie mogą wystąpić w żadnym XML, nawet jako odwołanie.")),
    refused(
      "xml.discouraged-character", "A character that KSeF refuses", pl: "Znak odrzucany przez KSeF",
      why: Sentence(
        "XML allows these characters but advises against them (U+007F to U+0084, U+0086 to U+009F, U+FDD0 to U+FDEF, the "
          + "last two of each plane above the first), and KSeF takes none of them. They mostly come in with pasted text.",
        pl:
          "XML dopuszcza te znaki, ale je odradza (U+007F–U+0084, U+0086–U+009F, U+FDD0–U+FDEF, dwa ostatnie w każdej "
          + "płaszczyźnie powyżej pierwszej), a KSeF nie przyjmuje żadnego. Zwykle trafiają do faktury z wklejonym tekstem."
      )),
  ]

  private static let markup = [
    refused(
      "xml.version", "Another version of XML", pl: "Inna wersja XML",
      why: Sentence(
        "The first line declares another version than 1.0.", pl: "Pierwszy wiersz deklaruje wersję inną niż 1.0.")
    ),
    refused(
      "xml.malformed", "Broken XML", pl: "Uszkodzony XML",
      why: Sentence(
        "A tag isn't closed or is closed by another name, an & stands alone, the file breaks off: no program can say what "
          + "the invoice holds.",
        pl:
          "Znacznik nie jest zamknięty albo zamyka go inna nazwa, znak & stoi sam, plik się urywa: żaden program nie wie, "
          + "co zawiera faktura."),
      remedy: Remedies.export),
    refused(
      "xml.document-type", "A document type declaration", pl: "Deklaracja typu dokumentu",
      why: Sentence(
        "`<!DOCTYPE` could define entities or point to other files. KSeF refuses it, and nothing here reads past it.",
        pl: "`<!DOCTYPE` może definiować encje lub wskazywać inne pliki. KSeF ją odrzuca, a my nie czytamy pliku dalej."
      )),
    refused(
      "xml.processing-instruction", "A processing instruction", pl: "Instrukcja przetwarzania",
      why: Sentence(
        "Mostly `<?xml-stylesheet …?>`, which some programs add so that a browser shows the file.",
        pl: "Najczęściej `<?xml-stylesheet …?>`, dodawana przez niektóre programy, aby przeglądarka pokazała plik.")),
    refused(
      "xml.foreign-element", "An element of another namespace in a UPO", pl: "Element z innej przestrzeni nazw w UPO",
      why: Sentence(
        "Something that isn't KSeF's stands in the confirmation of receipt. Invoices that have such an element are read, and "
          + "their schema refuses it.",
        pl:
          "W urzędowym poświadczeniu odbioru jest coś, co nie pochodzi z KSeF. Faktury z takim elementem są czytane, a "
          + "odrzuca go ich schema."),
      remedy: Remedies.export, source: "UPO v4-2, v4-3 (XSD)"),
    refused(
      "xml.mixed-content", "Text between the elements of a UPO", pl: "Tekst między elementami UPO",
      why: Sentence(
        "Somebody wrote into the confirmation of receipt. Invoices that have such text are read, and their schema refuses it.",
        pl:
          "Ktoś dopisał coś w urzędowym poświadczeniu odbioru. Faktury z takim tekstem są czytane, a odrzuca go ich schemat."
      ),
      remedy: Remedies.export, source: "UPO v4-2, v4-3 (XSD)"),
  ]

  private static let limits = [
    refused(
      "xml.text-too-long", "A tag or text of more than 65,536 bytes",
      pl: "Znacznik lub tekst dłuższy niż 65 536 bajtów",
      why: Sentence(
        "The longest text of an invoice has 3,500 characters; this file was made to keep a reader busy, or isn't an invoice.",
        pl:
          "Najdłuższy tekst faktury ma 3500 znaków; ten plik powstał, aby zająć czytający program, albo nie jest fakturą."
      ),
      remedy: Remedies.export, source: "FA(3), FA(2), FA_RR(1)"),
    limit("xml.too-deep", "Elements nested too deeply", pl: "Elementy zagnieżdżone zbyt głęboko"),
    limit("xml.too-many-elements", "Too many elements", pl: "Zbyt wiele elementów"),
    limit("xml.too-many-attributes", "Too many attributes", pl: "Zbyt wiele atrybutów"),
    limit("xml.too-many-names", "Too many or too long names", pl: "Zbyt wiele nazw lub zbyt długie nazwy"),
    limit("xml.too-many-namespaces", "Too many namespaces", pl: "Zbyt wiele przestrzeni nazw"),
  ]

  private static func limit(_ code: String, _ english: String, pl polish: String) -> CodeMeaning {
    refused(
      code, english, pl: polish,
      why: Sentence(
        "More than any document of KSeF's can have; reading stops, so that no file can take all memory or time.",
        pl:
          "Więcej, niż może mieć jakikolwiek dokument KSeF; czytanie ustaje, aby żaden plik nie zajął całej pamięci ani czasu."
      ),
      remedy: Remedies.export, source: "FA(3), FA(2), FA_RR(1)")
  }
}
