import CLibFuzzer
import DocumentFuzzing
import Findings
import Glibc

/// libFuzzer with the examination of documents as its target; takes libFuzzer's own arguments.
@main
enum FuzzDocuments {
  /// Made once, before the first input.
  static let examiner: Examiner = {
    do throws(Obstacle) {
      return try Examiner(labels: "templates/labels")
    } catch {
      fatalError(error.text(in: .english))
    }
  }()

  static func main() {
    var argumentCount = CommandLine.argc
    var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
    _ = examiner
    let code = LLVMFuzzerRunDriver(&argumentCount, &arguments) { data, size in
      _ = FuzzDocuments.examiner.examine(Array(UnsafeBufferPointer(start: data, count: size)))
      return 0
    }
    exit(code)
  }
}
