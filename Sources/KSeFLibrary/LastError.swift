import CKSeF
import Findings
import Glibc
import JSONWriting
import PrintWorkers

/// Why the last call of a thread wasn't done, kept for that thread until its next call or its end.
final class LastError {
  let code: OwnedBytes
  let report: OwnedBytes
  private let (english, polish): (OwnedBytes, OwnedBytes)

  private init(_ obstacle: Obstacle) {
    code = OwnedBytes(obstacle.code)
    report = OwnedBytes(PrintReport(obstacle).json().text)
    // All that was found may be thousands of lines: the report has them.
    let alone = Obstacle(
      obstacle.code, kind: obstacle.kind, at: obstacle.place, obstacle.reason, remedy: obstacle.remedy)
    (english, polish) = (OwnedBytes(alone.text(in: .english)), OwnedBytes(alone.text(in: .polish)))
  }

  /// In words; the place and the reason, then the remedy.
  func text(in language: Language) -> OwnedBytes { language == .polish ? polish : english }

  /// The slot that each thread has, emptied where a thread ends; nil where the process has no slots left, so that nothing
  /// is kept.
  private static let slot: pthread_key_t? = {
    var key = pthread_key_t()
    let isMade = pthread_key_create(&key) { kept in
      if let kept { Unmanaged<LastError>.fromOpaque(kept).release() }
    }
    return isMade == 0 ? key : nil
  }()

  /// That of the calling thread; nil where its last call was done.
  static var ofThread: LastError? {
    guard let slot, let kept = pthread_getspecific(slot) else { return nil }
    return Unmanaged<LastError>.fromOpaque(kept).takeUnretainedValue()
  }

  /// Keeps why the calling thread's call wasn't done, or forgets the last reason.
  private static func keep(_ obstacle: Obstacle?) {
    guard let slot else { return }
    let former = pthread_getspecific(slot)
    let kept = obstacle.map { Unmanaged.passRetained(LastError($0)) }
    guard pthread_setspecific(slot, kept?.toOpaque()) == 0 else {
      kept?.release()
      return
    }
    if let former { Unmanaged<LastError>.fromOpaque(former).release() }
  }

  /// Does a call's work, keeps why it wasn't done, and gives its return code.
  static func returning(_ work: () throws(Obstacle) -> Void) -> CInt {
    do throws(Obstacle) {
      try work()
      keep(nil)
      return KSEF_DONE
    } catch {
      keep(error)
      return error.kind.returnCode
    }
  }
}
