#!/usr/bin/python3
"""Prints an official XSD as lines that a test compares with our description: outline.py SCHEMAS FILE.

One line for each element, attribute, choice and end of them, in order; types with all their facets.
"""
import sys
import xml.etree.ElementTree as ElementTree

XSD = "{http://www.w3.org/2001/XMLSchema}"


def parts(element):
    return [part for part in element if part.tag != XSD + "annotation"]


def named(element, name):
    return element.find(XSD + name) if element is not None else None


def kind(element):
    return element.tag.removeprefix(XSD)


def type_name(element):
    name = element.get("type") or element.get("base")
    return name.removeprefix("tns:") if name else None


class Schema:
    def __init__(self, folder, file):
        self.root = ElementTree.parse(f"{folder}/{file}").getroot()
        self.types = {}
        for common in ("StrukturyDanych", "ElementarneTypyDanych", "KodyKrajow"):
            for part in parts(ElementTree.parse(f"{folder}/bazowe/{common}_v10-0E.xsd").getroot()):
                self.types["etd:" + part.get("name", "")] = part
        for part in parts(self.root):
            if kind(part) != "element":
                self.types[part.get("name", "")] = part

    def outline(self):
        print("namespace", self.root.get("targetNamespace"))
        for element in self.root.findall(XSD + "element"):
            self.element(element)

    def element(self, element):
        head = "{} {}...{} fixed={}".format(
            element.get("name"), element.get("minOccurs", "1"), element.get("maxOccurs", "1"), element.get("fixed", ""))
        simple, complex_type, name = named(element, "simpleType"), named(element, "complexType"), type_name(element)
        if simple is not None:
            print(f"{head}: {self.simple(simple, None)}")
        elif name in self.types and kind(self.types[name]) == "complexType":
            print(f"{head}: group {name}")
            self.content(self.types[name])
        elif name:
            print(f"{head}: {self.reference(name)}")
        elif (extended := named(named(complex_type, "simpleContent"), "extension")) is not None:
            base, attributes = self.reference(type_name(extended)), extended.findall(XSD + "attribute")
            print(f"{head}: {base}" if attributes else f"{head}: -{{}} < {base}")
            self.attributes(attributes)
        else:
            print(f"{head}: group -")
            self.attributes(complex_type.findall(XSD + "attribute"))
            self.content(complex_type)

    def content(self, complex_type):
        extended = named(named(complex_type, "complexContent"), "extension")
        if extended is not None:
            return self.content(self.types[type_name(extended)])
        for part in parts(complex_type):
            # A group is a sequence by itself.
            if kind(part) == "sequence" and part.get("minOccurs") != "0":
                self.inside(part)
            elif kind(part) in ("sequence", "choice"):
                self.part(part)
        print("end")

    def inside(self, part):
        for inner in parts(part):
            if kind(inner) == "element":
                self.element(inner)
            else:
                self.part(inner)

    def part(self, part):
        limit = f" maxOccurs={part.get('maxOccurs')}" if part.get("maxOccurs") else ""
        print(kind(part), part.get("minOccurs", "1") + limit)
        self.inside(part)
        print("end")

    def attributes(self, attributes):
        for attribute in attributes:
            simple = named(attribute, "simpleType")
            value = type_name(attribute) if simple is None else self.simple(simple, None)
            print(f"attribute {attribute.get('use')} {attribute.get('name')} fixed={attribute.get('fixed', '')} {value}")

    def reference(self, name):
        return self.simple(self.types[name], name) if name in self.types else name

    def simple(self, simple, name):
        """A type and those that it narrows; a choice of types of text is one type with the patterns of all."""
        union = named(simple, "union")
        restrictions = [named(part, "restriction") for part in parts(union if union is not None else [])]
        restrictions = restrictions or [named(simple, "restriction")]
        facets = [facet for restriction in restrictions for facet in parts(restriction)]
        words = [f"{kind(facet)}={facet.get('value')}" for facet in facets if kind(facet) != "enumeration"]
        values = sorted(facet.get("value") for facet in facets if kind(facet) == "enumeration")
        if values:
            words.append("enumeration=" + "|".join(values))
        return "%s{%s} < %s" % (name or "-", " ".join(sorted(words)), self.reference(type_name(restrictions[0])))


Schema(sys.argv[1], sys.argv[2]).outline()
