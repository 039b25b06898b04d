import ArgumentParser

/// Who signs KOD II, or what is printed in its place.
struct SigningOptions: ParsableArguments {
  @OptionGroup var credentials: CredentialOptions

  @Option(
    help: ArgumentHelp("The number that KSeF gave the invoice: printed under KOD I, no KOD II.", valueName: "number"))
  var ksefNumber: String?

  @Option(help: ArgumentHelp("An already signed KOD II link, to print it again without signing.", valueName: "url"))
  var signedLink: String?

  mutating func validate() throws {
    let ways = [credentials.certificate ?? credentials.key, credentials.pkcs12, ksefNumber, signedLink]
      .compactMap { $0 }
    guard ways.count <= 1 else {
      throw ValidationError(
        "Choose one of --certificate with --key, --pkcs12, --ksef-number and --signed-link.")
    }
  }

  /// Whether anything is given that only an invoice can use.
  var areGiven: Bool { credentials.areGiven || ksefNumber != nil || signedLink != nil }
}
