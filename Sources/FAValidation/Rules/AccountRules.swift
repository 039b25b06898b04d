import FAInvoice
import Findings

/// Rules on bank accounts (`RachunekBankowy` and its kin).
extension Rule {
  static let accounts: [Rule] = [accountCheckDigits, accountForm, accountCountry]

  private static let accountCheckDigits = Rule(
    CodeMeaning(
      "account.check-digits", .always(.warning),
      title: Sentence("Account number's check digits", pl: "Cyfry kontrolne rachunku"),
      explanation: Sentence(
        """
        The check digits of a Polish account (26 digits, with or without PL) or of another country's IBAN don't fit: a \
        transfer to it would be refused, or go astray.
        """,
        pl: """
          Cyfry kontrolne polskiego rachunku (26 cyfr, z PL lub bez) albo zagranicznego numeru IBAN się nie zgadzają: \
          przelew zostałby odrzucony albo trafił gdzie indziej.
          """),
      remedy: Sentence("Copy the account number anew.", pl: "Przepisz numer rachunku na nowo."),
      source: "ISO 13616-1; ISO 7064, mod 97-10")
  ) { invoice in
    invoice.accounts.compactMap { account in
      guard let form = account.form, !form.hasValidCheckDigits else { return nil }
      return Trouble(
        account.number,
        Sentence(
          "The check digits of the account \(account.number.quoted) are wrong.",
          pl: "Cyfry kontrolne rachunku \(account.number.quoted) są błędne."))
    }
  }

  private static let accountForm = Rule(
    CodeMeaning(
      "account.length", .always(.warning),
      title: Sentence("Account number's length", pl: "Długość numeru rachunku"),
      explanation: Sentence(
        """
        A Polish account has 26 digits. Told of numbers of 20 or more digits without a country, and on invoices in zloty \
        of any number of digits alone, unless a SWIFT code names another country.
        """,
        pl: """
          Polski rachunek ma 26 cyfr. Dotyczy numerów z 20 lub więcej cyfr bez kraju, a na fakturach w złotych każdego \
          numeru z samych cyfr, chyba że kod SWIFT wskazuje inny kraj.
          """),
      remedy: Sentence("Copy the account number anew.", pl: "Przepisz numer rachunku na nowo."),
      source: "ISO 13616-1")
  ) { invoice in
    invoice.accounts.compactMap { account in
      let number = account.compactNumber
      let length: Int
      if number.starts(with: "PL".utf8) {
        length = number.count - 2
      } else {
        guard number.allSatisfy(\.isDigit), account.country == nil || account.country == "PL",
          number.count >= 20 || invoice.currency == "PLN"
        else { return nil }
        length = number.count
      }
      guard length != 26 else { return nil }
      return Trouble(
        account.number,
        Sentence(
          "The account \(account.number.quoted) has \(length) digits; a Polish one has 26.",
          pl: "W numerze rachunku \(account.number.quoted) liczba cyfr to \(length), a powinno ich być 26."))
    }
  }

  private static let accountCountry = Rule(
    CodeMeaning(
      "account.swift", .always(.info),
      title: Sentence("SWIFT code of another country", pl: "Kod SWIFT innego kraju"),
      explanation: Sentence(
        "The account is a Polish one, but the bank's SWIFT code names another country; a few banks have such accounts.",
        pl: "Rachunek jest polski, a kod SWIFT banku wskazuje inny kraj; nieliczne banki mają takie rachunki."),
      remedy: Sentence("Compare account and SWIFT code.", pl: "Porównaj rachunek z kodem SWIFT."),
      source: "ISO 9362")
  ) { invoice in
    invoice.accounts.compactMap { account in
      guard account.form?.country == "PL", let country = account.country, country != "PL",
        let swift = account.element["SWIFT"]
      else { return nil }
      return Trouble(
        swift,
        Sentence(
          "The account is Polish, the SWIFT code \(swift.quoted) names the country \(country).",
          pl: "Rachunek jest polski, a kod SWIFT \(swift.quoted) wskazuje kraj \(country)."))
    }
  }
}

extension CheckedInvoice {
  /// The accounts that the invoice names.
  fileprivate var accounts: [NamedAccount] {
    let names = ["RachunekBankowy", "RachunekBankowyFaktora", "RachunekBankowy1", "RachunekBankowy2"]
    return part("Platnosc")?.children.filter { names.contains($0.name) }.compactMap(NamedAccount.init) ?? []
  }
}

/// A bank account as an invoice names it (`TRachunekBankowy`).
private struct NamedAccount {
  let element: InvoiceElement
  /// `NrRB`
  let number: InvoiceElement

  init?(_ element: InvoiceElement) {
    guard let number = element["NrRB"], !number.value.isEmpty else { return nil }
    self.element = element
    self.number = number
  }

  /// The number in capitals, without the spaces and hyphens that people put between its digits.
  var compactNumber: [UInt8] {
    number.value.utf8.filter { $0 != 0x20 && $0 != 0x2D }.map { (0x61...0x7A).contains($0) ? $0 - 0x20 : $0 }
  }

  /// The country that the SWIFT code names; nil where it has no such code's form.
  var country: String? {
    let code = Array((element.value("SWIFT") ?? "").utf8)
    guard code.count == 8 || code.count == 11, code.prefix(6).allSatisfy(\.isCapital) else { return nil }
    return String(decoding: code[4..<6], as: UTF8.self)
  }

  /// The number as an IBAN; nil where it has the form of none.
  var form: InternationalAccount? { InternationalAccount(compactNumber) }
}

/// An international bank account number, or a Polish one without its country.
///
/// Source: ISO 13616-1.
private struct InternationalAccount {
  let country: String
  /// Country, check digits and account.
  private let bytes: [UInt8]

  init?(_ number: [UInt8]) {
    let full = number.count == 26 && number.allSatisfy(\.isDigit) ? Array("PL".utf8) + number : number
    guard (15...34).contains(full.count), full.prefix(2).allSatisfy(\.isCapital),
      full[2..<4].allSatisfy(\.isDigit), full.allSatisfy({ $0.isDigit || $0.isCapital })
    else { return nil }
    let country = String(decoding: full.prefix(2), as: UTF8.self)
    // A Polish number of another length is told of as such.
    guard country != "PL" || full.count == 28 && full.dropFirst(2).allSatisfy(\.isDigit) else { return nil }
    self.country = country
    bytes = full
  }

  /// Whether the whole, country and check digits moved to its end and letters counted from 10, leaves 1 of 97.
  var hasValidCheckDigits: Bool {
    var remainder = 0
    for byte in bytes[4...] + bytes[..<4] {
      remainder = byte.isDigit ? remainder * 10 + Int(byte) - 0x30 : remainder * 100 + Int(byte) - 0x37
      remainder %= 97
    }
    return remainder == 1
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { (0x30...0x39).contains(self) }
  fileprivate var isCapital: Bool { (0x41...0x5A).contains(self) }
}
