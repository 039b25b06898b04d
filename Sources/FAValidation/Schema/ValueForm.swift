import FAStructure
import Findings

/// What a value with a form of its own should be, in words.
enum ValueForm {
  /// The words after "isn't", in Polish after "to nie".
  static func of(_ type: SimpleType, element: String) -> Sentence {
    switch type.nearestName {
    case "etd:TNrNIP":
      Sentence(
        "a NIP (ten digits without spaces or hyphens)", pl: "NIP (dziesięć cyfr bez spacji i kresek)")
    case "TNIPIdWew":
      Sentence(
        "an internal identifier (a NIP, a hyphen, five digits)",
        pl: "identyfikator wewnętrzny (NIP, łącznik, pięć cyfr)")
    case "TNumerKSeF":
      Sentence(
        "a number of KSeF (NIP, date, two groups of six and one of two digits or letters A–F)",
        pl: "numer KSeF (NIP, data, dwie grupy po sześć i jedna po dwie cyfry lub litery A–F)")
    case "TNrVatUE":
      Sentence(
        "an EU VAT number without its country code (1 to 12 digits or capital letters)",
        pl: "numer VAT UE bez kodu kraju (od 1 do 12 cyfr lub wielkich liter)")
    case "etd:TAdresEmail": Sentence("the address of a mailbox", pl: "adres e-mail")
    case "etd:TNrKRS": Sentence("a number of KRS (ten digits)", pl: "numer KRS (dziesięć cyfr)")
    case "etd:TNrREGON":
      Sentence("a number of REGON (9 or 14 digits)", pl: "numer REGON (9 lub 14 cyfr)")
    case "TNrRB":
      Sentence(
        "the number of an account (10 to 32 digits or capital letters without spaces)",
        pl: "numer rachunku (od 10 do 32 cyfr lub wielkich liter bez spacji)")
    case "SWIFT_Type":
      Sentence("a SWIFT code (8 or 11 capital letters and digits)", pl: "kod SWIFT (8 lub 11 wielkich liter i cyfr)")
    default:
      switch element {
      case "IPKSeF":
        Sentence(
          "the identifier of a payment (three digits, ten digits or letters)",
          pl: "identyfikator płatności (trzy cyfry, dziesięć cyfr lub liter)")
      case "LinkDoPlatnosci":
        Sentence(
          "a link to a payment (https://… with IPKSeF=… in it)", pl: "link do płatności (https://… z IPKSeF=…)")
      case "NrID":
        Sentence("a number of 1 to 50 digits and letters without spaces", pl: "numer z 1 do 50 cyfr i liter bez spacji")
      default:
        Sentence("written in the form that the structure asks for", pl: "wartość w formacie wymaganym przez strukturę")
      }
    }
  }
}
