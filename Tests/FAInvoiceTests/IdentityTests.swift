import FAInvoice
import Findings
import KSeFIdentifiers
import Testing

@Suite("Who issued what, and when")
struct IdentityTests {
  private let seller = "<Podmiot1><DaneIdentyfikacyjne><NIP>9999999999</NIP></DaneIdentyfikacyjne></Podmiot1>"

  private func identity(_ content: String, schema: FASchema = .fa3) throws -> InvoiceIdentity {
    let bytes = invoice(content, namespace: schema.namespaces[0])
    return try FADocument.read(bytes, fileName: "f.xml").identity()
  }

  @Test("Seller, date of issue and hash are those of the file")
  func ordinary() throws {
    let identity = try identity(seller + "<Fa><P_1>2026-02-01</P_1></Fa>")
    #expect(identity.seller.digits == "9999999999")
    #expect(identity.issueDate.iso == "2026-02-01")
    #expect(identity.hash == InvoiceHash(ofExactBytes: invoice(seller + "<Fa><P_1>2026-02-01</P_1></Fa>")))
  }

  @Test("On an FA_RR the farmer is the seller, and the date is P_4B")
  func flatRateFarmer() throws {
    let content = seller + "<FakturaRR><P_4A>2026-01-31</P_4A><P_4B>2026-02-01</P_4B></FakturaRR>"
    #expect(try identity(content, schema: .faRR1).issueDate.iso == "2026-02-01")
  }

  @Test("White space around the date is no part of it", arguments: [" 2026-02-01", "\n2026-02-01\t "])
  func padding(written: String) throws {
    #expect(try identity(seller + "<Fa><P_1>\(written)</P_1></Fa>").issueDate.iso == "2026-02-01")
  }

  @Test(
    "A date that isn't one is refused at its place",
    arguments: ["", " ", "2026-02-30", "01-02-2026", "2026-2-1", "2026-02-01Z", "2026-02-01T00:00:00"])
  func noDate(written: String) {
    #expect {
      try identity(seller + "<Fa>\n<P_1>\(written)</P_1></Fa>")
    } throws: { error in
      let refusal = error as? Obstacle
      return refusal?.code == "invoice.issue-date" && refusal?.place.path == "/Faktura/Fa/P_1"
        && refusal?.place.line == 2
    }
  }

  @Test("Without the seller's NIP there is no identity", arguments: ["", "999-999-99-99", "PL9999999999", "999999999"])
  func noSeller(written: String) {
    let seller = "<Podmiot1><DaneIdentyfikacyjne><NIP>\(written)</NIP></DaneIdentyfikacyjne></Podmiot1>"
    #expect {
      try identity(seller + "<Fa><P_1>2026-02-01</P_1></Fa>")
    } throws: { error in
      (error as? Obstacle)?.code == "invoice.seller-nip"
    }
  }
}
