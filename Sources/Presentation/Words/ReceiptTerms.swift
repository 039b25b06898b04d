/// KSeF's confirmation of receipt (UPO).
extension Term {
  static let receipt = Term("Urzędowe poświadczenie odbioru (UPO)", "Official confirmation of receipt (UPO)")
  static let receivingBody = Term("podmiot przyjmujący", "receiving body")
  static let session = Term("Numer referencyjny sesji", "Session's reference number")
  static let contextNIP = Term("Kontekst: NIP", "Context: NIP")
  static let contextInternal = Term("Kontekst: identyfikator wewnętrzny", "Context: internal identifier")
  static let contextUnion = Term("Kontekst: NIP i numer VAT UE", "Context: NIP and EU VAT number")
  static let contextPeppol = Term(
    "Kontekst: identyfikator dostawcy usług Peppol", "Context: identifier of the Peppol provider")
  static let authenticatedByToken = Term(
    "Uwierzytelniono tokenem KSeF: numer referencyjny", "Authenticated by a KSeF token: its reference number")
  static let authenticatedByDocument = Term(
    "Uwierzytelniono podpisanym dokumentem: jego skrót", "Authenticated by a signed document: its hash")
  static let receiptPage = Term("Strona UPO", "Page of the UPO")
  static let receiptPages = Term("Liczba stron UPO", "Pages of the UPO")
  static let receiptFrom = Term("Zakres dokumentów od", "Range of documents from")
  static let receiptTo = Term("Zakres dokumentów do", "Range of documents to")
  static let receiptCount = Term("Liczba wszystkich dokumentów", "Documents in all")
  static let logicalStructure = Term("Struktura logiczna", "Logical structure")
  static let formCode = Term("Kod formularza", "Form code")
  static let schemaVersion = Term("Wersja schemy", "Schema version")

  static let invoiceAndKSeFNumber = Term("Numer faktury, numer KSeF", "Invoice number, KSeF number")
  static let sellersNIP = Term("NIP sprzedawcy", "Seller's NIP")
  static let sentOn = Term("Przesłano do KSeF", "Sent to KSeF")
  static let numberGiven = Term("Nadano numer KSeF", "KSeF number given")
  static let sendingMode = Term("Tryb wysyłki", "Sending mode")
  static let invoiceHash = Term("Skrót", "Hash")

  static let signature = Term("Podpis elektroniczny", "Electronic signature")
  static let unsigned = Term(
    "Plik nie zawiera podpisu elektronicznego.", "The file carries no electronic signature.")
  static let signedButUnchecked = Term(
    "Plik zawiera podpis elektroniczny. Wydruk go nie sprawdza: do sprawdzenia potrzebny jest plik XML.",
    "The file carries an electronic signature. This print doesn't check it: checking needs the XML file.")
  static let signingTime = Term("Czas podpisania", "Signing time")
  static let certificateSubject = Term("Właściciel certyfikatu", "Certificate's subject")
  static let certificateIssuer = Term("Wystawca certyfikatu", "Certificate's issuer")
  static let certificateSerial = Term("Numer seryjny certyfikatu", "Certificate's serial number")
  static let signatureValuesLeft = Term(
    "Wartości techniczne podpisu, dostępne tylko w pliku XML",
    "Technical values of the signature, found in the XML file only")
}
