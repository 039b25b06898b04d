"""Looks at archive copies rule by rule, in Python, without our code.

Usage: archive_rules.py FILE.pdf...   A line for each broken rule: "FILE<tab>CLAUSE<tab>what is wrong"; then "FILE<tab>done".
Clauses are those of ISO 19005-3 (PDF/A-3) unless another standard is named.
"""

import re
import sys
import xml.etree.ElementTree as ET

import pikepdf
from pikepdf import Name

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
DC = "{http://purl.org/dc/elements/1.1/}"
XMP = "{http://ns.adobe.com/xap/1.0/}"
PDF = "{http://ns.adobe.com/pdf/1.3/}"
PDFAID = "{http://www.aiim.org/pdfa/ns/id/}"
SCHEMA = "{http://www.aiim.org/pdfa/ns/schema#}"
PROPERTY = "{http://www.aiim.org/pdfa/ns/property#}"
KNOWN = (DC, XMP, PDF, PDFAID)
OPERATORS = set(
    "b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EI EMC ET EX f F f* G g gs h i ID j J K k l M m MP n q Q re RG rg "
    "ri s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y ' \"".split()
)


def examine(path):
    data = open(path, "rb").read()
    broken = []

    def rule(clause, holds, what):
        if not holds:
            broken.append((clause, what))

    # The file as bytes
    rule("6.1.2", re.match(rb"%PDF-1\.[0-7]\r?\n%[\x80-\xff]{4}", data), "the header or the comment of four high bytes")
    rule("6.1.3", re.search(rb"%%EOF\r?\n?$", data), "something after the last %%EOF")
    rule("6.1.7.1", not re.search(rb"[^\r\n]endstream", data), "no line end before endstream")
    pdf = pikepdf.open(path)
    root = pdf.Root
    rule("5.1", pdf.pdf_version == "1.7", "version " + pdf.pdf_version)
    rule("6.1.3", "/ID" in pdf.trailer and len(pdf.trailer["/ID"]) == 2, "no identifier")
    rule("6.1.3", "/Encrypt" not in pdf.trailer, "encrypted")
    rule("6.11", "/Requirements" not in root, "requirements")
    rule("6.5.2", "/AA" not in root and "/OpenAction" not in root, "actions of the document")
    rule("6.4.1", "/AcroForm" not in root, "a form")

    # Colour
    intents = list(root.get("/OutputIntents", []))
    rule("6.2.3", len(intents) == 1 and intents[0]["/S"] == Name("/GTS_PDFA1"), "not one output intent")
    for intent in intents:
        profile = intent["/DestOutputProfile"]
        icc = bytes(profile.read_bytes())
        rule("6.2.3", profile["/N"] == 3 and icc[16:20] == b"RGB ", "the profile isn't of RGB")
        rule("ICC.1", int.from_bytes(icc[:4], "big") == len(icc) and icc[36:40] == b"acsp", "the profile's header")
        rule("ICC.1", icc[8] in (2, 4) and icc[12:16] == b"mntr" and icc[20:24] == b"XYZ ", "version, class or space")
        count = int.from_bytes(icc[128:132], "big")
        tags = [icc[132 + 12 * i : 144 + 12 * i] for i in range(count)]
        wanted = {b"desc", b"cprt", b"wtpt", b"rXYZ", b"gXYZ", b"bXYZ", b"rTRC", b"gTRC", b"bTRC"}
        rule("ICC.1", {tag[:4] for tag in tags} == wanted, "tags of the profile")
        for tag in tags:
            start, size = int.from_bytes(tag[4:8], "big"), int.from_bytes(tag[8:12], "big")
            rule("ICC.1", start % 4 == 0 and 128 < start and start + size <= len(icc), "where a tag lies")

    # Every object
    for item in pdf.objects:
        if isinstance(item, pikepdf.Stream):
            rule("6.1.7.1", "/F" not in item and "/FFilter" not in item, "a stream outside the file")
            filters = item.get("/Filter", pikepdf.Array())
            names = [filters] if isinstance(filters, Name) else list(filters)
            rule("6.1.7.2", all(str(n) != "/LZWDecode" for n in names), "LZW")
        if not isinstance(item, (pikepdf.Dictionary, pikepdf.Stream)):
            continue
        kind, subtype = item.get("/Type"), item.get("/Subtype")
        if subtype == Name("/Image"):
            rule("6.2.8", not item.get("/Interpolate", False), "an interpolated picture")
            rule("6.2.8", "/Alternates" not in item and "/OPI" not in item, "pictures in place of a picture")
            if item.get("/ImageMask", False):
                rule("6.2.8", item.get("/BitsPerComponent", 1) == 1, "a mask of more than one bit")
        if subtype == Name("/PS"):
            rule("6.2.9", False, "a PostScript object")
        if kind == Name("/ExtGState"):
            rule("6.2.5", "/TR" not in item and "/HTP" not in item, "transfer functions")
            rule("6.2.5", item.get("/TR2", Name("/Default")) == Name("/Default"), "transfer functions")
        if kind == Name("/Annot") or subtype == Name("/Link"):
            flags = int(item.get("/F", 0))
            rule("6.3.2", flags & 4 and not flags & (1 | 2 | 32), "flags of an annotation")
            rule("6.3.1", subtype == Name("/Link"), "an annotation other than a link")
            action = item.get("/A", {})
            rule("6.5.1", not action or action["/S"] in (Name("/URI"), Name("/GoTo")), "an action")
        if kind == Name("/Font"):
            font(item, rule)
        if kind == Name("/Filespec"):
            rule("6.8", "/F" in item and "/UF" in item, "a file without both names")
            rule("6.8", str(item.get("/AFRelationship", "")) == "/Source", "what the file is to the document")
            rule("6.8", len(str(item.get("/Desc", ""))) > 0, "a file without a description")
            embedded = item["/EF"]["/F"]
            rule("6.8", embedded.get("/Subtype") == Name("/text/xml"), "the file's kind")
            rule("6.8", "/ModDate" in embedded["/Params"], "when the file was changed")
            rule("6.8", int(embedded["/Params"]["/Size"]) == len(embedded.read_bytes()), "the file's size")
    associated = list(root.get("/AF", []))
    rule("6.8", len(associated) == 1, "no file belongs to the document")
    tree = root.get("/Names", {}).get("/EmbeddedFiles", {}).get("/Names", [])
    rule("6.8", [f.objgen for f in list(tree)[1::2]] == [f.objgen for f in associated], "files listed and belonging")

    # What is drawn
    for page in pdf.pages:
        rule("6.2.2", "/Resources" in page.obj, "a page without resources")
        rule("6.1.13", all(3 <= float(x) <= 14400 for x in list(page.mediabox)[2:]), "the page's size")
        depth = 0
        for instruction in pikepdf.parse_content_stream(page):
            operator = str(instruction.operator)
            rule("6.2.2", operator in OPERATORS, "the operator " + operator)
            depth += {"q": 1, "Q": -1}.get(operator, 0)
            rule("6.1.13", 0 <= depth <= 28, "q within q, too deep")
        rule("6.2.2", depth == 0, "q without Q")

    # Metadata
    metadata = root.get("/Metadata")
    rule("6.6.2.1", metadata is not None and metadata.get("/Type") == Name("/Metadata"), "no metadata")
    if metadata is not None:
        rule("6.6.2.1", "/Filter" not in metadata, "metadata that a plain reader can't find")
        describe(bytes(metadata.read_bytes()), pdf.docinfo, rule)
    rule("6.7.4", re.match(r"^[a-z]{2}$", str(root.get("/Lang", ""))), "the language")
    rule("own", bool(root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False)), "the title isn't shown")
    rule("own", "/StructTreeRoot" not in root and "/MarkInfo" not in root, "a structure that is none")
    return broken


