import CKSeF
import Findings

// What ksef.h declares and explains; the compiler checks each against it.

@c @implementation
public func ksef_result_bytes(
  _ result: OpaquePointer?, _ length: UnsafeMutablePointer<Int>?
) -> UnsafeRawPointer? {
  guard let result else {
    length?.pointee = 0
    return nil
  }
  let bytes = Handle<CallResult>.object(result).bytes
  length?.pointee = bytes.count
  return UnsafeRawPointer(bytes.start)
}

@c @implementation
public func ksef_result_length(_ result: OpaquePointer?) -> Int {
  result.map { Handle<CallResult>.object($0).bytes.count } ?? 0
}

@c @implementation
public func ksef_result_page_count(_ result: OpaquePointer?) -> CInt {
  result.map { CInt(clamping: Handle<CallResult>.object($0).pageCount) } ?? 0
}

@c @implementation
public func ksef_result_report(_ result: OpaquePointer?) -> UnsafePointer<CChar>? {
  (result.map { Handle<CallResult>.object($0).report } ?? .none).text
}

@c @implementation
public func ksef_result_text(
  _ result: OpaquePointer?, _ language: UnsafePointer<CChar>?
) -> UnsafePointer<CChar>? {
  (result.map { Handle<CallResult>.object($0).text(in: Language(language)) } ?? .none).text
}

@c @implementation
public func ksef_free(_ result: OpaquePointer?) { Handle<CallResult>.giveBack(result) }
