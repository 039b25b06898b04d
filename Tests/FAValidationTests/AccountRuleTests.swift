import FAValidation
import Findings
import Testing

private func account(_ number: String, swift: String = "", name: String = "RachunekBankowy") -> CheckedSample {
  CheckedSample {
    let code = swift.isEmpty ? "" : "<SWIFT>\(swift)</SWIFT>"
    $0.payment = "<Platnosc><\(name)><NrRB>\(number)</NrRB>\(code)</\(name)></Platnosc>"
  }
}

@Test(
  "Accounts whose check digits fit are told nothing about",
  arguments: [
    "73111111111111111111111111", "73 1111 1111 1111 1111 1111 1111", "PL73111111111111111111111111",
    "pl73 1111 1111 1111 1111 1111 1111", "DE89370400440532013000", "GB82WEST12345698765432", "NO9386011117947",
  ])
func fittingAccount(number: String) throws {
  #expect(try !account(number).findings().map(\.code).contains { $0.hasPrefix("account.") })
}

@Test(
  "Accounts whose check digits don't fit are told",
  arguments: [
    "74111111111111111111111111", "PL73111111111111111111111112", "DE88370400440532013000", "GB82WEST12345698765433",
  ])
func wrongCheckDigits(number: String) throws {
  #expect(try account(number).tells("account.check-digits"))
}

@Test("The factor's account is judged as the seller's is")
func factorsAccount() throws {
  #expect(try account("74111111111111111111111111", name: "RachunekBankowyFaktora").tells("account.check-digits"))
}

@Test(
  "Numbers of digits alone that aren't 26 are told",
  arguments: ["1234567890123456789012345", "123456789012345678901234567", "1234567890", "PL7311111111111111111111111"])
func wrongLength(number: String) throws {
  #expect(try account(number).tells("account.length"))
  #expect(try !account(number).tells("account.check-digits"))
}

@Test("An account in another country may have any number of digits")
func foreignAccount() throws {
  #expect(try !account("1234567890", swift: "CHASUS33").tells("account.length"))
  var dollars = account("1234567890")
  dollars.currency = "USD"
  #expect(try !dollars.tells("account.length"))
}

@Test("A Polish account with another country's SWIFT code is an information")
func swiftCountry() throws {
  let polish = "73111111111111111111111111"
  #expect(try account(polish, swift: "DEUTDEFF").findings(of: "account.swift").map(\.severity) == [.info])
  #expect(try !account(polish, swift: "ZZZZPLPWXXX").tells("account.swift"))
  #expect(try !account(polish, swift: "AAAA PL XX").tells("account.swift"))
}
