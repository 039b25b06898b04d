import FAInvoice
import Findings
import InvoiceTemplate
import Presentation
import Testing

@Suite("The choice of document")
struct DocumentChoiceTests {
  private static let domestic = BuyerFacts(identifier: .nip)

  private func choice(
    _ mode: ModeOfIssue?, _ buyer: BuyerFacts = domestic, numberIsKnown: Bool = false, wish: PrintedDocument? = nil
  ) throws -> DocumentChoice {
    try DocumentChoice(mode: mode, buyer: buyer, numberIsKnown: numberIsKnown, wish: wish)
  }

  @Test(
    "A domestic buyer with a NIP gets a confirmation with both codes",
    arguments: [.offline24, .unavailability] as [ModeOfIssue])
  func confirmation(mode: ModeOfIssue) throws {
    let choice = try choice(mode)
    #expect(choice.document == .confirmation)
    #expect(choice.codes == .both)
    #expect(choice.cautions.isEmpty)
  }

  @Test(
    "A buyer of art. 106gb(4) gets the invoice with both codes",
    arguments: [BuyerFacts.Identifier.unionVAT, .foreign, .none, .unsaid])
  func invoiceItself(identifier: BuyerFacts.Identifier) throws {
    for mode in [ModeOfIssue.offline24, .unavailability] {
      let choice = try choice(mode, BuyerFacts(identifier: identifier))
      #expect(choice.document == .invoice)
      #expect(choice.codes == .both)
      #expect(choice.reason.english.contains("106gb(4)"))
    }
  }

  @Test("A supply that takes place abroad is invoiced outside KSeF though the buyer has a NIP")
  func supplyAbroad() throws {
    #expect(try choice(.offline24, BuyerFacts(identifier: .nip, supply: .abroad)).document == .invoice)
  }

  @Test("What the invoice can't say is said")
  func doubts() throws {
    let abroad = try choice(.offline24, BuyerFacts(identifier: .nip, foreignAddress: "DE"))
    #expect(abroad.document == .confirmation)
    #expect(abroad.cautions.map(\.english).joined().contains("DE"))
    let partly = try choice(.offline24, BuyerFacts(identifier: .nip, supply: .partlyAbroad))
    #expect(partly.document == .confirmation)
    #expect(partly.cautions.count == 1)
  }

  @Test("During a failure every buyer gets the invoice with both codes")
  func emergency() throws {
    for identifier in [BuyerFacts.Identifier.nip, .none] {
      let choice = try choice(.emergency, BuyerFacts(identifier: identifier))
      #expect(choice.document == .invoice)
      #expect(choice.codes == .both)
    }
  }

  @Test("During a total failure the invoice carries no codes")
  func totalFailure() throws {
    let choice = try choice(.totalFailure)
    #expect(choice.document == .invoice)
    #expect(choice.codes == .none)
  }

  @Test("An invoice with its number carries KOD I alone", arguments: [nil] + ModeOfIssue.allCases)
  func numberKnown(mode: ModeOfIssue?) throws {
    let choice = try choice(mode, numberIsKnown: true)
    #expect(choice.document == .invoice)
    #expect(choice.codes == .invoice)
  }

  @Test("Without a mode everything is as the codes given make it")
  func noMode() throws {
    let choice = try choice(nil)
    #expect(choice.document == .invoice)
    #expect(choice.codes == .asGiven)
  }

  @Test("A farmer's invoice is never a confirmation")
  func farmer() throws {
    let choice = try choice(.offline24, BuyerFacts(identifier: .nip, isFarmersInvoice: true))
    #expect(choice.document == .invoice)
    #expect(choice.codes == .asGiven)
  }

  @Test(
    "In self-billing the buyer hands it to the seller, and no rule about buyers is named",
    arguments: [
      ModeOfIssue.offline24, .unavailability, .emergency,
    ])
  func selfBilling(mode: ModeOfIssue) throws {
    let facts = BuyerFacts(of: try Samples.invoice("<Adnotacje><P_17>1</P_17></Adnotacje>"))
    #expect(facts.isSelfBilled)
    let buyer = BuyerFacts(identifier: .nip, isSelfBilled: true)
    let choice = try choice(mode, buyer)
    #expect(choice.document == .invoice)
    #expect(choice.codes == .both)
    #expect(choice.reason.english.contains("P_17"))
    #expect(!choice.reason.english.contains("art."))
    #expect(try self.choice(mode, buyer, wish: .confirmation).cautions.isEmpty)
  }

