import Foundation
import Testing

/// What a person sees who checks a template before using it.
@Suite("ksef-render check-template")
struct CheckTemplateTests {
  private let folder: WorkFolder

  init() throws { folder = try WorkFolder() }

  @Test("Templates that are in order are said to be, a line each, and the exit code is 0")
  func inOrder() throws {
    let own = try folder.write("format = 1\nextends = \"compact\"\n", to: "own.toml")
    let outcome = try Program.render.run("check-template", "standard", "bilingual", own, "--language", "en")
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(outcome.lines == ["standard: in order", "bilingual: in order", "\(own): in order"])
    #expect(outcome.errors.isEmpty)
  }

  @Test("Every mistake of every file comes with its place, key and nearest name, and the exit code is 2")
  func mistakes() throws {
    let first = try folder.write("format = 1\n[barnd]\naccent = 1\n[text.title]\nsize = \"2pt\"\n", to: "first.toml")
    let second = try folder.write(
      "format = 1\nextends = \"first.toml\"\n[codes]\nplacement = \"top\"\n", to: "second.toml")
    let outcome = try Program.render.run("check-template", first, second, "standard", "--language", "en")
    #expect(outcome.code == 2)
    #expect(outcome.lines == ["standard: in order"])
    for line in [
      "\(first):2:2: barnd: refused: There is no key \"barnd\" here. [template.unknown-key]",
      "  Did you mean \"brand\"?",
      "\(first):5:8: text.title.size: refused: 2pt is not between 5pt and 72pt. [template.out-of-range]",
      "\(second):4:13: codes.placement: refused: \"top\" is not known here. [template.unknown-name]",
    ] { #expect(outcome.errors.split(separator: "\n").contains { $0 == line }, "\(line)\n\(outcome.errors)") }
  }

  @Test("A template that can't be read doesn't keep the others from being checked")
  func unreadable() throws {
    let own = try folder.write("format = 1\nlanguage = 1\n", to: "own.toml")
    let outcome = try Program.render.run(
      "check-template", folder.file("none.toml"), folder.path, "nope", own, "standard", "--language", "en")
    #expect(outcome.code == 74)
    #expect(outcome.lines == ["standard: in order"])
    for part in ["none.toml: The file can't be read", "Is a directory", "nope: There is no built-in", "wrong-type"] {
      #expect(outcome.errors.contains(part), "\(part)\n\(outcome.errors)")
    }
  }

  @Test("The messages are Polish where Polish is asked for")
  func polish() throws {
    let own = try folder.write("format = 1\n[brand]\nlogo = \"../logo.png\"\n", to: "own.toml")
    let outcome = try Program.render.run("check-template", own, "--language", "pl")
    #expect(outcome.code == 2)
    #expect(outcome.errors.contains("brand.logo: błąd: To nie jest plik w folderze szablonu."))
  }

  @Test("A logo that can't be drawn is found without printing")
  func logo() throws {
    let own = try folder.write("format = 1\n[brand]\nlogo = \"logo.svg\"\n", to: "own.toml")
    _ = try folder.write("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><g></svg>", to: "logo.svg")
    let outcome = try Program.render.run("check-template", own, "--language", "en")
    #expect(outcome.code == 2)
    #expect(outcome.errors.contains("[template.damaged-picture]"))
  }

  @Test("A mistake in the template's own words is found, and said once")
  func words() throws {
    let own = try folder.write("format = 1\nlabels = \"words\"\n", to: "own.toml")
    try FileManager.default.createDirectory(atPath: folder.file("words"), withIntermediateDirectories: false)
    _ = try folder.write("format = 1\n[party]\nseler = \"Verkäufer\"\n", to: "words/de.toml")
    let outcome = try Program.render.run("check-template", own, "--language", "en")
    #expect(outcome.code == 2)
    let lines = outcome.errors.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(
      lines.first?.hasSuffix(
        "words/de.toml:3:1: party.seler: refused: There is no key \"seler\" here. [labels.unknown-key]") == true)
    #expect(lines.last == "  Did you mean \"seller\"?")
  }

  @Test("A name that isn't built in, and a file that isn't there")
  func unknown() throws {
    let name = try Program.render.run("check-template", "standrad", "--language", "en")
    #expect(name.code == 2)
    #expect(name.errors.contains("compact, receipt, standard"))
    #expect(try Program.render.run("check-template", folder.file("none.toml")).code == 74)
    #expect(try Program.render.run("check-template").code == 64)
  }

  @Test(
    "Every sample prints with every built-in template, and both codes are read by a reader that isn't ours",
    arguments: ["compact", "bilingual"], Corpus.samples)
  func codes(template: String, sample: Invoice) throws {
    let certificate = try DemonstrationCertificate.shared(.rsa2048)
    let pdf = folder.file("print.pdf")
    let outcome = try Program.render.run([sample.path, "-o", pdf, "--template", template] + certificate.options)
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(try Raster(lastPageOf: pdf, dotsPerInch: 200).codes().count == 2)
  }
}
