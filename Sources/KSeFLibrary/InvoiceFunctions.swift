import CKSeF
import FAInvoice
import FAValidation
import Findings
import InvoicePrinting

// What ksef.h declares and explains; the compiler checks each against it.

@c @implementation
public func ksef_render(
  _ printer: OpaquePointer?, _ xml: UnsafeRawPointer?, _ xml_length: Int, _ options: UnsafePointer<CChar>?,
  _ result: UnsafeMutablePointer<OpaquePointer?>?
) -> CInt {
  LastError.returning { () throws(Obstacle) in
    let call = try InvoiceCall(printer, xml, xml_length, options, taking: SettingName.ofPrint, result)
    call.result.pointee = Handle.handingOut(
      CallResult(try call.printer.print(call.task, options: try call.printOptions())))
  }
}

@c @implementation
public func ksef_links(
  _ printer: OpaquePointer?, _ xml: UnsafeRawPointer?, _ xml_length: Int, _ options: UnsafePointer<CChar>?,
  _ result: UnsafeMutablePointer<OpaquePointer?>?
) -> CInt {
  LastError.returning { () throws(Obstacle) in
    let call = try InvoiceCall(printer, xml, xml_length, options, taking: SettingName.ofPrint, result)
    call.result.pointee = Handle.handingOut(
      CallResult(try call.printer.links(of: call.task, options: try call.printOptions())))
  }
}

@c @implementation
public func ksef_check(
  _ printer: OpaquePointer?, _ xml: UnsafeRawPointer?, _ xml_length: Int, _ options: UnsafePointer<CChar>?,
  _ result: UnsafeMutablePointer<OpaquePointer?>?
) -> CInt {
  LastError.returning { () throws(Obstacle) in
    let call = try InvoiceCall(printer, xml, xml_length, options, taking: SettingName.ofCheck, result)
    let report = call.printer.check(call.task)
    call.result.pointee = Handle.handingOut(CallResult(report))
    if let refusal = report.refusal { throw refusal }
  }
}

/// The arguments that every call about an invoice has.
private struct InvoiceCall {
  let printer: InvoicePrinter
  let task: PrintTask
  let result: UnsafeMutablePointer<OpaquePointer?>
  private let given: [SettingName: String]

  /// - Parameter names: the options that the call takes.
  /// - Throws: what is wrong with an argument, before the XML is looked at.
  init(
    _ printer: OpaquePointer?, _ xml: UnsafeRawPointer?, _ length: Int, _ options: UnsafePointer<CChar>?,
    taking names: [SettingName], _ result: UnsafeMutablePointer<OpaquePointer?>?
  ) throws(Obstacle) {
    guard let result else { throw .argumentMissing("result") }
    result.pointee = nil
    guard let printer else { throw .argumentMissing("printer") }
    guard let xml else { throw .argumentMissing("xml") }
    var given: [SettingName: String] = [:]
    for (name, value) in try GivenLines(options, argument: "options").values {
      guard let setting = SettingName(rawValue: name), names.contains(setting) else {
        throw .unknownSetting(name, known: names.map(\.rawValue))
      }
      given[setting] = value
    }
    let name = given[.name] ?? "invoice.xml"
    // Beyond the half of all addresses a size becomes a negative number.
    guard length >= 0, length <= ReceiptDocument.sizeLimit else { throw .invoiceTooLarge(name) }
    task = PrintTask(name: name, bytes: [UInt8](UnsafeRawBufferPointer(start: xml, count: length)))
    (self.printer, self.result, self.given) = (Handle.object(printer), result, given)
  }

  /// - Throws: `call.value`.
  func printOptions() throws(Obstacle) -> PrintOptions {
    try PrintOptions(given, of: SettingName.ofPrint.filter { $0 != .name })
  }
}

extension FileReport {
  /// What a call returns that was asked about an invoice which KSeF would refuse; nil where it wouldn't.
  fileprivate var refusal: Obstacle? {
    switch verdict {
    case .inOrder, .warnings: return nil
    case .refused where structure != nil: return .refused(file, findings, count: count(.refused))
    case .refused, .unreadable:
      // What isn't an invoice has one finding, which says why.
      guard let finding = findings.first else { return nil }
      return Obstacle(
        finding.code, at: finding.place, finding.sentence, remedy: finding.remedy ?? Sentence("", pl: ""))
    }
  }
}
