import CKSeF
import Findings

// What ksef.h declares and explains; the compiler checks each against it.

private let version = OwnedBytes(KSEF_VERSION)

@c @implementation
public func ksef_version() -> UnsafePointer<CChar>? { version.text }

@c @implementation
public func ksef_last_error_code() -> UnsafePointer<CChar>? { (LastError.ofThread?.code ?? .none).text }

@c @implementation
public func ksef_last_error(_ language: UnsafePointer<CChar>?) -> UnsafePointer<CChar>? {
  (LastError.ofThread?.text(in: Language(language)) ?? .none).text
}

@c @implementation
public func ksef_last_report() -> UnsafePointer<CChar>? { (LastError.ofThread?.report ?? .none).text }
