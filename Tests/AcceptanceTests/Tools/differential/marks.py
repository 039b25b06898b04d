"""Mutations of what stands in, at and around elements: values, attributes, namespaces, texts, comments, the file itself."""

from scene import any_path, attributed_paths, inner_paths, leaf_paths, value_paths
from tree import Element, Markup
from values import FAMILIES

XSI = "http://www.w3.org/2001/XMLSchema-instance"

# Types of XML Schema itself; some are derived from the type of an element.
BUILT_IN = ["string", "token", "date", "integer", "nonNegativeInteger", "int", "byte", "anyType", "anySimpleType"]

# Characters that no document can hold.
UNPRINTABLE = {code: None for code in [*range(9), 11, 12, *range(14, 32), 0xfffe, 0xffff]}


# Values

def value(scene):
    """A value that tries the leaf's type."""
    place = scene.pick(lambda place: place.element.is_leaf() and scene.structure.text(place.path) is not None)
    if not place:
        return None
    text = scene.structure.text(place.path)
    name, new = new_value(scene, text, place.element.text())
    place.element.children = [new] if new else []
    return f"{name}: {place.path} = {brief(new)}"


def new_value(scene, text, old):
    weights = [weight for weight, _ in FAMILIES.values()]
    while True:
        name = scene.rng.choices(list(FAMILIES), weights)[0]
        new = FAMILIES[name][1](text, old, scene.rng)
        if new is not None:
            return name, new.translate(UNPRINTABLE)


def brief(text):
    return ascii(text) if len(text) < 80 else f"{ascii(text[:60])}… of {len(text)} characters"


# Attributes

def attribute_value(scene):
    place = scene.pick(lambda place: bool(declared_attributes(scene, place)))
    if not place:
        return None
    name, text = scene.rng.choice(declared_attributes(scene, place))
    old = dict(place.element.attributes).get(name, "")
    family, new = new_value(scene, text, old)
    if scene.rng.random() < 0.3:
        # A blank that is written as one, and what stands for a blank: XML makes a blank of it.
        new = Markup(old.replace(" ", scene.rng.choice(["\t", "\n", "&#9;", "&#10;", "&#32;", " "])))
    place.element.set(name, new)
    return f"{family}: {place.path}/@{name} = {brief(new)}"


def declared_attributes(scene, place):
    declared = scene.declared(place.path)
    return declared.content.attributes if declared else []


def attribute_lost(scene):
    place = scene.pick(lambda place: bool(declared_attributes(scene, place)))
    if not place:
        return None
    name, _ = scene.rng.choice(declared_attributes(scene, place))
    place.element.attributes = [pair for pair in place.element.attributes if pair[0] != name]
    if scene.rng.random() < 0.5:
        new = scene.rng.choice([name.lower(), name.upper(), name + "1", "x" + name])
        place.element.set(new, "FA (3)")
        return f"rename {place.path}/@{name} to {new}"
    return f"drop {place.path}/@{name}"


def attribute_added(scene):
    place = scene.pick(lambda place: True)
    rng, own = scene.rng, scene.structure.namespace
    name, value, space = rng.choice([
        ("xml:lang", "pl", None), ("xml:space", "preserve", None), ("xml:base", "http://example.com/", None),
        ("xml:id", "a1", None), ("id", "1", None), ("Typ", "txt", None), ("rodzajAdresu", "RAD", None),
        ("kodSystemowy", "FA (3)", None), ("q:kodSystemowy", "FA (3)", own), ("q:Typ", "txt", own),
        ("q:x", "1", "urn:example:q"), ("q:nil", "true", "urn:example:q"), ("schemaLocation", "a b", None),
        ("type", "TZnakowy", None), ("nil", "true", None), ("q:schemaLocation", "a b", XSI.lower())])
    if any(name == other for other, _ in place.element.attributes):
        return None
    if space:
        place.element.set("xmlns:q", space)
    place.element.set(name, value)
    return f"add {name} to {place.path}"


def schema_location(scene):
    """Hints where a schema is, which may stand anywhere; and other names of that namespace, which may not."""
    place = scene.pick(lambda place: True)
    prefix = scene.rng.choice(["xsi", "xsi", "i"])
    name = scene.rng.choice(["schemaLocation"] * 4 + ["noNamespaceSchemaLocation"] * 2 + ["schemalocation", "other"])
    value = scene.rng.choice([f"{scene.structure.namespace} schemat.xsd", "a b", "a", "", "%% x", "http://example.com/x.xsd"])
    place.element.set(f"xmlns:{prefix}", XSI)
    place.element.set(f"{prefix}:{name}", value)
    return f"xsi:{name} at {place.path}"


