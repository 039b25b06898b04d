import Findings
import InvoicePrinting

/// What a worker is asked beside the invoice's bytes.
struct PrintRequest {
  /// What messages call the invoice.
  let name: String
  let options: PrintOptions

  /// What an invoice is called whose request doesn't say.
  static let namelessInvoice = "invoice.xml"

  /// The head of a request that asks for nothing particular but the task's KSeF number.
  static func head(of task: PrintTask) -> MessageHead {
    var head = MessageHead()
    head.add("name", task.name.shortened)
    head.add("ksef-number", task.ksefNumber)
    return head
  }

  /// - Throws: `worker.field` where a field isn't known or doesn't have its form.
  init(_ head: MessageHead) throws(Obstacle) {
    var (name, options) = (PrintRequest.namelessInvoice, PrintOptions())
    for field in head.fields where field.name != "name" {
      if !options.set(field.name, field.value) { throw .unusableField(field.name, field.value) }
    }
    if let given = head["name"] {
      guard given == given.shortened else { throw .unusableField("name", given) }
      name = given
    }
    (self.name, self.options) = (name, options)
  }
}
