/// Before, after and difference.
extension Term {
  static let difference = Term("różnica", "difference")
  static let unchanged = Term("bez zmian", "unchanged")
  static let before = Term("Przed korektą", "Before correction")
  static let after = Term("Po korekcie", "After correction")
  static let name = Term("Nazwa", "Name")
  static let address = Term("Adres", "Address")
  static let correctionItself = Term("korekta", "correction")
  static let afterCorrectionComputed = Term("po korekcie (wyliczono)", "after correction (computed)")
  static let advanceAmount = Term("Kwota zapłaty (zaliczki)", "Amount of the advance payment")
  static let remainingAmount = Term("Kwota pozostała do zapłaty", "Amount that remains to be paid")
  static let chargesHeading = Term("Obciążenia", "Charges")
  static let deductionsHeading = Term("Odliczenia", "Deductions")

  static let standardRate = Term("podstawowa", "standard")
  static let reducedRate = Term("obniżona", "reduced")

  static let accountDescription = Term("Opis rachunku", "Account description")
  static let collectiveCorrection = Term("Faktura korygująca zbiorcza", "Collective correcting invoice")
}
