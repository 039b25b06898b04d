import Testing

@Suite("Prints that would have the same name")
struct CollisionTests {
  private let shop: Workshop

  init() throws { shop = try Workshop() }

  @Test("Each print of the same name gets a number, in the order of the sources, whoever is done first")
  func numbers() throws {
    for name in ["a", "b", "c"] { try shop.write("1 x \(name)", to: "in/\(name).xml") }
    try shop.run(names: "{number}.pdf", crew: PaperCrew(hands: 3))
    #expect(try shop.files() == ["1 (2).pdf=print of 1 x b", "1 (3).pdf=print of 1 x c", "1.pdf=print of 1 x a"])
  }

  @Test("Names that differ in upper and lower case alone are the same")
  func cases() throws {
    try shop.write("Ż1", to: "in/a.xml")
    try shop.write("ż1", to: "in/b.xml")
    try shop.run(names: "{number}.pdf")
    #expect(try shop.files() == ["Ż1.pdf=print of Ż1", "ż1 (2).pdf=print of ż1"])
  }

  @Test("A print that has such a name by itself isn't written over")
  func sameAsNumbered() throws {
    for (name, number) in [("a", "1"), ("b", "1"), ("c", "1_(2)"), ("d", "1")] {
      try shop.write("\(number) \(name)", to: "in/\(name).xml")
    }
    try shop.run(names: "{number}.pdf")
    #expect(try shop.files().count == 4)
  }

  @Test("A folder and a file never have the same name")
  func folderAndFile() throws {
    try shop.write("1", to: "in/a.pdf/b.xml")
    try shop.write("2", to: "in/a.xml")
    try shop.run()
    #expect(try shop.files() == ["a.pdf=print of 2", "a.pdf_/b.pdf=print of 1"])
  }

  @Test("Another run gives the same names, though a new invoice comes before the others")
  func stable() throws {
    for name in ["b", "c"] { try shop.write("1 \(name)", to: "in/\(name).xml") }
    try shop.run(names: "{number}.pdf")
    try shop.write("1 a", to: "in/a.xml")
    let lines = try shop.run(names: "{number}.pdf")
    #expect(lines == ["printed a.xml -> 1 (3).pdf", "printed b.xml -> 1.pdf", "printed c.xml -> 1 (2).pdf"])
  }

  @Test("An invoice that was corrected in its file is printed over the print before it")
  func corrected() throws {
    try shop.write("1 wrong", to: "in/a.xml")
    try shop.run(names: "{number}.pdf")
    try shop.write("1 right", to: "in/a.xml")
    try shop.run(names: "{number}.pdf")
    #expect(try shop.files() == ["1.pdf=print of 1 right"])
  }

  @Test("A source that is named twice gives two prints")
  func namedTwice() throws {
    try shop.write("1", to: "in/a.xml")
    let lines = try shop.run(["in/a.xml", "in/a.xml"], crew: PaperCrew(hands: 2))
    #expect(lines == ["printed a.xml -> a.pdf", "printed a.xml -> a (2).pdf"])
  }
}
