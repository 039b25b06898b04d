import FAInvoice
import Findings
import Foundation
import OfficialSchemas

let fa3 = "http://crd.gov.pl/wzor/2025/06/25/13775/"
let types = "http://example.invalid/types/"

/// A folder of its own for one test, removed with it.
final class TestFolder {
  let url: URL
  var path: String { url.path }

  /// - Parameter files: by their path in the folder.
  init(_ files: [String: String] = [:]) throws {
    url = FileManager.default.temporaryDirectory.appending(path: "official-schemas-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    for (name, text) in files { try write(text, to: name) }
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func write(_ text: String, to name: String) throws {
    let file = url.appending(path: name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }
}

/// A tiny schema of our own for the namespace of FA(3): a head with a version, and lines that hold a number.
///
/// - Parameters:
///   - references: imports and includes.
///   - lineType: of the element `FaWiersz`.
///   - prolog: what stands before the root element.
func tinySchema(
  references: String = "", lineType: String = "xsd:integer", version: String = "1", namespace: String = fa3,
  prolog: String = ""
) -> String {
  """
  \(prolog)<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns="\(namespace)" xmlns:t="\(types)"
      targetNamespace="\(namespace)" elementFormDefault="qualified">
    \(references)
    <xsd:element name="Faktura">
      <xsd:complexType>
        <xsd:sequence>
          <xsd:element name="Naglowek" minOccurs="0">
            <xsd:complexType>
              <xsd:sequence>
                <xsd:element name="KodFormularza">
                  <xsd:complexType>
                    <xsd:attribute name="wersjaSchemy" fixed="\(version)"/>
                  </xsd:complexType>
                </xsd:element>
              </xsd:sequence>
            </xsd:complexType>
          </xsd:element>
          <xsd:element name="FaWiersz" type="\(lineType)" minOccurs="0" maxOccurs="unbounded"/>
        </xsd:sequence>
      </xsd:complexType>
    </xsd:element>
  </xsd:schema>
  """
}

/// A schema of a simple type: `Liczba`, an integer.
func typesSchema(prolog: String = "", references: String = "") -> String {
  """
  \(prolog)<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema" targetNamespace="\(types)">
    \(references)
    <xsd:simpleType name="Liczba"><xsd:restriction base="xsd:integer"/></xsd:simpleType>
  </xsd:schema>
  """
}

func invoice(_ content: String, namespace: String = fa3, attributes: String = "") throws -> FADocument {
  let text = "<Faktura xmlns=\"\(namespace)\"\(attributes)>\(content)</Faktura>"
  return try FADocument.read(Array(text.utf8), fileName: "f.xml")
}

/// Why a folder gives no opinion, nil where it gives one.
func trouble(_ folder: TestFolder, about document: FADocument) -> Obstacle? {
  do {
    _ = try SchemaDirectory(folder.path).findings(for: document)
    return nil
  } catch {
    return error
  }
}

/// The facts that tests read but the project doesn't hold.
enum Shared {
  static var folder: URL? {
    let named = ProcessInfo.processInfo.environment["KSEF_SHARED"].map { URL(filePath: $0) }
    let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let folder = named ?? package.appending(path: "../shared")
    return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
  }

  /// All XML files below a folder of the corpus, in the order of their names.
  static func xmlFiles(_ part: String) -> [URL] {
    guard let folder = folder?.appending(path: "corpus/\(part)") else { return [] }
    let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    return paths.filter { $0.hasSuffix(".xml") }.sorted().map { folder.appending(path: $0) }
  }
}
