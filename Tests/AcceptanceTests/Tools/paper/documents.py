"""Builds documents that together hold every leaf, take every branch and use every code of a schema.

    documents.py SCHEMA CATALOG FOLDER

writes them into the folder, and says on standard output how much of the schema they cover.
"""

import json
import os
import random
import sys
import xml.etree.ElementTree as ElementTree

from markers import Markers
from schema import Group, Schema, leaves

# How many rows and columns the tables of attachments get: one, many, and fewer or more cells than columns.
TABLES = [(1, 1), (2, 2), (5, 5), (8, 8), (20, 20), (3, 4), (4, 2)]


class Goals:
    """What the documents haven't shown yet: leaves, branches and codes, counted under every path."""

    def __init__(self, schema):
        self.open = set()
        self.below = {}
        self.used = {}
        self._collect(schema.root, "")
        self.all = len(self.open)

    def _collect(self, particle, path):
        if isinstance(particle, Group):
            for index, member in enumerate(particle.members):
                if particle.kind == "choice":
                    self._add(path, ("branch", path, id(particle), index))
                self._collect(member, path)
            return
        path = f"{path}/{particle.name}"
        for name, text in particle.content.attributes:
            self._expect(path, f"{path}/@{name}", text)
        if particle.content.text is not None:
            self._expect(path, path, particle.content.text)
        else:
            self._collect(particle.content.group, path)

    def _expect(self, path, leaf, text):
        self._add(path, ("leaf", leaf))
        for code in codes_of(text):
            self._add(path, ("code", leaf, code))

    def _add(self, path, goal):
        if goal not in self.open:
            self.open.add(goal)
            self._count(path, 1)

    def _count(self, path, change):
        while path:
            self.below[path] = self.below.get(path, 0) + change
            path = path.rpartition("/")[0]

    def reach(self, path, *goal):
        self.used[goal] = self.used.get(goal, 0) + 1
        if goal in self.open:
            self.open.remove(goal)
            self._count(path, -1)

    def wants(self, particle, path):
        """Whether anything inside is still to be shown."""
        if isinstance(particle, Group):
            branches = range(len(particle.members)) if particle.kind == "choice" else ()
            return any(("branch", path, id(particle), index) in self.open for index in branches) or any(
                self.wants(member, path) for member in particle.members)
        return self.below.get(f"{path}/{particle.name}", 0) > 0


def codes_of(text):
    return [text.fixed] if text.fixed is not None else text.codes


class Builder:
    """Makes one document.

    `policy` chooses what an optional part does: "full" takes all, twice where it may repeat; "least" takes none;
    "cover" takes what is still to be shown; "chance" throws a coin.
    """

    def __init__(self, schema, goals, policy, style, number):
        self.schema, self.goals, self.policy, self.number = schema, goals, policy, number
        self.markers = Markers(style)
        self.coin = random.Random(number)

    def build(self):
        root = self._element(self.schema.root, "")
        lines_of_notes(root, self.number)
        states_before(root, self.number)
        return root

    def _element(self, declared, path):
        path = f"{path}/{declared.name}"
        element = ElementTree.Element(f"{{{self.schema.namespace}}}{declared.name}")
        for name, text in declared.content.attributes:
            element.set(name, self._text(text, path, f"{path}/@{name}"))
        if declared.content.text is not None:
            element.text = self._text(declared.content.text, path, path)
        else:
            self._group(declared.content.group, path, element)
        if declared.name == "Tabela":
            fill_table(element, self)
        return element

    def _text(self, text, path, leaf):
        self.goals.reach(path, "leaf", leaf)
        codes = codes_of(text)
        if not codes:
            return self.markers.value(text)
        code = min(codes, key=lambda code: self.goals.used.get(("code", leaf, code), 0))
        self.goals.reach(path, "code", leaf, code)
        return code

    def _group(self, group, path, element):
        for _ in range(self._times(group, path)):
            members = group.members
            if group.kind == "choice":
                index = self._branch(group, path)
                self.goals.reach(path, "branch", path, id(group), index)
                members = [members[index]]
            for member in members:
                if isinstance(member, Group):
                    self._group(member, path, element)
                    continue
                for _ in range(self._times(member, path)):
                    element.append(self._element(member, path))

    def _branch(self, group, path):
        def cost(index):
            new = ("branch", path, id(group), index) not in self.goals.open
            wanting = self.goals.wants(group.members[index], path)
            return (new and not wanting, self.goals.used.get(("branch", path, id(group), index), 0))
        return min(range(len(group.members)), key=cost)

    def _times(self, particle, path):
        if getattr(particle, "name", "") in ("TNaglowek", "Kol", "WKom", "SKom"):
            return particle.least
        least, most = particle.least, particle.most
        if self.policy == "full":
            return min(2, most)
        if self.policy == "chance":
            return max(least, min(self.coin.choice([0, 1, 1, 3]), most))
        if self.policy == "cover" and self.goals.wants(particle, path):
            return max(least, 1)
        return least


