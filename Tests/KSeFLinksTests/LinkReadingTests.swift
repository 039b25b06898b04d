import KSeFIdentifiers
import KSeFLinks
import Testing

private let hash = "UtQp9Gpc51y-u3xApZjIjgkpZ01js-J8KflSPW8WzIE"
private let invoicePath = "/invoice/1111111111/01-02-2026/\(hash)"
private let signature = Base64URL.encode([UInt8](repeating: 7, count: 64))
private let certificatePath = "/certificate/Nip/1111111111/1111111111/01F20A5D352AE590/\(hash)/\(signature)"

private func invoice(_ text: String) -> ReadInvoiceLink? {
  guard case .invoice(let link) = ReadLink(text) else { return nil }
  return link
}

private func certificate(_ text: String) -> ReadCertificateLink? {
  guard case .certificate(let link) = ReadLink(text) else { return nil }
  return link
}

@Suite("Reading what was printed")
struct LinkRoundTripTests {
  @Test("A KOD I that is built is read for what it was built from", arguments: KSeFEnvironment.allCases)
  func invoiceLinks(_ environment: KSeFEnvironment) throws {
    for seed in 0..<50 {
      let digest = InvoiceHash(ofExactBytes: Array("invoice \(seed)".utf8))
      let identity = InvoiceIdentity(
        seller: try #require(NIP("99999\(10000 + seed)")),
        issueDate: try #require(CalendarDate(year: 2026, month: 1 + seed % 12, day: 1 + seed % 28)), hash: digest)
      let link = try #require(invoice(InvoiceLink(environment: environment, identity: identity).text))
      #expect(link.identity == identity)
      #expect(link.host == .current(environment))
      #expect(link.remarks.isEmpty)
    }
  }

  @Test(
    "A KOD II that is built is read for what it was built from, in every kind of context",
    arguments: [
      ("Nip", "2222222222"), ("InternalId", "1111111111-12345"), ("NipVatUe", "1111111111-DE123456789"),
      ("PeppolId", "PPL123456"),
    ])
  func certificateLinks(_ word: String, _ value: String) throws {
    for environment in KSeFEnvironment.allCases {
      for count in [1, 64, 70, 71, 72, 256, 512] {
        let claim = CertificateClaim(
          environment: environment, context: try #require(IssuingContext(linkWord: word, value: value)),
          seller: try #require(NIP("1111111111")),
          certificate: try #require(CertificateSerialNumber("01F20A5D352AE590")),
          hash: InvoiceHash(ofExactBytes: [UInt8(count & 255)]))
        let signature = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 113 &+ 5) }
        let link = try #require(certificate(claim.signed(with: signature).text))
        #expect(link.host == .current(environment))
        #expect(link.context == claim.context)
        #expect(link.seller == claim.seller)
        #expect(link.certificate == claim.certificate)
        #expect(link.hash == claim.hash)
        #expect(link.signature == signature)
        #expect(link.signedText == claim.signedText)
        #expect(link.remarks.isEmpty)
      }
    }
  }
}

@Suite("Reading links that scanners rewrote")
struct RewrittenLinkTests {
  static let rewritten: [(String, String, Set<LinkRemark>)] = [
    ("http://qr.ksef.mf.gov.pl", "", [.insecureScheme]),
    ("HTTPS://qr.ksef.mf.gov.pl", "", [.upperCaseHost]),
    ("https://QR.KSeF.MF.gov.pl", "", [.upperCaseHost]),
    ("HTTP://QR.KSEF.MF.GOV.PL", "", [.upperCaseHost, .insecureScheme]),
    ("qr.ksef.mf.gov.pl", "", [.missingScheme]),
    ("https://qr.ksef.mf.gov.pl", "/", [.finalSlash]),
    ("https://qr.ksef.mf.gov.pl", "?utm_source=scanner", [.appendedText]),
    ("https://qr.ksef.mf.gov.pl", "/?a=/b#c", [.appendedText, .finalSlash]),
    ("https://qr.ksef.mf.gov.pl", "#top", [.appendedText]),
    ("  https://qr.ksef.mf.gov.pl", "\r\n", [.surroundingSpace]),
    ("\u{00A0}https://qr.ksef.mf.gov.pl", "", [.surroundingSpace]),
  ]

  @Test("A rewritten KOD I says the same, with a remark", arguments: rewritten)
  func invoiceLinks(_ before: String, _ after: String, _ remarks: Set<LinkRemark>) throws {
    let link = try #require(invoice(before + invoicePath + after))
    #expect(link.identity.hash.base64URL == hash)
    #expect(link.host == .current(.production))
    #expect(link.remarks == remarks)
  }

