import Findings
import Foundation
import KSeFIdentifiers
import PrintRuns
import Testing

@Suite("Watching a folder")
struct WatchTests {
  private let shop: Workshop

  init() throws { shop = try Workshop() }

  /// An invoice as far as the watch looks: an element that ends as it began, with its number before it.
  private func invoice(_ number: String) -> String { "\(number) <Faktura>\n</Faktura>\n" }

  private func watch(settlingSeconds: Int = 3600) throws -> WatchedFolder {
    try WatchedFolder("\(shop.path)/in", sizeLimit: 1000, settlingSeconds: settlingSeconds)
  }

  /// The names of all that is complete by now.
  private func arrived(_ folder: WatchedFolder) throws -> [String] {
    var names: [String] = []
    while let found = try folder.next() {
      switch found {
      case .file(let file): names.append(file.place)
      case .obstacle(let obstacle): names.append(obstacle.code)
      case .passedOver: names.append("-")
      }
    }
    return names
  }

  @Test("What lies there comes first, in the order of names, then what comes")
  func arrivals() throws {
    for name in ["b.xml", "a.xml", "c.txt", ".d.xml"] { try shop.write(invoice("1"), to: "in/\(name)") }
    try shop.write(invoice("1"), to: "in/sub/e.xml")
    let folder = try watch()
    #expect(try arrived(folder) == ["a.xml", "b.xml"])
    try shop.write(invoice("2"), to: "in/0.XML")
    #expect(try arrived(folder) == ["0.XML"])
    #expect(try arrived(folder) == [])
  }

  @Test("A file that is written in two halves is given once, when it is whole")
  func halves() throws {
    let folder = try watch()
    try shop.write("<?xml version=\"1.0\"?><!-- > --><f:Faktura><Fa></Fa>", to: "in/a.xml")
    #expect(try arrived(folder) == [])
    let file = try FileHandle(forWritingTo: URL(filePath: "\(shop.path)/in/a.xml"))
    try file.seekToEnd()
    try file.write(contentsOf: Data("</f:Faktura >\n".utf8))
    try file.close()
    #expect(try arrived(folder) == ["a.xml"])
    #expect(try arrived(folder) == [])
  }

  @Test("A file that doesn't end as XML is given when it has been quiet long enough")
  func quiet() throws {
    try shop.write("no XML", to: "in/a.xml")
    #expect(try arrived(try watch()) == [])
    #expect(try arrived(try watch(settlingSeconds: 0)) == ["a.xml"])
  }

  @Test("A file that is moved in is given, and one that is written anew is given again")
  func movedIn() throws {
    let folder = try watch()
    try shop.write(invoice("1"), to: "b/a.xml")
    try FileManager.default.moveItem(atPath: "\(shop.path)/b/a.xml", toPath: "\(shop.path)/in/a.xml")
    #expect(try arrived(folder) == ["a.xml"])
    try shop.write(invoice("22"), to: "in/a.xml")
    #expect(try arrived(folder) == ["a.xml"])
  }

  @Test("A file larger than any invoice is an obstacle, once")
  func tooLarge() throws {
    try shop.write(String(repeating: "x", count: 1001), to: "in/a.xml")
    let folder = try watch()
    #expect(try arrived(folder) == ["file.too-large"])
    #expect(try arrived(folder) == [])
  }

  @Test("The end of the folder ends the watch")
  func folderGone() throws {
    let folder = try watch()
    try shop.remove("in")
    let obstacle = #expect(throws: Obstacle.self) { try arrived(folder) }
    #expect(obstacle?.code == "folder.unreadable")
  }

  /// Prints what is complete by now, as the watch does it, and gives a line for each.
  private func printed(_ folder: WatchedFolder, done: String? = nil, refused: String? = nil) throws -> [String] {
    var settings = PrintRunSettings(options: InvoiceHash(ofExactBytes: []))
    settings.names = try NamePattern("{number}.pdf")
    settings.resuming = .whereRecorded
    settings.waitsForDisk = true
    let watch = try FolderWatch(
      folder, doneFolder: done.map { "\(shop.path)/\($0)" }, refusedFolder: refused.map { "\(shop.path)/\($0)" })
    var lines: [String] = []
    let output = try OutputFolder(shop.output, owner: .content)
    try watch.printArrivals(into: output, settings, by: PaperCrew(hands: 2), isStopped: { false }) {
      (row) throws(Obstacle) in
      lines.append(
        "\(row.verdict) \(row.source.split(separator: "/").last ?? "")" + (row.output.map { " -> \($0)" } ?? ""))
    }
    return lines
  }

  @Test("What was printed isn't printed again after a new start, also where the print was taken away")
  func restart() throws {
    try shop.write(invoice("1"), to: "in/a.xml")
    #expect(try printed(try watch()) == ["printed a.xml -> 1.pdf"])
    try shop.remove("out/1.pdf")
    #expect(try printed(try watch()) == ["skipped a.xml -> 1.pdf"])
  }

  @Test("Another invoice under a name that was there before gets a print of its own")
  func sameName() throws {
    try shop.write(invoice("1"), to: "in/a.xml")
    let folder = try watch()
    #expect(try printed(folder) == ["printed a.xml -> 1.pdf"])
    try shop.write(invoice("1") + " ", to: "in/a.xml")
    #expect(try printed(folder) == ["printed a.xml -> 1 (2).pdf"])
  }

  @Test("Sources go where they belong, and never over another")
  func moving() throws {
    let folder = try watch()
    for text in ["1", "2"] {
      try shop.write(invoice(text), to: "in/a.xml")
      try shop.write(invoice("bad\(text)"), to: "in/b.xml")
      _ = try printed(folder, done: "in/done", refused: "in/refused")
    }
    let names = try ["in/done", "in/refused"].map { try shop.files(in: $0).map { $0.prefix { $0 != "=" } } }
    #expect(names == [["a (2).xml", "a.xml"], ["b (2).xml", "b.xml"]])
  }

  @Test("Files can't be moved into the folder that is watched")
  func sameFolder() throws {
    let folder = try watch()
    let obstacle = #expect(throws: Obstacle.self) { try printed(folder, done: "in/../in") }
    #expect(obstacle?.code == "watch.same-folder")
  }
}
