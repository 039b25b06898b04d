import Findings

/// A word or phrase of the print, in both languages.
///
/// Every word that a print says of itself is a constant of this type; views hold none.
struct Term: Hashable {
  let polish: String
  let english: String

  init(_ polish: String, _ english: String) {
    self.polish = polish
    self.english = english
  }

  func text(in language: Language) -> String {
    language == .polish ? polish : english
  }
}
