"""What a mutator works on: a document, where in it to begin, and a source of chance."""

from structures import Group
from tree import places


class Scene:
    def __init__(self, structure, document, rng, target=None):
        self.structure, self.document, self.rng, self.target = structure, document, rng, target

    @property
    def root(self):
        return self.document.root

    def pick(self, accept):
        """A place that is accepted, at the target's path if there is one; None if there is none."""
        found = [place for place in places(self.root) if accept(place)]
        aimed = [place for place in found if place.path == self.target]
        return self.rng.choice(aimed or found) if found else None

    def declared(self, path):
        return self.structure.declared.get(path)

    def any(self):
        """An element under the root."""
        return self.pick(lambda place: place.parent is not None)

    def leaf(self):
        return self.pick(lambda place: place.parent is not None and place.element.is_leaf())

    def inner(self):
        """An element that has elements; the root may be one."""
        return self.pick(lambda place: not place.element.is_leaf())

    def named_like(self, element, local):
        """A name with the prefix that an element has."""
        return f"{element.prefix}:{local}" if element.prefix else local

    def build(self, path, beside):
        """A new valid element of that path, with the prefix of another one."""
        made = self.structure.build(path, self.rng)
        if beside.prefix:
            for element in made.walk():
                element.name = f"{beside.prefix}:{element.name}"
        return made


# What a mutator may aim at.

def any_path(structure):
    return [path for path in structure.declared if "/" in path]


def leaf_paths(structure):
    return structure.leaves


# How often each type is aimed at besides its leaves, by how much there is to try: few leaves are moments.
BY_KIND = {"code": 4, "text": 8, "integer": 12, "decimal": 12, "date": 16, "time": 50}


def value_paths(structure):
    """All leaves, and each type some more times, however few leaves it has."""
    types = {}
    for path in structure.leaves:
        text = structure.text(path)
        types.setdefault((text.base, *text.codes, *sorted(text.facets.items()), *text.patterns), []).append(path)
    more = [paths[index % len(paths)] for paths in types.values()
            for index in range(BY_KIND[structure.text(paths[0]).kind])]
    return structure.leaves + more


def inner_paths(structure):
    return [path for path, element in structure.declared.items() if element.content.text is None]


def optional_paths(structure):
    return [path for path, element in structure.declared.items() if element.least == 0]


def counted_paths(structure):
    """Elements that may stand more than once, but not without end."""
    return [path for path, element in structure.declared.items() if 1 < element.most < 10**9]


def repeatable_paths(structure):
    """All elements, and those that may indeed stand more than once some more times."""
    return any_path(structure) + 6 * counted_paths(structure)


def choosing_paths(structure):
    """Elements whose content has a choice."""
    def chooses(group):
        return group is not None and (group.kind == "choice" or any(
            isinstance(member, Group) and chooses(member) for member in group.members))
    return [path for path, element in structure.declared.items() if chooses(element.content.group)]


def attributed_paths(structure):
    return [path for path, element in structure.declared.items() if element.content.attributes]
