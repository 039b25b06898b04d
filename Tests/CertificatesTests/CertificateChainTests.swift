import Certificates
import Foundation
import KSeFIdentifiers
import Testing

@Suite("The chain from a certificate to an authority")
struct CertificateChainTests {
  private let day = "2026-02-01"

  /// What the search comes to, in a word.
  private func outcome(
    _ leaf: KSeFCertificate, _ given: [KSeFCertificate], on day: String? = "2026-02-01"
  ) throws -> String {
    let days = try day.map { [try #require(CalendarDate(iso: $0))] } ?? []
    switch CertificateChain.search(from: leaf, through: given, validOn: days) {
    case .noIssuer: return "no issuer"
    case .found(let chain): return chain.isComplete ? "complete \(chain.certificates.count)" : "partial"
    case .broken(let found): return "\(found.defect)"
    }
  }

  private func root(_ authority: PaperAuthority, _ change: (inout PaperAuthority.Wish) -> Void = { _ in }) throws
    -> KSeFCertificate
  {
    var wish = PaperAuthority.Wish(subject: "/C=PL/O=Urzad Fikcyjny/CN=Fikcyjny korzen")
    change(&wish)
    return try authority.make("root", wish)
  }

  @Test("A chain is built through the given authorities, in any order, to the one that issued itself")
  func complete() throws {
    let paper = try PaperAuthority()
    let root = try root(paper)
    let middle = try paper.make("cck", .init(issuer: "root"))
    let leaf = try paper.make("leaf", .leaf(issuer: "cck"))
    #expect(try outcome(leaf, [leaf, root, middle]) == "complete 3")
    #expect(try outcome(leaf, [middle]) == "partial")
    #expect(try outcome(leaf, [root]) == "no issuer")
    #expect(try outcome(leaf, []) == "no issuer")
    #expect(try outcome(root, [root]) == "no issuer")
  }

  @Test("Whoever has the authority's name and not its key is found out")
  func forged() throws {
    let paper = try PaperAuthority()
    let genuine = try paper.make("cck", .init())
    let forger = try paper.make("forger", .init())
    var wish = PaperAuthority.Wish.leaf(issuer: "forger")
    #expect(try outcome(paper.make("leaf", wish), [genuine]) == "anotherKey")
    wish.extensions = ["keyUsage=critical,nonRepudiation", "authorityKeyIdentifier=none"]
    let leaf = try paper.make("bare", wish)
    #expect(try outcome(leaf, [genuine]) == "signature")
    #expect(try outcome(leaf, [genuine, forger]) == "complete 2", "another given authority of that name did sign")
  }

  private static let unfit: [(name: String, extensions: [String], expected: String)] = [
    ("an ordinary certificate", ["keyUsage=critical,keyCertSign", "basicConstraints=CA:FALSE"], "notAnAuthority"),
    ("a version-3 certificate that says nothing", ["subjectKeyIdentifier=hash"], "notAnAuthority"),
    ("lists only", ["basicConstraints=critical,CA:TRUE", "keyUsage=critical,cRLSign"], "mayNotSignCertificates"),
    (
      "names constrained",
      ["basicConstraints=critical,CA:TRUE", "keyUsage=keyCertSign", "nameConstraints=permitted;DNS:example.com"],
      "notUnderstood"
    ),
    (
      "something critical and unknown",
      ["basicConstraints=critical,CA:TRUE", "keyUsage=keyCertSign", "1.2.3.4=critical,ASN1:NULL"], "notUnderstood"
    ),
    ("no key usage at all", ["basicConstraints=critical,CA:TRUE"], "complete 2"),
  ]

  @Test("An issuer must be an authority that may sign certificates", arguments: unfit)
  func unfitIssuers(name: String, extensions: [String], expected: String) throws {
    let paper = try PaperAuthority()
    let issuer = try paper.make("cck", .init(extensions: extensions))
    var wish = PaperAuthority.Wish.leaf(issuer: "cck")
    wish.extensions = ["keyUsage=critical,nonRepudiation"]
    #expect(try outcome(paper.make("leaf", wish), [issuer]) == expected)
  }

  @Test("An authority that may have none below it can't be two steps away")
  func pathLength() throws {
    let paper = try PaperAuthority()
    let constrained = [
      "basicConstraints=critical,CA:TRUE,pathlen:0", "keyUsage=critical,keyCertSign", "subjectKeyIdentifier=hash",
    ]
    let root = try root(paper) { $0.extensions = constrained }
    let middle = try paper.make("cck", .init(issuer: "root"))
    let leaf = try paper.make("leaf", .leaf(issuer: "cck"))
    #expect(try outcome(leaf, [root, middle]) == "pathTooLong")
    #expect(try outcome(paper.make("near", .leaf(issuer: "root")), [root, middle]) == "complete 2")
  }

  @Test("An authority must have been valid on the day of issue")
  func validity() throws {
    let paper = try PaperAuthority()
    let issuer = try paper.make("cck", .init(from: "20260301000000Z", to: "20260401000000Z"))
    let leaf = try paper.make("leaf", .leaf(issuer: "cck"))
    #expect(try outcome(leaf, [issuer], on: "2026-02-01") == "outsideValidity")
    #expect(try outcome(leaf, [issuer], on: "2026-03-15") == "complete 2")
    #expect(try outcome(leaf, [issuer], on: "2026-04-02") == "outsideValidity")
    #expect(try outcome(leaf, [issuer], on: nil) == "complete 2")
  }

  @Test("SHA-1, MD5 and RSA under 2048 bits prove nothing", arguments: ["sha1", "md5"])
  func weak(digest: String) throws {
    let paper = try PaperAuthority()
    let issuer = try paper.make("cck", .init(key: "RSA -pkeyopt rsa_keygen_bits:2048"))
    var wish = PaperAuthority.Wish.leaf(issuer: "cck")
    wish.digest = digest
    #expect(try outcome(paper.make("leaf", wish), [issuer]) == "weakSignature")
    let short = try paper.make("cck", .init(key: "RSA -pkeyopt rsa_keygen_bits:1024"))
    #expect(try outcome(paper.make("leaf", .leaf(issuer: "cck")), [short]) == "weakKey")
  }

  @Test("Authorities that issue each other in a circle end the search")
  func circle() throws {
    let paper = try PaperAuthority()
    try paper.make("a", .init(subject: "/CN=A", issuer: nil))
    try paper.make("b", .init(subject: "/CN=B", issuer: "a"))
    let crossed = try paper.make("cross", .init(subject: "/CN=A", issuer: "b", keyOf: "a"))
    let b = try paper.certificate("b")
    #expect(try outcome(paper.make("leaf", .leaf(issuer: "b")), [b, crossed]) == "partial")
  }

  @Test("A long chain and a crowd of namesakes are bounded")
  func bounded() throws {
    let paper = try PaperAuthority()
    var given = [try paper.make("a0", .init(subject: "/CN=A0"))]
    for level in 1...11 {
      given.append(try paper.make("a\(level)", .init(subject: "/CN=A\(level)", issuer: "a\(level - 1)")))
    }
    #expect(try outcome(paper.make("leaf", .leaf(issuer: "a11")), given) == "tooMany")
    #expect(try outcome(paper.make("leaf", .leaf(issuer: "a8")), given) == "complete 10")
  }

  @Test("A leaf whose algorithm carries an explicit NULL, as KSeF's do, has its signature verified")
  func explicitNull() throws {
    let paper = try PaperAuthority()
    let issuer = try paper.make("cck", .init())
    try paper.make("leaf", .leaf(issuer: "cck"))
    try paper.workshop.openssl("x509 -in leaf.pem -outform DER -out leaf.der")
    let plain = try paper.workshop.bytes("leaf.der")
    let algorithm = der(0x30, "06082A8648CE3D040302".hexadecimalBytes)
    let withNull = der(0x30, "06082A8648CE3D0403020500".hexadecimalBytes)
    // The outer sequence and that of the part to be signed both have four octets before their content.
    let signedLength = Int(plain[6]) << 8 | Int(plain[7])
    let content = Array(plain[8..<8 + signedLength])
    let place = try #require(content.firstRange(of: algorithm))
    let signed = der(0x30, content[..<place.lowerBound] + withNull + content[place.upperBound...])
    try paper.workshop.write(signed, to: "signed")
    try paper.workshop.openssl("dgst -sha256 -sign cck.key -out signature signed")
    let signature = try paper.workshop.bytes("signature")
    let leaf = try KSeFCertificate(der(0x30, signed + withNull + der(0x03, [0] + signature)), fileName: "null")
    #expect(try outcome(leaf, [issuer]) == "complete 2")
    #expect(leaf.isIssued(by: issuer))
  }

  @Test(
    "The production authority's certificate hangs on the Ministry's root",
    .enabled(if: Vectors.areHere, "the shared vectors aren't here"))
  func production() throws {
    let authority = try KSeFCertificate(Vectors.bytes("certs/ca-prod-CCK-KSeF.pem"), fileName: "authority")
    let root = try KSeFCertificate(Vectors.bytes("certs/ca-prod-CCK-MF-root.pem"), fileName: "root")
    #expect(try outcome(authority, [root]) == "complete 2")
    #expect(try outcome(authority, []) == "no issuer")
  }
}
