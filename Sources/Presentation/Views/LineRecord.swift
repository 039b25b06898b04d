import FAInvoice
import InvoiceTemplate

/// One line as the document writes it: a text for each field, empty where the line has none.
struct LineRecord {
  var values: [String]
  /// The line's unique identifier; empty where it has none.
  var identifier = ""
  /// What has no field of its own and is said under the line.
  var details: [Field] = []
  /// Additional descriptions of the line (`DodatkowyOpis`).
  var notes: [Field] = []
  /// Says what was before the correction.
  var isBefore = false
  /// The rates as the document writes them, for the summary.
  var rates: [String] = []

  var number: String { values[LineField.number.position] }
  var name: String { values[LineField.name.position] }
  var unit: String { values[LineField.unit.position] }
}

extension Presenter {
  /// The lines of a container, each element's text taken.
  func lineRecords(of container: Group, slots: LineSlots) -> [LineRecord] {
    let fields = LineField.allCases
    let empty = Array(repeating: "", count: fields.count)
    return container.children(slots.container).map { line in
      var record = LineRecord(values: empty)
      for element in line.children {
        guard element.isLeaf, let slot = slots.slot(element.name) else { continue }
        let text = singleLine(element.text)
        switch slot {
        case .value(let position):
          // A second element for one column can't be printed there; it stays for the remainder.
          guard record.values[position].isEmpty else { continue }
          if fields[position] == .rate { record.rates.append(text) }
          record.values[position] = text
        case .specialRate:
          guard !text.isEmpty else { break }
          record.rates.append(LineFacts.specialMark + text)
          let rate = LineField.rate.position
          if record.values[rate].isEmpty {
            record.values[rate] = LineFacts.specialMark + text
          } else {
            record.details.append(Field(label(.specialRate), printedPercentage(text), role: .small))
          }
        case .identifier:
          guard record.identifier.isEmpty else { continue }
          record.identifier = text
        case .annexFifteen:
          guard text == "1" else { continue }
          record.details.append(Field(nil, said(.annexFifteen), role: .small))
        case .before:
          guard text == "1" else { continue }
          record.isBefore = true
        }
        reading.mark(element)
      }
      return record
    }
  }

  /// A line's value as it is printed.
  func printed(_ text: String, as field: LineField) -> String {
    guard !text.isEmpty else { return "" }
    return switch field {
    case .quantity, .exchangeRate: printedQuantity(text)
    case .netPrice, .grossPrice, .discount, .netAmount, .taxAmount, .grossAmount, .excise: printedAmount(text)
    case .date: printedDate(text)
    case .rate: rateText(text)
    case .number, .name, .index, .gtin, .pkwiu, .cn, .pkob, .gtu, .procedure, .quality, .unit: text
    }
  }

  /// A rate as lines print it: `23 %`, `0 % WDT`, `19 % OSS`; the words of the schema that are no number (`zw`, `oo`, `np I`) stand
  /// as they are, since they are what bookkeepers look for.
  func rateText(_ code: String) -> String {
    switch code {
    case "": ""
    case "0 KR": printedPercentage("0")
    case "0 WDT": printedPercentage("0") + "\u{A0}WDT"
    case "0 EX": printedPercentage("0") + "\u{A0}EX"
    case _ where code.hasPrefix(LineFacts.specialMark):
      printedPercentage(String(code.dropFirst(LineFacts.specialMark.count))) + "\u{A0}OSS"
    default: ExactDecimal(code) == nil ? code : printedPercentage(code)
    }
  }
}
