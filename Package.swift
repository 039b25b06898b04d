// swift-tools-version: 6.2
import PackageDescription

/// Warnings stop the build where the environment asks for it (CI and `make lint` do);
/// a newer compiler's new warning must not stop a user.
let warningsStopTheBuild = Context.environment["WARNINGS_AS_ERRORS"] != nil

let swiftSettings: [SwiftSetting] =
  [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
  ] + (warningsStopTheBuild ? [.treatAllWarnings(as: .error)] : [])

/// A C library of the system: a module map and a `shim.h`, found through pkg-config where it isn't part of every system.
func library(_ name: String, _ pkgConfig: String? = nil, apt: String? = nil) -> Target {
  .systemLibrary(
    name: name, path: "Sources/CLibraries/\(name)", pkgConfig: pkgConfig, providers: apt.map { [.apt([$0])] })
}

/// A stage of the house, written in Swift.
func stage(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: swiftSettings)
}

/// Folders of stored results and scripts that tests read in place, by test target.
let readInPlace = [
  "PresentationTests": ["Goldens"], "RenderingTests": ["Goldens"], "VerificationTests": ["Goldens"],
  "AcceptanceTests": ["Tools"],
  "FAStructureTests": ["Tools"],
]

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(
    name: name, dependencies: dependencies, exclude: readInPlace[name] ?? [], swiftSettings: swiftSettings)
}

#if arch(arm64)
  let libFuzzer = "clang_rt.fuzzer_no_main-aarch64"
#else
  let libFuzzer = "clang_rt.fuzzer_no_main-x86_64"
#endif