  @Test("A rewritten KOD II keeps the text that was signed", arguments: rewritten)
  func certificateLinks(_ before: String, _ after: String, _ remarks: Set<LinkRemark>) throws {
    let link = try #require(certificate(before + certificatePath + after))
    #expect(
      link.signedText == "qr.ksef.mf.gov.pl/certificate/Nip/1111111111/1111111111/01F20A5D352AE590/\(hash)")
    #expect(link.remarks == remarks)
  }

  @Test("Another spelling of the hash says the same and stays in the signed text as it stands")
  func otherSpelling() throws {
    let other = hash.dropLast() + "F"
    let first = try #require(invoice("https://qr.ksef.mf.gov.pl/invoice/1111111111/01-02-2026/\(other)"))
    #expect(first.identity.hash.base64URL == hash)
    #expect(first.remarks == [.nonCanonicalHash])
    let second = try #require(
      certificate(
        "https://qr.ksef.mf.gov.pl/certificate/Nip/1111111111/1111111111/01F20A5D352AE590/\(other)/\(signature)"))
    #expect(second.hash.base64URL == hash)
    #expect(second.signedText.hasSuffix(other))
    #expect(second.remarks == [.nonCanonicalHash])
  }
}

@Suite("Hosts")
struct LinkHostTests {
  @Test(
    "A host or path that KSeF left is reported as retired",
    arguments: [
      "ksef-test.mf.gov.pl/client-app", "ksef.mf.gov.pl/client-app", "ksef-demo.mf.gov.pl/client-app",
      "ksef.mf.gov.pl", "qr-old.ksef.mf.gov.pl", "qr.ksef.mf.gov.pl/client-app",
    ])
  func retired(_ base: String) throws {
    #expect(try #require(invoice("https://\(base)\(invoicePath)")).host == .retired(base))
    let second = try #require(certificate("https://\(base)\(certificatePath)"))
    #expect(second.host == .retired(base))
    #expect(second.signedText.hasPrefix("\(base)/certificate/"))
  }

  @Test(
    "A look-alike or a decorated host isn't KSeF's",
    arguments: [
      "qr.ksef.mf.gov.pl.example.com", "qr-ksef.mf.gov.pl.evil.example", "ksef.example.com", "evil.example:443",
      "qr.ksef.mf.gov.pl@evil.example", "evil@qr.ksef.mf.gov.pl", "evil.example\\.ksef.mf.gov.pl",
      "qr.ksef.mf.gov.pl:8443", "qr.ksef.mf.gov.pl.", "evil%2Eksef.mf.gov.pl", "xksef-mf.gov.pl",
    ])
  func unknown(_ host: String) throws {
    #expect(try #require(invoice("https://\(host)\(invoicePath)")).host == .unknown(host.lowercased()))
    #expect(try #require(certificate("https://\(host)\(certificatePath)")).host == .unknown(host.lowercased()))
  }
}

@Suite("Texts that are no codes")
struct OtherTextTests {
  @Test(
    "A link of KSeF that has another form is malformed, and says where",
    arguments: [
      ("/invoice/1111111111/01-02-2026", LinkDefect.partCount),
      (invoicePath + "/x", .partCount), ("/invoice/111111111/01-02-2026/\(hash)", .sellerNIP),
      ("/invoice/1111111111/2026-02-01/\(hash)", .date), ("/invoice/1111111111/30-02-2026/\(hash)", .date),
      ("/invoice/1111111111/01-02-2026/\(hash)=", .hash), ("/invoice/1111111111/01-02-2026/\(hash.dropLast())", .hash),
      ("/invoice/1111111111/01-02-2026/\(hash.dropLast())+", .hash),
      ("/certificate/Nip/1111111111/1111111111/01F20A5D352AE590/\(hash)", .partCount),
      ("/certificate/nip/1111111111/1111111111/01F20A5D352AE590/\(hash)/\(signature)", .context),
      ("/certificate/InternalId/1111111111/1111111111/01F20A5D352AE590/\(hash)/\(signature)", .context),
      ("/certificate/Nip/1111111111/111111111A/01F20A5D352AE590/\(hash)/\(signature)", .sellerNIP),
      ("/certificate/Nip/1111111111/1111111111/1F20A5D352AE590/\(hash)/\(signature)", .serialNumber),
      ("/certificate/Nip/1111111111/1111111111/01f20a5d352ae590/\(hash)/\(signature)", .serialNumber),
      ("/certificate/Nip/1111111111/1111111111/01F20A5D352AE590/\(hash)A/\(signature)", .hash),
      ("/certificate/Nip/1111111111/1111111111/01F20A5D352AE590/\(hash)/\(signature)==", .signature),
      ("/certificate/Nip/1111111111/1111111111/01F20A5D352AE590/\(hash)//", .signature),
      ("/receipt/1111111111/01-02-2026/\(hash)", .unknownKind), ("", .unknownKind), ("/", .unknownKind),
      ("/web/verify/6891152920-20231221-B3242FB4B54B-DF/ssTc", .firstGeneration),
    ])
  func malformed(_ path: String, _ defect: LinkDefect) {
    let kind: LinkKind? = path.hasPrefix("/invoice") ? .invoice : path.hasPrefix("/certificate") ? .certificate : nil
    #expect(ReadLink("https://qr-test.ksef.mf.gov.pl\(path)") == .malformed(defect, kind))
  }

