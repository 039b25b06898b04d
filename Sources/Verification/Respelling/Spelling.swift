import Findings

/// A way in which programs write one and the same XML content.
struct Spelling: Hashable {
  /// White space between elements.
  enum Layout: Hashable {
    case asGiven
    /// All on one line.
    case none
    /// Each element on a line of its own, indented for each level by this.
    case indented(by: String)
  }

  /// Elements with nothing in them.
  enum EmptyElements: String, Hashable, CaseIterable {
    case asGiven = ""
    case short = "<a/>"
    case shortWithSpace = "<a />"
    case long = "<a></a>"
  }

  /// How attributes are written.
  enum Attributes: Hashable, CaseIterable {
    case asGiven
    /// One space before each, and double quotes.
    case doubleQuotes
    /// One space before each, and single quotes.
    case singleQuotes
  }

  /// Which characters of texts are written as entities beside `&` and `<`.
  enum Entities: String, Hashable, CaseIterable {
    case asGiven
    case none = ""
    case greater = ">"
    case greaterAndQuote = ">\""
    case greaterAndQuotes = ">\"'"
  }

  /// How a carriage return within a text is written.
  enum ReturnReference: String, Hashable, CaseIterable {
    case hexadecimal = "&#xD;"
    case decimal = "&#13;"
  }

  var layout = Layout.asGiven
  var emptyElements = EmptyElements.asGiven
  var attributes = Attributes.asGiven
  var entities = Entities.asGiven
  var returnReference = ReturnReference.hexadecimal

  /// In what this differs from the file that was given.
  var differences: [Sentence] {
    var differences: [Sentence] = []
    switch layout {
    case .asGiven: break
    case .none: differences.append(Sentence("no white space between elements", pl: "bez odstępów między elementami"))
    case .indented(by: "\t"): differences.append(Sentence("indented by tabs", pl: "wcięcia z tabulatorów"))
    case .indented(by: let indent):
      differences.append(Sentence("indented by \(indent.count)", pl: "wcięcia po \(indent.count)"))
    }
    if emptyElements != .asGiven {
      differences.append(
        Sentence(
          "empty elements as \(emptyElements.rawValue)", pl: "puste elementy jako \(emptyElements.rawValue)"))
    }
    if attributes != .asGiven {
      differences.append(Sentence("attributes quoted otherwise", pl: "inaczej zapisane atrybuty"))
    }
    if entities != .asGiven {
      differences.append(Sentence("entities written otherwise", pl: "inaczej zapisane encje"))
    }
    return differences
  }
}
