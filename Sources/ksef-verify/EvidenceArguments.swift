import CodeReading
import FAInvoice
import Findings
import Glibc
import Verification
import WholeFiles

/// The largest print that is read, in bytes.
private let printLimit = 200_000_000
/// The longest text of links that is read, in bytes.
private let linesLimit = 1_000_000

/// Turns one EVIDENCE argument into evidence.
///
/// - Parameters:
///   - number: the argument's number, from 1.
///   - language: in which standard input is named.
/// - Throws: `file.unreadable`; a file that can be read but not understood becomes part of the evidence.
func readEvidence(
  _ argument: String, number: Int, reader: CodeReader, language: Language
) throws(Obstacle) -> [Evidence] {
  if isLink(argument) { return [.text(argument, .argument(number))] }
  let standardInput = Sentence("standard input", pl: "standardowe wejście")
  let name = argument == "-" ? standardInput.text(in: language) : argument
  let bytes: [UInt8]
  do {
    bytes = try readWholeFile(argument, limit: printLimit)
  } catch {
    guard error.kind == .refused else { throw error }
    return [.unreadable(error)]
  }
  if argument == "-", EvidenceKind.of(bytes) == nil, bytes.count <= linesLimit,
    let text = String(validating: bytes, as: UTF8.self)
  {
    return Evidence.onLines(of: text, name: name)
  }
  return Evidence.onPrint(bytes, fileName: name, reader: reader)
}

/// Reads an invoice; one that is no invoice, or too large, keeps its reason.
///
/// - Throws: `file.unreadable`.
func readInvoice(_ path: String) throws(Obstacle) -> GivenInvoice {
  do {
    return GivenInvoice(try readWholeFile(path, limit: FADocument.sizeLimit), name: path)
  } catch {
    guard error.kind == .refused else { throw error }
    return GivenInvoice(unreadable: error, name: path)
  }
}

/// An address, or something with KSeF's host in it that is no file.
private func isLink(_ argument: String) -> Bool {
  let lowered = argument.lowercased()
  if lowered.hasPrefix("https://") || lowered.hasPrefix("http://") { return true }
  return lowered.contains("ksef") && lowered.contains(".mf.gov.pl/") && access(argument, F_OK) != 0
}

/// Writes a line to standard error.
func printToStandardError(_ line: String) {
  let bytes = Array("\(line)\n".utf8)
  // What can't be said on standard error can be said nowhere.
  _ = write(STDERR_FILENO, bytes, bytes.count)
}