  @Test(
    "A link to KSeF with a character that no code has is malformed, not somebody else's",
    arguments: [
      "/certificate/Nip/1111111111/1111111111/01F20A5D352AE590/\(hash)/\(signature)ą", certificatePath + "\u{0}x",
      "/certificate/Nip/1111111111/1111111111/01F20A5D352AE590/\(hash) /\(signature)", "/certificate/\u{FFFD}",
      invoicePath + "\u{301}", "/invoice/１１１１１１１１１１/01-02-2026/\(hash)",
      "/invoice/" + String(repeating: "a", count: 5000),
    ], ["https://", "HTTP://", ""])
  func characters(_ path: String, _ scheme: String) {
    let kind = path.hasPrefix("/invoice") ? LinkKind.invoice : .certificate
    for host in ["qr-test.ksef.mf.gov.pl", "QR.ksef.mf.gov.pl", "ksef.mf.gov.pl"] {
      #expect(ReadLink(scheme + host + path) == .malformed(.characters, kind))
    }
    #expect(ReadLink(scheme + "ksef.example" + path) == .foreign)
  }

  @Test(
    "A text that isn't KSeF's is foreign",
    arguments: [
      "", " ", "https://example.com/invoice", "https://example.com/invoice/1/2/3", "WIFI:S:shop;;", "|PL|1111111111|",
      "ftp://qr.ksef.mf.gov.pl\(invoicePath)", "https://", "https:///invoice", "//", "?", "#", "invoice",
      "https://exämple.com", "https://exämple.com/invoice/1", "exämple.com\(invoicePath)",
      "https://qr.ksef.mf.gov.pl\u{0}\(invoicePath)", "mailto:a@ksef.mf.gov.pl",
    ])
  func foreign(_ text: String) {
    #expect(ReadLink(text) == .foreign)
  }

  @Test("A code's path behind a host in other letters is a malformed code, not somebody else's")
  func letters() {
    for host in ["qr.k\u{0455}ef.mf.gov.pl", "qr.ksef。mf.gov.pl", "ｑr.ksef.mf.gov.pl", "exämple.com"] {
      #expect(ReadLink("https://\(host)\(invoicePath)") == .malformed(.characters, .invoice))
      #expect(ReadLink("HTTPS://\(host)\(certificatePath)") == .malformed(.characters, .certificate))
    }
  }

  @Test("Hostile texts are read without harm and are no codes")
  func hostile() {
    let long = String(repeating: "a", count: 1_000_000)
    let texts = [
      long, "https://" + long, "https://qr.ksef.mf.gov.pl/" + long,
      "https://qr.ksef.mf.gov.pl" + invoicePath + "?" + long,
      String(repeating: " ", count: 1_000_000), String(repeating: "/", count: 100_000),
      "https://" + String(repeating: "/", count: 4000),
      "https://qr.ksef.mf.gov.pl" + String(repeating: "/", count: 4000),
      "https://qr.ksef.mf.gov.pl/invoice/\u{202E}1111111111/01-02-2026/\(hash)",
      "https://qr.ksef.mf.gov.pl/invoice/１１１１１１１１１１/01-02-2026/\(hash)", "\u{301}https://qr.ksef.mf.gov.pl",
      "https://qr.ksef.mf.gov.pl\(invoicePath)\u{301}", " \u{301}\(invoicePath)", "\u{FEFF}", "👩‍👩‍👧‍👦", "\r\n\r\n",
      String(decoding: (0...255).map { UInt8($0) }, as: UTF8.self),
    ]
    for text in texts {
      switch ReadLink(text) {
      case .foreign, .malformed: continue
      case .invoice, .certificate: Issue.record("a hostile text of \(text.utf8.count) bytes is read as a code")
      }
    }
  }

  @Test("A code with any one of its bytes replaced never says the same")
  func changedByte() throws {
    let text = "https://qr.ksef.mf.gov.pl\(certificatePath)"
    let original = try #require(certificate(text))
    for position in text.utf8.indices {
      let at = text.utf8.distance(from: text.utf8.startIndex, to: position)
      for replacement in [UInt8(0), 0x2F, 0x30, 0x41, 0x7A, 0x25, 0xFF] {
        var bytes = Array(text.utf8)
        guard bytes[at] != replacement else { continue }
        bytes[at] = replacement
        guard let changed = certificate(String(decoding: bytes, as: UTF8.self)) else { continue }
        let sameWords =
          changed.host == original.host && changed.signedText == original.signedText
          && changed.signature == original.signature
        #expect(!sameWords || !changed.remarks.isEmpty, "byte \(at) as \(replacement)")
      }
    }
  }
}
