import KSeFIdentifiers
import Testing

@Suite("NIP")
struct NIPTests {
  struct Vectors: Decodable {
    struct Vector: Decodable {
      let nip: String
      let checksum_ok: Bool
      let xsd_pattern_ok: Bool
    }
    let vectors: [Vector]
  }

  @Test("Every known NIP is judged as its origin judges it", .enabled(if: SharedFacts.areHere, "no shared folder"))
  func knownNumbers() throws {
    let vectors = try SharedFacts.vectors("nip.json", as: Vectors.self).vectors
    #expect(vectors.count > 20)
    for vector in vectors {
      guard let nip = NIP(vector.nip) else {
        #expect(!vector.checksum_ok && !vector.xsd_pattern_ok, "\(vector.nip) has ten digits and isn't read")
        continue
      }
      #expect(nip.checksumMatches == vector.checksum_ok, "\(vector.nip)")
      #expect(nip.obeysPattern == vector.xsd_pattern_ok, "\(vector.nip)")
      #expect(nip.isValid == (vector.checksum_ok && vector.xsd_pattern_ok), "\(vector.nip)")
    }
  }

  @Test(
    "Only ten ASCII digits are a NIP",
    arguments: [
      "", "123456789", "12345678901", "123-456-32-18", " 1234563218", "PL1234563218", "１２３４５６３２１８", "12345632१8",
    ])
  func otherTexts(_ text: String) {
    #expect(NIP(text) == nil)
  }

  @Test("A changed digit breaks the checksum", arguments: 0..<10)
  func changedDigit(_ position: Int) throws {
    var digits = Array("5265877635".utf8)
    digits[position] = digits[position] == 0x39 ? 0x30 : digits[position] + 1
    let changed = try #require(NIP(String(decoding: digits, as: UTF8.self)))
    #expect(!changed.checksumMatches)
  }

  @Test("A NIP prints as it was read")
  func printing() {
    #expect(NIP("1111111111")?.description == "1111111111")
  }
}
