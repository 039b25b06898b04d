/// VAT summary, totals, settlement, corrections, annotations.
extension Term {
  static let rate = Term("Stawka", "Rate")
  static let net = Term("Netto", "Net")
  static let vat = Term("VAT", "VAT")
  static let vatInZloty = Term("VAT w PLN", "VAT in PLN")
  static let gross = Term("Brutto", "Gross")
  static let total = Term("Razem", "Total")
  static let or = Term("lub", "or")
  static let and = Term("i", "and")
  static let intraCommunity = Term("WDT", "intra-Community supply")
  static let export = Term("eksport", "export")
  static let exempt = Term("zwolnione", "exempt")
  static let outsidePoland = Term("poza terytorium kraju", "outside Poland")
  static let servicesInUnion = Term("usługi z art. 100 ust. 1 pkt 4", "services under Art. 100(1)(4)")
  static let reverseCharge = Term("odwrotne obciążenie", "reverse charge")
  static let margin = Term("marża", "margin scheme")
  static let taxi = Term("ryczałt dla taksówek", "taxi flat rate")
  static let exchangeRate = Term("Kurs waluty", "Exchange rate")
  static let exchangeRateOfLines = Term("Kurs waluty wszystkich wierszy", "Exchange rate of all lines")

  static let amountDue = Term("Do zapłaty", "Amount due")
  static let totalAmount = Term("Kwota należności ogółem", "Total amount")
  static let remainsDue = Term("Pozostało do zapłaty", "Remains to be paid")
  static let correctionOfTotal = Term("Korekta kwoty należności ogółem", "Correction of the total amount")
  static let advanceReceived = Term("Otrzymana zapłata (zaliczka)", "Advance payment received")
  static let correctionOfAdvance = Term("Korekta kwoty zapłaty (zaliczki)", "Correction of the advance payment")
  static let amountBefore = Term("Kwota przed korektą", "Amount before correction")
  static let rateBefore = Term("Kurs waluty przed korektą", "Exchange rate before correction")
  static let inWords = Term("Słownie", "In words")
  static let inZloty = Term("w PLN", "in PLN")
  static let productsValue = Term("Wartość produktów lub usług", "Value of products or services")
  static let flatRateRefund = Term("Zryczałtowany zwrot podatku", "Flat-rate tax refund")

  static let settlement = Term("Rozliczenie", "Settlement")
  static let charges = Term("Suma obciążeń", "Total charges")
  static let deductions = Term("Suma odliczeń", "Total deductions")
  static let charge = Term("Obciążenie", "Charge")
  static let deduction = Term("Odliczenie", "Deduction")
  static let amount = Term("Kwota", "Amount")
  static let toSettle = Term("Do rozliczenia", "To be settled")
  static let dueAfterSettlement = Term("Do zapłaty po rozliczeniu", "Due after settlement")

  static let correction = Term("Korekta", "Correction")
  static let correctionReason = Term("Przyczyna korekty", "Reason for correction")
  static let correctionEffect = Term("Skutek korekty", "Effect of correction")
  static let correctedPeriod = Term("Okres, którego dotyczy korekta", "Period of the corrected supplies")
  static let rightNumber = Term("Poprawny numer faktury korygowanej", "Right number of the corrected invoice")
  static let correctedInvoice = Term("Faktura korygowana", "Corrected invoice")
  static let ksefNumber = Term("Numer KSeF", "KSeF number")
  static let outsideKSeF = Term("wystawiona poza KSeF", "issued outside KSeF")
  static let advanceInvoices = Term("Faktury zaliczkowe", "Advance invoices")
  static let advancePayments = Term("Zapłaty objęte fakturą", "Payments covered by the invoice")

  /// When a correction takes effect (`TypKorekty`).
  static func effect(_ code: String) -> Term? {
    switch code {
    case "1": Term("w dacie ujęcia faktury pierwotnej", "on the date of the original invoice")
    case "2": Term("w dacie wystawienia faktury korygującej", "on the date of the correcting invoice")
    case "3": Term("w dacie innej, także różnej dla pozycji", "on another date, or dates that differ by line")
    case "4": Term("w dacie zwrotu całości lub części należności", "on the date of refund")
    default: nil
    }
  }

