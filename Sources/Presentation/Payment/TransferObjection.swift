import Findings

/// Why an invoice gets no payment code.
enum TransferObjection {
  case otherCurrency
  case paid
  case paidInPart
  case nothingDue
  case otherForm
  case splitPayment
  case farmer
  case othersAccount
  case otherRecipient
  case noAccount
  case severalAccounts
  case notPolishAccount
  case noRecipient
  case amountTooLarge

  /// Said for completeness: the invoice is right, only the code isn't there.
  var sentence: Sentence {
    let because: Sentence =
      switch self {
      case .otherCurrency: Sentence("the invoice isn't in zloty", pl: "faktura nie jest w złotych")
      case .paid: Sentence("the invoice is paid", pl: "faktura jest zapłacona")
      case .paidInPart:
        Sentence(
          "it is paid in part, and the invoice doesn't say what is left",
          pl: "zapłacono w części, a faktura nie podaje, ile pozostało")
      case .nothingDue: Sentence("it asks for no payment", pl: "faktura nie wzywa do zapłaty")
      case .otherForm: Sentence("it isn't to be paid by transfer", pl: "zapłata nie następuje przelewem")
      case .splitPayment:
        Sentence(
          "it is to be paid by split payment, which the code can't say",
          pl: "obowiązuje podzielona płatność, której ten kod nie potrafi zapisać")
      case .farmer:
        Sentence("its issuer is the one who pays", pl: "płaci jej wystawca")
      case .othersAccount:
        Sentence("it is to be paid to an account that isn't the seller's", pl: "rachunek nie należy do sprzedawcy")
      case .otherRecipient:
        Sentence(
          "it names a factor, an enforcement authority or a bailiff, who may be the one to be paid",
          pl: "wymienia faktora, organ egzekucyjny albo komornika, któremu może należeć się zapłata")
      case .noAccount: Sentence("it names no account", pl: "faktura nie podaje rachunku")
      case .severalAccounts:
        Sentence("it names several accounts", pl: "faktura podaje kilka rachunków")
      case .notPolishAccount:
        Sentence(
          "the account isn't a Polish one with right check digits",
          pl: "rachunek nie jest polskim rachunkiem z poprawnymi cyframi kontrolnymi")
      case .noRecipient: Sentence("the seller has no valid NIP", pl: "sprzedawca nie ma poprawnego NIP")
      case .amountTooLarge:
        Sentence("the amount is over 9999.99 PLN", pl: "kwota przekracza 9999,99 PLN")
      }
    return Sentence(
      "No payment code is printed: \(because.english).", pl: "Kodu płatności nie wydrukowano: \(because.polish).")
  }
}
