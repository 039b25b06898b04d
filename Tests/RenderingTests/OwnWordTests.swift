import Findings
import Foundation
import InvoiceRendering
import InvoiceTemplate
import Testing
import Typography

@Suite("Words of the user's own in a print")
struct OwnWordTests {
  private func write(_ text: String, to name: String, in folder: URL) throws {
    let file = folder.appendingPathComponent(name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try "format = 1\n\(text)\n".write(to: file, atomically: true, encoding: .utf8)
  }

  private func wording(
    template: String? = nil, labels: String? = nil, _ languages: [LabelLanguage] = [.polish]
  ) throws -> Wording {
    try InvoiceRenderer.Stages(resources: House.resources(), template: template, labels: labels).wording(languages)
  }

  @Test("A folder's words stand in place of the built-in ones, in the languages that it has")
  func folder() throws {
    try House.withFolder { folder in
      try write("[party]\nseller = \"Dostawca\"", to: "pl.toml", in: folder)
      let wording = try wording(labels: folder.path, [.polish, .english])
      #expect(wording.lead[.seller] == "Dostawca")
      #expect(wording.lead[.buyer] == "Nabywca")
      #expect(wording.second?[.seller] == "Seller")
    }
  }

  @Test("Words of the law stay beside a user's own")
  func law() throws {
    try House.withFolder { folder in
      try write("[annotation]\nsplit-payment = \"x\"\n[confirmation]\nnotice = \"y\"", to: "pl.toml", in: folder)
      let wording = try wording(labels: folder.path)
      #expect(wording.lead[.notTheInvoice] == "y")
      let builtIn = try self.wording().lead
      #expect(wording.polish[.notTheInvoice] == builtIn[.notTheInvoice])
      #expect(wording.polish[.splitPayment] == builtIn[.splitPayment])
    }
  }

  @Test(
    "What is no plain file of its folder isn't read as a label file", arguments: ["pipe", "link", "nothing", "folder"])
  func plainFiles(kind: String) throws {
    try House.withFolder { folder in
      let words = folder.appendingPathComponent("words")
      try write("", to: "en.toml", in: words)
      try write("[party]\nseller = \"Dostawca\"", to: "outside.toml", in: folder)
      let file = words.appendingPathComponent("pl.toml")
      switch kind {
      case "pipe": try #require(mkfifo(file.path, 0o600) == 0)
      case "folder": try FileManager.default.createDirectory(at: file, withIntermediateDirectories: false)
      default:
        let target = kind == "link" ? folder.appendingPathComponent("outside.toml").path : "nowhere"
        try FileManager.default.createSymbolicLink(atPath: file.path, withDestinationPath: target)
      }
      #expect {
        _ = try wording(labels: words.path)
      } throws: { error in
        (error as? Obstacle)?.findings.map(\.code) == ["labels.no-file"]
      }
    }
  }

  @Test("A template brings words of its own; those of the command stand over them")
  func template() throws {
    try House.withFolder { folder in
      try write("labels = \"words\"", to: "mine.toml", in: folder)
      try write("[party]\nseller = \"Dostawca\"\nbuyer = \"Odbiorca\"", to: "words/pl.toml", in: folder)
      try write("[party]\nbuyer = \"Klient\"", to: "own/pl.toml", in: folder)
      let template = folder.appendingPathComponent("mine.toml").path
      let wording = try wording(template: template, labels: folder.appendingPathComponent("own").path)
      #expect(wording.lead[.seller] == "Dostawca")
      #expect(wording.lead[.buyer] == "Klient")
    }
  }

  @Test("A template's words lie with it", arguments: ["../words", "/usr/share", "words/../..", "", "link"])
  func outside(name: String) throws {
    try House.withFolder { folder in
      let own = folder.appendingPathComponent("own")
      try write("labels = \"\(name)\"", to: "mine.toml", in: own)
      try write("", to: "words/pl.toml", in: folder)
      try FileManager.default.createSymbolicLink(
        at: own.appendingPathComponent("link"), withDestinationURL: folder.appendingPathComponent("words"))
      #expect {
        _ = try wording(template: own.appendingPathComponent("mine.toml").path)
      } throws: { error in
        (error as? Obstacle)?.findings.map(\.code) == ["template.outside-folder"]
      }
    }
  }

  @Test("The mistakes of all label files are said at once")
  func mistakes() throws {
    try House.withFolder { folder in
      try write("[party]\nseler = \"Dostawca\"", to: "pl.toml", in: folder)
      try write("[party]\nbuyer = 1", to: "de.toml", in: folder)
      try write("", to: "german.toml", in: folder)
      #expect {
        _ = try wording(labels: folder.path, [.german])
      } throws: { error in
        (error as? Obstacle)?.findings.map(\.code) == [
          "labels.unknown-name", "labels.wrong-type", "labels.unknown-key",
        ]
      }
    }
  }

  @Test("A folder without label files is refused")
  func noFiles() throws {
    try House.withFolder { folder in
      for path in [folder.path, folder.path + "/nowhere"] {
        #expect {
          _ = try wording(labels: path)
        } throws: { error in
          (error as? Obstacle)?.code == "labels.missing"
        }
      }
    }
  }

  @Test(
    "The fonts have every letter of every language, and none needs more than one family",
    arguments: LabelLanguage.allCases)
  func letters(language: LabelLanguage) throws {
    let fonts = try House.stages().fonts
    let file = House.root.appendingPathComponent("templates/labels/\(language.rawValue).toml")
    var faces: [FontSet.Weight: Set<Int>] = [:]
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
      for weight in FontSet.Weight.allCases {
        let runs = fonts.shape(String(line), weight).runs
        #expect(runs.allSatisfy { $0.glyphs.allSatisfy { $0.id != 0 } }, "\(line)")
        faces[weight, default: []].formUnion(runs.map(\.face))
      }
    }
    #expect(fonts.takeTroubles().letters.isEmpty)
    // Noto Sans is cut in two: what an ordinary invoice needs, and the rest.
    #expect(faces.values.allSatisfy { $0.count <= 2 })
  }
}