def fill_table(table, builder):
    """Gives a table of an attachment its columns and cells, each cell of its column's type."""
    space = f"{{{builder.schema.namespace}}}"
    head = table.find(space + "TNaglowek")
    table_number = builder.goals.used[("leaf", "/Faktura/Zalacznik/BlokDanych/Tabela/TNaglowek/Kol/@Typ")]
    columns, cells = TABLES[table_number % len(TABLES)]
    declared = part(builder.schema, "Zalacznik/BlokDanych/Tabela/TNaglowek/Kol")
    while len(head) < columns:
        head.append(builder._element(declared, "/Faktura/Zalacznik/BlokDanych/Tabela/TNaglowek"))
    types = [column.get("Typ") for column in head]
    for row in table.findall(space + "Wiersz") + table.findall(space + "Suma"):
        name = row[0].tag
        for cell in list(row):
            row.remove(cell)
        for index in range(cells):
            kind = types[index] if index < columns else "txt"
            builder.markers.count += 1
            ElementTree.SubElement(row, name).text = cell_text(kind, builder.markers.count)


def cell_text(kind, n):
    if kind in ("date", "datetime"):
        return f"{2000 + n // 336 % 100}-{n // 28 % 12 + 1:02}-{n % 28 + 1:02}" + (
            "T08:15:30" if kind == "datetime" else "")
    if kind == "time":
        return f"{n // 3600 % 24:02}:{n // 60 % 60:02}:{n % 60:02}"
    if kind == "dec":
        return f"{n * 1013}.{n % 1000:03}"
    return str(5_000_000 + n) if kind == "int" else f"Zq{n:04} kom."


def part(schema, path):
    """The declaration that a path below the root leads to."""
    def members(group):
        for member in group.members:
            if isinstance(member, Group):
                yield from members(member)
            else:
                yield member
    found = schema.root
    for name in path.split("/"):
        found = next(member for member in members(found.content.group) if member.name == name)
    return found


def lines_of_notes(root, number):
    """Lets every other note on a line name a line that there is."""
    lines = [element for element in root.iter() if element.tag.endswith("}NrWierszaFa")]
    notes = [element for element in root.iter() if element.tag.endswith("}NrWiersza")]
    for index, note in enumerate(notes):
        if lines and (index + number) % 2:
            note.text = lines[index % len(lines)].text


def states_before(root, number):
    """In every other document the states before and after are lines of one number."""
    if number % 2:
        return
    for element in list(root.iter()):
        lines = [child for child in element if child.tag.endswith("Wiersz") and len(child)]
        for line, following in zip(lines, lines[1:]):
            states = [child for child in line if child.tag.endswith(("}StanPrzed", "}StanPrzedZ"))]
            twice = [child for child in following if child.tag.endswith(("}StanPrzed", "}StanPrzedZ"))]
            if states and "NrWiersza" in line[0].tag:
                line[0].text = following[0].text
                for state in twice:
                    following.remove(state)


def series(schema):
    """The documents of a schema in the order of their numbers."""
    goals = Goals(schema)
    plans = [("full", style) for style in ("plain", "long", "unbroken", "plain", "plain", "long", "plain", "plain")]
    plans += [("least", "plain")] + [("chance", "plain")] * 24
    number = 0
    while plans or goals.open:
        policy, style = plans.pop(0) if plans else ("cover", "plain")
        number += 1
        before = len(goals.open)
        yield f"{number:03}-{policy}", Builder(schema, goals, policy, style, number).build()
        if policy == "cover" and len(goals.open) == before:
            raise SystemExit(f"these can't be reached: {sorted(map(str, goals.open))[:20]}")


def main(path, catalog, folder):
    schema = Schema(path, catalog)
    ElementTree.register_namespace("", schema.namespace)
    names = []
    for name, root in series(schema):
        names.append(os.path.join(folder, f"{name}.xml"))
        ElementTree.ElementTree(root).write(names[-1], encoding="UTF-8", xml_declaration=True)
    types = leaves(schema)
    print(json.dumps({
        "documents": len(names), "leaves": len(types),
        "codes": sum(len(codes_of(text)) for text in types.values())}))


if __name__ == "__main__":
    main(*sys.argv[1:])
