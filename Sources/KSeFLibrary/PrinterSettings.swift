import Findings
import Glibc
import InvoicePrinting
import InvoiceRendering
import InvoiceTemplate
import KSeFIdentifiers
import OfflineSigning

/// What a caller settles for a printer, before it is opened.
struct PrinterSettings {
  private var given: [SettingName: String] = [:]

  /// - Throws: `call.unknown-setting`.
  init(_ lines: GivenLines) throws(Obstacle) {
    for (name, value) in lines.values {
      guard let setting = SettingName(rawValue: name), SettingName.ofPrinter.contains(setting) else {
        throw .unknownSetting(name, known: SettingName.ofPrinter.map(\.rawValue))
      }
      given[setting] = value
    }
  }

  /// - Parameter passphrase: of the key, where the caller hands it over in memory.
  /// - Throws: `call.value`, `call.certificate`, `call.passphrase-twice`, `resources.missing`, and whatever makes the
  ///   certificate or its key unfit.
  func printSettings(passphrase: Passphrase?) throws(Obstacle) -> PrintSettings {
    var settings: PrintSettings
    if let folder = given[.resources] {
      settings = PrintSettings(resources: try ResourceFolder(folder))
    } else {
      settings = PrintSettings(resources: try ResourceFolder.ofLibrary())
    }
    settings.template = given[.template]
    settings.labels = given[.labels]
    let dots = try value(.dpi) { ["203": Template.Paper.ordinaryDots, "180": 180, "300": 300][$0] }
    let paper = try value(.paper) { PaperChoice($0) }
    settings.paper = PaperForm(paper, dotsPerInch: dots ?? Template.Paper.ordinaryDots)
    settings.cutsPaper = try value(.cut, answer) ?? true
    settings.printsRefused = try value(.printAnyway, answer) ?? false
    settings.environment = try value(.environment) { KSeFEnvironment(rawValue: $0) } ?? .production
    settings.context = try value(.context) { IssuingContext(argument: $0) }
    settings.today = try value(.today) { CalendarDate(iso: $0) }
    let options = try PrintOptions(given, of: [.language, .issued, .document, .format, .creationDate])
    settings.languages = options.languages
    settings.issued = options.issued
    settings.document = options.document ?? .auto
    settings.creationDate = options.creationDate
    settings.take(options.form ?? .archive)
    settings.credential = try credential(for: settings.environment, passphrase)
    return settings
  }

  private func answer(_ text: String) -> Bool? { ["yes": true, "no": false][text] }

  /// Nil where nothing is given.
  private func value<Value>(_ name: SettingName, _ read: (String) -> Value?) throws(Obstacle) -> Value? {
    guard let text = given[name] else { return nil }
    guard let value = read(text) else { throw .unusableValue(name.rawValue, text, values: name.values) }
    return value
  }

  /// A file's path; `-`, which elsewhere is standard input, belongs to the program that calls.
  private func path(_ name: SettingName) throws(Obstacle) -> String? { try value(name) { $0 == "-" ? nil : $0 } }

  private func credential(
    for environment: KSeFEnvironment, _ passphrase: Passphrase?
  ) throws(Obstacle) -> OfflineCredential? {
    let (certificate, key, container) = (try path(.certificate), try path(.key), try path(.pkcs12))
    let passphraseFile = try path(.passphraseFile)
    guard (certificate == nil) == (key == nil), certificate == nil || container == nil else {
      throw .certificateIncomplete
    }
    guard passphrase == nil || passphraseFile == nil else { throw .passphraseTwice }
    let now = Int64(time(nil))
    let asked = { () throws(Obstacle) -> Passphrase? in
      guard let passphraseFile else { return passphrase }
      return try PassphraseSource.file(passphraseFile).read(prompt: Sentence("", pl: ""), language: .english)
    }
    if let container {
      return try .pkcs12(file: container, passphrase: asked, environment: environment, now: now)
    }
    guard let certificate, let key else { return nil }
    return try .open(
      certificateFile: certificate, keyFile: key, passphrase: asked, environment: environment, now: now)
  }
}

extension PrintOptions {
  /// - Parameters:
  ///   - given: of which those are looked at that `names` holds.
  /// - Throws: `call.value`.
  init(_ given: [SettingName: String], of names: [SettingName]) throws(Obstacle) {
    self.init()
    for name in names {
      guard let value = given[name] else { continue }
      // The worker's protocol calls the format a form.
      guard set(name == .format ? "form" : name.rawValue, value) else {
        throw .unusableValue(name.rawValue, value, values: name.values)
      }
    }
  }
}