def font(item, rule):
    subtype = str(item["/Subtype"])
    if subtype == "/Type0":
        return
    rule("6.2.11.2", subtype in ("/TrueType", "/Type1", "/CIDFontType2", "/CIDFontType0"), "the kind of font " + subtype)
    descriptor = item.get("/FontDescriptor")
    name = str(item["/BaseFont"])
    rule("6.2.11.4.1", descriptor is not None, name + " isn't described")
    if descriptor is None:
        return
    program = [key for key in ("/FontFile", "/FontFile2", "/FontFile3") if key in descriptor]
    rule("6.2.11.4.1", len(program) == 1, name + " isn't embedded")
    rule("6.2.11.2", re.match(r"^/[A-Z]{6}\+", name), name + " is a subset without a tag")
    if subtype == "/CIDFontType2":
        rule("6.2.11.3.2", item.get("/CIDToGIDMap") == Name("/Identity"), name + " doesn't say which glyphs are meant")
    else:
        rule("6.2.11.2", "/FirstChar" in item and "/LastChar" in item and "/Widths" in item, name + " has no widths")
        count = int(item["/LastChar"]) - int(item["/FirstChar"]) + 1
        rule("6.2.11.2", len(item["/Widths"]) == count, name + " has too many or too few widths")


def describe(packet, docinfo, rule):
    rule("6.6.2.1", re.match(rb'<\?xpacket begin="\xef\xbb\xbf" id="W5M0MpCehiHzreSzNTczkc9d"\?>', packet), "the packet's head")
    rule("6.6.2.1", not re.search(rb"<\?xpacket[^?]*(bytes|encoding)=", packet), "the packet's head says too much")
    root = ET.fromstring(packet.decode("utf-8"))
    rdf = root.find(RDF + "RDF")
    found = {child.tag: child for block in rdf.findall(RDF + "Description") for child in block}

    def text(tag):
        node = found.get(tag)
        return "" if node is None else "".join(node.itertext()).strip()

    rule("6.6.4", (text(PDFAID + "part"), text(PDFAID + "conformance")) == ("3", "B"), "part and conformance")
    pairs = [("/Title", DC + "title"), ("/Author", DC + "creator"), ("/Creator", XMP + "CreatorTool"), ("/Producer", PDF + "Producer")]
    for key, tag in pairs:
        rule("6.6.3", str(docinfo.get(key, "")).strip() == text(tag), key + " differs from the metadata")
    for key, tag in [("/CreationDate", XMP + "CreateDate"), ("/ModDate", XMP + "ModifyDate")]:
        date = str(docinfo.get(key, ""))
        rule("ISO 32000-1, 7.9.4", re.match(r"^D:\d{14}Z$", date), key + " isn't a date")
        rule("6.6.3", re.sub(r"\D", "", date) == re.sub(r"\D", "", text(tag)), key + " differs from the metadata")
    own = [tag for tag in found if tag.startswith("{urn:") ]
    described = {}
    for schema in rdf.iter(SCHEMA + "namespaceURI"):
        described[schema.text] = True
    names = {node.text for node in rdf.iter(PROPERTY + "name")}
    for tag in own:
        namespace, name = tag[1:].split("}")
        rule("6.6.2.3.3", namespace in described and name in names, name + " isn't described")
    for part in ("valueType", "category", "description"):
        rule("6.6.2.3.3", len(list(rdf.iter(PROPERTY + part))) == len(names), "properties without " + part)


def main():
    for path in sys.argv[1:]:
        for clause, what in sorted(set(examine(path))):
            print(f"{path}\t{clause}\t{what}")
        print(f"{path}\tdone")


main()
