/// A name in the spellings that prints have for it.
struct CompanyName {
  /// Letters and digits only, as `folded` leaves them.
  let spellings: [String]

  init(_ name: String) {
    let plain = name.split(whereSeparator: \.isWhitespace).map { String($0).folded }.joined()
    var spellings = [plain]
    for (long, short) in CompanyName.forms {
      for spelling in spellings {
        if let other = spelling.replacing(long, by: short) ?? spelling.replacing(short, by: long, onlyAtEnd: true) {
          spellings.append(other)
        }
      }
    }
    self.spellings = spellings.filter { !$0.isEmpty }
  }

  /// Legal forms in full and as they are shortened.
  private static let forms = [
    ("spolkazograniczonaodpowiedzialnoscia", "spzoo"), ("spolkakomandytowoakcyjna", "ska"),
    ("spolkakomandytowa", "spk"), ("spolkaakcyjna", "sa"), ("spolkajawna", "spj"), ("spolkacywilna", "sc"),
    ("prostaspolkaakcyjna", "psa"), ("spolkapartnerska", "spp"),
  ]
}

extension String {
  /// The text with the last occurrence of a part replaced; nil where it has none.
  fileprivate func replacing(_ part: String, by other: String, onlyAtEnd: Bool = false) -> String? {
    if hasSuffix(part) { return dropLast(part.count) + other }
    guard !onlyAtEnd else { return nil }
    let (text, wanted) = (Array(self), Array(part))
    guard text.count >= wanted.count,
      let start = (0...(text.count - wanted.count)).last(where: { text[$0..<($0 + wanted.count)].elementsEqual(wanted) }
      )
    else { return nil }
    return String(text[..<start]) + other + String(text[(start + wanted.count)...])
  }
}
