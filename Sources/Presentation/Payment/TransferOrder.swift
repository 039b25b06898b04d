package import KSeFIdentifiers

/// A bank transfer in zloty, as the banks' applications read it from a QR code.
///
/// Nine fields with a bar between them: NIP, country, account, amount in grosze with six digits, name and title cut to
/// their lengths, and three that are reserved. Never more than 160 characters.
///
/// Source: Polish Bank Association (ZBP), recommendation on the two-dimensional code (2D) of 3 December 2013.
package struct TransferOrder: Sendable, Hashable {
  /// Of whom the money is for.
  package let recipient: NIP
  /// 20 characters at most.
  package let name: String
  package let account: PolishAccount
  /// 1 to `mostGrosze`.
  package let grosze: Int
  /// 32 characters at most.
  package let title: String

  /// The largest amount that six digits of grosze can say.
  package static let mostGrosze = 999_999

  /// - Parameters:
  ///   - name: of the recipient; what is beyond its 20 characters is cut.
  ///   - grosze: 1 to `mostGrosze`.
  ///   - title: what is beyond its 32 characters is cut.
  package init(recipient: NIP, name: String, account: PolishAccount, grosze: Int, title: String) {
    precondition((1...TransferOrder.mostGrosze).contains(grosze), "an amount that the code can say")
    self.recipient = recipient
    self.name = TransferOrder.field(name, limit: 20)
    self.account = account
    self.grosze = grosze
    self.title = TransferOrder.field(title, limit: 32)
  }

  /// What the symbol holds.
  package var text: String {
    let digits = String(grosze)
    let amount = String(repeating: "0", count: max(0, 6 - digits.utf8.count)) + digits
    return [recipient.digits, "PL", account.digits, amount, name, title, "", "", ""].joined(separator: "|")
  }

  /// Letters, figures and the signs of ASCII but the bar, which parts the fields; anything else becomes a space.
  private static func field(_ text: String, limit: Int) -> String {
    let kept = text.map { character -> Character in
      if character.isLetter || character.isNumber { return character }
      let isSign = character.isASCII && !character.isNewline && character != "|" && character >= " "
      return isSign ? character : " "
    }
    var cut = ""
    for character in singleLine(String(kept)) {
      // A letter may have any number of marks.
      guard cut.unicodeScalars.count + character.unicodeScalars.count <= limit else { break }
      cut.append(character)
    }
    return trimmed(cut)
  }
}
