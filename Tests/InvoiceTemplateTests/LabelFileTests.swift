import Findings
import Foundation
import Testing

@testable import InvoiceTemplate

@Suite("The project's label files")
struct LabelFileTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static func text(_ language: LabelLanguage) throws -> String {
    let file = root.appending(path: "templates/labels/\(language.rawValue).toml")
    return String(decoding: try Data(contentsOf: file), as: UTF8.self)
  }

  static func labels(_ language: LabelLanguage) throws -> Labels {
    let (labels, findings) = Labels.read(
      Array(try text(language).utf8), fileName: "\(language.rawValue).toml", language: language)
    #expect(findings == [])
    return try #require(labels)
  }

  @Test("Every language has a word for every term and a name for every country", arguments: LabelLanguage.allCases)
  func complete(language: LabelLanguage) throws {
    let labels = try Self.labels(language)
    #expect(Set(labels.words.keys) == Set(Term.allCases))
    #expect(Set(labels.countries.keys) == Set(countryCodes))
  }

  @Test("Every file has the same keys in the same order", arguments: LabelLanguage.allCases)
  func sameKeys(language: LabelLanguage) throws {
    func keys(_ language: LabelLanguage) throws -> [Substring] {
      try Self.text(language).split(separator: "\n").filter { !$0.hasPrefix("#") }.map { $0.prefix { $0 != "=" } }
    }
    #expect(try keys(language) == keys(.polish))
    #expect(try keys(language).count > Term.allCases.count + countryCodes.count)
  }

  @Test("No word is empty, has space around it or characters that can't be seen", arguments: LabelLanguage.allCases)
  func printableWords(language: LabelLanguage) throws {
    let labels = try Self.labels(language)
    for word in Array(labels.words.values) + labels.countries.values {
      #expect(!word.isEmpty)
      #expect(word == word.trimmingCharacters(in: .whitespacesAndNewlines))
      #expect(word.rangeOfCharacter(from: .controlCharacters.union(.newlines)) == nil, "\(word)")
    }
  }

  @Test("German and Ukrainian words aren't English ones left over")
  func translated() throws {
    let english = try Self.labels(.english)
    // Abbreviations and words that are the same.
    let alike: Set<Term> = [
      .gtin, .pkwiu, .cn, .pkob, .gtu, .krs, .regon, .bdo, .taxNumber, .eori, .gln, .swift, .transport,
      .roleFactor, .vehicleIdentification, .loadContainer, .loadSack, .inZloty, .statusInLiquidation, .email,
    ]
    for language in [LabelLanguage.german, .ukrainian] {
      let labels = try Self.labels(language)
      for term in Term.allCases where labels[term].lowercased() == english[term].lowercased() {
        #expect(alike.contains(term), "\(language.rawValue): \(term.rawValue)")
      }
    }
    let cyrillic = try Self.labels(.ukrainian).countries.values.allSatisfy { name in
      name.unicodeScalars.contains { (0x400...0x4FF).contains($0.value) }
    }
    #expect(cyrillic)
  }

  @Test("Every word is said somewhere: none is dead")
  func noDeadWords() throws {
    let sources = Self.root.appending(path: "Sources")
    var names: Set<Substring> = []
    for case let file as URL in try #require(
      FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
    where file.pathExtension == "swift" && file.lastPathComponent != "Term.swift" {
      for match in try String(contentsOf: file, encoding: .utf8).matches(of: #/\.(?<name>[a-zA-Z]\w*)/#) {
        names.insert(Substring(String(match.output.name)))
      }
    }
    let dead = Term.allCases.filter { !names.contains("\($0)") }
    #expect(dead.isEmpty, "never said: \(dead)")
  }

  @Test("Messages to whoever prints in another language than Polish are English")
  func messages() {
    #expect(LabelLanguage.allCases.map(\.messages) == [.polish, .english, .english, .english])
  }
}