/// What `make fuzz` builds, only where it asks: it links libFuzzer, which is one of the compiler's own libraries.
let fuzzer: [Target] = [
  .systemLibrary(name: "CLibFuzzer", path: "Tests/Fuzz/CLibFuzzer"),
  .executableTarget(
    name: "fuzz-documents", dependencies: ["DocumentFuzzing", "Findings", "CLibFuzzer"],
    path: "Tests/Fuzz/fuzz-documents", swiftSettings: swiftSettings,
    linkerSettings: [.linkedLibrary(libFuzzer), .linkedLibrary("stdc++"), .linkedLibrary("m")]),
  .executableTarget(
    name: "fuzz-evidence",
    dependencies: ["ArchivePDF", "CodeReading", "ReadingWorkers", "KSeFLinks", "KSeFIdentifiers", "CLibFuzzer"],
    path: "Tests/Fuzz/fuzz-evidence", swiftSettings: swiftSettings,
    linkerSettings: [.linkedLibrary(libFuzzer), .linkedLibrary("stdc++"), .linkedLibrary("m")]),
]

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "ksef-render",
  products: [
    .executable(name: "ksef-render", targets: ["ksef-render"]),
    .executable(name: "ksef-verify", targets: ["ksef-verify"]),
    .executable(name: "ksef-desk", targets: ["ksef-desk"]),
    // Each library offers every module whose types its own calls name.
    .library(
      name: "KSeFRender",
      targets: [
        "Findings", "KSeFIdentifiers", "KSeFLinks", "FAInvoice", "FAValidation", "Certificates", "OfflineSigning",
        "InvoiceTemplate", "Presentation", "InvoiceRendering", "InvoicePrinting", "PrintWorkers",
      ]),
    .library(
      name: "KSeFDesk",
      targets: [
        "Findings", "KSeFIdentifiers", "KSeFLinks", "Certificates", "OfflineSigning", "InvoicePrinting",
        "OfflineRules", "OfflineLedger", "DeskPrinting",
      ]),
    .library(
      name: "KSeFVerify",
      targets: [
        "Findings", "KSeFIdentifiers", "KSeFLinks", "FAInvoice", "Certificates", "ArchivePDF", "CodeReading",
        "Verification",
      ]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    // C libraries
    library("CCairo", "cairo-ft", apt: "libcairo2-dev"),
    library("CFreeType", "freetype2", apt: "libfreetype-dev"),
    library("CHarfBuzz", "harfbuzz", apt: "libharfbuzz-dev"),
    library("CQREncode", "libqrencode", apt: "libqrencode-dev"),
    library("COpenSSL", "libcrypto", apt: "libssl-dev"),
    library("CLibXML2", "libxml-2.0", apt: "libxml2-dev"),
    library("CPNG", "libpng", apt: "libpng-dev"),
    library("CTurboJPEG", "libturbojpeg", apt: "libturbojpeg0-dev"),
    library("CTIFF", "libtiff-4", apt: "libtiff-dev"),
    library("CArchive", "libarchive", apt: "libarchive-dev"),
    library("CPoppler", "poppler-glib", apt: "libpoppler-glib-dev"),
    library("CSyncFS"),
    library("CLibQPDF", "libqpdf", apt: "libqpdf-dev"),
    .target(
      name: "CZXing", path: "Sources/CLibraries/CZXing", linkerSettings: [.linkedLibrary("ZXing")]),
    .target(name: "CDotPNG", path: "Sources/CLibraries/CDotPNG", linkerSettings: [.linkedLibrary("png")]),
    .target(
      name: "CQPDF", path: "Sources/CLibraries/CQPDF", linkerSettings: [.linkedLibrary("qpdf")]),
    .target(
      name: "CTOML", path: "Sources/CLibraries/CTOML",
      cxxSettings: [.define("TOML_HEADER_ONLY", to: "0")], linkerSettings: [.linkedLibrary("tomlplusplus")]),

    // Words and names
    stage("Findings"),
    stage("WholeFiles", ["Findings", "CSyncFS"]),
    stage("JSONWriting", ["Findings"]),
    stage("JSONReading"),
    stage("CSVWriting", ["Findings"]),
    stage("ChildProcesses"),
    stage("EvidenceFiles", ["Findings", "WholeFiles", "CArchive"]),
    stage("KSeFIdentifiers", ["Findings", "COpenSSL"]),
    stage("KSeFLinks", ["KSeFIdentifiers"]),

    // The invoice
    stage("FAInvoice", ["Findings", "KSeFIdentifiers", "CLibXML2"]),
    stage("OfficialSchemas", ["Findings", "FAInvoice", "WholeFiles", "CLibXML2"]),
    stage("FAStructure", ["FAInvoice"]),
    stage("FAValidation", ["Findings", "JSONWriting", "FAInvoice", "FAStructure", "KSeFIdentifiers"]),

    // Certificates and keys
    stage("Certificates", ["Findings", "KSeFIdentifiers", "KSeFLinks", "COpenSSL"]),
    stage("OfflineSigning", ["Findings", "Certificates", "KSeFIdentifiers", "KSeFLinks", "COpenSSL"]),

    // From invoice to paper
    stage("QRSymbol", ["Findings", "CQREncode"]),
    stage("InvoiceTemplate", ["Findings", "WholeFiles", "CTOML"]),
    stage("Presentation", ["Findings", "FAInvoice", "InvoiceTemplate", "KSeFIdentifiers", "KSeFLinks"]),
    stage("Typography", ["Findings", "CFreeType", "CHarfBuzz"]),
    stage("PageLayout", ["Findings", "Presentation", "InvoiceTemplate", "Typography", "QRSymbol"]),
    stage("PrinterDots", ["Findings", "CDotPNG"]),
    stage(
      "CairoDrawing",
      [
        "Findings", "InvoiceTemplate", "PageLayout", "Typography", "QRSymbol", "PrinterDots", "CCairo", "CFreeType",
      ]),
    stage("ArchivePDF", ["Findings", "CLibQPDF", "CQPDF"]),
    stage(
      "InvoiceRendering",
      [
        "Findings", "KSeFIdentifiers", "KSeFLinks", "FAInvoice", "FAValidation", "QRSymbol", "InvoiceTemplate",
        "Presentation", "Typography", "PageLayout", "CairoDrawing", "PrinterDots", "ArchivePDF", "WholeFiles",
      ]),
    stage(
      "InvoicePrinting",
      [
        "Findings", "KSeFIdentifiers", "KSeFLinks", "FAInvoice", "FAValidation", "Certificates", "OfflineSigning",
        "InvoiceTemplate", "Presentation", "InvoiceRendering",
      ]),
    stage("CodeProving", ["Findings", "InvoiceRendering", "PrinterDots", "CZXing"]),
    stage(
      "PrintWorkers",
      [
        "Findings", "JSONWriting", "JSONReading", "ChildProcesses", "FAInvoice", "OfflineSigning", "InvoiceTemplate",
        "Presentation", "InvoiceRendering", "InvoicePrinting",
      ]),
    stage(
      "PrintRuns",
      [
        "Findings", "WholeFiles", "JSONWriting", "CSVWriting", "KSeFIdentifiers", "EvidenceFiles", "InvoicePrinting",
      ]),

    // From paper to verdict
    stage("CodeReading", ["Findings", "ArchivePDF", "CZXing", "CPoppler", "CPNG", "CTIFF", "CTurboJPEG"]),
    stage(
      "ReadingWorkers", ["Findings", "WholeFiles", "ChildProcesses", "KSeFIdentifiers", "ArchivePDF", "CodeReading"]),
    stage(
      "Verification",
      [
        "Findings", "JSONWriting", "CSVWriting", "KSeFIdentifiers", "KSeFLinks", "FAInvoice", "Certificates",
        "ArchivePDF", "CodeReading",
      ]),

    // The offline desk
    stage("OfflineRules", ["Findings", "JSONReading", "KSeFIdentifiers"]),
    stage(
      "OfflineLedger",
      [
        "Findings", "WholeFiles", "JSONWriting", "JSONReading", "KSeFIdentifiers", "KSeFLinks", "Certificates",
        "OfflineSigning", "OfflineRules", grdb,
      ]),

    stage(
      "DeskPrinting",
      [
        "Findings", "KSeFIdentifiers", "KSeFLinks", "Certificates", "OfflineSigning", "Presentation",
        "InvoicePrinting", "OfflineRules", "OfflineLedger",
      ]),

    // Command lines
    stage(
      "RenderCommands",
      [
        "InvoiceRendering", "OfflineSigning", "Certificates", "WholeFiles", "Findings", "KSeFIdentifiers",
        "KSeFLinks", "FAInvoice", "FAValidation", "OfficialSchemas", "InvoiceTemplate", "Presentation", "ArchivePDF",
        "InvoicePrinting", "PrintWorkers", "PrintRuns", argumentParser,
      ]),
    .executableTarget(
      name: "ksef-render", dependencies: ["RenderCommands", argumentParser], swiftSettings: swiftSettings),
    .executableTarget(
      name: "ksef-desk",
      dependencies: [
        "DeskPrinting", "OfflineLedger", "OfflineRules", "RenderCommands", "InvoiceRendering", "InvoicePrinting",
        "Presentation", "InvoiceTemplate", "OfflineSigning", "Certificates", "KSeFLinks", "KSeFIdentifiers",
        "FAInvoice", "JSONWriting", "CSVWriting", "WholeFiles",
        "Findings", argumentParser,
      ], swiftSettings: swiftSettings),
    .executableTarget(
      name: "ksef-verify",
      dependencies: [
        "Verification", "EvidenceFiles", "ReadingWorkers", "CodeReading", "Certificates", "WholeFiles", "Findings",
        "KSeFIdentifiers", "KSeFLinks", "FAInvoice", argumentParser,
      ], swiftSettings: swiftSettings),
    .executableTarget(
      name: "ksef-bench",
      dependencies: [
        "InvoiceRendering", "ArchivePDF", "OfflineSigning", "Certificates", "Findings", "KSeFIdentifiers", "KSeFLinks",
        "FAInvoice",
        "FAValidation", "QRSymbol", "InvoiceTemplate", "Presentation", "Typography", "PageLayout", "CairoDrawing",
        "WholeFiles",
      ], swiftSettings: swiftSettings),

    // What documents are examined by, as seeds in tests and as mutations in `make fuzz`
    .target(
      name: "DocumentFuzzing",
      dependencies: [
        "Findings", "WholeFiles", "KSeFIdentifiers", "FAInvoice", "FAValidation", "InvoiceTemplate", "Presentation",
      ],
      path: "Tests/Fuzz/DocumentFuzzing", swiftSettings: swiftSettings),

    // Prints degraded in every known way, as a part in tests and as a thousand in `make scans`
    .target(
      name: "ScanMaking",
      dependencies: [
        "Findings", "WholeFiles", "KSeFIdentifiers", "KSeFLinks", "FAInvoice", "Certificates", "OfflineSigning",
        "QRSymbol", "InvoiceTemplate", "Presentation", "PageLayout", "CairoDrawing", "InvoiceRendering",
        "FAValidation", "PrinterDots", "CCairo", "CPoppler", "CPNG", "CTurboJPEG",
      ],
      path: "Tests/Scans/ScanMaking", swiftSettings: swiftSettings),
    .executableTarget(
      name: "degraded-scans",
      dependencies: [
        "ScanMaking", "CodeReading", "Verification", "Certificates", "FAInvoice", "InvoiceRendering",
        "KSeFIdentifiers", "Findings", "CZXing",
      ],
      path: "Tests/Scans/degraded-scans", swiftSettings: swiftSettings),

    // Tests
    tests("KSeFIdentifiersTests", ["KSeFIdentifiers", "Findings"]),
    tests("KSeFLinksTests", ["KSeFLinks", "KSeFIdentifiers"]),
    tests("FAInvoiceTests", ["FAInvoice", "Findings", "KSeFIdentifiers"]),
    tests("OfficialSchemasTests", ["OfficialSchemas", "FAInvoice", "Findings", "CLibXML2"]),
    tests("FAStructureTests", ["FAStructure", "FAInvoice"]),
    tests("FAValidationTests", ["FAValidation", "FAStructure", "FAInvoice", "Findings", "KSeFIdentifiers"]),
    tests("CertificatesTests", ["Certificates", "OfflineSigning", "KSeFLinks", "KSeFIdentifiers", "Findings"]),
    tests("InvoiceTemplateTests", ["InvoiceTemplate", "Findings"]),
    tests("PrinterDotsTests", ["PrinterDots"]),
    tests(
      "CodeProvingTests",
      [
        "CodeProving", "InvoiceRendering", "PrinterDots", "QRSymbol", "InvoiceTemplate",
        "Presentation", "FAInvoice", "FAValidation", "KSeFLinks", "KSeFIdentifiers", "Certificates", "OfflineSigning",
        "Findings",
      ]),
    tests(
      "PresentationTests",
      ["Presentation", "FAInvoice", "InvoiceTemplate", "Findings", "KSeFLinks", "KSeFIdentifiers"]),
    tests(
      "RenderingTests",
      [
        "InvoiceRendering", "PageLayout", "Typography", "QRSymbol", "CairoDrawing", "InvoiceTemplate", "Presentation",
        "CCairo", "CPNG", "FAInvoice", "FAValidation", "KSeFIdentifiers", "KSeFLinks", "Findings",
      ]),
    tests(
      "InvoicePrintingTests",
      [
        "InvoicePrinting", "InvoiceRendering", "OfflineSigning", "Certificates", "Presentation", "FAInvoice",
        "KSeFLinks", "KSeFIdentifiers", "Findings",
      ]),
    tests("JSONReadingTests", ["JSONReading", "JSONWriting"]),
    tests(
      "PrintWorkersTests",
      [
        "PrintWorkers", "InvoicePrinting", "InvoiceRendering", "OfflineSigning", "FAInvoice", "KSeFIdentifiers",
        "Findings",
      ]),
    tests("EvidenceFilesTests", ["EvidenceFiles", "Findings"]),
    tests("PrintRunsTests", ["PrintRuns", "InvoicePrinting", "InvoiceRendering", "KSeFIdentifiers", "Findings"]),
    tests("ReadingWorkersTests", ["ReadingWorkers", "ArchivePDF", "CodeReading", "KSeFIdentifiers", "Findings"]),
    tests("CodeReadingTests", ["CodeReading", "ArchivePDF", "Findings", "CQREncode", "CCairo", "CPNG", "CTurboJPEG"]),
    tests(
      "VerificationTests",
      [
        "Verification", "ArchivePDF", "CodeReading", "Certificates", "FAInvoice", "KSeFLinks", "KSeFIdentifiers",
        "Findings", "OfflineSigning", "InvoiceRendering", "InvoiceTemplate", "Presentation", "FAValidation",
      ]),
    tests(
      "OfflineLedgerTests",
      [
        "OfflineLedger", "OfflineRules", "OfflineSigning", "Certificates", "KSeFLinks", "KSeFIdentifiers", "Findings",
        grdb,
      ]),
    tests("OfflineRulesTests", ["OfflineRules", "KSeFIdentifiers", "Findings"]),
    tests("DocumentFuzzingTests", ["DocumentFuzzing", "FAInvoice"]),
    tests("HouseTests", []),
    tests(
      "AcceptanceTests",
      [
        "InvoiceRendering", "PageLayout", "CairoDrawing", "InvoiceTemplate", "Presentation", "FAInvoice",
        "FAValidation", "KSeFLinks", "KSeFIdentifiers",
      ]),
  ],
  cxxLanguageStandard: .cxx17
)

if Context.environment["FUZZ"] != nil { package.targets += fuzzer }
