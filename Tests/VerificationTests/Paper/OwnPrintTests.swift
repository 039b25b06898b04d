import CodeReading
import FAInvoice
import Findings
import KSeFIdentifiers
import Testing

@testable import Verification

/// The paper's checks on prints of ours, unchanged and with one digit changed.
@Suite("Our prints against their XML")
struct OwnPrintTests {
  @Test("Every print of a sample says what its XML says", arguments: Look.all)
  func unchanged(_ look: Look) throws {
    let press = try PaperPress(look)
    for name in PaperPress.samples {
      let xml = try PaperPress.sample(name)
      let answers = try paperAnswers(try words(ofPDF: try press.pdf(xml)), xml: xml)
      #expect(answers.count >= 5)
      for answer in answers.values.sorted(by: { $0.check.rawValue < $1.check.rawValue }) {
        #expect(
          answer.outcome == .passed, "\(name), \(answer.check.rawValue): \(answer.sentence.english)")
      }
    }
  }

  @Test("One digit changed on the paper never passes", arguments: [Look.all[0], Look.all[4], Look.all[6]])
  func changed(_ look: Look) throws {
    let press = try PaperPress(look)
    for (index, name) in PaperPress.samples.enumerated() {
      let xml = try PaperPress.sample(name)
      let pages = try words(ofPDF: try press.pdf(xml))
      let facts = InvoiceFacts(try FADocument.read(xml, fileName: name))
      for field in Field.allCases {
        let places = field.places(facts, pages)
        #expect(!places.isEmpty || field.mayBeAbsent(facts), "\(name), \(field): not on the paper")
        for (round, changes) in (places.map { [$0] } + (places.isEmpty ? [] : [places])).enumerated() {
          var forged = pages
          for change in changes { forged[change.page][change.word].changeDigit(seed: index + round) }
          let answer = try #require(try paperAnswers(forged, xml: xml)[field.check])
          let words = changes.first.map { forged[$0.page][$0.word].text } ?? ""
          #expect(
            answer.outcome == .failed || answer.outcome == .undecided,
            "\(name), \(field): \(words) passed: \(answer.sentence.english)")
        }
      }
    }
  }
}

/// What an invoice says once or several times on its paper.
private enum Field: CaseIterable {
  case seller, buyer, number, date, total

  struct Place {
    let page: Int
    let word: Int
  }

  var check: CheckName {
    switch self {
    case .seller: .paperSeller
    case .buyer: .paperBuyer
    case .number: .paperNumber
    case .date: .paperDate
    case .total: .paperTotals
    }
  }

  func mayBeAbsent(_ facts: InvoiceFacts) -> Bool { self == .buyer && facts.buyer.identifier?.hasDigit != true }

  /// The words that end in the field's value: each may be all of it, or its last part.
  func places(_ facts: InvoiceFacts, _ pages: [[PageWord]]) -> [Place] {
    let value: String? =
      switch self {
      case .seller: facts.seller.identifier
      // The country's letters may stand apart.
      case .buyer: facts.buyer.identifier.map { facts.buyer.hasNIP ? $0 : String($0.dropFirst(2)) }
      case .number: facts.number
      case .date: facts.issueDate?.printed
      case .total: facts.total?.asPrinted
      }
    guard let value else { return [] }
    let parts = value.split(whereSeparator: \.isWhitespace).map(String.init)
    var places: [Place] = []
    for (page, words) in pages.enumerated() {
      for word in words.indices where words[word].text == value || words[word].text == parts.last {
        let before = words[..<word].suffix(parts.count - 1).map(\.text)
        if words[word].text == value || before == Array(parts.dropLast()) {
          places.append(Place(page: page, word: word))
        }
      }
    }
    // Other days may be the same: the day of issue stands first.
    return self == .date ? Array(places.prefix(1)) : places
  }
}

extension PageWord {
  /// Makes another digit of one of the word's digits.
  fileprivate mutating func changeDigit(seed: Int) {
    var characters = Array(text)
    let digits = characters.indices.filter { characters[$0].isNumber }
    let position = digits[seed % digits.count]
    let digit = (characters[position].wholeNumberValue ?? 0) + 1 + seed % 8
    characters[position] = Character(String(digit % 10))
    self = PageWord(text: String(characters), region: region, confidence: confidence)
  }
}
