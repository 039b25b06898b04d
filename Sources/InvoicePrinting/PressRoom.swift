import Findings
import InvoiceRendering
import Synchronization

/// One renderer, for whoever holds it.
final class InvoicePress: Sendable {
  private let renderer: Mutex<InvoiceRenderer>

  /// - Throws: as `InvoiceRenderer.init(resources:template:labels:)`.
  init(_ settings: PrintSettings) throws(Obstacle) {
    renderer = Mutex(
      try InvoiceRenderer(
        resources: settings.resources, template: settings.template, labels: settings.labels, paper: settings.paper,
        cutsPaper: settings.cutsPaper, proof: settings.proof))
  }

  func render(
    _ work: (InvoiceRenderer) throws(Obstacle) -> RenderedInvoice
  ) throws(Obstacle) -> RenderedInvoice {
    try renderer.withLock { (renderer) throws(Obstacle) in try work(renderer) }
  }
}

/// The renderers that nobody is using: as many come to be as there were prints at the same time.
final class PressRoom: Sendable {
  private let idle = Mutex<[InvoicePress]>([])

  func add(_ press: InvoicePress) {
    idle.withLock { $0.append(press) }
  }

  /// Works with a renderer that nobody else has meanwhile.
  ///
  /// - Throws: what opening one throws, and what `work` does.
  func render(
    _ settings: PrintSettings, _ work: (InvoiceRenderer) throws(Obstacle) -> RenderedInvoice
  ) throws(Obstacle) -> RenderedInvoice {
    let press: InvoicePress =
      if let free = idle.withLock({ $0.popLast() }) { free } else { try InvoicePress(settings) }
    defer { add(press) }
    return try press.render(work)
  }
}
