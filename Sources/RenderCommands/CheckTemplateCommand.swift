import ArgumentParser
import Findings
import InvoiceRendering

struct CheckTemplateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check-template",
    abstract: "Say all that is wrong with templates, or that they are in order.",
    discussion:
      "Each mistake comes with its file, line, key and remedy. Exit code 2 where there is one, 74 where a file can't be read."
  )

  @Argument(help: ArgumentHelp("Template files, or names of built-in templates.", valueName: "name|file"))
  var templates: [String]

  @OptionGroup(title: "Look") var place: ResourceOptions

  @Option(help: "The language of messages: pl or en.")
  var language: MessageLanguage?

  func run() throws {
    let language = language?.language ?? .ofEnvironment
    var worst: Int32 = 0
    try reporting(in: language) { () throws(Obstacle) in
      let resources = try place.folder()
      // One that can't be read doesn't keep the others from being looked at.
      for template in templates { worst = max(worst, check(template, in: resources, language)) }
    }
    if worst != 0 { throw ExitCode(worst) }
  }

  /// Says what is wrong with one template; the exit code that it asks for.
  private func check(_ template: String, in resources: ResourceFolder, _ language: Language) -> Int32 {
    do throws(Obstacle) {
      let found = try InvoiceRenderer.findings(ofTemplate: template, in: resources)
      report(found, in: language)
      guard found.isEmpty else { return 2 }
      print(Sentence("\(template): in order", pl: "\(template): w porządku").text(in: language).printable)
      return 0
    } catch {
      printToStandardError(error.text(in: language))
      return error.kind.exitCode
    }
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
