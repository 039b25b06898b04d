/// Parties, their roles, numbers and addresses.
extension Term {
  static let seller = Term("Sprzedawca", "Seller")
  static let buyer = Term("Nabywca", "Buyer")
  static let farmer = Term("Dostawca (rolnik ryczałtowy)", "Supplier (flat-rate farmer)")
  static let buyerOfFarmer = Term("Nabywca (wystawca faktury)", "Buyer (issuer of the invoice)")
  static let otherParty = Term("Podmiot trzeci", "Third party")
  static let sellerBefore = Term("Sprzedawca przed korektą", "Seller before correction")
  static let supplierBefore = Term("Dostawca przed korektą", "Supplier before correction")
  static let buyerBefore = Term("Nabywca przed korektą", "Buyer before correction")
  static let carrier = Term("Przewoźnik", "Carrier")

  static let taxNumber = Term("NIP", "NIP")
  static let vatPrefix = Term("Prefiks VAT", "VAT prefix")
  static let vatNumber = Term("VAT-UE", "EU VAT")
  static let otherNumber = Term("Identyfikator podatkowy", "Tax identifier")
  static let countryCode = Term("Kod kraju", "Country code")
  static let internalNumber = Term("Identyfikator wewnętrzny", "Internal identifier")
  static let noNumber = Term("Brak identyfikatora", "No tax identifier")
  static let eori = Term("EORI", "EORI")
  static let gln = Term("GLN", "GLN")
  static let clientNumber = Term("Nr klienta", "Customer no.")
  static let contractorNumber = Term("Nr kontrahenta", "Contractor no.")
  static let buyerIdentifier = Term("Identyfikator nabywcy", "Buyer identifier")
  static let email = Term("E-mail", "E-mail")
  static let telephone = Term("Telefon", "Phone")
  static let postalAddress = Term("Adres do korespondencji", "Postal address")
  static let status = Term("Status podatnika", "Taxpayer's status")
  static let share = Term("Udział", "Share")
  static let forLocalGovernmentUnit = Term(
    "Faktura dotyczy jednostki podrzędnej JST", "Concerns a subordinate unit of a local government")
  static let forGroupMember = Term("Faktura dotyczy członka grupy VAT", "Concerns a member of a VAT group")

  /// Role of a third party (`Podmiot3/Rola`).
  static func role(_ code: String) -> Term? {
    switch code {
    case "1": Term("Faktor", "Factor")
    case "2": Term("Odbiorca", "Recipient")
    case "3": Term("Podmiot pierwotny", "Original entity")
    case "4": Term("Dodatkowy nabywca", "Additional buyer")
    case "5": Term("Wystawca faktury", "Issuer of the invoice")
    case "6": Term("Dokonujący płatności", "Payer")
    case "7": Term("Jednostka samorządu terytorialnego – wystawca", "Local government unit – issuer")
    case "8": Term("Jednostka samorządu terytorialnego – odbiorca", "Local government unit – recipient")
    case "9": Term("Członek grupy VAT – wystawca", "VAT group member – issuer")
    case "10": Term("Członek grupy VAT – odbiorca", "VAT group member – recipient")
    case "11": Term("Pracownik", "Employee")
    default: nil
    }
  }

  /// Role of an authorised party (`PodmiotUpowazniony/RolaPU`).
  static func authorisedRole(_ code: String) -> Term? {
    switch code {
    case "1": Term("Organ egzekucyjny", "Enforcement authority")
    case "2": Term("Komornik sądowy", "Court bailiff")
    case "3": Term("Przedstawiciel podatkowy", "Tax representative")
    default: nil
    }
  }

  static let authorisedParty = Term("Podmiot upoważniony", "Authorised party")

  /// The taxpayer's status (`StatusInfoPodatnika`).
  static func taxpayerStatus(_ code: String) -> Term? {
    switch code {
    case "1": Term("w likwidacji", "in liquidation")
    case "2": Term("w trakcie postępowania restrukturyzacyjnego", "in restructuring")
    case "3": Term("w upadłości", "bankrupt")
    case "4": Term("przedsiębiorstwo w spadku", "enterprise in succession")
    default: nil
    }
  }
}
