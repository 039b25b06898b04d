import Findings
import KSeFIdentifiers
import KSeFLinks

extension LinkKind {
  /// The code's name, the same in both languages.
  var words: String { self == .invoice ? "KOD I" : "KOD II" }
  var form: CheckName { self == .invoice ? .invoiceLinkForm : .certificateLinkForm }
  var host: CheckName { self == .invoice ? .invoiceLinkHost : .certificateLinkHost }
}

extension KSeFEnvironment {
  /// The environment as said to a person.
  var words: Sentence {
    switch self {
    case .production: Sentence("production", pl: "produkcja")
    case .demo: Sentence("demo", pl: "demo")
    case .test: Sentence("test", pl: "test")
    }
  }
}

extension LinkRemark {
  /// The remark as part of a list.
  var words: Sentence {
    switch self {
    case .insecureScheme: Sentence("it begins with http instead of https", pl: "zaczyna się od http zamiast https")
    case .missingScheme: Sentence("https:// is missing", pl: "brak https://")
    case .upperCaseHost:
      Sentence("its host has upper-case letters", pl: "nazwa hosta zawiera wielkie litery")
    case .finalSlash: Sentence("it ends in a slash", pl: "kończy się ukośnikiem")
    case .appendedText: Sentence("a query or fragment was appended", pl: "dopisano zapytanie lub fragment")
    case .surroundingSpace: Sentence("white space stands around it", pl: "otaczają go odstępy")
    case .nonCanonicalHash:
      Sentence(
        "the hash isn't in canonical Base64URL (unused bits are set; the bytes are the same)",
        pl: "skrót nie jest w kanonicznym Base64URL (ustawione nieużywane bity; bajty te same)")
    case .nonCanonicalSignature:
      Sentence(
        "the signature isn't in canonical Base64URL (unused bits are set; the bytes are the same)",
        pl: "podpis nie jest w kanonicznym Base64URL (ustawione nieużywane bity; bajty te same)")
    }
  }
}

extension LinkDefect {
  /// Why the link is neither KOD I nor KOD II.
  var sentence: Sentence {
    switch self {
    case .firstGeneration:
      Sentence(
        "This is a link of KSeF 1.0 (…/web/verify/…), which the KSeF of today doesn't answer; it isn't a KOD I.",
        pl: "To link z KSeF 1.0 (…/web/verify/…), którego dzisiejszy KSeF nie obsługuje; nie jest to KOD I.")
    case .unknownKind:
      Sentence(
        "The link leads to KSeF, but is neither KOD I (/invoice/…) nor KOD II (/certificate/…).",
        pl: "Link prowadzi do KSeF, ale nie ma postaci KOD I (/invoice/…) ani KOD II (/certificate/…).")
    case .characters:
      Sentence(
        "The link leads to KSeF, but holds characters that no code of KSeF's has, or is far too long.",
        pl: "Link prowadzi do KSeF, ale zawiera znaki, których kody KSeF nie mają, albo jest o wiele za długi.")
    case .partCount: Sentence("The link has too few or too many parts.", pl: "Link ma za mało albo za dużo części.")
    case .sellerNIP:
      Sentence("The seller's NIP in the link isn't ten digits.", pl: "NIP sprzedawcy w linku nie ma dziesięciu cyfr.")
    case .date:
      Sentence(
        "The date in the link isn't a day of the calendar written DD-MM-YYYY.",
        pl: "Data w linku nie jest dniem kalendarza w zapisie DD-MM-RRRR.")
    case .hash:
      Sentence(
        "The hash in the link isn't 43 characters of Base64URL without padding.",
        pl: "Skrót w linku nie ma 43 znaków Base64URL bez dopełnienia.")
    case .context:
      Sentence(
        "The context in the link has an unknown type, or its value doesn't have that type's form.",
        pl: "Kontekst w linku ma nieznany typ albo jego wartość nie ma postaci właściwej temu typowi.")
    case .serialNumber:
      Sentence(
        "The certificate's serial number in the link isn't sixteen upper-case hexadecimal digits.",
        pl: "Numer seryjny certyfikatu w linku nie ma szesnastu wielkich cyfr szesnastkowych.")
    case .signature:
      Sentence(
        "The signature in the link is empty, or isn't Base64URL without padding.",
        pl: "Podpis w linku jest pusty albo nie jest w Base64URL bez dopełnienia.")
    }
  }
}
