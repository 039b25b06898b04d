import Certificates
import Findings
import KSeFIdentifiers
import KSeFLinks
import OfflineSigning
import Testing

/// A moment in November 2026: 2026-11-22 12:00 UTC.
let noon: Int64 = 1_795_348_800

func recipe(_ change: (inout CertificateRecipe) -> Void = { _ in }) throws -> CertificateRecipe {
  var recipe = CertificateRecipe(nip: try #require(NIP("9999999999")), organisation: "Zmyślona Sp. z o.o.", now: noon)
  change(&recipe)
  return recipe
}

func claim(
  _ serial: CertificateSerialNumber, environment: KSeFEnvironment = .test
) throws -> CertificateClaim {
  let nip = try #require(NIP("9999999999"))
  return CertificateClaim(
    environment: environment, context: .nip(nip), seller: nip, certificate: serial,
    hash: InvoiceHash(ofExactBytes: Array("<Faktura/>".utf8)))
}

func credential(_ product: CertificateRecipe.Product, environment: KSeFEnvironment = .test) throws -> OfflineCredential
{
  try OfflineCredential(certificate: product.certificate, key: product.key, environment: environment, now: noon)
}

/// For keys that need no passphrase: being asked is the failure.
func neverAsked() throws(Obstacle) -> Passphrase? {
  Issue.record("asked for a passphrase that isn't needed")
  return nil
}

/// The code of the obstacle that an action meets; nil where it meets none.
func code(_ action: () throws -> Void) throws -> String? {
  do {
    try action()
    return nil
  } catch let obstacle as Obstacle {
    #expect(!obstacle.reason.english.isEmpty && !obstacle.reason.polish.isEmpty)
    #expect(!obstacle.remedy.english.isEmpty && !obstacle.remedy.polish.isEmpty)
    return obstacle.code
  }
}
