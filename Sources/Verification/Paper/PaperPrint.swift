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
    isWithoutLook = pages.contains { $0.reading.text.shortfall == .readerFailed }
  }

  /// Why nothing can be said of a print without words.
  var reasonForSilence: Sentence {
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
