import Certificates
import Foundation
import KSeFIdentifiers
import KSeFLinks
import OfflineSigning
import Testing

@Suite("Signing KOD II links")
struct SigningTests {
  @Test("An ECDSA signature is 64 bytes of IEEE P1363 and OpenSSL's command accepts it")
  func ecdsa() throws {
    let product = try recipe().make()
    let (workshop, link) = try signed(product)
    #expect(link.signature.count == 64)
    let numbers = [link.signature[..<32], link.signature[32...]].map { half in
      let significant = half.drop { $0 == 0 }
      return der(0x02, (significant.first ?? 0 >= 0x80 ? [0] : []) + Array(significant))
    }
    try workshop.write(der(0x30, numbers[0] + numbers[1]), to: "signature.bin")
    let output = try workshop.openssl("dgst -sha256 -verify public.pem -signature signature.bin text")
    #expect(output.contains("Verified OK"))
  }

  @Test("An RSA signature is RSASSA-PSS with SHA-256, MGF1 with SHA-256 and 32 bytes of salt, says OpenSSL's command")
  func rsa() throws {
    let product = try recipe { $0.key = .rsa(bits: 2048) }.make()
    let (workshop, link) = try signed(product)
    #expect(link.signature.count == 256)
    try workshop.write(link.signature, to: "signature.bin")
    let options = "-sigopt rsa_padding_mode:pss -sigopt rsa_mgf1_md:sha256"
    let verify = "dgst -sha256 -verify public.pem -signature signature.bin \(options)"
    #expect(try workshop.openssl("\(verify) -sigopt rsa_pss_saltlen:32 text").contains("Verified OK"))
    #expect(try workshop.attempt("\(verify) -sigopt rsa_pss_saltlen:20 text").status != 0)
  }

  @Test("What is signed is checked as valid, and as invalid with any single bit flipped")
  func flippedBits() throws {
    for key in [CertificateRecipe.Key.p256, .rsa(bits: 2048)] {
      let product = try recipe { $0.key = key }.make()
      let link = try credential(product).sign(claim(#require(product.certificate.serialNumber)))
      let publicKey = product.certificate.publicKey
      #expect(publicKey.check(signature: link.signature, over: link.claim.signedText).isValid)
      for bit in stride(from: 0, to: link.signature.count * 8, by: key == .p256 ? 1 : 37) {
        var signature = link.signature
        signature[bit / 8] ^= 1 << (bit % 8)
        #expect(!publicKey.check(signature: signature, over: link.claim.signedText).isValid, "bit \(bit)")
      }
      #expect(
        publicKey.check(signature: link.signature, over: link.claim.signedText + " ") == .invalid(.doesNotMatch))
    }
  }

  @Test("A signature cut or lengthened is told by its length")
  func lengths() throws {
    for key in [CertificateRecipe.Key.p256, .rsa(bits: 2048)] {
      let product = try recipe { $0.key = key }.make()
      let link = try credential(product).sign(claim(#require(product.certificate.serialNumber)))
      for signature in [link.signature.dropLast(), link.signature + [0], []] {
        let result = product.certificate.publicKey.check(signature: Array(signature), over: link.claim.signedText)
        #expect(result == .invalid(.length(signature.count)))
      }
    }
  }

  @Test("ECDSA signatures of others are accepted as strict DER, and not with anything after it or spelled longer")
  func derForm() throws {
    let (workshop, key) = try strangersKey("EC -pkeyopt ec_paramgen_curve:P-256")
    for _ in 0..<20 {
      try workshop.openssl("dgst -sha256 -sign key.pem -out signature.bin text")
      let signature = try workshop.bytes("signature.bin")
      #expect(key.check(signature: signature, over: SigningTests.text) == .valid(.ecdsaDER))
      #expect(!key.check(signature: signature + [0], over: SigningTests.text).isValid)
      let longer = [0x30, 0x81] + signature[1...]
      #expect(!key.check(signature: Array(longer), over: SigningTests.text).isValid)
    }
  }

  @Test("What others do wrong is diagnosed and never valid")
  func diagnoses() throws {
    let pss = "-sigopt rsa_padding_mode:pss -sigopt rsa_pss_saltlen"
    let (workshop, key) = try strangersKey("RSA -pkeyopt rsa_keygen_bits:2048")
    let expected: [(options: String, signs: String, SignatureCheck)] = [
      ("\(pss):32", "text", .valid(.rsaPSS)),
      ("\(pss):0", "text", .invalid(.pssSaltLength(0))),
      ("\(pss):31", "text", .invalid(.pssSaltLength(31))),
      ("\(pss):max", "text", .invalid(.pssSaltLength(222))),
      ("-sigopt rsa_padding_mode:pkcs1", "text", .invalid(.pkcs1v15)),
      ("\(pss):32", "schemed", .invalid(.signedOtherText(.withScheme))),
      ("\(pss):32", "slashed", .invalid(.signedOtherText(.finalSlash))),
      ("\(pss):32", "digest", .invalid(.signedOtherText(.hashedTwice))),
      ("\(pss):32 -sigopt rsa_mgf1_md:sha1", "text", .invalid(.doesNotMatch)),
      ("\(pss):32", "key.pem", .invalid(.doesNotMatch)),
    ]
    try workshop.write(Array("https://\(SigningTests.text)".utf8), to: "schemed")
    try workshop.write(Array("\(SigningTests.text)/".utf8), to: "slashed")
    try workshop.openssl("dgst -sha256 -binary -out digest text")
    for (options, signs, result) in expected {
      try workshop.openssl("dgst -sha256 -sign key.pem \(options) -out signature.bin \(signs)")
      #expect(
        try key.check(signature: workshop.bytes("signature.bin"), over: SigningTests.text) == result,
        Comment(rawValue: "\(options) \(signs)"))
    }
    try workshop.openssl("dgst -sha512 -sign key.pem \(pss):32 -out signature.bin text")
    #expect(
      try key.check(signature: workshop.bytes("signature.bin"), over: SigningTests.text) == .invalid(.doesNotMatch))
  }

  @Test(
    "A right signature of a key that KSeF doesn't take is never valid",
    arguments: [
      "RSA -pkeyopt rsa_keygen_bits:1024", "RSA -pkeyopt rsa_keygen_bits:2047", "EC -pkeyopt ec_paramgen_curve:P-384",
      "EC -pkeyopt ec_paramgen_curve:secp256k1",
      "EC -pkeyopt ec_paramgen_curve:P-256 -pkeyopt ec_param_enc:explicit",
    ])
  func unsupportedKeys(algorithm: String) throws {
    let (workshop, key) = try strangersKey(algorithm)
    let options = algorithm.hasPrefix("RSA") ? "-sigopt rsa_padding_mode:pss -sigopt rsa_pss_saltlen:32" : ""
    try workshop.openssl("dgst -sha256 -sign key.pem \(options) -out signature.bin text")
    let result = try key.check(signature: workshop.bytes("signature.bin"), over: SigningTests.text)
    #expect(result == .invalid(.unsupportedKey(key.kind)))
    #expect(!key.kind.signsCertificateLinks)
  }

  @Test("A claim that names another certificate or another environment isn't signed")
  func otherClaims() throws {
    let product = try recipe().make()
    let credential = try credential(product)
    let stranger = try #require(try recipe().make().certificate.serialNumber)
    #expect(try code { _ = try credential.sign(claim(stranger)) } == "signing.other-certificate")
    #expect(
      try code { _ = try credential.sign(claim(credential.serialNumber, environment: .production)) }
        == "signing.other-environment")
  }

