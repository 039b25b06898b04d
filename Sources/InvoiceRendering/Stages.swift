package import CairoDrawing
public import Findings
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

    /// - Throws: as `InvoiceRenderer.init(resources:template:)`.
    package init(resources: ResourceFolder, template nameOrFile: String? = nil) throws(Obstacle) {
      let read = try TemplateFile(nameOrFile ?? "standard", in: resources)
      guard let template = read.template else { throw refusal(read.findings, of: read.path) }
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
    }

    /// Lists of fonts are a few kilobytes.
    private static let sizeLimit = 256 * 1024
  }
}

/// A template's file, read; the chain of those that it extends too.
struct TemplateFile {
  /// The file, as the user named it or where it is built in.
  let path: String
  /// Nil where something is wrong with it.
  let template: Template?
  let findings: [Finding]

  /// - Throws: `file.unreadable`, `file.too-large`, `template.unknown-name`.
  init(_ nameOrFile: String, in resources: ResourceFolder) throws(Obstacle) {
    path = try resources.template(nameOrFile)
    (template, findings) = Template.read(
      try readWholeFile(path, limit: 256 * 1024), fileName: path, builtIn: resources.templates)
  }
}

/// Looks for all that is wrong with a template, its logo included, without printing anything.
///
/// - Parameter nameOrFile: a built-in template's name, or a file.
/// - Returns: nothing where it is in order; codes as `Template.read`, and `template.damaged-picture`.
/// - Throws: `file.unreadable`, `file.too-large`, `template.unknown-name`.
public func findings(ofTemplate nameOrFile: String, in resources: ResourceFolder) throws(Obstacle) -> [Finding] {
  let read = try TemplateFile(nameOrFile, in: resources)
  guard let logo = read.template?.brand.logo else { return read.findings }
  do throws(Obstacle) {
    _ = try LogoPicture(logo)
    return []
  } catch {
    return [error.finding]
  }
}

extension Obstacle {
  /// The same as a judgement on data.
  fileprivate var finding: Finding { Finding(code, .refused, at: place, reason, remedy: remedy) }
}

/// All that is wrong with a template or list of fonts, in one obstacle: a person mends it in one go.
private func refusal(_ findings: [Finding], of file: String) -> Obstacle {
  guard let first = findings.first else { preconditionFailure("what is refused has a finding") }
  return Obstacle(
    first.code, at: Place(file: file), Sentence("The file can't be used:", pl: "Tego pliku nie można użyć:"),
    remedy: Sentence(
      "Correct these places, or use the standard file.", pl: "Popraw te miejsca albo użyj standardowego pliku."),
    findings: findings)
}