def nil(scene):
    place = scene.pick(lambda place: True)
    value = scene.rng.choice(["true", "false", "1", "0", " false ", "FALSE", "", "maybe"])
    place.element.set("xmlns:xsi", XSI)
    place.element.set("xsi:nil", value)
    if scene.rng.random() < 0.3:
        place.element.children = []
    return f"xsi:nil={value!r} at {place.path}"


def type_named(scene):
    """Names the type of an element: its own, one derived from it, or any."""
    rng, types = scene.rng, sorted(scene.structure.schema.types)
    place = scene.pick(lambda place: hasattr(getattr(scene.declared(place.path), "content", None), "type_name")
                       or rng.random() < 0.05)
    if not place:
        return None
    own = getattr(getattr(scene.declared(place.path), "content", None), "type_name", None)
    chosen = own
    way = rng.random()
    if own and way < 0.25:
        chosen = rng.choice(sorted(scene.structure.schema.derived_from(own)) or [own])
    if own is None or way > 0.7:
        chosen = rng.choice(types + 3 * [("http://www.w3.org/2001/XMLSchema", name) for name in BUILT_IN])
    name = f"t:{chosen[1]}"
    place.element.set("xmlns:xsi", XSI)
    place.element.set("xmlns:t", chosen[0])
    if way > 0.93:
        name = rng.choice([f" {name} ", chosen[1], f"{chosen[1]}:t", "", f"u:{chosen[1]}"])
    place.element.set("xsi:type", name)
    return f"xsi:type={name!r} of {chosen[0]} at {place.path}"


# Namespaces

def prefix_all(scene):
    """Writes the document with a prefix, or an element of it."""
    own = scene.structure.namespace
    place = scene.rng.choice([None, scene.pick(lambda place: True)])
    top = place.element if place else scene.root
    if any(":" in element.name for element in top.walk()):
        return None
    for element in top.walk():
        element.name = f"n:{element.name}"
        element.attributes = [pair for pair in element.attributes if pair[0] != "xmlns"]
    top.set("xmlns:n", own)
    return f"prefix {place.path if place else 'all'}"


def prefix_one(scene):
    place = scene.any()
    if not place:
        return None
    prefix = scene.rng.choice(["n", "fa", "tns", "xsi", "ł"])
    place.element.set(f"xmlns:{prefix}", scene.structure.namespace if prefix != "xsi" else XSI)
    place.element.name = f"{prefix}:{place.element.local}"
    return f"prefix {place.path} with {prefix}"


def other_namespace(scene):
    """An element, with what is in it or without, in another namespace."""
    place = scene.pick(lambda place: True)
    own = scene.structure.namespace
    space = scene.rng.choice(["", "urn:example:x", own.rstrip("/"), own.upper(), own + " ", own.replace("http:", "https:"),
                              "http://crd.gov.pl/wzor/2025/06/25/13775/", "http://crd.gov.pl/wzor/2023/06/29/12648/",
                              "http://crd.gov.pl/wzor/2026/03/06/14189/", "http://crd.gov.pl/wzor/2021/11/29/11089/"])
    if scene.rng.random() < 0.5 and space:
        place.element.set("xmlns:q", space)
        place.element.name = f"q:{place.element.local}"
    elif place.element.prefix:
        place.element.set(f"xmlns:{place.element.prefix}", space or "urn:example:x")
    else:
        place.element.set("xmlns", space)
    return f"{place.path} in {space!r}"


def declare_unused(scene):
    place = scene.pick(lambda place: True)
    name, space = scene.rng.choice([("xmlns:unused", "urn:example:unused"), ("xmlns:xsd", "http://www.w3.org/2001/XMLSchema"),
                                    ("xmlns:xsi", XSI), ("xmlns:own", scene.structure.namespace)])
    place.element.set(name, space)
    return f"declare {name} at {place.path}"


def root(scene):
    """Another root."""
    top, rng = scene.root, scene.rng
    way = rng.choice(["name", "name", "wrapped", "child", "no namespace"])
    if way == "name":
        top.name = scene.named_like(top, rng.choice(["faktura", "FAKTURA", "Faktury", "Fa", "FakturaRR", "Invoice", "Fąktura"]))
    elif way == "wrapped":
        scene.document.root = Element(rng.choice(["Faktura", "Faktury", "soap"]), top.attributes, [top])
    elif way == "child" and top.elements():
        child = rng.choice(top.elements())
        child.attributes = top.attributes + child.attributes
        scene.document.root = child
    else:
        top.attributes = [pair for pair in top.attributes if not pair[0].startswith("xmlns")]
        for element in top.walk():
            element.name = element.local
    return f"root: {way}, {scene.document.root.name}"


