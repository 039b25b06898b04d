package import CairoDrawing
package import Findings
package import InvoiceTemplate
package import PageLayout
package import Typography
import WholeFiles

extension InvoiceRenderer {
  /// What stays open between invoices, stage by stage.
  package struct Stages {
    package let template: Template
    package let fonts: FontSet
    package let layout: DocumentLayout
    package let drawing: PageDrawing
    private let labels: LabelFolder

    /// - Throws: as `InvoiceRenderer.init(resources:template:labels:)`.
    package init(
      resources: ResourceFolder, template nameOrFile: String? = nil, labels ownLabels: String? = nil,
      paper: PaperForm? = nil
    ) throws(Obstacle) {
      let read = try TemplateFile(nameOrFile ?? (paper?.choice?.isRoll == true ? "receipt" : "standard"), in: resources)
      guard var template = read.template else { throw refusal(read.findings, of: read.path) }
      if let paper { template = template.on(paper) }
      let chainPath = resources.fontChain
      let chain = FontChain.read(try readWholeFile(chainPath, limit: Stages.sizeLimit), fileName: chainPath)
      guard let families = chain.chain?.families else { throw refusal(chain.findings, of: chainPath) }
      let folder = resources.path + "/fonts/"
      func located(_ file: String) -> String { file.hasPrefix("/") ? file : folder + file }
      self.template = template
      fonts = try FontSet(regular: families.map { located($0.regular) }, bold: families.map { located($0.bold) })
      layout = DocumentLayout(template: template, fonts: fonts)
      do throws(Obstacle) {
        drawing = try PageDrawing(fonts: fonts, logo: template.brand.logo)
      } catch {
        throw error.code.hasPrefix("template.") ? refusal([error.finding], of: read.path) : error
      }
      labels = LabelFolder(resources.labels, own: [template.labels, ownLabels].compactMap { $0 })
    }

    /// The words of a print in these languages, in the template's where there are none.
    ///
    /// - Throws: `file.unreadable`, `labels.missing`, and the first finding of label files that can't be used.
    package func wording(_ languages: [LabelLanguage] = []) throws(Obstacle) -> Wording {
      try labels.wording(languages.isEmpty ? template.languages : languages)
    }

    /// Templates and lists of fonts are a few kilobytes.
    static let sizeLimit = 256 * 1024
  }
}

/// All that is wrong with a template, list of fonts or label file, in one obstacle: a person mends it in one go.
func refusal(_ findings: [Finding], of file: String) -> Obstacle {
  guard let first = findings.first else { preconditionFailure("what is refused has a finding") }
  return Obstacle(
    first.code, at: Place(file: file), Sentence("The file can't be used:", pl: "Tego pliku nie można użyć:"),
    remedy: Sentence(
      "Correct these places, or use the standard file.", pl: "Popraw te miejsca albo użyj standardowego pliku."),
    findings: findings)
}
