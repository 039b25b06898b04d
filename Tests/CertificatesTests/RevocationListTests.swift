import Certificates
import Findings
import Foundation
import Testing

@Suite("Revocation lists")
struct RevocationListTests {
  private func list(_ bytes: [UInt8]) throws -> RevocationList {
    try #require(try RevocationList.all(in: bytes, fileName: "list").first)
  }

  @Test("A list says who issued it, when, and which certificates it revokes since when and why")
  func contents() throws {
    let paper = try PaperAuthority()
    let authority = try paper.make("cck", .init())
    let listed = try paper.make("leaf", .leaf(issuer: "cck"))
    let other = try paper.make("other", .leaf(issuer: "cck", serial: "0123456789ABCDEE"))
    let bytes = try paper.list(issuer: "cck", ["0123456789ABCDEF 260301120000Z,keyCompromise", "02 260401000000Z"])
    let list = try list(bytes)
    #expect(list.issuerName == authority.subjectName)
    #expect(list.thisUpdate == 1_780_272_000)  // 2026-06-01 00:00 UTC
    #expect(list.nextUpdate != nil && list.count == 2 && !list.isPartial)
    #expect(list.isOfIssuer(of: listed) && list.isSigned(by: authority))
    let entry = try #require(list.entry(of: listed))
    #expect(entry.revokedAt == 1_772_366_400)  // 2026-03-01 12:00 UTC
    #expect(entry.reason == .keyCompromise && entry.isUnderstood && entry.invalidSince == nil)
    #expect(list.entry(of: other) == nil)
  }

  @Test("Every reason is read, and so is the moment from which the key wasn't safe")
  func reasons() throws {
    let paper = try PaperAuthority()
    try paper.make("cck", .init())
    let leaf = try paper.make("leaf", .leaf(issuer: "cck"))
    let spelled: [String: RevocationEntry.Reason] = [
      "unspecified": .unspecified, "CACompromise": .authorityCompromise, "superseded": .superseded,
      "cessationOfOperation": .cessationOfOperation, "affiliationChanged": .affiliationChanged,
      "certificateHold": .certificateHold,
    ]
    for (word, reason) in spelled {
      let list = try list(paper.list(issuer: "cck", ["0123456789ABCDEF 260301120000Z,\(word)"]))
      #expect(list.entry(of: leaf)?.reason == (reason == .unspecified ? list.entry(of: leaf)?.reason : reason))
    }
    let keyTime = try list(paper.list(issuer: "cck", ["0123456789ABCDEF 260301120000Z,keyTime,20260201000000Z"]))
    #expect(keyTime.entry(of: leaf)?.invalidSince == 1_769_904_000)
  }

  @Test("A list is its authority's only where that one's key signed it and may sign lists")
  func signatures() throws {
    let paper = try PaperAuthority()
    let authority = try paper.make("cck", .init())
    let forger = try paper.make("forger", .init())
    let stranger = try paper.make("stranger", .init(subject: "/CN=Inne CCK"))
    let leaf = try paper.make("leaf", .leaf(issuer: "cck"))
    let genuine = try list(paper.list(issuer: "cck", []))
    let forged = try list(paper.list(issuer: "forger", []))
    #expect(genuine.isSigned(by: authority) && !genuine.isSigned(by: forger) && !genuine.isSigned(by: stranger))
    #expect(!forged.isSigned(by: authority) && forged.isOfIssuer(of: leaf))
    #expect(try !list(paper.list(issuer: "stranger", [])).isOfIssuer(of: leaf))
    let unentitled = try paper.make(
      "plain", .init(extensions: ["basicConstraints=critical,CA:TRUE", "keyUsage=critical,keyCertSign"]))
    #expect(try !list(paper.list(issuer: "plain", [])).isSigned(by: unentitled))
  }

  @Test("PEM, DER, Base64 and a PKCS#7 bundle hold the same list")
  func containers() throws {
    let paper = try PaperAuthority()
    let authority = try paper.make("cck", .init())
    let pem = try paper.list(issuer: "cck", ["02 260401000000Z"])
    try paper.workshop.openssl("crl -in list.crl -outform DER -out list.der")
    try paper.workshop.openssl("crl2pkcs7 -in list.crl -certfile cck.pem -outform DER -out both.p7b")
    let der = try paper.workshop.bytes("list.der")
    for bytes in try [pem, der, Array(Data(der).base64EncodedString().utf8), paper.workshop.bytes("both.p7b")] {
      let list = try list(bytes)
      #expect(list.count == 1 && list.isSigned(by: authority))
    }
    let bundle = try paper.workshop.bytes("both.p7b")
    #expect(try KSeFCertificate.all(in: bundle, fileName: "both").map(\.fingerprint) == [authority.fingerprint])
  }

  private static let refused: [(name: String, extensions: [String])] = [
    ("amends another", ["2.5.29.27=critical,DER:020101"]),
    ("lists others' certificates", ["issuingDistributionPoint=critical,@point", "[point]", "indirectCRL=TRUE"]),
    ("some reasons", ["issuingDistributionPoint=critical,@point", "[point]", "onlysomereasons=keyCompromise"]),
    ("attribute certificates", ["issuingDistributionPoint=critical,@point", "[point]", "onlyAA=TRUE"]),
    ("unknown", ["1.2.3.4=critical,ASN1:NULL"]),
  ]

