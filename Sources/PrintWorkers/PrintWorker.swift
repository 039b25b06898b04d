import FAInvoice
public import Findings
public import InvoicePrinting
import InvoiceTemplate

/// The process that prints for another program, one invoice after the other, until nobody asks any more.
///
/// docs/worker.md says how it is talked to.
public enum PrintWorker {
  /// Answers every request in its order; what is wrong with one of them is its answer.
  ///
  /// - Parameters:
  ///   - language: of the message in the head of an answer, where the request names no language of its own.
  ///   - input: the descriptor that requests come from; its end is the end of the work.
  ///   - output: the descriptor that answers go to; nothing else may be written there.
  /// - Throws: `worker.malformed-message` (usage), `worker.nobody-listens` (input/output).
  public static func serve(
    _ printer: InvoicePrinter, in language: Language, from input: Int32, to output: Int32
  ) throws(Obstacle) {
    let stream = MessageStream(input: input, output: output)
    while let part = try stream.part(limit: MessageHead.limit) {
      guard case .bytes(let bytes) = part, let document = try stream.part(limit: ReceiptDocument.sizeLimit) else {
        throw .malformedMessage
      }
      let head: MessageHead
      do throws(MalformedMessage) {
        head = try MessageHead(reading: bytes)
      } catch {
        throw .malformedMessage
      }
      let spoken = LabelLanguage.list(head["language"] ?? "")?.first?.messages ?? language
      try stream.write(answer(head, document, by: printer).parts(in: spoken))
    }
  }

  private static func answer(
    _ head: MessageHead, _ document: MessageStream.Part, by printer: InvoicePrinter
  ) -> PrintReply {
    let name = head["name"] ?? PrintRequest.namelessInvoice
    let result = Result { () throws(Obstacle) in
      let request = try PrintRequest(head)
      guard case .bytes(let bytes) = document else { throw .tooLarge(name) }
      return try printer.print(PrintTask(name: name, bytes: bytes), options: request.options)
    }
    return PrintReply(name: name, result: result)
  }
}
