import Certificates
import Findings
import KSeFIdentifiers
import KSeFLinks
import Testing

@testable import Verification

@Suite("All combinations of evidence")
struct CombinationTests {
  enum Certificate: CaseIterable { case none, otherNumber, otherKey, several, right }
  enum Key: CaseIterable { case none, wrong, right }
  enum Invoice: CaseIterable { case none, wrong, right }
  enum Signature: CaseIterable { case cut, ofOtherKey, ofOtherInvoice, right }

  @Test("A KOD II passes with a valid signature of the one certificate held, and never otherwise")
  func never() throws {
    let serial: [UInt8] = [1, 2, 3, 4, 5, 6, 7, 8]
    let (shop, impostor, stranger) = (try Shop(serial: serial), try Shop(serial: serial), try Shop())
    let xml = shop.invoice()
    let first = try shop.invoiceLink(xml)
    var passes = 0
    for signature in Signature.allCases {
      let second =
        switch signature {
        case .cut: String(try shop.certificateLink(xml).dropLast(4))
        case .ofOtherKey: try impostor.certificateLink(xml)
        case .ofOtherInvoice: try mixed(shop, xml)
        case .right: try shop.certificateLink(xml)
        }
      for certificate in Certificate.allCases {
        let certificates =
          switch certificate {
          case .none: [KSeFCertificate]()
          case .otherNumber: [stranger.certificate]
          case .otherKey: [impostor.certificate]
          case .several: [shop.certificate, impostor.certificate]
          case .right: [shop.certificate, stranger.certificate]
          }
        for key in Key.allCases {
          let keys =
            switch key {
            case .none: [GivenPublicKey]()
            case .wrong: [GivenPublicKey(stranger.certificate.publicKey, name: "k")]
            case .right: [GivenPublicKey(shop.certificate.publicKey, name: "k")]
            }
          for invoice in Invoice.allCases {
            let invoices =
              switch invoice {
              case .none: [GivenInvoice]()
              case .wrong: [GivenInvoice(shop.invoice(2), name: "i")]
              case .right: [GivenInvoice(xml, name: "i")]
              }
            for hasFirst in [true, false] {
              for environment in [nil, KSeFEnvironment.test, .production] {
                let report = Verifier(
                  invoices: invoices, certificates: certificates, publicKeys: keys, expectedEnvironment: environment
                ).verify(hasFirst ? links(first, second) : links(second))
                // An impostor's certificate with the impostor's signature is what the caller trusts.
                let isProven =
                  (signature == .right && certificate == .right)
                  || (signature == .ofOtherKey && certificate == .otherKey)
                let knowsDay = hasFirst || invoice == .right
                let mayPass = isProven && knowsDay && invoice != .wrong && environment != .production
                #expect(
                  (report.verdict == .passed) == mayPass,
                  "\(signature) \(certificate) \(key) \(invoice) \(hasFirst) \(String(describing: environment))")
                if mayPass { passes += 1 }
              }
            }
          }
        }
      }
    }
    #expect(passes == 2 * 3 * 2 * 3)
  }

  /// A link about one invoice with the signature of another.
  private func mixed(_ shop: Shop, _ xml: [UInt8]) throws -> String {
    let right = try shop.certificateLink(xml)
    let other = try shop.certificateLink(shop.invoice(2))
    let (end, start) = (try #require(right.lastIndex(of: "/")), try #require(other.lastIndex(of: "/")))
    return String(right[..<end]) + String(other[start...])
  }
}
