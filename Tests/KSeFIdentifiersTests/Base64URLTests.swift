import Foundation
import KSeFIdentifiers
import Testing

@Suite("Base64URL and the invoice hash")
struct Base64URLTests {
  @Test("Decoding gives back what was encoded, canonically", arguments: 0..<70)
  func roundTrip(_ count: Int) throws {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ count &* 31) }
    let decoded = try #require(Base64URL.decode(Base64URL.encode(bytes)))
    #expect(decoded.bytes == bytes)
    #expect(decoded.isCanonical)
  }

  @Test("The encoding is Foundation's, in the URL alphabet and unpadded", arguments: [0, 1, 2, 3, 31, 32, 33, 64, 255])
  func againstFoundation(_ count: Int) {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: 251 &* $0 &+ 239) }
    let expected = Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
      .replacing("=", with: "")
    #expect(Base64URL.encode(bytes) == expected)
  }

  @Test("The other spellings of a hash decode to the same bytes and are told apart")
  func spareBits() throws {
    let canonical = "UtQp9Gpc51y-u3xApZjIjgkpZ01js-J8KflSPW8WzIE"
    let bytes = try #require(Base64URL.decode(canonical)).bytes
    for last in ["F", "G", "H"] {
      let decoded = try #require(Base64URL.decode(canonical.dropLast() + last))
      #expect(decoded.bytes == bytes)
      #expect(!decoded.isCanonical)
    }
    #expect(try #require(Base64URL.decode(canonical.dropLast() + "I")).bytes != bytes)
  }

  @Test("Padding, the other alphabet, white space and an impossible length aren't decoded")
  func refused() {
    for text in ["QQ==", "+A", "/A", "QQ ", "Q", "QQQQQ", "ą", "Q\u{0}"] {
      #expect(Base64URL.decode(text) == nil, "\(text)")
    }
  }

  @Test("The hash is SHA-256 over the bytes themselves")
  func knownHash() {
    // FIPS 180-4's example "abc".
    let digest = InvoiceHash(ofExactBytes: Array("abc".utf8)).digest.map { String(format: "%02x", $0) }.joined()
    #expect(digest == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(InvoiceHash(ofExactBytes: []).base64URL == "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU")
    #expect(InvoiceHash(digest: [1, 2, 3]) == nil)
  }

  @Test("The official invoices hash as published", .enabled(if: SharedFacts.areHere, "no shared folder"))
  func officialInvoices() throws {
    struct Vectors: Decodable {
      struct Official: Decodable {
        let file: String
        let sha256_hex: String
      }
      let official: [Official]
    }
    let official = try SharedFacts.vectors("kod1.json", as: Vectors.self).official
    #expect(official.count > 20)
    for invoice in official {
      let hash = InvoiceHash(ofExactBytes: Array(try SharedFacts.bytes("corpus/\(invoice.file)")))
      #expect(hash.digest.map { String(format: "%02x", $0) }.joined() == invoice.sha256_hex, "\(invoice.file)")
    }
  }
}
