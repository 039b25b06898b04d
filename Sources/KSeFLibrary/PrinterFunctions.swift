import CKSeF
import Findings
import InvoicePrinting
import OfflineSigning

// What ksef.h declares and explains; the compiler checks each against it.

@c @implementation
public func ksef_printer_open(
  _ settings: UnsafePointer<CChar>?, _ passphrase: UnsafeRawPointer?, _ passphrase_length: Int,
  _ printer: UnsafeMutablePointer<OpaquePointer?>?
) -> CInt {
  LastError.returning { () throws(Obstacle) in
    guard let printer else { throw .argumentMissing("printer") }
    printer.pointee = nil
    let lines = try PrinterSettings(GivenLines(settings, argument: "settings"))
    let given = try Passphrase.given(passphrase, passphrase_length)
    let opened = try InvoicePrinter(lines.printSettings(passphrase: given))
    printer.pointee = Handle.handingOut(opened)
  }
}

@c @implementation
public func ksef_printer_close(_ printer: OpaquePointer?) { Handle<InvoicePrinter>.giveBack(printer) }

extension Passphrase {
  /// What a caller hands over in memory; nil where it is nothing.
  ///
  /// - Throws: `call.argument-missing`, `call.length`, `passphrase.too-long`.
  fileprivate static func given(_ start: UnsafeRawPointer?, _ length: Int) throws(Obstacle) -> Passphrase? {
    guard length != 0 else { return nil }
    guard let start else { throw .argumentMissing("passphrase") }
    // Beyond the half of all addresses a size becomes a negative number.
    guard length > 0, length <= longest else { throw .lengthImpossible("passphrase", limit: longest) }
    return try Passphrase(copying: UnsafeRawBufferPointer(start: start, count: length), from: "passphrase")
  }
}
