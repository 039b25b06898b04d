/// Terms of the transaction and transport.
extension Term {
  static let termsOfTransaction = Term("Warunki transakcji", "Terms of the transaction")
  static let contract = Term("Umowa", "Contract")
  static let customerOrder = Term("Zamówienie", "Order")
  static let numberAbbreviated = Term("nr", "no.")
  static let batches = Term("Numery partii towaru", "Batch numbers")
  static let deliveryTerms = Term("Warunki dostawy", "Delivery terms")
  static let agreedRate = Term("Kurs umowny", "Agreed exchange rate")
  static let agreedCurrency = Term("Waluta umowna", "Agreed currency")
  static let intermediary = Term(
    "Dostawa dokonana przez podmiot, o którym mowa w art. 22 ust. 2d ustawy",
    "Supplied by an intermediary under Art. 22(2d) of the Polish VAT Act")

  static let carriersAddress = Term("Adres przewoźnika", "Carrier's address")
  static let transport = Term("Transport", "Transport")
  static let transportKind = Term("Rodzaj transportu", "Means of transport")
  static let otherTransport = Term("Inny rodzaj transportu", "Other means of transport")
  static let transportOrder = Term("Nr zlecenia transportu", "Transport order no.")
  static let load = Term("Ładunek", "Load")
  static let otherLoad = Term("Inny ładunek", "Other load")
  static let packaging = Term("Jednostka opakowania", "Packaging unit")
  static let transportStart = Term("Rozpoczęcie transportu", "Transport starts")
  static let transportEnd = Term("Zakończenie transportu", "Transport ends")
  static let shippedFrom = Term("Wysyłka z", "Shipped from")
  static let shippedVia = Term("Wysyłka przez", "Shipped via")
  static let shippedTo = Term("Wysyłka do", "Shipped to")

  /// Means of transport (`RodzajTransportu`).
  static func transportKind(_ code: String) -> Term? {
    switch code {
    case "1": Term("morski", "sea")
    case "2": Term("kolejowy", "rail")
    case "3": Term("drogowy", "road")
    case "4": Term("lotniczy", "air")
    case "5": Term("przesyłka pocztowa", "post")
    case "7": Term("stałe instalacje przesyłowe", "fixed transport installations")
    case "8": Term("żegluga śródlądowa", "inland waterway")
    default: nil
    }
  }

  /// Load (`OpisLadunku`).
  static func load(_ code: String) -> Term? {
    switch code {
    case "1": Term("bańka", "churn")
    case "2": Term("beczka", "barrel")
    case "3": Term("butla", "cylinder")
    case "4": Term("karton", "carton")
    case "5": Term("kanister", "canister")
    case "6": Term("klatka", "crate")
    case "7": Term("kontener", "container")
    case "8": Term("kosz lub koszyk", "basket")
    case "9": Term("łubianka", "punnet")
    case "10": Term("opakowanie zbiorcze", "bulk packaging")
    case "11": Term("paczka", "parcel")
    case "12": Term("pakiet", "package")
    case "13": Term("paleta", "pallet")
    case "14": Term("pojemnik", "bin")
    case "15": Term("pojemnik do ładunków masowych stałych", "bulk container, solid")
    case "16": Term("pojemnik do ładunków masowych płynnych", "bulk container, liquid")
    case "17": Term("pudełko", "box")
    case "18": Term("puszka", "tin")
    case "19": Term("skrzynia", "chest")
    case "20": Term("worek", "sack")
    default: nil
    }
  }
}