  static let annotations = Term("Adnotacje", "Annotations")
  static let cashMethod = Term("Metoda kasowa", "Cash accounting")
  static let selfBilling = Term("Samofakturowanie", "Self-billing")
  static let reverseChargeNote = Term("Odwrotne obciążenie", "Reverse charge")
  static let splitPayment = Term("Mechanizm podzielonej płatności", "Split payment mechanism")
  static let exemption = Term("Zwolnienie z VAT", "VAT exemption")
  static let exemptionByAct = Term("Zwolnienie z VAT – przepis ustawy", "VAT exemption – Polish law")
  static let exemptionByDirective = Term("Zwolnienie z VAT – przepis dyrektywy", "VAT exemption – EU directive")
  static let exemptionByOther = Term("Zwolnienie z VAT – inna podstawa", "VAT exemption – other legal basis")
  static let triangular = Term(
    "Procedura trójstronna uproszczona (art. 135 ust. 1 pkt 4 ustawy)",
    "Simplified triangular transaction (Art. 135(1)(4) of the Polish VAT Act)")
  static let marginTravel = Term("Procedura marży dla biur podróży", "Margin scheme – travel agents")
  static let marginUsed = Term("Procedura marży – towary używane", "Margin scheme – second-hand goods")
  static let marginArt = Term("Procedura marży – dzieła sztuki", "Margin scheme – works of art")
  static let marginCollectors = Term(
    "Procedura marży – przedmioty kolekcjonerskie i antyki", "Margin scheme – collector's items and antiques")
  static let marginScheme = Term("Procedura marży", "Margin scheme")
  static let toReceipt = Term("Faktura do paragonu (FP)", "Invoice to a fiscal receipt (FP)")
  static let relatedParties = Term(
    "Powiązania między nabywcą a dostawcą (TP)", "Buyer and supplier are related (TP)")
  static let exciseRefund = Term(
    "Dla rolników ubiegających się o zwrot akcyzy zawartej w cenie oleju napędowego",
    "For farmers claiming a refund of excise in the price of diesel")

  static let newVehicles = Term("Nowe środki transportu", "New means of transport")
  static let vehicleDocumentDue = Term("Istnieje obowiązek wystawienia VAT-22", "A VAT-22 document is required")
  static let vehicleDocumentNotDue = Term("Nie ma obowiązku wystawienia VAT-22", "No VAT-22 document is required")

  /// What an element of `NowySrodekTransportu` says.
  static let vehicleFields: [(name: String, term: Term)] = [
    ("P_NrWierszaNST", Term("Wiersz faktury", "Line")),
    ("P_22A", Term("Dopuszczenie do użytku", "First use")),
    ("P_22BMK", Term("Marka", "Make")),
    ("P_22BMD", Term("Model", "Model")),
    ("P_22BK", Term("Kolor", "Colour")),
    ("P_22BNR", Term("Nr rejestracyjny", "Registration no.")),
    ("P_22BRP", Term("Rok produkcji", "Year of make")),
    ("P_22B", Term("Przebieg", "Mileage")),
    ("P_22B1", Term("VIN", "VIN")),
    ("P_22B2", Term("Nr nadwozia", "Body no.")),
    ("P_22B3", Term("Nr podwozia", "Chassis no.")),
    ("P_22B4", Term("Nr ramy", "Frame no.")),
    ("P_22BT", Term("Typ", "Type")),
    ("P_22C", Term("Godziny używania jednostki pływającej", "Hours of use of the vessel")),
    ("P_22C1", Term("Nr kadłuba", "Hull no.")),
    ("P_22D", Term("Godziny używania statku powietrznego", "Hours of use of the aircraft")),
    ("P_22D1", Term("Nr fabryczny", "Serial no.")),
  ]
}
