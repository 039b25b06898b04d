import FAInvoice
import FAValidation
import Findings
import KSeFIdentifiers
import Testing

@Suite("Rules on NIPs and KSeF numbers")
struct IdentifierRulesTests {
  private static let thirdParty = """
    <Podmiot3><DaneIdentyfikacyjne><NIP>1010000000</NIP><Nazwa>Bajka</Nazwa></DaneIdentyfikacyjne><Rola>4</Rola></Podmiot3>
    """
  private static let authorised = """
    <PodmiotUpowazniony><DaneIdentyfikacyjne><NIP>1010000000</NIP><Nazwa>Bajka</Nazwa></DaneIdentyfikacyjne>\
    <RolaPU>2</RolaPU></PodmiotUpowazniony>
    """

  @Test("The NIPs that KSeF checks are refused for a wrong last digit")
  func checkedNIPs() throws {
    let wrong = "<NIP>1010000000</NIP><Nazwa>Bajka</Nazwa>"
    try expect(
      "nip.checksum", .refused, at: "/Podmiot1/DaneIdentyfikacyjne/NIP", on: CheckedSample { $0.seller = wrong })
    try expect(
      "nip.checksum", .refused, at: "/Podmiot2/DaneIdentyfikacyjne/NIP", on: CheckedSample { $0.buyer = wrong })
    try expect(
      "nip.checksum", .refused, at: "/Podmiot3/DaneIdentyfikacyjne/NIP",
      on: CheckedSample { $0.otherParties = Self.thirdParty })
    try expect(
      "nip.checksum", .refused, at: "/PodmiotUpowazniony/DaneIdentyfikacyjne/NIP",
      on: CheckedSample { $0.otherParties = Self.authorised })
    try expect(
      "nip.checksum", .refused, at: "/Podmiot1/DaneIdentyfikacyjne/NIP", on: .farmer { $0.seller = wrong },
      notOn: .farmer())
  }

  @Test("Outside production a wrong last digit is a warning", arguments: [KSeFEnvironment.demo, .test])
  func otherEnvironments(_ environment: KSeFEnvironment) throws {
    let sample = CheckedSample { $0.buyer = "<NIP>1010000000</NIP>" }
    #expect(try sample.findings(of: "nip.checksum", in: environment).map(\.severity) == [.warning])
  }

  @Test("What hasn't the form of a NIP is left to the schema", arguments: ["123", "0000000000", "PL1111111111", ""])
  func otherForms(_ text: String) throws {
    #expect(try !CheckedSample { $0.buyer = "<NIP>\(text)</NIP>" }.tells("nip.checksum"))
  }

  @Test("The NIP within an internal identifier is checked")
  func internalIdentifier() throws {
    func unit(_ identifier: String) -> CheckedSample {
      CheckedSample {
        $0.otherParties = """
          <Podmiot3><DaneIdentyfikacyjne><IDWew>\(identifier)</IDWew></DaneIdentyfikacyjne><Rola>2</Rola></Podmiot3>
          """
      }
    }
    try expect(
      "nip.internal-id", .refused, at: "/DaneIdentyfikacyjne/IDWew", on: unit("1010000000-00001"),
      notOn: unit("1111111111-00001"))
    #expect(try unit("1010000000-00001").findings(of: "nip.internal-id", in: .test).map(\.severity) == [.warning])
  }

  @Test("A NIP where KSeF doesn't look is a warning")
  func otherPlaces() throws {
    let before = "<Podmiot2K><DaneIdentyfikacyjne><NIP>1010000000</NIP></DaneIdentyfikacyjne></Podmiot2K>"
    let carrier = """
      <WarunkiTransakcji><Transport><Przewoznik><DaneIdentyfikacyjne><NIP>1010000000</NIP></DaneIdentyfikacyjne>\
      </Przewoznik></Transport></WarunkiTransakcji>
      """
    try expect("nip.elsewhere", at: "/Podmiot2K/DaneIdentyfikacyjne/NIP", on: CheckedSample { $0.afterKind = before })
    try expect(
      "nip.elsewhere", at: "/Przewoznik/DaneIdentyfikacyjne/NIP", on: CheckedSample { $0.conditions = carrier })
  }

  private func corrects(_ number: String) -> CheckedSample {
    CheckedSample {
      $0.kind = "KOR"
      $0.afterKind = """
        <DaneFaKorygowanej><DataWystFaKorygowanej>2026-02-01</DataWystFaKorygowanej><NrFaKorygowanej>FV/0</NrFaKorygowanej>\
        <NrKSeF>1</NrKSeF><NrKSeFFaKorygowanej>\(number)</NrKSeFFaKorygowanej></DaneFaKorygowanej>
        """
    }
  }

  @Test("A KSeF number whose check digits don't fit is told")
  func ksefNumbers() throws {
    let right = "5265877635-20250826-0100001AF629-AF"
    let wrong = "5265877635-20250826-0100001AF628-AF"
    try expect(
      "ksef-number.check-digits", at: "/DaneFaKorygowanej/NrKSeFFaKorygowanej", on: corrects(wrong),
      notOn: corrects(right))
    func settles(_ number: String) -> CheckedSample {
      CheckedSample {
        $0.afterKind = "<FakturaZaliczkowa><NrKSeFFaZaliczkowej>\(number)</NrKSeFFaZaliczkowej></FakturaZaliczkowa>"
      }
    }
    try expect(
      "ksef-number.check-digits", at: "/FakturaZaliczkowa/NrKSeFFaZaliczkowej", on: settles(wrong),
      notOn: settles(right))
  }

  @Test("The finding says what about a KSeF number can't be")
  func ksefNumberReasons() throws {
    let said = { (number: String) in
      try self.corrects(number).findings(of: "ksef-number.check-digits").first?.sentence.english ?? ""
    }
    #expect(try said("5265877635-20250826-0100001AF628-AF").contains("would be"))
    #expect(try said("5265877635-20250231-0100001AF629-AF").contains("calendar"))
    #expect(try said("1010000000-20250826-0100001AF629-AF").contains("NIP"))
    #expect(try said("no number at all") == "")
  }
}
