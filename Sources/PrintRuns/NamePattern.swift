public import Findings
public import InvoicePrinting

/// How the files of prints are called: a path under the output folder, with fields in braces.
///
/// `{seller}/{year}/{number}.pdf`. What stands between the fields is written by the user and must fit every file system
/// as it is; what the fields stand for comes from invoices and is made to fit.
public struct NamePattern: Sendable, Hashable {
  /// What a field stands for.
  public enum Field: String, Sendable, Hashable, CaseIterable {
    /// The seller's NIP.
    case seller
    /// The seller's name.
    case sellerName = "seller-name"
    /// The buyer's name.
    case buyerName = "buyer-name"
    /// The invoice's own number.
    case number
    /// The date of issue, YYYY-MM-DD.
    case date
    /// The year of issue.
    case year
    /// The month of issue, 01 to 12.
    case month
    /// The day of issue, 01 to 31.
    case day
    /// The kind of invoice (`VAT`, `KOR` …); `UPO` for a receipt.
    case kind
    /// The number that KSeF gave the invoice.
    case ksefNumber = "ksef-number"
    /// The SHA-256 of the XML in Base64URL.
    case hash
    /// The path of the source without `.xml`, under the folder or archive that was named; it may hold folders.
    case source
  }

  enum Part: Sendable, Hashable {
    case text(String)
    case field(Field)
  }

  /// The pattern as it was written.
  public let text: String
  /// The parts of each folder and of the file, in their order.
  let components: [[Part]]

  /// `{source}.pdf`: prints lie as their sources do.
  public static let standard = NamePattern("{source}.pdf", [[.field(.source), .text(".pdf")]])

  private init(_ text: String, _ components: [[Part]]) {
    self.text = text
    self.components = components
  }

  /// Reads a pattern strictly.
  ///
  /// - Throws: `name.unknown-field`, `name.brace`, `name.character`, `name.path` and `name.ending`, all usage.
  public init(_ text: String) throws(Obstacle) {
    self.text = text
    var components: [[Part]] = []
    for component in text.split(separator: "/", omittingEmptySubsequences: false) {
      components.append(try NamePattern.parts(of: component))
    }
    self.components = components
    guard case .text(let ending)? = components.last?.last, ending.lowercased().hasSuffix(".pdf"),
      components.last != [.text(ending)] || ending.utf8.count > 4
    else { throw .namePatternEnding(text) }
  }

  private static func parts(of component: Substring) throws(Obstacle) -> [Part] {
    var parts: [Part] = []
    var rest = component
    while let first = rest.first {
      if first == "{" {
        guard let end = rest.firstIndex(of: "}") else { throw .namePatternBrace(String(component)) }
        let name = String(rest[rest.index(after: rest.startIndex)..<end])
        guard let field = Field(rawValue: name) else { throw .namePatternField(name) }
        parts.append(.field(field))
        rest = rest[rest.index(after: end)...]
      } else {
        let text = String(rest.prefix { $0 != "{" })
        guard !text.contains("}") else { throw .namePatternBrace(String(component)) }
        guard !text.unicodeScalars.contains(where: SafeName.forbids) else { throw .namePatternCharacter(text) }
        parts.append(.text(text))
        rest = rest.dropFirst(text.count)
      }
    }
    // `//`, `/` at an end, `.`, `..` and hidden names.
    guard !parts.isEmpty else { throw .namePatternPath(String(component)) }
    if case .text(let text) = parts[0], text.hasPrefix(".") { throw .namePatternPath(text) }
    return parts
  }

  /// Whether the name is known before the invoice is read.
  var needsFacts: Bool {
    components.joined().contains {
      if case .field(let field) = $0 { field != .source && field != .hash } else { false }
    }
  }
}

extension NamePattern {
  /// The path of a print under the output folder, fit for every file system; two invoices may have the same.
  ///
  /// - Parameter source: the path of the XML under what was named.
  public func path(for facts: PrintFacts, source: String) -> String {
    var components: [String] = []
    for parts in self.components {
      let texts = parts.map { part in
        switch part {
        case .text(let text): text
        case .field(let field): value(of: field, facts, source)
        }
      }
      // Only `{source}` holds folders; other fields come without slashes.
      components += texts.joined().split(separator: "/").map(String.init)
    }
    return SafeName.path(components)
  }

  private func value(of field: Field, _ facts: PrintFacts, _ source: String) -> String {
    let date = facts.issueDate.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    let parts = date.count == 3 ? date : ["", "", ""]
    let text =
      switch field {
      case .seller: facts.seller
      case .sellerName: facts.sellerName
      case .buyerName: facts.buyerName
      case .number: facts.number
      case .date: facts.issueDate
      case .year: parts[0]
      case .month: parts[1]
      case .day: parts[2]
      case .kind: facts.kind == .receipt ? "UPO" : facts.invoiceKind
      case .ksefNumber: facts.ksefNumber
      case .hash: facts.hash
      case .source: SafeName.withoutEnding(source)
      }
    if text.isEmpty { return "_" }
    return field == .source ? text : text.replacing("/", with: "_")
  }
}
