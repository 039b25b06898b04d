import ArchivePDF
import CLibFuzzer
import CodeReading
import Glibc
import KSeFIdentifiers
import KSeFLinks
import ReadingWorkers

/// libFuzzer with three targets: a PDF's attachments, where the bytes begin as a PDF; what a reading process answers, where
/// they begin with 0 or 1, as an answer does; else the text of a link.
@main
enum FuzzEvidence {
  static func main() {
    var argumentCount = CommandLine.argc
    var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
    let code = LLVMFuzzerRunDriver(&argumentCount, &arguments) { data, size in
      let bytes = Array(UnsafeBufferPointer(start: data, count: size))
      if EvidenceKind.of(bytes) == .pdf {
        FuzzEvidence.examine(pdf: bytes)
      } else if let first = bytes.first, first < 2 {
        FuzzEvidence.examine(answer: bytes)
      } else {
        FuzzEvidence.examine(link: String(decoding: bytes, as: UTF8.self))
      }
      return 0
    }
    exit(code)
  }

  /// Stops the process where a promise is broken: an optimised build keeps no sentence of `precondition`.
  private static func expect(_ isKept: Bool, _ promise: String) {
    if !isKept { fatalError("Broken promise: \(promise)") }
  }

  private static func examine(pdf bytes: [UInt8]) {
    let files = AttachmentReader.files(inPDF: bytes)
    expect(files.count <= 100, "at most a hundred files are taken")
    expect(files.allSatisfy { $0.bytes.count <= 16 << 20 }, "no file is over 16 MB")
    expect(files.reduce(0) { $0 + $1.bytes.count } <= 64 << 20, "all files together aren't over 64 MB")
    expect(files.allSatisfy { $0.bytes.contains(0x3C) }, "a file that is taken has markup")
  }

  private static func examine(answer bytes: [UInt8]) {
    guard let answer = try? WorkerAnswer.read(bytes) else { return }
    guard case .success(let reading) = answer else { return }
    expect(reading.pages.indices.allSatisfy { reading.pages[$0].page == $0 + 1 }, "pages count from 1")
    guard case .success(let again)? = try? WorkerAnswer.read(Array(WorkerAnswer.message(answer).dropFirst(8))) else {
      fatalError("Broken promise: an answer written anew is one")
    }
    expect(again == reading, "an answer written anew says the same")
  }

  private static func examine(link text: String) {
    switch ReadLink(text) {
    case .invoice(let link):
      guard case .current(let environment) = link.host else { return }
      let again = ReadLink(InvoiceLink(environment: environment, identity: link.identity).text)
      guard case .invoice(let same) = again else { fatalError("Broken promise: a link written anew is one") }
      expect(same.identity == link.identity && same.host == link.host, "a link written anew says the same")
      expect(same.remarks.isEmpty, "a link written anew is in its proper form")
    case .certificate(let link):
      guard case .current(let environment) = link.host else { return }
      let claim = CertificateClaim(
        environment: environment, context: link.context, seller: link.seller, certificate: link.certificate,
        hash: link.hash)
      guard case .certificate(let same) = ReadLink(claim.signed(with: link.signature).text) else {
        fatalError("Broken promise: a certificate's link written anew is one")
      }
      expect(same.seller == link.seller && same.hash == link.hash, "a certificate's link written anew says the same")
      expect(same.context == link.context && same.certificate == link.certificate, "so do its context and number")
      expect(same.signature == link.signature && same.remarks.isEmpty, "and its signature")
    case .malformed, .foreign: return
    }
  }
}
