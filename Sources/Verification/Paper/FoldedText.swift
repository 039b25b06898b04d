extension String {
  /// Letters and digits only, small, without marks over and through Latin letters: what is left of a word where case,
  /// punctuation and a lost "ł" don't matter.
  var folded: String {
    var scalars = String.UnicodeScalarView()
    for scalar in lowercased().unicodeScalars {
      if let plain = plainLetters[scalar] {
        scalars.append(contentsOf: plain.unicodeScalars)
      } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        scalars.append(scalar)
      }
    }
    return String(scalars)
  }

  /// Capitals without spaces, with one kind of dash: a number as two prints may spell it alike.
  var solid: String {
    var scalars = String.UnicodeScalarView()
    for scalar in uppercased().unicodeScalars where !scalar.properties.isWhitespace && scalar != "\u{AD}" {
      scalars.append(scalar.isDash ? "-" : scalar)
    }
    return String(scalars)
  }

  /// Without the quotation marks, brackets and stops that a sentence puts around a number.
  var bare: Substring {
    let marks: Set<Character> = ["\"", "„", "”", "“", "«", "»", "'", "(", ")", "[", "]", ",", ".", ";", ":"]
    let head = drop { marks.contains($0) }
    return head[..<(head.lastIndex { !marks.contains($0) }.map(head.index(after:)) ?? head.startIndex)]
  }

  /// Nothing but the digits 0 to 9, and at least one.
  var isDigits: Bool { !isEmpty && utf8.allSatisfy { (0x30...0x39).contains($0) } }

  var hasDigit: Bool { utf8.contains { (0x30...0x39).contains($0) } }
}

extension Unicode.Scalar {
  /// Hyphens, dashes and the minus sign.
  var isDash: Bool { self == "-" || (0x2010...0x2015).contains(value) || value == 0x2212 || value == 0xFE63 }
}

/// How many characters differ; nil for texts of different lengths.
func differences(_ left: String, _ right: String) -> Int? {
  guard left.unicodeScalars.count == right.unicodeScalars.count else { return nil }
  return zip(left.unicodeScalars, right.unicodeScalars).count { $0 != $1 }
}

private let plainLetters: [Unicode.Scalar: String] = {
  var letters: [Unicode.Scalar: String] = [
    "ß": "ss", "æ": "ae", "œ": "oe", "ﬁ": "fi", "ﬂ": "fl", "ł": "l", "ø": "o", "đ": "d", "ı": "i",
  ]
  for (plain, marked) in [
    ("a", "áàâäãåāăą"), ("c", "çćĉċč"), ("d", "ď"), ("e", "éèêëēĕėęě"), ("g", "ğģ"), ("i", "íìîïīį"), ("k", "ķ"),
    ("l", "ĺļľ"), ("n", "ñńņň"), ("o", "óòôöõōő"), ("r", "ŕř"), ("s", "śŝşšș"), ("t", "ţťț"), ("u", "úùûüūůűų"),
    ("y", "ýÿ"), ("z", "źżž"),
  ] {
    for scalar in marked.unicodeScalars { letters[scalar] = plain }
  }
  return letters
}()
