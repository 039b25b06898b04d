import FAInvoice
import Findings
import Foundation
import KSeFIdentifiers
import Testing

@Suite("The corpus of invoices", .enabled(if: Folders.shared != nil, "the shared corpus isn't here"))
struct CorpusTests {
  /// All files of the three structures.
  static var files: [URL] {
    guard let corpus = Folders.shared?.appending(path: "corpus") else { return [] }
    return ["invoices/fa2", "invoices/fa3", "invoices/rr", "generated"].flatMap {
      Folders.xmlFiles(corpus.appending(path: $0))
    }
  }

  @Test(
    "The tree loses nothing: every element, place, text and attribute is as expat reads it",
    .enabled(if: Tool.path("python3") != nil, "python3 isn't installed"))
  func sameAsExpat() throws {
    let python = try #require(Tool.path("python3"))
    #expect(CorpusTests.files.count >= 100)
    let answer = try Tool.run(python, ["-c", CorpusTests.listing] + CorpusTests.files.map(\.path))
    #expect(answer.code == 0)
    var listed: [String] = []
    for file in CorpusTests.files {
      let document = try FADocument.read(Array(try Data(contentsOf: file)), fileName: file.path)
      listed.append("file \(file.path)")
      list(document.root, depth: 0, into: &listed)
    }
    let expected = answer.output.split(separator: "\n").map(String.init)
    #expect(listed.count == expected.count)
    if let difference = zip(listed, expected).first(where: { $0 != $1 }) {
      Issue.record("here \(difference.0), there \(difference.1)")
    }
  }

  @Test(
    "The hash is that of the file's exact bytes",
    .enabled(if: Tool.path("sha256sum") != nil, "sha256sum isn't installed"))
  func hashes() throws {
    let sums = try Tool.run(try #require(Tool.path("sha256sum")), CorpusTests.files.map(\.path))
    let expected = sums.output.split(separator: "\n").map { String($0.prefix(64)) }
    #expect(expected.count == CorpusTests.files.count)
    for (file, sum) in zip(CorpusTests.files, expected) {
      let document = try FADocument.read(Array(try Data(contentsOf: file)), fileName: file.path)
      let digest = InvoiceHash(ofExactBytes: document.bytes).digest
      #expect(digest.map { String(format: "%02x", $0) }.joined() == sum, "\(file.path)")
    }
  }

  @Test("Every FA(1) and UPO of the corpus is named as what it is")
  func others() throws {
    let corpus = try #require(Folders.shared).appending(path: "corpus")
    for (folder, code) in [("invoices/fa1", "invoice.is-fa1"), ("invoices/upo", "invoice.is-upo")] {
      let files = Folders.xmlFiles(corpus.appending(path: folder))
      #expect(!files.isEmpty)
      for file in files {
        #expect(obstacle(Array(try Data(contentsOf: file)))?.code == code, "\(file.lastPathComponent)")
      }
    }
  }

  /// The same lines as `listing` prints.
  private func list(_ element: InvoiceElement, depth: Int, into lines: inout [String]) {
    let text = element.isLeaf ? hexadecimal(element.text) : ""
    let attributes = element.attributes.map { "\($0.name)=\(hexadecimal($0.value))" }.sorted()
    lines.append(
      "\(depth) \(element.name) \(element.line) \(element.column) [\(text)] \(attributes.joined(separator: " "))")
    for child in element.children { list(child, depth: depth + 1, into: &lines) }
  }

  private func hexadecimal(_ text: String) -> String {
    text.utf8.map { String(format: "%02x", $0) }.joined()
  }

  /// Lists all elements of the files named: depth, name, line and column of the start tag, a leaf's text and the
  /// attributes, the texts as UTF-8 in hex.
  private static let listing = """
    import sys
    from xml.parsers.expat import ParserCreate
    def local(name): return name.rsplit('}', 1)[-1]
    for path in sys.argv[1:]:
        data = open(path, 'rb').read()
        parser, rows, opened = ParserCreate(namespace_separator='}'), [], []
        parser.ordered_attributes = False
        def start(name, attributes):
            at = parser.CurrentByteIndex
            for row in opened: row['leaf'] = False
            row = dict(depth=len(opened), name=local(name), line=data.count(b'\\n', 0, at) + 1,
                column=at - data.rfind(b'\\n', 0, at), leaf=True, text='',
                attributes=sorted(('{' + k if '}' in k else k) + '=' + v.encode().hex() for k, v in attributes.items()))
            rows.append(row)
            opened.append(row)
        def text(run): opened[-1]['text'] += run
        parser.StartElementHandler = start
        parser.EndElementHandler = lambda name: opened.pop()
        parser.CharacterDataHandler = text
        parser.Parse(data, True)
        print('file', path)
        for row in rows:
            text = row['text'].encode().hex() if row['leaf'] else ''
            print(row['depth'], row['name'], row['line'], row['column'], '[' + text + ']', ' '.join(row['attributes']))
    """
}
