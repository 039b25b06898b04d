/// The targets that `Package.swift` declares, read from its text: a test can't ask the package manager while it runs.
struct Manifest {
  struct Target {
    let name: String
    let dependencies: [String]
    let isTest: Bool
    let isLibraryOfTheSystem: Bool
  }

  /// In the order of declaration.
  let targets: [Target]

  init() throws {
    let text = try Repository.text("Package.swift")
    // `targets:` appears before, in products: the one that matters opens a line of its own.
    // What is added below on demand, for fuzzing, is no part of the house.
    guard let start = text.firstRange(of: "\n  targets: ["),
      let end = text[start.upperBound...].firstRange(of: "\n  ],")
    else { throw Unreadable() }
    var targets: [Target] = []
    let declaration =
      #/(?m)^    (?<kind>library|stage|tests|\.target|\.executableTarget)\(\s*(?:name: )?"(?<name>[^"]+)"(?<rest>(?:.*\n)(?:     .*\n|    \].*\n)*)/#
    for match in text[start.upperBound..<end.lowerBound].matches(of: declaration) {
      let kind = String(match.output.kind)
      let isLibrary = kind == "library" || kind == ".target"
      // Of what follows the name only lists of dependencies hold bare quoted words.
      let words = String(match.output.rest).matches(of: #/"(?<word>[A-Za-z0-9-]+)"/#).map { String($0.output.word) }
      targets.append(
        Target(
          name: String(match.output.name), dependencies: isLibrary ? [] : words, isTest: kind == "tests",
          isLibraryOfTheSystem: isLibrary))
    }
    self.targets = targets
  }

  struct Unreadable: Error {}

  subscript(name: String) -> Target? { targets.first { $0.name == name } }

  /// The target and everything that it reaches.
  func reach(of name: String) -> Set<String> {
    var reached: Set<String> = [name]
    var waiting = [name]
    while let next = waiting.popLast() {
      for dependency in self[next]?.dependencies ?? [] where reached.insert(dependency).inserted {
        waiting.append(dependency)
      }
    }
    return reached
  }
}