  @Test("An EU VAT number with the prefix PL is remarked on")
  func polishUnionNumber() throws {
    let buyer =
      "<Podmiot2><DaneIdentyfikacyjne><KodUE>%</KodUE><NrVatUE>1111111111</NrVatUE></DaneIdentyfikacyjne></Podmiot2>"
    let polish = BuyerFacts(of: try Samples.invoice("", around: buyer.replacing("%", with: "PL")))
    #expect(try choice(.offline24, polish).cautions.contains { $0.english.contains("NIP") })
    let german = BuyerFacts(of: try Samples.invoice("", around: buyer.replacing("%", with: "DE")))
    #expect(try choice(.offline24, german).cautions.isEmpty)
  }

  @Test("A warning names the article of its mode")
  func articleOfMode() throws {
    #expect(try choice(.offline24, wish: .invoice).cautions.allSatisfy { $0.polish.contains("106nda") })
    #expect(try choice(.unavailability, wish: .invoice).cautions.allSatisfy { $0.polish.contains("106nh") })
  }

  @Test("An identifier of another kind isn't called foreign")
  func otherIdentifier() throws {
    #expect(try !choice(.offline24, BuyerFacts(identifier: .foreign)).reason.english.contains("foreign"))
  }

  @Test("A wish that the rule fulfils anyway changes nothing")
  func wishAsRule() throws {
    #expect(try choice(.offline24, wish: .confirmation) == choice(.offline24))
  }

  @Test("A wish against the law is fulfilled with a warning")
  func wishAgainstLaw() throws {
    let invoice = try choice(.offline24, wish: .invoice)
    #expect(invoice.document == .invoice)
    #expect(invoice.codes == .both)
    #expect(invoice.cautions.contains { $0.english.hasPrefix("Warning") })
    for (mode, known) in [(ModeOfIssue?.some(.emergency), false), (nil, true)] {
      let confirmation = try choice(mode, numberIsKnown: known, wish: .confirmation)
      #expect(confirmation.document == .confirmation)
      #expect(confirmation.cautions.contains { $0.english.hasPrefix("Warning") })
    }
  }

  @Test("A wish that settles a doubt needs no warning")
  func wishInDoubt() throws {
    let choice = try choice(.offline24, BuyerFacts(identifier: .nip, foreignAddress: "DE"), wish: .invoice)
    #expect(choice.document == .invoice)
    #expect(choice.cautions.isEmpty)
  }

  @Test("A confirmation of an invoice that was sent carries both codes")
  func wishOnline() throws {
    let choice = try choice(nil, wish: .confirmation)
    #expect(choice.document == .confirmation)
    #expect(choice.codes == .both)
    #expect(choice.cautions.isEmpty)
  }

  @Test("In a total failure there is nothing to confirm")
  func wishInTotalFailure() {
    #expect(throws: Obstacle.self) { try choice(.totalFailure, wish: .confirmation) }
  }

  @Test(
    "The buyer is known by the first of the numbers that stands there",
    arguments: [
      ("<NIP>1111111111</NIP>", BuyerFacts.Identifier.nip), ("<KodUE>DE</KodUE><NrVatUE>1</NrVatUE>", .unionVAT),
      ("<KodKraju>US</KodKraju><NrID>1</NrID>", .foreign), ("<BrakID>1</BrakID>", .none), ("<NIP> </NIP>", .unsaid),
    ])
  func identifier(xml: String, identifier: BuyerFacts.Identifier) throws {
    let document = try Samples.invoice(
      "", around: "<Podmiot2><DaneIdentyfikacyjne>\(xml)</DaneIdentyfikacyjne></Podmiot2>")
    #expect(BuyerFacts(of: document).identifier == identifier)
  }

  @Test("The address counts where it is abroad")
  func address() throws {
    let buyer = "<Podmiot2><Adres><KodKraju>%</KodKraju></Adres></Podmiot2>"
    #expect(BuyerFacts(of: try Samples.invoice("", around: buyer.replacing("%", with: "PL"))).foreignAddress == nil)
    #expect(BuyerFacts(of: try Samples.invoice("", around: buyer.replacing("%", with: "DE"))).foreignAddress == "DE")
  }

  @Test(
    "The place of supply is told from the totals",
    arguments: [
      ("<P_13_1>1</P_13_1>", BuyerFacts.Supply.poland), ("<P_13_8>1</P_13_8>", .abroad),
      ("<P_13_8>1</P_13_8><P_13_1>0.00</P_13_1>", .abroad), ("<P_13_9>1</P_13_9><P_13_7>5</P_13_7>", .partlyAbroad),
      ("", .poland),
    ])
  func supply(xml: String, supply: BuyerFacts.Supply) throws {
    #expect(BuyerFacts(of: try Samples.invoice(xml)).supply == supply)
  }

  @Test("A farmer's invoice is told from its structure")
  func farmersInvoice() throws {
    #expect(BuyerFacts(of: try Samples.document("farmer")).isFarmersInvoice)
    #expect(!BuyerFacts(of: try Samples.document("ordinary")).isFarmersInvoice)
  }
}
