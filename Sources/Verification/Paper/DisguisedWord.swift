extension String {
  /// A reader takes the word for another than it is: a Cyrillic or Greek letter stands among Latin ones that it looks
  /// like, or a digit isn't one of 0 to 9.
  ///
  /// Whole words in another alphabet are none of it, nor are units such as kΩ and µF.
  var isDisguised: Bool {
    // Nearly every word is ASCII.
    guard utf8.contains(where: { $0 >= 0x80 }) else { return false }
    var (hasLatin, hasImitation) = (false, false)
    for scalar in unicodeScalars {
      if scalar.properties.numericType == .decimal, !("0"..."9").contains(scalar) { return true }
      guard scalar.properties.isAlphabetic else {
        (hasLatin, hasImitation) = (false, false)
        continue
      }
      if scalar.value < 0x250 { hasLatin = true }
      if imitations.contains(scalar) { hasImitation = true }
      if hasLatin, hasImitation { return true }
    }
    return false
  }
}

/// Letters of other alphabets that print as Latin ones do.
private let imitations = Set("АВЕЅІЈКМНОРСТУХаеѕіјорсухԁһԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧο".unicodeScalars)
