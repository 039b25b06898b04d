import FAInvoice
import InvoiceTemplate
import KSeFIdentifiers

/// The payment code, where the template asks for it and the invoice leaves no doubt of what is to be paid to whom.
extension Presenter {
  func paymentCodeBlocks() -> [Block] {
    guard template.showsPaymentCode else { return [] }
    do throws(TransferUnfit) {
      let order = try transferOrder()
      let whole = order.grosze / 100
      let cents = order.grosze % 100
      let code = PaymentCode(
        text: order.text, purpose: label(.payFromBankApplication),
        amount: printedAmount("\(whole).\(cents < 10 ? "0" : "")\(cents)", "PLN"), caution: label(.transferCode))
      return [.paymentCode(code)]
    } catch {
      reading.report(error.objection, at: body.element)
      return []
    }
  }

  private struct TransferUnfit: Error {
    let objection: TransferObjection
  }

  private func transferOrder() throws(TransferUnfit) -> TransferOrder {
    func refuse(_ objection: TransferObjection, if isSo: Bool) throws(TransferUnfit) {
      if isSo { throw TransferUnfit(objection: objection) }
    }
    let payment = body.group("Platnosc")
    try refuse(.farmer, if: names.isFarmer)
    try refuse(.otherCurrency, if: currency != "PLN")
    switch PaymentState(of: payment) {
    case .open: break
    case .paid, .paidInParts: throw TransferUnfit(objection: .paid)
    case .paidInPart: throw TransferUnfit(objection: .paidInPart)
    }
    try refuse(.paidInPart, if: payment?.has("ZaplataCzesciowa") == true || totalCountsPayments)
    try refuse(.splitPayment, if: says("1", body.group("Adnotacje")?.child("P_18A")))
    let form = payment?.child("FormaPlatnosci").map { trimmed($0.text) }
    try refuse(.otherForm, if: form.map { $0 != "6" } ?? says("1", payment?.child("PlatnoscInna")))
    let grosze = try amountDue()
    try refuse(.otherRecipient, if: mayHaveOtherRecipient)
    let account = try account(payment)
    let seller = root.group("Podmiot1")?.group("DaneIdentyfikacyjne")
    guard let nip = NIP(seller?.child("NIP").map { trimmed($0.text) } ?? ""), nip.isValid else {
      throw TransferUnfit(objection: .noRecipient)
    }
    return TransferOrder(
      recipient: nip, name: seller?.child("Nazwa")?.text ?? "", account: account, grosze: grosze,
      title: body.child(names.number)?.text ?? "")
  }

  /// What is to be paid: what the settlement says, else the total of a kind of document that asks for payment.
  private func amountDue() throws(TransferUnfit) -> Int {
    let settlement = body.group("Rozliczenie")
    let stated = settlement.map { $0.child("DoZaplaty") } ?? (asksForItsTotal ? body.child(names.total) : nil)
    guard settlement?.has("DoRozliczenia") != true, let stated, let amount = ExactDecimal(trimmed(stated.text)),
      amount.scale <= 2, amount.mantissa > 0
    else { throw TransferUnfit(objection: .nothingDue) }
    guard amount.mantissa(at: 2) <= TransferOrder.mostGrosze else { throw TransferUnfit(objection: .amountTooLarge) }
    return Int(amount.mantissa(at: 2))
  }

  /// A factor, an enforcement authority or a bailiff: whose the account is can't be told.
  private var mayHaveOtherRecipient: Bool {
    root.groups("Podmiot3").contains { says("1", $0.child("Rola")) }
      || root.group("PodmiotUpowazniony").map { says("1", $0.child("RolaPU")) || says("2", $0.child("RolaPU")) }
        ?? false
  }

  private var asksForItsTotal: Bool {
    switch kind {
    case .ordinary, .simplified, .settlement: true
    case .correction, .advance, .advanceCorrection, .settlementCorrection, .farmer, .farmerCorrection, nil: false
    }
  }

  /// The one account that the invoice names, the seller's own.
  private func account(_ payment: Group?) throws(TransferUnfit) -> PolishAccount {
    let groups = payment?.groups("RachunekBankowy") ?? []
    if payment?.has("RachunekBankowyFaktora") == true || groups.contains(where: { $0.has("RachunekWlasnyBanku") }) {
      throw TransferUnfit(objection: .othersAccount)
    }
    let numbers = groups.compactMap { $0.child("NrRB").map { trimmed($0.text) } }
    guard let number = numbers.first else { throw TransferUnfit(objection: .noAccount) }
    guard numbers.count == 1 else { throw TransferUnfit(objection: .severalAccounts) }
    guard let account = PolishAccount(number) else { throw TransferUnfit(objection: .notPolishAccount) }
    return account
  }

  private func says(_ value: String, _ element: InvoiceElement?) -> Bool {
    element.map { trimmed($0.text) == value } ?? false
  }
}
