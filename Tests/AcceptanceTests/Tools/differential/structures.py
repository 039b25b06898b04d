"""The three structures of invoices: their official schemas, what these declare at each path, and the bases of mutations."""

import os
import sys
import xml.etree.ElementTree as ElementTree

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "paper"))

from documents import Builder, series  # noqa: E402
from schema import XSD, Group, Schema  # noqa: E402

from tree import from_tree, parse, places  # noqa: E402

FILES = {
    "fa3": "fa3/schemat_FA3_v1-0E.xsd",
    "fa2": "fa2/schemat_FA2_v1-0E.xsd",
    "rr": "rr/schemat_FA_RR1_v1-1E.xsd",
}

# So many of the smallest bases with an element are enough to choose from.
CHOICE = 8


class NamedSchema(Schema):
    """A schema that remembers under which name the type of an element was declared, for `xsi:type`."""

    def _named(self, name):
        content = super()._named(name)
        prefix, local = name.split(":")
        content.type_name = (self.prefixes[prefix], local)
        return content

    def derived_from(self, name):
        """The types that are declared as derived from a type in one step."""
        found = []
        for other, declared in self.types.items():
            for way in ("restriction", "simpleContent/extension", "complexContent/extension"):
                inner = declared.find("/".join(XSD + part for part in way.split("/")))
                if inner is not None:
                    prefix, local = inner.get("base").split(":")
                    found += [other] if (self.prefixes[prefix], local) == name else []
        return found


class Base:
    """A valid document to start from."""

    def __init__(self, name, data):
        self.name, self.data = name, data


class Luck:
    """In the place of a builder's goals: every branch and code is as good as another."""

    def __init__(self, rng):
        self.rng = rng
        self.used = self
        self.open = ()

    def get(self, goal, default):
        return self.rng.random()

    def __getitem__(self, goal):
        return self.rng.randrange(1000)

    def reach(self, path, *goal):
        """Nothing has to be reached."""

    def wants(self, particle, path):
        return False


class Structure:
    def __init__(self, name, schemas):
        self.name = name
        self.file = os.path.join(schemas, FILES[name])
        self.catalog = os.path.join(schemas, "catalog.xml")
        self.schema = NamedSchema(self.file, self.catalog)
        self.namespace = self.schema.namespace
        self.declared = {}
        self._declare(self.schema.root, "")
        self.names = sorted({path.rpartition("/")[2] for path in self.declared})
        self.leaves = sorted(path for path, element in self.declared.items() if element.content.text is not None)
        self.codes = sorted({code for path in self.leaves for code in self.text(path).codes})
        self.bases = []
        self.holding = {}

    def _declare(self, element, path):
        path = f"{path}/{element.name}" if path else element.name
        self.declared[path] = element
        for child in particles(element.content.group):
            self._declare(child, path)

    def text(self, path):
        """The simple type of a leaf; None of anything else."""
        declared = self.declared.get(path)
        return declared.content.text if declared else None

    def add(self, name, data):
        base = Base(name, data)
        self.bases.append(base)
        for path in {place.path for place in places(parse(data).root)}:
            self.holding.setdefault(path, []).append(base)

    def settle(self):
        """To be called when all bases are there."""
        for bases in self.holding.values():
            bases.sort(key=lambda base: (len(base.data), base.name))
        missing = set(self.declared) - set(self.holding)
        if missing:
            raise SystemExit(f"{self.name}: no base has {sorted(missing)}")

    def base(self, path, rng):
        """A small document with an element of that path, and one in eight times any."""
        bases = self.holding[path]
        return rng.choice(bases if rng.random() < 0.125 else bases[:CHOICE])

    def build(self, path, rng):
        """A new valid element for a path."""
        policy = rng.choice(["least", "least", "chance"])
        builder = Builder(self.schema, Luck(rng), policy, "plain", rng.randrange(10**6))
        builder.markers.count = rng.randrange(5000)
        return from_tree(builder._element(self.declared[path], "/" + path.rpartition("/")[0]))


def particles(group):
    """The elements of a group and its groups, in the order of the schema."""
    for member in group.members if group else ():
        if isinstance(member, Group):
            yield from particles(member)
        else:
            yield member


def choices(group):
    """The choices in a group, whatever depth."""
    for member in group.members if group else ():
        if isinstance(member, Group):
            yield from choices(member)
    if group and group.kind == "choice":
        yield group


def documents(shared, samples):
    """The valid documents of the corpus and of the samples, with their names."""
    corpus = os.path.join(shared, "corpus")
    for title, folder in (("generated", os.path.join(corpus, "generated")), ("invoices", os.path.join(corpus, "invoices")),
                          ("samples", samples)):
        for path, folders, names in os.walk(folder):
            folders.sort()
            for name in sorted(names):
                if name.endswith(".xml"):
                    file = os.path.join(path, name)
                    with open(file, "rb") as stream:
                        yield f"{title}/{os.path.relpath(file, folder)}", stream.read()


def all_structures(shared, samples):
    """The structures by their names, with their bases."""
    schemas = os.path.join(shared, "schemas")
    structures = {name: Structure(name, schemas) for name in FILES}
    by_namespace = {structure.namespace: structure for structure in structures.values()}
    for name, data in documents(shared, samples):
        namespace = ElementTree.fromstring(data).tag[1:].partition("}")[0]
        if namespace in by_namespace:
            by_namespace[namespace].add(name, data)
    for structure in structures.values():
        ElementTree.register_namespace("", structure.namespace)
        for name, root in series(structure.schema):
            structure.add(f"built/{name}", ElementTree.tostring(root, encoding="UTF-8", xml_declaration=True))
        structure.settle()
    return structures
