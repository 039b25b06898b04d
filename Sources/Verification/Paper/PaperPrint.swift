import CodeReading
import Findings

/// The pages of one file on which an invoice seems to be printed.
struct PaperPrint: Sendable {
  let name: String
  /// Those whose words are what the eye sees.
  let pages: [PaperPage]
  /// How many pages have no such words.
  let pagesWithoutWords: Int
  /// Some page has text only behind its picture.
  let hasHiddenText: Bool
  /// Pages, from 1, of which some words were left out: they aren't seen as the file has them, or are too many.
  let pagesLackingWords: [Int]
  /// Pages, from 1, with words that look like others than they are.
  let pagesWithDisguise: [Int]
  /// Pages, from 1, whose picture was to be read and couldn't be.
  let pagesNotRecognised: [Int]
  /// The words couldn't be looked for.
  let isWithoutLook: Bool

  /// Every page's words are the PDF's own and no other invoice's: what isn't among them isn't on the paper.
  var isWhole: Bool {
    pagesWithoutWords == 0 && pages.allSatisfy { $0.source == .textLayer && !$0.isShared }
  }

  init(name: String, pages: [CasePage]) {
    let readable = pages.filter { $0.reading.text.source.isSeen }
    self.name = name
    self.pages = readable.map(PaperPage.init)
    pagesWithoutWords = pages.count - readable.count
    hasHiddenText = pages.contains { $0.reading.text.source == .hiddenLayer }
    func numbers(_ shortfalls: PageText.Shortfall...) -> [Int] {
      pages.filter { page in page.reading.text.shortfall.map(shortfalls.contains) ?? false }.map(\.reading.page)
    }
    pagesLackingWords = numbers(.unseenWords, .tooManyWords)
    pagesWithDisguise = self.pages.filter { page in
      page.source == .textLayer && page.lines.contains { $0.contains { $0.text.isDisguised } }
    }.map(\.number)
    pagesNotRecognised = numbers(.recognitionFailed, .recognitionUnavailable)
    isWithoutLook = pages.contains { $0.reading.text.shortfall == .readerFailed }
  }

  /// Why nothing can be said of a print without words.
  var reasonForSilence: Sentence {
    if !pagesNotRecognised.isEmpty { return notRecognised }
    if isWithoutLook {
      return Sentence(
        "\(name): the words weren't read: the program that reads files broke down on it.",
        pl: "\(name): nie odczytano słów: program odczytujący pliki załamał się na tym pliku.")
    }
    return hasHiddenText
      ? Sentence(
        "\(name): the page is a picture; the text behind it proves nothing of what the eye sees. Give --ocr to have"
          + " the picture read.",
        pl: "\(name): strona jest obrazem; tekst ukryty za nim nie świadczy o tym, co widać. Podaj --ocr, aby obraz"
          + " został odczytany.")
      : Sentence(
        "\(name): no words were read: the page is a picture. Give --ocr to have it read.",
        pl: "\(name): nie odczytano słów: strona jest obrazem. Podaj --ocr, aby została odczytana.")
  }

  private var notRecognised: Sentence {
    let list = pagesNotRecognised.prefix(10).map(String.init).joined(separator: ", ")
    return Sentence(
      "\(name): the words of page \(list) were to be read from the picture and couldn't be: look at the page.",
      pl: "\(name): nie udało się odczytać słów z obrazu strony \(list): obejrzyj stronę.")
  }

  /// An answer that agrees, as far as the print's words are known: what was left out may say something else.
  func tempered(_ answer: (outcome: Outcome, sentence: Sentence)) -> (outcome: Outcome, sentence: Sentence) {
    guard answer.outcome == .passed || answer.outcome == .remark else { return answer }
    func with(_ outcome: Outcome, _ more: Sentence) -> (outcome: Outcome, sentence: Sentence) {
      (
        outcome,
        Sentence("\(answer.sentence.english) \(more.english)", pl: "\(answer.sentence.polish) \(more.polish)")
      )
    }
    if !pagesNotRecognised.isEmpty { return with(.undecided, notRecognised) }
    if !pagesLackingWords.isEmpty {
      let list = pagesLackingWords.prefix(10).map(String.init).joined(separator: ", ")
      return with(
        .undecided,
        Sentence(
          "But some words of the file aren't seen on page \(list), as if something were laid over them: look at the page.",
          pl: "Części słów z pliku nie widać jednak na stronie \(list), jakby je czymś zakryto: obejrzyj stronę."))
    }
    if !pagesWithDisguise.isEmpty {
      let list = pagesWithDisguise.prefix(10).map(String.init).joined(separator: ", ")
      return with(
        .undecided,
        Sentence(
          "But words on page \(list) have letters of another alphabet among Latin ones, or strange digits, and say something else than they seem to: look at the page.",
          pl:
            "Słowa na stronie \(list) mają jednak wśród liter łacińskich litery innego alfabetu albo obce cyfry i mówią co innego, niż się wydaje: obejrzyj stronę."
        ))
    }
    guard pagesWithoutWords > 0 else { return answer }
    return with(
      .remark,
      Sentence(
        "Pages of which no words were read, and which may show something else: \(pagesWithoutWords).",
        pl: "Strony, których słów nie odczytano i które mogą pokazywać co innego: \(pagesWithoutWords)."))
  }
}

extension PageText.Source {
  /// The words are those that a reader of the page sees, as far as they were recognised.
  var isSeen: Bool { self == .textLayer || self == .recognised }
}

extension PaperPrint {
  /// Pages print by print: two files may show one invoice, and only one of them its true amounts.
  static func all(of pages: [CasePage]) -> [PaperPrint] {
    var names: [String] = []
    for page in pages where names.last != page.print && !names.contains(page.print) { names.append(page.print) }
    return names.map { name in PaperPrint(name: name, pages: pages.filter { $0.print == name }) }
  }
}
