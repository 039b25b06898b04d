import Foundation
import Testing

@Suite("House rules")
struct HouseRuleTests {
  /// Tables of words or numbers, which grow with the world and not with our cleverness.
  private static let tables: Set<String> = ["Sources/InvoiceTemplate/Labels/Term.swift"]

  private static let textEndings = [
    ".swift", ".h", ".cpp", ".modulemap", ".md", ".toml", ".yml", ".yaml", ".sh", ".py", "Makefile",
  ]

  private func isText(_ file: String) -> Bool {
    Self.textEndings.contains { file.hasSuffix($0) }
      || file.hasPrefix("packaging/") || file.hasPrefix(".ci/") || file.hasPrefix("fonts/")
  }

  private func isCode(_ file: String) -> Bool {
    file.hasSuffix(".swift") || file.hasSuffix(".h") || file.hasSuffix(".cpp")
  }

  @Test("The repository is found")
  func repositoryIsFound() {
    #expect(Repository.files.contains("Package.swift"))
    #expect(Repository.files.contains("fonts/fonts.toml"))
    #expect(Repository.files.count > 50)
  }

  @Test("No file names a folder of somebody's machine")
  func noMachinePaths() throws {
    // Put together here, so that this file doesn't name one itself.
    let homes = ["work", "root", "home", "Users"].map { "/\($0)/" }
    // `https://example/home/` and `$(ROOT)/work/` are no absolute paths.
    let innerBytes = Set(
      Array(".)}_-".utf8) + Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789".utf8))
    for file in Repository.files where isText(file) {
      let bytes = try Repository.bytes(file)
      for home in homes {
        var start = bytes.startIndex
        while let found = bytes.range(of: Data(home.utf8), in: start..<bytes.endIndex) {
          let isInner = found.lowerBound > bytes.startIndex && innerBytes.contains(bytes[found.lowerBound - 1])
          #expect(isInner, "\(file) names \(home)")
          start = found.upperBound
        }
      }
    }
  }

  @Test("No source file is longer than 400 lines, tables excepted")
  func filesAreShort() throws {
    for file in Repository.files where isCode(file) && !Self.tables.contains(file) {
      let lines = try Repository.bytes(file).count { $0 == UInt8(ascii: "\n") }
      #expect(lines <= 400, "\(file) has \(lines) lines")
    }
  }

  @Test("No font, key or certificate file lies in the repository")
  func noForeignFiles() {
    let endings = [".ttf", ".otf", ".ttc", ".woff", ".woff2", ".key", ".p12", ".pfx"]
    for file in Repository.files {
      #expect(!endings.contains { file.lowercased().hasSuffix($0) }, "\(file) doesn't belong here")
    }
  }

  @Test("Git ignores what is built and house fonts")
  func ignored() throws {
    let ignored = try Repository.text(".gitignore").split(separator: "\n")
    for pattern in [".build/", "/build/", "/fonts/built/", "/fonts/house/*"] {
      #expect(ignored.contains { $0 == pattern })
    }
  }

  @Test("No source crashes by a forced try or cast, and none is left unfinished")
  func noForce() throws {
    // Put together here, so that this file doesn't hold them itself.
    let forbidden = [("try", "!"), ("as", "! "), ("TO", "DO"), ("FIX", "ME"), ("nonisolated(un", "safe)")].map {
      $0 + $1
    }
    for file in Repository.files where isCode(file) {
      let bytes = try Repository.bytes(file)
      for word in forbidden {
        let holds = bytes.range(of: Data(word.utf8)) != nil
        #expect(!holds, "\(file) holds \(word)")
      }
    }
  }

  @Test("Nothing is named by having no better name")
  func names() {
    let empty = #/(?:Utils?|Utilit\w+|Helpers?|Common|Manager|Base)\.swift$/#
    for file in Repository.files {
      #expect(file.firstMatch(of: empty) == nil, "\(file) needs the name of what it does")
    }
  }

  @Test("Every system library of the package is in the list of Debian packages")
  func installList() throws {
    let manifest = try Repository.text("Package.swift")
    let listed = Set(
      try Repository.text("packaging/debian-packages").split(separator: "\n").compactMap { line -> String? in
        let words = line.split(separator: " ", omittingEmptySubsequences: true)
        return words.count >= 2 && words[0] == "build" ? String(words[1]) : nil
      })
    let needed = manifest.matches(of: #/apt: "(?<package>[^"]+)"/#).map { String($0.output.package) }
    #expect(needed.count > 5)
    for package in needed { #expect(listed.contains(package), "\(package) is missing in packaging/debian-packages") }
  }

  @Test("The font recipe asks for the packages of the install list")
  func fontPackages() throws {
    let recipe = try Repository.text("fonts/build-fonts")
    let list = try Repository.text("packaging/debian-packages")
    for package in ["fonts-noto-core", "fonts-droid-fallback", "python3-fonttools"] {
      let isNamed = recipe.contains(package)
      let isListed = list.contains(package)
      #expect(isNamed && isListed, "\(package) must be in both")
    }
  }

  @Test("README names the commands that exist, and CI runs the test command that README names")
  func commands() throws {
    let makefile = try Repository.text("Makefile")
    let readme = try Repository.text("README.md")
    let named = readme.matches(of: #/(?m)(?:^|`)make (?<verb>[a-z]+)/#).map { String($0.output.verb) }
    #expect(named.contains("demo"))
    #expect(named.contains("test"))
    for verb in named {
      let exists = makefile.contains("\n\(verb):")
      #expect(exists, "README names make \(verb)")
    }
    #expect(try Repository.text(".ci/run").split(separator: "\n").contains("make test"))
  }
}
