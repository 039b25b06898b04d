import InvoiceTemplate

/// A template file from a seed, each value somewhere in what a person might choose, the ends often.
struct RandomTemplate {
  private var chance: RandomPresentation

  init(seed: UInt64) { chance = RandomPresentation(seed: seed &+ 7_000) }

  mutating func text() -> String {
    // Margins that leave at least 50 mm each way.
    let width = between(120, 300)
    let height = between(260, 400)
    let side = between(0, min(40, (width - 110) / 2))
    let edge = between(0, min(40, (height - 240) / 2))
    var text = """
      format = 1
      language = [\(pick(["\"pl\"", "\"pl\", \"en\"", "\"uk\", \"de\"", "\"de\""]))]
      second-language = "\(pick(["beside", "below"]))"
      [paper]
      width = "\(width)mm"
      height = "\(height)mm"
      margins = ["\(edge)mm", "\(side)mm", "\(edge)mm", "\(side)mm"]
      [spacing]
      section = "\(between(0, 15))mm"
      block = "\(between(0, 10))mm"
      row = "\(between(0, 5))mm"
      gutter = "\(between(0, 8))mm"
      [codes]
      module-size = "\(pick(["0.375", "0.5"]))mm"
      placement = "\(pick(["last-page-bottom", "after-content"]))"
      [payment]
      code = \(pick(["true", "false"]))
      [footer.text]
      pl = "{page}{pages} {number} \(String(repeating: pick(["W", "w ", "ł-"]), count: between(1, 80)))"
      [watermark.text]
      pl = "\(String(repeating: "W", count: between(1, 24)))"

      """
    for role in TextRole.allCases {
      text += """
        [text.\(role.rawValue)]
        size = "\(pick(["5", "8.6", "11", "16"]))pt"
        leading = \(pick(["1", "1.3", "1.6"]))

        """
    }
    return text
  }

  private mutating func pick(_ choices: [String]) -> String { choices[chance.below(choices.count)] }

  private mutating func between(_ least: Int, _ most: Int) -> Int {
    switch chance.below(4) {
    case 0: least
    case 1: most
    default: least + chance.below(max(1, most - least))
    }
  }
}
