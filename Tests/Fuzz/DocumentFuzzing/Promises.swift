import FAInvoice
import Findings

/// The most bytes that one message may take: a hostile file must not fill the screen or the log.
private let longestMessage = 4_000

/// Stops the process where a promise is broken, and says which: an optimised build keeps no sentence of `precondition`.
private func expect(_ isKept: Bool, _ promise: String) {
  if !isKept { fatalError("Broken promise: \(promise)") }
}

/// A message that people can read: in both languages, brief, and without a character that moves the cursor.
func expectFitForPeople(_ obstacle: Obstacle) {
  expect(!obstacle.code.isEmpty && obstacle.place.file == Examiner.fileName, "an obstacle says what and where")
  for language in [Language.english, .polish] {
    expectBrief(obstacle.reason.text(in: language))
    expectBrief(obstacle.remedy.text(in: language))
    let message = obstacle.text(in: language)
    expect(message.utf8.count <= longestMessage, "\(obstacle.code) is brief")
    expect(message.utf8.allSatisfy { $0 >= 0x20 || $0 == 0x0A }, "\(obstacle.code) moves no cursor")
  }
}

func expectFitForPeople(_ finding: Finding) {
  expect(!finding.code.isEmpty && finding.place.file == Examiner.fileName, "a finding says what and where")
  expect(finding.place.text.utf8.count <= longestMessage, "the place of \(finding.code) is brief")
  for language in [Language.english, .polish] { expectBrief(finding.sentence.text(in: language)) }
}

private func expectBrief(_ sentence: String) {
  expect(!sentence.isEmpty && sentence.utf8.count <= longestMessage, "a sentence says something, briefly")
}

/// Walks the whole tree: children and parents agree, places lie in the file, texts are what a file could hold.
func expectSound(_ root: InvoiceElement, bytes: [UInt8], place: (InvoiceElement) -> Place) {
  let lineCount = bytes.count { $0 == 0x0A } + 1
  var waiting = [root]
  var seen = 0
  var characters = 0
  while let element = waiting.popLast() {
    seen += 1
    expect(!element.name.isEmpty, "an element has a name")
    expect(element.isLeaf || element.text.isEmpty, "only an element without elements inside has text")
    characters += element.text.utf8.count
    for attribute in element.attributes {
      expect(!attribute.name.isEmpty, "an attribute has a name")
      characters += attribute.value.utf8.count
    }
    expect((1...lineCount).contains(element.line) && element.column >= 1, "an element stands in the file")
    // A path counts siblings, so the paths of all elements would take time by the square of their number.
    if seen <= 100 {
      let place = place(element)
      expect(place.line == element.line && place.path == element.path, "a place is where the element stands")
    }
    for child in element.children {
      expect(child.parent?.ordinal == element.ordinal, "a child knows its parent")
      expect(child.ordinal > element.ordinal, "an element comes before what it holds")
      waiting.append(child)
    }
  }
  expect(characters <= bytes.count, "no text is longer than what wrote it")
}
