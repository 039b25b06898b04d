import Glibc
import Synchronization

/// Makes libcrypto draw its random numbers from a seed, so that keys, certificates and signatures come out the same
/// in every run and a failing scan can be made again. For a program that makes test pictures only.
package enum FixedKeys {
  /// - Returns: false where this libcrypto can't be led.
  package static func begin(seed: UInt64) -> Bool {
    // Looked up by name: the header marks the call as deprecated, and there is no newer one that needs no provider.
    guard let call = dlsym(nil, "RAND_set_rand_method") else { return false }
    lots.withLock { $0 = Lots(seed: seed) }
    let set = unsafeBitCast(call, to: (@convention(c) (UnsafeRawPointer) -> Int32).self)
    // libcrypto keeps the pointer for as long as the program runs.
    let method = UnsafeMutablePointer<Method>.allocate(capacity: 1)
    method.initialize(to: Method())
    return set(method) == 1
  }

  /// `RAND_METHOD` of OpenSSL: what is nil isn't asked for.
  private struct Method {
    typealias Draw = @convention(c) (UnsafeMutablePointer<UInt8>?, Int32) -> Int32
    var seed: UnsafeRawPointer?
    var bytes: Draw? = FixedKeys.draw
    var cleanup: UnsafeRawPointer?
    var add: UnsafeRawPointer?
    var pseudorand: Draw? = FixedKeys.draw
    var status: (@convention(c) () -> Int32)? = { 1 }
  }

  private static let lots = Mutex(Lots(seed: 0))

  private static let draw: Method.Draw = { buffer, count in
    guard let buffer else { return 0 }
    lots.withLock { lots in
      for index in 0..<Int(count) { buffer[index] = UInt8(truncatingIfNeeded: lots.next()) }
    }
    return 1
  }
}