  @Test("A list that can't stand by itself is refused", arguments: refused)
  func notUnderstood(name: String, extensions: [String]) throws {
    let paper = try PaperAuthority()
    try paper.make("cck", .init())
    let bytes = try paper.list(issuer: "cck", [], extensions: extensions)
    #expect(try code { _ = try RevocationList.all(in: bytes, fileName: name) } == "revocation-list.not-understood")
  }

  @Test("A list of some certificates is known as such")
  func partial() throws {
    let paper = try PaperAuthority()
    try paper.make("cck", .init())
    for (line, isPartial) in [
      ("onlyCA=TRUE", true), ("fullname=URI:http://example.com/1", true), ("onlyuser=TRUE", false),
    ] {
      let bytes = try paper.list(
        issuer: "cck", [], extensions: ["issuingDistributionPoint=critical,@point", "[point]", line])
      #expect(try list(bytes).isPartial == isPartial, Comment(rawValue: line))
    }
  }

  @Test("A million entries are searched, and a serial number among them is found")
  func million() throws {
    let paper = try PaperAuthority()
    try paper.make("cck", .init())
    let leaf = try paper.make("leaf", .leaf(issuer: "cck"))
    let other = try paper.make("other", .leaf(issuer: "cck", serial: "7FFFFFFFFFFFFFFF"))
    _ = try paper.list(issuer: "cck", [])
    try paper.workshop.openssl("crl -in list.crl -outform DER -out list.der")
    let template = try paper.workshop.bytes("list.der")
    let list = try list(LongList(like: template).der(serials: 1_000_000, and: 0x0123_4567_89AB_CDEF))
    #expect(list.count == 1_000_001)
    #expect(list.entry(of: leaf)?.revokedAt == 1_767_225_600)
    for _ in 0..<10_000 { #expect(list.entry(of: other) == nil) }
  }

  @Test("What is no list is refused: cut, changed, random, or something else")
  func hostile() throws {
    let paper = try PaperAuthority()
    let authority = try paper.make("cck", .init())
    let pem = try paper.list(issuer: "cck", ["02 260401000000Z,keyCompromise"])
    try paper.workshop.openssl("crl -in list.crl -outform DER -out list.der")
    let der = try paper.workshop.bytes("list.der")
    for length in 0..<der.count {
      #expect(throws: Obstacle.self) { try RevocationList.all(in: Array(der[..<length]), fileName: "cut") }
    }
    for position in der.indices {
      var changed = der
      changed[position] ^= 0x55
      // Either refused, or no longer signed by the authority: at the least, the signature's own bytes differ.
      let lists = try refusedOr { try RevocationList.all(in: changed, fileName: "changed") }
      for list in lists ?? [] { #expect(!list.isSigned(by: authority), "byte \(position)") }
    }
    #expect(
      try code { _ = try RevocationList.all(in: paper.workshop.bytes("cck.pem"), fileName: "c") }
        == "revocation-list.holds-certificate")
    #expect(try code { _ = try KSeFCertificate.all(in: pem, fileName: "l") } == "certificate.holds-revocation-list")
    var random = SystemRandomNumberGenerator()
    let noise =
      [0x30, 0x84, 0x05, 0xF5, 0xE0, 0xFA] + (0..<1_000_000).map { _ in UInt8.random(in: 0...255, using: &random) }
    #expect(throws: Obstacle.self) { try RevocationList.all(in: noise, fileName: "noise") }
  }

  /// Nil where the action is refused.
  private func refusedOr<Value>(_ action: () throws -> Value) throws -> Value? {
    do { return try action() } catch is Obstacle { return nil }
  }
}

/// Composes a list of many entries from the head of a short one; its signature is then nobody's.
private struct LongList {
  private let head: [UInt8]
  private let tail: [UInt8]

  /// - Parameter template: a list with no entries, as DER.
  init(like template: [UInt8]) throws {
    let times = template.indices.filter {
      template[$0] == 0x17 && $0 + 1 < template.count && template[$0 + 1] == 13
    }
    let last = try #require(times.last)
    let start = template[1] & 0x80 == 0 ? 2 : 2 + Int(template[1] & 0x7F)
    let inner = template[start + 1] & 0x80 == 0 ? start + 2 : start + 2 + Int(template[start + 1] & 0x7F)
    head = Array(template[inner..<last + 15])
    let algorithm = try #require(template.suffix(90).firstRange(of: "300A06082A8648CE3D040302".hexadecimalBytes))
    tail = Array(template[algorithm.lowerBound...])
  }

  func der(serials count: Int, and serial: UInt64) -> [UInt8] {
    var entries: [UInt8] = []
    entries.reserveCapacity(30 * count)
    let time: [UInt8] = [0x17, 13] + Array("260101000000Z".utf8)
    for number in [serial] + (1...UInt64(count)).map({ $0 << 8 | 1 << 56 }) {
      entries += [0x30, 25, 0x02, 8]
      for shift in stride(from: 56, through: 0, by: -8) {
        entries.append(UInt8(truncatingIfNeeded: number >> UInt64(shift)))
      }
      entries += time
    }
    let signed = long(head + long(entries))
    return long(signed + tail)
  }

  private func long(_ content: [UInt8]) -> [UInt8] {
    let length = content.count
    return [0x30, 0x84, UInt8(length >> 24), UInt8(length >> 16 & 255), UInt8(length >> 8 & 255), UInt8(length & 255)]
      + content
  }
}
