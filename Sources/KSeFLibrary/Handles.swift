import Findings
import InvoicePrinting

/// A printer or a result, in the hands of a caller in C: its one owner, from when it is handed out until it is given back.
enum Handle<Object: AnyObject> {
  /// Hands out; somebody will give it back.
  static func handingOut(_ object: Object) -> OpaquePointer {
    OpaquePointer(Unmanaged.passRetained(object).toOpaque())
  }

  /// What a caller has, for the length of a call.
  static func object(_ handle: OpaquePointer) -> Object {
    Unmanaged<Object>.fromOpaque(UnsafeRawPointer(handle)).takeUnretainedValue()
  }

  /// Takes back.
  static func giveBack(_ handle: OpaquePointer?) {
    guard let handle else { return }
    Unmanaged<Object>.fromOpaque(UnsafeRawPointer(handle)).release()
  }
}
