import CairoDrawing
public import Findings
import InvoiceTemplate
import WholeFiles

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

extension InvoiceRenderer {
  /// Looks for all that is wrong with a template, its logo and words included, without printing anything.
  ///
  /// - Parameter nameOrFile: a built-in template's name, or a file.
  /// - Returns: nothing where it is in order; codes as `Template.read`, `template.damaged-picture`, `template.no-svg`, and
  ///   those of label files.
  /// - Throws: `file.unreadable`, `file.too-large`, `template.unknown-name`.
  public static func findings(ofTemplate nameOrFile: String, in resources: ResourceFolder) throws(Obstacle) -> [Finding]
  {
    let read = try TemplateFile(nameOrFile, in: resources)
    guard let template = read.template else { return read.findings }
    var findings: [Finding] = []
    if let logo = template.brand.logo {
      do throws(Obstacle) {
        _ = try LogoPicture(logo)
      } catch {
        findings.append(error.finding)
      }
    }
    if let labels = template.labels {
      for language in LabelLanguage.allCases {
        do throws(Obstacle) {
          _ = try LabelFolder(resources.labels, own: [labels]).wording([language])
        } catch {
          let found = error.findings.isEmpty ? [error.finding] : error.findings
          findings += found.filter { !findings.contains($0) }
        }
      }
    }
    return findings
  }
}
