import FAInvoice
import Findings
import Testing

@Test("An invoice's elements, attributes and places are read")
func smallInvoice() throws {
  let xml = """
    <?xml version="1.0" encoding="UTF-8"?>
    <Faktura xmlns="http://crd.gov.pl/wzor/2025/06/25/13775/">
      <Naglowek><KodFormularza kodSystemowy="FA (3)">FA</KodFormularza></Naglowek>
      <Fa><P_1>2026-02-01</P_1><FaWiersz><P_7>A &amp; B</P_7></FaWiersz></Fa>
    </Faktura>
    """
  let document = try FADocument.read(Array(xml.utf8), fileName: "a.xml")
  #expect(document.schema == .fa3)
  #expect(document.body?.at("FaWiersz", "P_7")?.text == "A & B")
  let form = try #require(document.root.at("Naglowek", "KodFormularza"))
  #expect(form.attributes == [.init(name: "kodSystemowy", value: "FA (3)")])
  #expect(document.place(of: form).text == "a.xml:3:13: /Faktura/Naglowek/KodFormularza")
}