# Texts and marks between elements

def stray_text(scene):
    """Text between elements; some of it blank, which matters not."""
    place = scene.inner()
    if not place:
        return None
    text = scene.rng.choice(["x", "0", "-", "\u00a0", "\u0085", "\u2003", "\ufeff", "&", ";", " x ", "ł"] + [
        " ", "\n\n", "\t", "\r\n", Markup("&#32;"), Markup("&#9;"), Markup("&#10;"), Markup("&#xD;"), Markup("&#xA0;"),
        Markup("<![CDATA[x]]>"), Markup("<![CDATA[]]>"), Markup("<![CDATA[ ]]>")])
    place.element.children.insert(scene.rng.randrange(len(place.element.children) + 1), text)
    return f"text {ascii(str(text))} in {place.path}"


def remark(scene):
    """A comment or a processing instruction, in a leaf or between elements."""
    place = scene.pick(lambda place: True)
    mark = scene.rng.choice(["<!---->", "<!-- ł <x> & -->", "<?x?>", "<?xml-stylesheet href='x'?>", "<!--\n-->"])
    insert_mark(scene, place.element, Markup(mark))
    return f"{mark!r} in {place.path}"


def insert_mark(scene, element, mark):
    """Puts markup between the children, or inside the text of a leaf."""
    index = scene.rng.randrange(len(element.children) + 1)
    if element.is_leaf() and element.text():
        text = element.text()
        split = scene.rng.randrange(len(text) + 1)
        element.children = [text[:split], mark, text[split:]]
    else:
        element.children.insert(index, mark)


def character_data(scene):
    """The text of a leaf, or a part of it, as CDATA or as references."""
    place = scene.leaf()
    text = place.element.text() if place else ""
    if not place or "]]>" in text:
        return None
    start = scene.rng.randrange(len(text) + 1)
    end = scene.rng.randint(start, len(text))
    if scene.rng.random() < 0.4:
        start, end = 0, len(text)
    part = text[start:end]
    if "\r" in part or scene.rng.random() < 0.4:
        new = "".join(f"&#x{ord(char):X};" for char in part)
    else:
        new = f"<![CDATA[{part}]]>"
    place.element.children = [text[:start], Markup(new), text[end:]]
    return f"{brief(new)} in {place.path}"


def file_form(scene):
    """What stands before and after the root, and how lines are laid out."""
    document, rng = scene.document, scene.rng
    way = rng.choice(["bare", "byte-order mark", "lower case", "no encoding", "standalone", "comments", "instructions", "indented",
                      "one line", "carriage returns", "trailing blanks"])
    if way == "bare":
        document.before = ""
    elif way == "byte-order mark":
        document.before = "\ufeff" + document.before
    elif way == "lower case":
        document.before = "<?xml version='1.0' encoding='utf-8' ?>"
    elif way == "no encoding":
        document.before = '<?xml version="1.0"?>\r\n'
    elif way == "standalone":
        document.before = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    elif way == "comments":
        document.before, document.after = document.before + "<!-- ł -->\n", "<!-- x -->"
    elif way == "instructions":
        document.before, document.after = document.before + "<?x y?>", "<?x y?>"
    elif way == "trailing blanks":
        document.after = " \t\r\n\n"
    else:
        blank = {"indented": "\n  ", "one line": "", "carriage returns": "\r\n\t"}[way]
        for element in document.root.walk():
            if not element.is_leaf():
                lay_out(element, blank)
    return f"file: {way}"


def lay_out(element, blank):
    kept = [child for child in element.children if isinstance(child, Element) or child.strip(" \t\r\n")]
    # As markup, so that a carriage return is one.
    element.children = [part for child in kept for part in (Markup(blank), child)] + [Markup(blank)]


MARKS = {
    "value": (52, value_paths, value),
    "attribute-value": (3, attributed_paths, attribute_value),
    "attribute-lost": (1, attributed_paths, attribute_lost),
    "attribute-added": (2, any_path, attribute_added),
    "schema-location": (2, any_path, schema_location),
    "nil": (1, any_path, nil),
    "type": (3, any_path, type_named),
    "prefix-all": (2, any_path, prefix_all),
    "prefix-one": (2, any_path, prefix_one),
    "other-namespace": (2, any_path, other_namespace),
    "declare-unused": (1, any_path, declare_unused),
    "root": (0.5, any_path, root),
    "stray-text": (3, inner_paths, stray_text),
    "remark": (3, any_path, remark),
    "character-data": (4, leaf_paths, character_data),
    "file-form": (2, any_path, file_form),
}
