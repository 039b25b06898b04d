import ArgumentParser
import Findings
import InvoiceRendering

struct CheckTemplateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check-template",
    abstract: "Say all that is wrong with templates, or that they are in order.",
    discussion: "Each mistake comes with its file, line, key and remedy. Exit code 2 where there is one.")

  @Argument(help: ArgumentHelp("Template files, or names of built-in templates.", valueName: "name|file"))
  var templates: [String]

  @OptionGroup(title: "Look") var place: ResourceOptions

  @Option(help: "The language of messages: pl or en.")
  var language: MessageLanguage?

  func run() throws {
    let language = language?.language ?? .ofEnvironment
    var isInOrder = true
    try reporting(in: language) { () throws(Obstacle) in
      let resources = try place.folder()
      for template in templates {
        let found = try InvoiceRenderer.findings(ofTemplate: template, in: resources)
        report(found, in: language)
        if found.isEmpty {
          print(Sentence("\(template): in order", pl: "\(template): w porządku").text(in: language).printable)
        }
        isInOrder = isInOrder && found.isEmpty
      }
    }
    if !isInOrder { throw ExitCode(2) }
  }
}

/// The language of messages alone.
struct MessageLanguage: ExpressibleByArgument, Sendable {
  let language: Language

  init?(argument: String) {
    guard let language = Language(rawValue: argument.lowercased()) else { return nil }
    self.language = language
  }

  static var allValueStrings: [String] { Language.allCases.map(\.rawValue) }
}
