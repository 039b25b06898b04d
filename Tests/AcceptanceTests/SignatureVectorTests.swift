import Foundation
import Testing

/// Signatures made elsewhere, the right and the wrong ones, through the command line.
@Suite("Signatures made elsewhere", .enabled(if: Corpus.isHere, "the shared vectors aren't here"))
struct SignatureVectorTests {
  struct Vectors: Decodable {
    struct Vector: Decodable, Sendable, CustomTestStringConvertible {
      let name: String
      let url: String
      let publicKey: String

      enum CodingKeys: String, CodingKey {
        case name, url
        case publicKey = "public_key"
      }

      var testDescription: String { name }
      var isWrong: Bool { name.hasPrefix("bad-") }
    }
    let derived: [Vector]
  }

  static let vectors: [Vectors.Vector] = {
    guard let shared = Corpus.shared, let data = try? Data(contentsOf: shared.appending(path: "vectors/kod2.json"))
    else { return [] }
    return (try? JSONDecoder().decode(Vectors.self, from: data))?.derived ?? []
  }()

  @Test("All kinds are among them")
  func kinds() {
    let names = Set(SignatureVectorTests.vectors.map(\.name))
    #expect(
      names.isSuperset(of: ["ec-p1363", "rsa-pss-32", "bad-rsa-pkcs1v15", "bad-rsa-pss-salt20", "bad-flipped-bit"]))
  }

  @Test("A signature is judged as it was made", arguments: vectors)
  func judged(vector: Vectors.Vector) throws {
    let shared = try #require(Corpus.shared)
    let file = shared.appending(path: "vectors/\(vector.publicKey)").path
    let option = vector.publicKey.hasPrefix("certs/") ? "--certificate" : "--public-key"
    let (report, code) = try Program.verified([vector.url, option, file])
    if vector.isWrong {
      #expect(report.checks("failed").contains("signature.valid"))
      #expect(code == 2)
    } else {
      #expect(report.checks("passed", "remark").contains("signature.valid"))
      #expect(!report.checks("failed").contains("signature.valid"))
      // Neither a bare key nor a certificate of another type is enough for KOD II to pass.
      #expect(code != 0)
    }
  }
}
