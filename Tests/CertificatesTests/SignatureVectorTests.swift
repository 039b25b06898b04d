import Certificates
import Foundation
import KSeFIdentifiers
import KSeFLinks
import Testing

private struct SignatureVectors: Decodable {
  struct Published: Decodable {
    let url: String
    let signedText: String?
    let certificate: String?
    let expect: String?
  }
  struct Derived: Decodable {
    let name: String
    let url: String
    let publicKey: String
  }
  let published: [Published]
  let derived: [Derived]
}

@Suite("Signatures of known KOD II links", .enabled(if: Vectors.areHere, "the shared vectors aren't here"))
struct SignatureVectorTests {
  private func key(_ name: String) throws -> SignaturePublicKey {
    let bytes = try Vectors.bytes(name)
    return name.hasPrefix("certs/")
      ? try KSeFCertificate(bytes, fileName: name).publicKey : try SignaturePublicKey(bytes, fileName: name)
  }

  private func check(_ url: String, with key: SignaturePublicKey) throws -> SignatureCheck {
    guard case .certificate(let link) = ReadLink(url) else {
      throw Workshop.Failure(description: "not a KOD II: \(url)")
    }
    return key.check(signature: link.signature, over: link.signedText)
  }

  @Test("The links that the Ministry published are judged, the one with PKCS#1 v1.5 by its defect")
  func published() throws {
    var judged = 0
    for vector in try Vectors.decode(SignatureVectors.self, from: "kod2.json").published {
      guard let certificate = vector.certificate, let expected = vector.expect else { continue }
      let result = try check(vector.url, with: key(certificate))
      #expect(result == (expected == "valid" ? .valid(.rsaPSS) : .invalid(.pkcs1v15)))
      judged += 1
    }
    #expect(judged == 2)
  }

  @Test("The derived links are judged as they were made")
  func derived() throws {
    let expected: [String: SignatureCheck] = [
      "ec-p1363": .valid(.ecdsaP1363),
      "rsa-pss-32": .valid(.rsaPSS),
      "rsa-pss-32-with-cert": .valid(.rsaPSS),
      "ec-p1363-internal-id-context": .valid(.ecdsaP1363),
      "bad-signed-with-https-prefix": .invalid(.signedOtherText(.withScheme)),
      "bad-rsa-pkcs1v15": .invalid(.pkcs1v15),
      "bad-rsa-pss-salt20": .invalid(.pssSaltLength(20)),
      "bad-flipped-bit": .invalid(.doesNotMatch),
      "noncanonical-last-char": .valid(.ecdsaP1363),
    ]
    let vectors = try Vectors.decode(SignatureVectors.self, from: "kod2.json").derived
    for vector in vectors where expected[vector.name] == nil {
      Issue.record("a vector that this test doesn't know: \(vector.name)")
    }
    #expect(vectors.count >= expected.count)
    for vector in vectors {
      #expect(
        try check(vector.url, with: key(vector.publicKey)) == expected[vector.name], Comment(rawValue: vector.name))
    }
  }
}