  @Test("One credential signs in many threads at once")
  func threads() async throws {
    let product = try recipe().make()
    let credential = try credential(product)
    let claim = try claim(credential.serialNumber)
    let links = try await withThrowingTaskGroup(of: CertificateLink.self) { group in
      for _ in 0..<200 { group.addTask { try credential.sign(claim) } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(Set(links.map(\.signature)).count == 200)
    for link in links {
      #expect(
        product.certificate.publicKey.check(signature: link.signature, over: claim.signedText) == .valid(.ecdsaP1363))
    }
  }

  private static let text = "qr-test.ksef.mf.gov.pl/certificate/Nip/9999999999/9999999999/0123456789ABCDEF/hash"

  /// A key of OpenSSL's making in a workshop that also holds the `text` to sign.
  private func strangersKey(_ algorithm: String) throws -> (Workshop, SignaturePublicKey) {
    let workshop = try Workshop()
    try workshop.openssl("genpkey -algorithm \(algorithm) -out key.pem")
    try workshop.openssl("pkey -in key.pem -pubout -out public.pem")
    try workshop.write(Array(SigningTests.text.utf8), to: "text")
    return (workshop, try SignaturePublicKey(workshop.bytes("public.pem"), fileName: "public.pem"))
  }

  /// A signed link, in a workshop that holds the `text` and the certificate's public key.
  private func signed(_ product: CertificateRecipe.Product) throws -> (Workshop, CertificateLink) {
    let workshop = try Workshop()
    let link = try credential(product).sign(claim(#require(product.certificate.serialNumber)))
    let papers = try DemonstrationCertificate(product, passphrase: Passphrase("zmyślone"))
    try workshop.write(papers.certificate, to: "certificate.pem")
    try workshop.openssl("x509 -in certificate.pem -noout -pubkey -out public.pem")
    try workshop.write(Array(link.claim.signedText.utf8), to: "text")
    return (workshop, link)
  }
}
