import CodeReading
import Findings

/// Something read on a page that speaks for or against what the XML says.
struct PaperSighting: Sendable {
  let print: String
  let page: Int
  let region: PageRegion
  /// As printed.
  let text: String
  /// The words that say what it is; nil where none do.
  let label: String?
  /// The words are the PDF's own, and no other invoice's codes stand on the page.
  let isCertain: Bool
  /// Recognised well enough to agree with something; always so in a PDF's own text.
  let isClear: Bool

  init(_ print: PaperPrint, _ page: PaperPage, at place: WordPlace, _ text: String, label: String?, confidence: Int) {
    self.print = print.name
    self.page = page.number
    region = page.region(of: place)
    self.text = text.shortened(to: 80)
    self.label = label?.shortened(to: 60)
    isCertain = page.source == .textLayer && !page.isShared
    isClear = page.source == .textLayer || confidence >= PaperSighting.clearEnough
  }

  /// Of a hundred: tesseract is seldom wrong about a word that it is this sure of.
  private static let clearEnough = 60

  /// "box.pdf, page 1, lower right".
  var place: Sentence {
    Sentence(
      "\(print), page \(page), \(region.words.english)", pl: "\(print), strona \(page), \(region.words.polish)")
  }

  /// "9 230,00 stands beside “Do zapłaty” (box.pdf, page 1, lower right)".
  var words: Sentence {
    guard let label else {
      return Sentence("\(text) stands there (\(place.english))", pl: "jest tam \(text) (\(place.polish))")
    }
    return Sentence(
      "\(text) stands by “\(label)” (\(place.english))", pl: "przy „\(label)” jest \(text) (\(place.polish))")
  }
}

extension PaperPage {
  /// The label as printed.
  func text(of label: PrintedLabel) -> String {
    lines[label.first.line][label.first.word...label.last].map(\.text).joined(separator: " ")
  }
}

/// What a print says of one thing that the XML says.
struct PaperFindings: Sendable {
  /// It says the same where it belongs.
  var agreeing: [PaperSighting] = []
  /// It says something else where this belongs.
  var contradicting: [PaperSighting] = []
  /// It says something that may be meant for it.
  var doubtful: [PaperSighting] = []
  /// The same stands there, with no words that say what it is.
  var unlabelled: [PaperSighting] = []
  /// What agrees wherever it stands, because it can be nothing else: a name, a NIP.
  var needsNoLabel = false
  /// Another value stands although the right one does, too: it decides.
  var contradictionDecides = false

  /// - Parameters:
  ///   - thing: what is compared, as the beginning of a sentence: "The total".
  ///   - wanted: what the XML says.
  ///   - mayFail: the kind of invoice leaves no room for another value.
  func answer(_ thing: Sentence, wanted: String, mayFail: Bool) -> (outcome: Outcome, sentence: Sentence) {
    let wanted = wanted.shortened(to: 120)
    let agreed = (agreeing + (needsNoLabel ? unlabelled : [])).first { $0.isClear }
    if let other = contradicting.first(where: \.isCertain) ?? contradicting.first {
      let fails = mayFail && other.isCertain && (agreed == nil || contradictionDecides)
      return (fails ? .failed : .undecided, contradiction(thing, wanted, other))
    }
    if let other = doubtful.first { return (.undecided, contradiction(thing, wanted, other)) }
    if let agreed {
      return (
        .passed,
        Sentence(
          "\(thing.english) \(wanted) is on the paper as in the XML: \(agreed.place.english).",
          pl: "\(thing.polish) \(wanted): na papierze tak jak w XML (\(agreed.place.polish)).")
      )
    }
    if let found = (agreeing + unlabelled).first {
      return (
        .undecided,
        found.isClear
          ? Sentence(
            "\(thing.english) \(wanted) is on the paper (\(found.place.english)), with no words that say what it is: look"
              + " at the page.",
            pl:
              "\(thing.polish) \(wanted): jest na papierze (\(found.place.polish)), ale bez słów mówiących, co to jest;"
              + " obejrzyj stronę.")
          : Sentence(
            "\(thing.english) \(wanted) seems to be on the paper (\(found.place.english)), but is hard to read: look at"
              + " the page.",
            pl:
              "\(thing.polish) \(wanted): prawdopodobnie jest na papierze (\(found.place.polish)), ale odczyt jest niepewny;"
              + " obejrzyj stronę.")
      )
    }
    return (
      .undecided,
      Sentence(
        "\(thing.english) \(wanted) was not found on the pages: read them by eye.",
        pl: "\(thing.polish) \(wanted): nie znaleziono na stronach; przeczytaj je.")
    )
  }

  private func contradiction(_ thing: Sentence, _ wanted: String, _ other: PaperSighting) -> Sentence {
    Sentence(
      "\(thing.english): \(other.words.english); the XML says \(wanted).",
      pl: "\(thing.polish): \(other.words.polish); XML mówi: \(wanted).")
  }
}
