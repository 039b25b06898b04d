"""A document as it is written: names with their prefixes, namespace declarations among the attributes, every blank.

ElementTree would lose all of these, and they are what mutations are about.
"""

from xml.parsers import expat

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'


class Markup(str):
    """Characters that go into the file as they are: comments, CDATA, references."""


class Element:
    """`children` are elements, texts and markup; `attributes` are lists of a name and a value."""

    def __init__(self, name, attributes=(), children=()):
        self.name = name
        self.attributes = [list(attribute) for attribute in attributes]
        self.children = list(children)

    @property
    def local(self):
        return self.name.rpartition(":")[2]

    @property
    def prefix(self):
        return self.name.rpartition(":")[0]

    def elements(self):
        return [child for child in self.children if isinstance(child, Element)]

    def is_leaf(self):
        return not any(isinstance(child, Element) for child in self.children)

    def text(self):
        """What stands in a leaf, without its markup."""
        return "".join(child for child in self.children if type(child) is str)

    def copy(self):
        return Element(self.name, self.attributes, [
            child.copy() if isinstance(child, Element) else child for child in self.children])

    def set(self, name, value):
        for attribute in self.attributes:
            if attribute[0] == name:
                attribute[1] = value
                return
        self.attributes.append([name, value])

    def position(self, child):
        """Where a child stands; `list.index` would compare texts with elements."""
        return next(index for index, other in enumerate(self.children) if other is child)

    def walk(self):
        """The elements in here, with this one, in document order."""
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.walk()


class Document:
    """A root with what stands around it."""

    def __init__(self, root, before=DECLARATION, after="\n"):
        self.root, self.before, self.after = root, before, after

    def bytes(self):
        parts = [self.before]
        write(self.root, parts)
        parts.append(self.after)
        return "".join(parts).encode("utf-8")


class Place:
    """An element in its document."""

    def __init__(self, element, parent, path):
        self.element, self.parent, self.path = element, parent, path


def places(root):
    """Every element with its parent and its path, such as `Faktura/Fa/P_2`."""
    found = [Place(root, None, root.local)]
    # The list grows while it is read.
    for place in found:
        for child in place.element.elements():
            found.append(Place(child, place.element, f"{place.path}/{child.local}"))
    return found


def parse(data):
    """A document from its bytes; a base has no DTD and no CDATA worth keeping."""
    parser = expat.ParserCreate()
    parser.ordered_attributes = True
    parser.buffer_text = True
    top = Element("")
    stack = [top]

    def start(name, attributes):
        element = Element(name, zip(attributes[::2], attributes[1::2]))
        stack[-1].children.append(element)
        stack.append(element)

    parser.StartElementHandler = start
    parser.EndElementHandler = lambda name: stack.pop()
    parser.CharacterDataHandler = lambda text: stack[-1].children.append(text)
    parser.CommentHandler = lambda text: stack[-1].children.append(Markup(f"<!--{text}-->"))
    parser.Parse(data, True)
    return Document(next(child for child in top.children if isinstance(child, Element)))


def from_tree(element):
    """An element that ElementTree holds, without a prefix; its namespace is that of where it will stand."""
    made = Element(element.tag.rpartition("}")[2], element.attrib.items())
    if element.text:
        made.children.append(element.text)
    made.children += [from_tree(child) for child in element]
    return made


def write(element, parts):
    parts.append(f"<{element.name}")
    for name, value in element.attributes:
        parts.append(f' {name}="{value if isinstance(value, Markup) else in_attribute(value)}"')
    if not element.children:
        parts.append("/>")
        return
    parts.append(">")
    for child in element.children:
        if isinstance(child, Element):
            write(child, parts)
        else:
            parts.append(child if isinstance(child, Markup) else in_text(child))
    parts.append(f"</{element.name}>")


def in_text(text):
    # A carriage return would become a line end.
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")


def in_attribute(text):
    return in_text(text).replace('"', "&quot;").replace("\t", "&#9;").replace("\n", "&#10;")
