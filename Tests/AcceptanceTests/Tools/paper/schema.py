"""What an XML schema says of a document: which elements stand where, how often, and what their text may be.

Reads as much of XML Schema as the structures of invoices use, and refuses anything else.
"""

import os
import xml.etree.ElementTree as ElementTree

XSD = "{http://www.w3.org/2001/XMLSchema}"
CATALOG = "{urn:oasis:names:tc:entity:xmlns:xml:catalog}"


class Text:
    """A simple type with all the restrictions that it inherits."""

    def __init__(self, base):
        self.base = base
        self.codes = []
        # What the schema's own words say of a code.
        self.meanings = {}
        self.facets = {}
        self.patterns = []
        self.fixed = None

    def copy(self):
        other = Text(self.base)
        other.codes, other.meanings, other.facets = list(self.codes), dict(self.meanings), dict(self.facets)
        other.patterns, other.fixed = list(self.patterns), self.fixed
        return other

    @property
    def kind(self):
        """What a print does with it: code, date, time, decimal, integer or text."""
        if self.codes:
            return "code"
        kinds = {"date": "date", "dateTime": "time", "decimal": "decimal", "integer": "integer"}
        if self.base in kinds:
            return kinds[self.base]
        return "integer" if self.base in ("nonNegativeInteger", "int", "byte") else "text"


class Element:
    def __init__(self, name, least, most, content):
        self.name, self.least, self.most, self.content = name, least, most, content


class Group:
    """A sequence or a choice."""

    def __init__(self, kind, least, most, members):
        self.kind, self.least, self.most, self.members = kind, least, most, members


class Content:
    """What an element holds: attributes, and a text or a group of elements."""

    def __init__(self, attributes, text, group):
        self.attributes, self.text, self.group = attributes, text, group


class Schema:
    def __init__(self, path, catalog):
        self.catalog = catalog
        self.types = {}
        self.prefixes = {}
        self.read = set()
        root = self._load(path)
        self.namespace = root.get("targetNamespace")
        declared = root.find(XSD + "element")
        self.root = Element(declared.get("name"), 1, 1, self._content(declared))

    # Files

    def _load(self, path):
        path = os.path.realpath(path)
        root = ElementTree.parse(path).getroot()
        if path in self.read:
            return root
        self.read.add(path)
        # The schemas of invoices use each prefix for one namespace throughout.
        self.prefixes.update(space for _, space in ElementTree.iterparse(path, events=["start-ns"]))
        for kind in ("import", "include"):
            for other in root.findall(XSD + kind):
                self._load(self._locate(other.get("schemaLocation"), os.path.dirname(path)))
        for kind in ("simpleType", "complexType"):
            for declared in root.findall(XSD + kind):
                self.types[root.get("targetNamespace"), declared.get("name")] = declared
        return root

    def _locate(self, location, folder):
        if "://" not in location:
            return os.path.join(folder, location)
        home = os.path.dirname(self.catalog)
        for rule in ElementTree.parse(self.catalog).getroot():
            if rule.tag == CATALOG + "rewriteURI" and location.startswith(rule.get("uriStartString")):
                return os.path.join(home, rule.get("rewritePrefix") + location[len(rule.get("uriStartString")):])
        raise SystemExit(f"the catalog doesn't know {location}")

    # Types

    def _content(self, declared):
        name = declared.get("type")
        if name is not None:
            content = self._named(name)
        elif (inner := declared.find(XSD + "complexType")) is not None:
            content = self._complex(inner)
        else:
            content = Content([], self._simple(declared.find(XSD + "simpleType")), None)
        if declared.get("fixed") is not None:
            content = Content(content.attributes, content.text.copy(), None)
            content.text.fixed = declared.get("fixed")
        return content

    def _named(self, name):
        declared = self._declared(name)
        if declared is None or declared.tag == XSD + "simpleType":
            return Content([], self._text(name), None)
        return self._complex(declared)

    def _declared(self, name):
        """The declaration of a type; None for one of XML Schema's own."""
        prefix, local = name.split(":")
        space = self.prefixes[prefix]
        return None if f"{{{space}}}" == XSD else self.types[space, local]

    def _text(self, name):
        declared = self._declared(name)
        return Text(name.split(":")[1]) if declared is None else self._simple(declared)

    def _simple(self, declared):
        union = declared.find(XSD + "union")
        if union is not None:
            # The first member will do: its values are values of the union.
            return self._simple(union.find(XSD + "simpleType"))
        restriction = declared.find(XSD + "restriction")
        text = self._text(restriction.get("base")).copy()
        patterns, codes = [], []
        for facet in restriction:
            name, value = facet.tag[len(XSD):], facet.get("value")
            if name == "enumeration":
                codes.append(value)
                text.meanings[value] = "".join(facet.itertext()).strip()
            elif name == "pattern":
                patterns.append(value)
            elif name != "annotation":
                text.facets[name] = value
        text.codes = codes or text.codes
        if patterns:
            text.patterns.append("|".join(patterns))
        return text

    def _complex(self, declared):
        for kind in ("simpleContent", "complexContent"):
            inner = declared.find(XSD + kind)
            if inner is not None:
                extension = inner.find(XSD + "extension")
                base = self._named(extension.get("base"))
                return Content(base.attributes + self._attributes(extension), base.text, base.group)
        groups = [member for member in declared if member.tag in (XSD + "sequence", XSD + "choice")]
        return Content(self._attributes(declared), None, self._group(groups[0]))

    def _attributes(self, declared):
        attributes = []
        for attribute in declared.findall(XSD + "attribute"):
            inner = attribute.find(XSD + "simpleType")
            text = (self._simple(inner) if inner is not None else self._text(attribute.get("type"))).copy()
            text.fixed = attribute.get("fixed")
            attributes.append((attribute.get("name"), text))
        return attributes

    def _group(self, declared):
        members = []
        for member in declared:
            kind = member.tag[len(XSD):]
            if kind == "element":
                members.append(Element(member.get("name"), *occurrence(member), self._content(member)))
            elif kind in ("sequence", "choice"):
                members.append(self._group(member))
            elif kind != "annotation":
                raise SystemExit(f"xsd:{kind} isn't known")
        return Group(declared.tag[len(XSD):], *occurrence(declared), members)


def occurrence(declared):
    most = declared.get("maxOccurs", "1")
    return int(declared.get("minOccurs", "1")), 10**9 if most == "unbounded" else int(most)


def leaves(schema):
    """The types of all texts and attributes by their paths, such as `Faktura/Fa/P_2`."""
    found = {}

    def walk(particle, path):
        if isinstance(particle, Group):
            for member in particle.members:
                walk(member, path)
            return
        path = f"{path}/{particle.name}" if path else particle.name
        for name, text in particle.content.attributes:
            found[f"{path}/@{name}"] = text
        if particle.content.text is not None:
            found[path] = particle.content.text
        else:
            walk(particle.content.group, path)

    walk(schema.root, "")
    return found
