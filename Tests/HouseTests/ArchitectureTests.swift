import Foundation
import Testing

/// An import that a source file declares.
private struct Import {
  let file: String
  let target: String
  let module: String
}

@Suite("Architecture")
struct ArchitectureTests {
  private let manifest: Manifest
  private let imports: [Import]

  /// Read once for all tests.
  private static let house = Result { (manifest: try Manifest(), imports: try imports()) }

  init() throws {
    (manifest, imports) = try Self.house.get()
  }

  private static func imports() throws -> [Import] {
    let statement =
      #/^\s*(?:@\w+ )?(?:public |package |internal )?import (?:struct |func |class |enum )?(?<module>\w+)/#
    var imports: [Import] = []
    for file in Repository.files where file.hasPrefix("Sources/") && file.hasSuffix(".swift") {
      let target = String(file.split(separator: "/")[1])
      for line in try Repository.text(file).split(separator: "\n") where line.utf8.count < 200 {
        guard let match = line.prefixMatch(of: statement) else { continue }
        imports.append(Import(file: file, target: target, module: String(match.output.module)))
      }
    }
    return imports
  }

  @Test("The manifest is read as it is meant")
  func manifestIsRead() {
    #expect(manifest["Findings"]?.dependencies == [])
    #expect(manifest["CairoDrawing"]?.dependencies.contains("PageLayout") == true)
    #expect(manifest["RenderCommands"]?.dependencies.contains("OfflineSigning") == true)
    #expect(manifest["ksef-verify"]?.dependencies.contains("Verification") == true)
    #expect(manifest["HouseTests"]?.isTest == true)
    #expect(manifest.targets.count > 30)
    #expect(imports.count > 50)
  }

  @Test("Every folder of sources is a declared target")
  func foldersAreTargets() {
    let declared = Set(manifest.targets.map(\.name))
    for target in Set(imports.map(\.target)) { #expect(declared.contains(target)) }
  }

  @Test("A target depends only on targets declared above it")
  func arrowsNeverPointBack() {
    var above: Set<String> = []
    for target in manifest.targets {
      for dependency in target.dependencies {
        #expect(above.contains(dependency), "\(target.name) depends on \(dependency), which stands below it")
      }
      above.insert(target.name)
    }
  }

  @Test("A file imports only what its target declares")
  func importsAreDeclared() {
    let known = Set(manifest.targets.map(\.name))
    for item in imports where known.contains(item.module) {
      #expect(
        manifest[item.target]?.dependencies.contains(item.module) == true,
        "\(item.file) imports \(item.module), which \(item.target) doesn't declare")
    }
  }

  @Test(
    "Every C library has its few owners",
    arguments: [
      ("CCairo", ["CairoDrawing"]), ("CFreeType", ["Typography", "CairoDrawing"]), ("CHarfBuzz", ["Typography"]),
      ("CQREncode", ["QRSymbol"]), ("COpenSSL", ["KSeFIdentifiers", "Certificates", "OfflineSigning"]),
      ("CLibXML2", ["FAInvoice", "OfficialSchemas"]), ("CTOML", ["InvoiceTemplate"]),
      ("CZXing", ["CodeReading", "CodeProving"]), ("CDotPNG", ["PrinterDots"]),
      ("CPoppler", ["CodeReading"]), ("CPNG", ["CodeReading"]), ("CTurboJPEG", ["CodeReading"]),
      ("CTIFF", ["CodeReading"]), ("CQPDF", ["ArchivePDF"]), ("CLibQPDF", ["ArchivePDF"]),
      ("GRDB", ["OfflineLedger"]), ("CArchive", ["EvidenceFiles"]), ("CSyncFS", ["WholeFiles"]),
      ("CKSeF", ["KSeFLibrary"]),
    ])
  func fences(library: String, owners: [String]) {
    let importers = imports.filter { $0.module == library }
    #expect(!importers.isEmpty)
    for item in importers { #expect(owners.contains(item.target), "\(item.file) imports \(library)") }
  }

  @Test("The verifier has no path to a private key")
  func verifierSignsNothing() {
    let reach = manifest.reach(of: "ksef-verify")
    #expect(reach.contains("Certificates"))
    #expect(!reach.contains("OfflineSigning"))
  }

  @Test("The renderer loads no database: with a desk it becomes the desk's program")
  func rendererKeepsNoRecords() {
    let reach = manifest.reach(of: "ksef-render")
    #expect(reach.contains("InvoicePrinting"))
    for target in ["OfflineLedger", "DeskPrinting"] { #expect(!reach.contains(target)) }
    #expect(manifest.reach(of: "ksef-desk").contains("OfflineLedger"))
  }

  @Test("The renderer loads nothing that only the verifier needs")
  func rendererReadsNoCodes() {
    let reach = manifest.reach(of: "ksef-render")
    for target in ["CodeReading", "CodeProving", "Verification", "CPoppler", "CZXing"] {
      #expect(!reach.contains(target))
    }
  }

  @Test("The renderer does without the library for other languages, which loads no more than the renderer")
  func libraryStandsApart() {
    for program in ["ksef-render", "ksef-desk", "ksef-verify"] {
      #expect(!manifest.reach(of: program).contains("KSeFLibrary"))
    }
    let reach = manifest.reach(of: "KSeFLibrary").subtracting(["KSeFLibrary", "CKSeF"])
    #expect(reach.contains("InvoicePrinting"))
    #expect(reach.isSubset(of: manifest.reach(of: "ksef-render")))
  }

  @Test(
    "A stage doesn't know what isn't its business",
    arguments: [
      // Drawing replays pages: it sees neither invoices nor what they say.
      ("CairoDrawing", ["FAInvoice", "Presentation", "KSeFLinks", "KSeFIdentifiers"]),
      // Layout places content that has been put into words before.
      ("PageLayout", ["FAInvoice", "KSeFLinks", "KSeFIdentifiers"]),
      // Words know no millimetres.
      ("Presentation", ["Typography", "PageLayout", "QRSymbol"]),
      // Links are text: making one needs no key.
      ("KSeFLinks", ["Certificates", "OfflineSigning", "COpenSSL"]),
    ])
  func strangers(target: String, strangers: [String]) {
    for item in imports where item.target == target {
      #expect(!strangers.contains(item.module), "\(item.file) imports \(item.module)")
    }
  }

  @Test("What the renderer links does without Foundation")
  func noFoundation() {
    let reach = manifest.reach(of: "ksef-render").union(manifest.reach(of: "KSeFLibrary"))
    for item in imports where reach.contains(item.target) {
      #expect(!item.module.hasPrefix("Foundation"), "\(item.file) imports \(item.module)")
    }
  }

  @Test("Only OfflineSigning opens keys and signs")
  func onlyOneTargetSigns() throws {
    // What libcrypto calls the reading of a private key, and signing with one.
    let calls =
      #/\b(?:PEM_read_bio_PrivateKey|d2i_(?:Auto)?PrivateKey\w*|PKCS12_parse|PKCS8_decrypt|OSSL_DECODER_\w+|EVP_DigestSign\w*|EVP_PKEY_sign\w*|EVP_PKEY_(?:Q_)?keygen\w*|X509_sign\w*|ECDSA_(?:do_)?sign\w*)\b/#
    var signers: Set<String> = []
    for file in Repository.files where file.hasPrefix("Sources/") && file.hasSuffix(".swift") {
      if try Repository.text(file).contains(calls) { signers.insert(String(file.split(separator: "/")[1])) }
    }
    #expect(signers == ["OfflineSigning"])
  }
}
