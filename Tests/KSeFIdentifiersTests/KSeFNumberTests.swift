import KSeFIdentifiers
import Testing

@Suite("KSeF number")
struct KSeFNumberTests {
  struct Vectors: Decodable {
    struct Vector: Decodable {
      let number: String
      let valid: Verdict
      let crc8: String?
    }
    enum Verdict: Decodable, Equatable {
      case accepted
      case refused
      case other(String)

      init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let flag = try? container.decode(Bool.self) {
          self = flag ? .accepted : .refused
        } else {
          self = .other(try container.decode(String.self))
        }
      }
    }
    let vectors: [Vector]
  }

  @Test("Every known number is judged as its origin judges it", .enabled(if: SharedFacts.areHere, "no shared folder"))
  func knownNumbers() throws {
    let vectors = try SharedFacts.vectors("ksef-number.json", as: Vectors.self).vectors
    #expect(vectors.count > 40)
    for vector in vectors {
      let read = Result { () throws(KSeFNumber.Refusal) in try KSeFNumber(vector.number) }
      switch vector.valid {
      case .accepted:
        #expect((try? read.get())?.generation == .second, "\(vector.number)")
      case .refused:
        #expect(throws: KSeFNumber.Refusal.self, "\(vector.number)") { try read.get() }
      case .other("crc-mismatch-but-genuine-form"):
        #expect((try? read.get())?.generation == .first, "\(vector.number)")
      case .other:
        #expect(throws: KSeFNumber.Refusal.collectivePayment, "\(vector.number)") { try read.get() }
      }
    }
  }

  @Test("A number says who sold and when KSeF accepted, and prints as it was read")
  func parts() throws {
    let number = try KSeFNumber("5265877635-20250826-0100001AF629-AF")
    #expect(number.seller.digits == "5265877635")
    #expect(number.acceptedOn.iso == "2025-08-26")
    #expect(number.description == "5265877635-20250826-0100001AF629-AF")
  }

  @Test("A wrong checksum is refused with the right one")
  func checksum() {
    #expect(throws: KSeFNumber.Refusal.checksum(expected: "AF")) {
      try KSeFNumber("5265877635-20250826-0100001AF629-A0")
    }
  }

  @Test("Each kind of defect has its own refusal")
  func refusals() {
    #expect(throws: KSeFNumber.Refusal.form) { try KSeFNumber("5265877635-20250826-0100001af629-AF") }
    #expect(throws: KSeFNumber.Refusal.sellerNIP) { try KSeFNumber("5265877636-20250826-0100001AF629-AF") }
    #expect(throws: KSeFNumber.Refusal.date) { try KSeFNumber("5265877635-20250230-0100001AF629-AF") }
  }

  @Test("A number with one changed character is never taken for a number of KSeF 2.0", arguments: 0..<35)
  func changedCharacter(_ position: Int) {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes = Array("5265877635-20250826-0100001AF629-AF".utf8)
    let original = bytes[position]
    for digit in digits where digit != original {
      bytes[position] = digit
      let changed = try? KSeFNumber(String(decoding: bytes, as: UTF8.self))
      #expect(changed?.generation != .second)
    }
  }

  @Test(
    "Hostile texts are refused",
    arguments: [
      "-", "----", "\u{0}", "５２６５８７７６３５-20250826-0100001AF629-AF", String(repeating: "-", count: 35),
      String(repeating: "9", count: 100_000), "5265877635-IZ", "5265877635-20250826-0100001AF629-AF\n",
    ])
  func hostileTexts(_ text: String) {
    #expect(throws: KSeFNumber.Refusal.self) { try KSeFNumber(text) }
  }
}
