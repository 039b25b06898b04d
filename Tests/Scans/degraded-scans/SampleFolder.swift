import Foundation
import ScanMaking

/// What is scanned: the invoices of the repository and, where they are, the codes that others published.
enum SampleFolder {
  /// The invoices in samples/, sorted.
  static var invoices: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "samples")) ?? []
    return names.filter { $0.hasSuffix(".xml") && ($0.hasPrefix("fa") || $0.hasPrefix("rr")) }.sorted().map {
      "samples/\($0)"
    }
  }

  /// Pictures with known links from the folder that `KSEF_SHARED` names, or from the one beside the repository.
  static var foreignCodes: [Paper] {
    let shared = ProcessInfo.processInfo.environment["KSEF_SHARED"] ?? "../shared"
    let vectors = URL(filePath: shared).appending(path: "vectors")
    return ["kod1.json", "kod2.json"].flatMap { list -> [Paper] in
      guard let data = FileManager.default.contents(atPath: vectors.appending(path: list).path),
        let object = try? JSONSerialization.jsonObject(with: data) as? [String: Any],
        let codes = object["published"] as? [[String: Any]]
      else { return [] }
      return codes.flatMap { code -> [Paper] in
        let names = code["image"] as? [String] ?? [code["image"] as? String].compactMap(\.self)
        guard let text = code["url"] as? String else { return [] }
        return names.filter { $0.hasSuffix(".png") }.compactMap { name -> Paper? in
          guard let png = FileManager.default.contents(atPath: vectors.appending(path: name).path) else { return nil }
          // As wide as the Ministry's visualiser prints them.
          return ForeignPicture.paper(
            name: name, png: [UInt8](png), text: text, millimetres: list == "kod1.json" ? 43 : 60)
        }
      }
    }
  }
}
