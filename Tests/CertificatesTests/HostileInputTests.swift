import Certificates
import Findings
import Foundation
import KSeFIdentifiers
import KSeFLinks
import OfflineSigning
import Testing

@Suite("Hostile certificates and keys")
struct HostileInputTests {
  private func publicKey(curve: [UInt8], point: [UInt8]) -> [UInt8] {
    let algorithm = der(0x30, der(0x06, "2A8648CE3D0201".hexadecimalBytes) + curve)
    return der(0x30, algorithm + der(0x03, [0] + point))
  }

  private var p256: [UInt8] { der(0x06, "2A8648CE3D030107".hexadecimalBytes) }

  @Test("The point at infinity, with which anybody could sign, is no key")
  func pointAtInfinity() throws {
    expectUnusable(publicKey(curve: p256, point: [0]))
  }

  @Test("A point that isn't on the curve is no key")
  func pointBesideTheCurve() throws {
    expectUnusable(publicKey(curve: p256, point: [4] + [UInt8](repeating: 1, count: 64)))
  }

  @Test("RSA with a public exponent of one, with which anybody could sign, is no key")
  func exponentOfOne() throws {
    let modulus = [0] + [UInt8](repeating: 0xFF, count: 256)
    for exponent: [UInt8] in [[1], [2], [0]] {
      let numbers = der(0x30, der(0x02, modulus) + der(0x02, exponent))
      let algorithm = der(0x30, der(0x06, "2A864886F70D010101".hexadecimalBytes) + [0x05, 0x00])
      expectUnusable(der(0x30, algorithm + der(0x03, [0] + numbers)))
    }
  }

  /// Either refused as a file or never valid.
  private func expectUnusable(_ bytes: [UInt8]) {
    do {
      let key = try SignaturePublicKey(bytes, fileName: "hostile")
      #expect(!key.kind.signsCertificateLinks, "\(key.kind)")
      #expect(!key.check(signature: [UInt8](repeating: 1, count: 64), over: "text").isValid)
    } catch {
      #expect(error.code == "public-key.unreadable")
    }
  }

  @Test("ECDSA numbers of zero, and as large as the curve's order, are never valid")
  func numbersOutOfRange() throws {
    let order = "FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551".hexadecimalBytes
    let key = try recipe().make().certificate.publicKey
    let zero = [UInt8](repeating: 0, count: 32)
    let one = [UInt8](repeating: 0, count: 31) + [1]
    for (r, s) in [(zero, zero), (zero, one), (one, zero), (order, order), (order, one), (one, order)] {
      #expect(key.check(signature: r + s, over: "text") == .invalid(.doesNotMatch))
    }
    #expect(!key.check(signature: [0x30, 0x06, 0x02, 0x01, 0x00, 0x02, 0x01, 0x00], over: "text").isValid)
  }

  @Test("A key file that asks for days of work is refused before any of it is done")
  func endlessWork() throws {
    let iterations: [UInt8] = [0x7F, 0xFF, 0xFF, 0xFF]
    let salt = der(0x04, [UInt8](repeating: 7, count: 16))
    let cipher = der(0x30, der(0x06, "60864801650304012A".hexadecimalBytes) + salt)
    let pbkdf2 = der(0x30, der(0x06, "2A864886F70D01050C".hexadecimalBytes) + der(0x30, salt + der(0x02, iterations)))
    let scrypt = der(
      0x30,
      der(0x06, "2B06010401DA47040B".hexadecimalBytes)
        + der(0x30, salt + der(0x02, [0x10, 0x00]) + der(0x02, [8]) + der(0x02, [0x7F, 0xFF])))
    for derivation in [pbkdf2, scrypt] {
      let scheme = der(
        0x30, der(0x06, "2A864886F70D01050D".hexadecimalBytes) + der(0x30, derivation + cipher))
      let file = der(0x30, scheme + der(0x04, [UInt8](repeating: 9, count: 64)))
      #expect(
        try code {
          _ = try SigningKey.open(file, fileName: "hostile") { () throws(Obstacle) in Passphrase("zmyślone") }
        } == "key.derivation-too-costly")
    }
    let contents = der(
      0x30, der(0x06, "2A864886F70D010701".hexadecimalBytes) + der(0xA0, der(0x04, der(0x30, []))))
    let digest = der(0x30, der(0x30, der(0x06, "2B0E03021A".hexadecimalBytes)) + salt)
    let container = der(0x30, der(0x02, [3]) + contents + der(0x30, digest + salt + der(0x02, iterations)))
    #expect(
      try code {
        _ = try OfflineCredential.pkcs12(
          container, fileName: "hostile", passphrase: neverAsked, environment: .test, now: noon)
      } == "key.derivation-too-costly")
  }

  @Test("Control characters in a name can't steer a terminal")
  func controlCharacters() throws {
    let certificate = try recipe { $0.organisation = "Zmyślona\u{1B}[2J\u{202E}" }.make().certificate
    let name = try #require(certificate.holder.organisation)
    #expect(name == "Zmyślona\u{FFFD}[2J\u{FFFD}")
  }

  @Test("Any cut or damaged key file is refused without being opened wrongly")
  func damaged() throws {
    let product = try recipe().make()
    let papers = try DemonstrationCertificate(product, passphrase: Passphrase("zmyślone"))
    let workshop = try Workshop()
    try workshop.write(papers.encryptedKey, to: "locked.pem")
    try workshop.write(Array("zmyślone".utf8), to: "pass")
    try workshop.openssl("pkcs8 -topk8 -nocrypt -in locked.pem -passin file:pass -outform DER -out key.der")
    let whole = try workshop.bytes("key.der")
    for length in 0..<whole.count {
      #expect(
        try code { _ = try SigningKey.open(Array(whole[..<length]), fileName: "cut", passphrase: neverAsked) }
          == "key.unreadable")
    }
    for position in whole.indices {
      var bytes = whole
      bytes[position] ^= 0x55
      do {
        let key = try SigningKey.open(bytes, fileName: "damaged") { () throws(Obstacle) in nil }
        let credential = try OfflineCredential(
          certificate: product.certificate, key: key, environment: .test, now: noon)
        let link = try credential.sign(claim(credential.serialNumber))
        #expect(product.certificate.publicKey.check(signature: link.signature, over: link.claim.signedText).isValid)
      } catch let obstacle as Obstacle {
        #expect(!obstacle.code.isEmpty)
      }
    }
  }
}
