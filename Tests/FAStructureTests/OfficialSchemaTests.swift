import FAInvoice
import FAStructure
import Glibc
import Testing

@Test(
  "The description says what the official XSD says: elements, order, occurrence, choices, types and their facets",
  .enabled(if: OfficialSchemas.folder != nil, "the official XSDs aren't beside the repository"),
  arguments: [
    (FASchema.fa3, 0, "fa3/schemat_FA3_v1-0E.xsd"), (.fa2, 0, "fa2/schemat_FA2_v1-0E.xsd"),
    (.faRR1, 0, "rr/schemat_FA_RR1_v1-1E.xsd"), (.faRR1, 1, "rr/schemat_RR1_v1-0E.xsd"),
  ])
func agreesWithOfficialSchema(_ schema: FASchema, _ publication: Int, _ file: String) throws {
  let namespace = schema.namespaces[publication]
  let theirs = OfficialSchemas.outline(of: file)
  let ours = ["namespace \(namespace)"] + Structure(of: schema, namespace: namespace).outline
  #expect(theirs.count > 200)
  for (their, our) in zip(theirs, ours) where their != our {
    Issue.record("the XSD has \(their), the description \(our)")
    return
  }
  #expect(theirs.count == ours.count)
}

/// The official XSDs, read in place.
enum OfficialSchemas {
  /// Nil in a checkout of the project alone.
  static let folder: String? = {
    let shared = getenv("KSEF_SHARED").map { String(cString: $0) } ?? "\(packageRoot)/../shared"
    return access(shared + "/schemas", R_OK) == 0 ? shared + "/schemas" : nil
  }()

  private static let packageRoot = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")

  /// An XSD in the lines of `Structure.outline`; Python reads it, since Foundation can't be imported beside libxml2.
  static func outline(of file: String) -> [String] {
    let tool = "\(packageRoot)/Tests/FAStructureTests/Tools/outline.py"
    guard let folder, let output = popen("python3 '\(tool)' '\(folder)' '\(file)'", "r") else { return [] }
    defer { pclose(output) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while case let count = fread(&chunk, 1, chunk.count, output), count > 0 { bytes += chunk[..<count] }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }
}

extension Structure {
  /// The structure as lines of text, one for each element, choice, attribute and end of them, as `OfficialSchema` has it.
  var outline: [String] {
    var lines: [String] = []
    func add(_ parts: [Group.Part]) {
      for part in parts {
        switch part {
        case .element(let element): add(element)
        case .sequence(let parts, let isOptional):
          lines.append("sequence \(isOptional ? 0 : 1)")
          add(parts)
          lines.append("end")
        case .choice(let parts, let isOptional):
          lines.append("choice \(isOptional ? 0 : 1)")
          add(parts)
          lines.append("end")
        }
      }
    }
    func add(_ element: ElementDeclaration) {
      let most =
        element.occurrence.upperBound == ElementDeclaration.unbounded ? "unbounded" : "\(element.occurrence.upperBound)"
      let head = "\(element.name) \(element.occurrence.lowerBound)...\(most) fixed=\(element.fixed ?? "")"
      switch element.content {
      case .value(let type): lines.append("\(head): \(type.outline)")
      case .group(let group): lines.append("\(head): group \(group.typeName ?? "-")")
      }
      for attribute in element.attributes {
        lines.append("attribute required \(attribute.name) fixed=\(attribute.fixed ?? "") \(attribute.type.outline)")
      }
      if case .group(let group) = element.content {
        add(group.parts)
        lines.append("end")
      }
    }
    add(root)
    return lines
  }
}

extension SimpleType {
  /// The type and those that it narrows, each with its facets.
  fileprivate var outline: String {
    if let name, name.hasPrefix("xsd:"), facets.isEmpty { return name }
    let words = facets.map(\.outline).sorted().joined(separator: " ")
    let own = "\(name ?? "-"){\(words)} < "
    switch base {
    case .builtIn(let builtIn): return own + "xsd:\(builtIn.rawValue)"
    case .type(let type): return own + type.outline
    }
  }
}

extension SimpleType.Facet {
  fileprivate var outline: String {
    switch self {
    case .whiteSpace(let kind): "whiteSpace=\(kind.rawValue)"
    case .minLength(let length): "minLength=\(length)"
    case .maxLength(let length): "maxLength=\(length)"
    case .pattern(let pattern): "pattern=\(pattern)"
    case .totalDigits(let digits): "totalDigits=\(digits)"
    case .fractionDigits(let digits): "fractionDigits=\(digits)"
    case .minInclusive(let value): "minInclusive=\(value)"
    case .minExclusive(let value): "minExclusive=\(value)"
    case .maxInclusive(let value): "maxInclusive=\(value)"
    case .values(let values): "enumeration=\(values.sorted().joined(separator: "|"))"
    case .codes(let codes): "enumeration=\(codes.split(whereSeparator: \.isWhitespace).sorted().joined(separator: "|"))"
    }
  }
}
