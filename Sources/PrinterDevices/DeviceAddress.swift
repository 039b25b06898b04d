/// Where a printer takes bytes as they are: a device file, or a port in the network.
///
/// Source: point-of-sale, "Devices" (raw ESC/POS).
package enum DeviceAddress: Sendable, Hashable {
  /// A character device, as `/dev/usb/lp0` or `/dev/ttyS0`.
  case file(String)
  /// A port in the network; most printers listen on 9100.
  case tcp(host: String, port: UInt16)

  /// The port on which printers take jobs as they are.
  package static let ordinaryPort: UInt16 = 9100

  /// `/dev/usb/lp0`; `tcp://HOST`, `tcp://HOST:PORT`, `tcp://[::1]:9100`. Nil for anything else.
  package init?(_ text: String) {
    guard text.hasPrefix("tcp://") else {
      guard text.hasPrefix("/"), !text.utf8.contains(0) else { return nil }
      self = .file(text)
      return
    }
    var rest = text.dropFirst(6)
    if rest.last == "/" { rest.removeLast() }
    var host = rest
    var port = DeviceAddress.ordinaryPort
    if rest.hasPrefix("[") {
      guard let end = rest.firstIndex(of: "]") else { return nil }
      host = rest[rest.index(after: rest.startIndex)..<end]
      rest = rest[rest.index(after: end)...]
      guard rest.isEmpty || rest.hasPrefix(":") else { return nil }
      rest = rest.dropFirst()
    } else {
      let parts = rest.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      host = parts[0]
      rest = parts.count > 1 ? parts[1] : ""
      guard parts.count == 1 || !rest.isEmpty else { return nil }
    }
    if !rest.isEmpty {
      guard let given = UInt16(rest), given > 0 else { return nil }
      port = given
    }
    guard !host.isEmpty, host.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != 0x2F && $0 != 0x40 }) else {
      return nil
    }
    self = .tcp(host: String(host), port: port)
  }

  /// As messages name it.
  package var text: String {
    switch self {
    case .file(let path): path
    case .tcp(let host, let port): host.contains(":") ? "tcp://[\(host)]:\(port)" : "tcp://\(host):\(port)"
    }
  }
}
