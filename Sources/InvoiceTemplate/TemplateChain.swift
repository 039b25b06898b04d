import Findings
import WholeFiles

/// A template together with those that it extends.
struct TemplateChain {
  private let builtIn: String?
  private let mistakes: Mistakes

  /// A company's look over a house's over a built-in one needs three; more is a mistake.
  static let longest = 8
  static let sizeLimit = 256 * 1024

  /// - Parameter builtIn: the folder of the built-in templates; nil where there is only the standard one.
  init(builtIn: String?, _ mistakes: Mistakes) {
    self.builtIn = builtIn
    self.mistakes = mistakes
  }

  /// The table that all of them make together: tables merge key by key, anything else is replaced whole.
  func root(of bytes: [UInt8], fileName: String) -> StrictTable? {
    guard var merged = readRoot(bytes, fileName: fileName, mistakes) else { return nil }
    var last = merged
    var files = [realPath(fileName) ?? fileName]
    while let name = StrictValue(last, mistakes).table()?["extends"] {
      guard let text = name.string(), !isStandardItself(text) else { break }
      guard let file = file(text, named: name) else { break }
      guard !files.contains(realPath(file) ?? file) else {
        name.report(
          "cycle", Sentence("The templates extend one another in a circle.", pl: "Szablony rozszerzają się w kółko."),
          remedy: Sentence("Let one of them extend none.", pl: "Niech jeden z nich nie rozszerza żadnego."))
        break
      }
      guard files.count < Self.longest else {
        name.report(
          "too-deep",
          Sentence(
            "More than \(Self.longest) templates extend one another.",
            pl: "Więcej niż \(Self.longest) szablonów rozszerza się nawzajem."))
        break
      }
      files.append(realPath(file) ?? file)
      do throws(Obstacle) {
        guard let base = readRoot(try readWholeFile(file, limit: Self.sizeLimit), fileName: file, mistakes) else {
          break
        }
        last = base
        merged = merged.over(base)
      } catch {
        name.report("unreadable", error.reason, remedy: error.remedy)
        break
      }
    }
    return StrictValue(merged, mistakes).table()
  }

  /// Whether the name means what every template rests on, where no file says it.
  private func isStandardItself(_ name: String) -> Bool { builtIn == nil && name == "standard" }

  private func file(_ text: String, named value: StrictValue) -> String? {
    guard isBuiltInTemplateName(text) else { return value.path(beside: .file) }
    let known = builtIn.map(builtInTemplateNames(in:)) ?? ["standard"]
    guard known.contains(text), let builtIn else {
      value.report(unknownName: text, among: known)
      return nil
    }
    return "\(builtIn)/\(text).toml"
  }
}

extension TOMLNode {
  /// This node in the place of another: tables merge, anything else is replaced whole.
  fileprivate func over(_ base: TOMLNode) -> TOMLNode {
    guard case .table(let own) = value, case .table(var members) = base.value else { return self }
    // A paper's size by name stands for width and height, and is not to be mixed with those of another template.
    if place.path == "paper", own["size"] != nil { (members["width"], members["height"]) = (nil, nil) }
    for (name, node) in own { members[name] = members[name].map(node.over) ?? node }
    return TOMLNode(value: .table(members), place: place, namePlace: namePlace)
  }
}
