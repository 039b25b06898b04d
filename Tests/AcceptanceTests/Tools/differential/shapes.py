"""Mutations of which elements stand where. Each takes a scene, and says what it did; None if it found nothing to do."""

from scene import any_path, choosing_paths, counted_paths, inner_paths, leaf_paths, optional_paths, repeatable_paths
from structures import Group, choices, particles
from tree import Element

# An element that may stand more often than that is repeated so often in few documents only.
OFTEN = 150


def drop(scene):
    place = scene.any()
    if not place:
        return None
    removed = [place.element]
    if scene.rng.random() < 0.2:
        removed = [child for child in place.parent.elements() if child.local == place.element.local]
    for element in removed:
        del place.parent.children[place.parent.position(element)]
    return f"drop {len(removed)} of {place.path}"


def drop_optional(scene):
    place = scene.pick(lambda place: place.parent is not None and (
        declared := scene.declared(place.path)) is not None and declared.least == 0)
    if not place:
        return None
    del place.parent.children[place.parent.position(place.element)]
    return f"drop {place.path}"


def repeat(scene):
    place = scene.any()
    if not place:
        return None
    times = scene.rng.choice([1, 1, 1, 2, 3])
    index = place.parent.position(place.element)
    place.parent.children[index:index] = [place.element.copy() for _ in range(times)]
    return f"repeat {place.path} {times} times"


def occur(scene):
    """As often as allowed, and once more; once less than needed."""
    place = scene.pick(lambda place: is_counted(scene, place, 2, OFTEN))
    return place and bring_to_count(scene, place)


def occur_often(scene):
    place = scene.pick(lambda place: is_counted(scene, place, OFTEN, 10**9))
    return place and bring_to_count(scene, place)


def is_counted(scene, place, least, most):
    declared = scene.declared(place.path)
    return place.parent is not None and declared is not None and least <= declared.most < most


def bring_to_count(scene, place):
    declared = scene.declared(place.path)
    wanted = declared.most + scene.rng.choice([0, 0, 0, 1, 1])
    alike = [child for child in place.parent.elements() if child.local == place.element.local]
    model = scene.structure.build(place.path, scene.rng) if declared.most < OFTEN else least_copy(scene, place)
    model.name = place.element.name
    for element in model.walk():
        element.name = scene.named_like(place.element, element.local)
    index = place.parent.position(alike[-1]) + 1
    more = range(wanted - len(alike))
    # Nothing else is done to a large document: there the same one will do each time.
    place.parent.children[index:index] = [model.copy() if declared.most < OFTEN else model for _ in more]
    return f"bring {place.path} to {max(wanted, len(alike))} of {declared.most}"


def least_copy(scene, place):
    """The shortest of some elements, since there will be many."""
    return min((scene.structure.build(place.path, scene.rng) for _ in range(6)), key=lambda made: len(list(made.walk())))


def swap(scene):
    place = scene.pick(lambda place: place.parent is not None and len(place.parent.elements()) > 1)
    if not place:
        return None
    siblings = place.parent.elements()
    here = next(index for index, other in enumerate(siblings) if other is place.element)
    there = scene.rng.choice([index for index in range(len(siblings)) if index != here])
    if scene.rng.random() < 0.6:
        there = here + 1 if here + 1 < len(siblings) else here - 1
    first, second = place.parent.position(siblings[here]), place.parent.position(siblings[there])
    children = place.parent.children
    children[first], children[second] = children[second], children[first]
    return f"swap {place.path} with {siblings[there].local}"


def shift(scene):
    """Takes an element elsewhere under its parent."""
    place = scene.pick(lambda place: place.parent is not None and len(place.parent.elements()) > 1)
    if not place:
        return None
    children = place.parent.children
    del children[place.parent.position(place.element)]
    index = scene.rng.choice([0, len(children), scene.rng.randrange(len(children) + 1)])
    children.insert(index, place.element)
    return f"shift {place.path} to {index}"


def transplant(scene):
    """Takes an element to another parent."""
    place = scene.any()
    host = scene.rng.choice([element for element in scene.root.walk()])
    if not place or any(element is host for element in place.element.walk()) or host is place.parent:
        return None
    del place.parent.children[place.parent.position(place.element)]
    host.children.insert(scene.rng.randrange(len(host.children) + 1), place.element)
    return f"take {place.path} into {host.local}"


def rename(scene):
    place = scene.any()
    if not place:
        return None
    name, rng = place.element.local, scene.rng
    letter = rng.randrange(len(name))
    new = rng.choice([
        name[:letter] + name[letter + 1:], name[:letter] + name[letter] * 2 + name[letter + 1:], name.lower(), name.upper(),
        name[:letter] + name[letter].swapcase() + name[letter + 1:], name + "_", name + "1", "_" + name, name + "ł",
        name.replace("_", "-"), name.replace("o", "ó"), rng.choice(scene.structure.names), rng.choice(scene.structure.names),
        rng.choice(place.parent.elements()).local]) or "x"
    if not (new[0].isalpha() or new[0] == "_"):
        new = "x" + new
    place.element.name = scene.named_like(place.element, new)
    return f"rename {place.path} to {new}"


def insert_optional(scene):
    """An optional element that is absent, where the schema wants it."""
    target = scene.target
    if target is None or not scene.declared(target):
        target = scene.rng.choice(optional_paths(scene.structure))
    above, _, name = target.rpartition("/")
    place = scene.pick(lambda place: place.path == above)
    if not place:
        return None
    order = [particle.name for particle in particles(scene.declared(above).content.group)]
    before = {other for other in order[:order.index(name) + 1]}
    index = 0
    for position, child in enumerate(place.element.children):
        if isinstance(child, Element) and child.local in before:
            index = position + 1
    place.element.children.insert(index, scene.build(target, place.element))
    return f"insert {target}"


def insert_stranger(scene):
    """An element that is legal elsewhere."""
    place = scene.inner()
    path = scene.rng.choice(any_path(scene.structure))
    if not place:
        return None
    children = place.element.children
    children.insert(scene.rng.randrange(len(children) + 1), scene.build(path, place.element))
    return f"insert {path} into {place.path}"


def branch(scene):
    """Another branch of a choice; both, or none."""
    place = scene.pick(lambda place: (declared := scene.declared(place.path)) is not None
                       and any(True for _ in choices(declared.content.group)))
    if not place:
        return None
    choice = scene.rng.choice(list(choices(scene.declared(place.path).content.group)))
    names = [set(names_in(member)) for member in choice.members]
    taken = [child for child in place.element.elements() if any(child.local in branch for branch in names)]
    index = place.element.position(taken[0]) if taken else scene.rng.randrange(len(place.element.children) + 1)
    way = scene.rng.choice(["other", "other", "other", "both", "none"])
    if way != "both":
        for child in taken:
            del place.element.children[place.element.position(child)]
    if way != "none":
        index = min(index, len(place.element.children))
        place.element.children[index:index] = build_group(scene, place, scene.rng.choice(choice.members))
    return f"{way} branch in {place.path}"


def names_in(member):
    return [particle.name for particle in particles(member)] if isinstance(member, Group) else [member.name]


def build_group(scene, place, member):
    """New elements of a branch: those that are needed, and some that aren't."""
    if not isinstance(member, Group):
        return [scene.build(f"{place.path}/{member.name}", place.element)]
    if member.least == 0 and scene.rng.random() < 0.2:
        return []
    members = [scene.rng.choice(member.members)] if member.kind == "choice" else member.members
    made = []
    for inner in members:
        if getattr(inner, "least", 1) > 0 or scene.rng.random() < 0.4:
            made += build_group(scene, place, inner)
    return made


def rebuild(scene):
    """A new element for an old one."""
    place = scene.pick(lambda place: place.parent is not None and scene.declared(place.path) is not None)
    if not place:
        return None
    place.parent.children[place.parent.position(place.element)] = scene.build(place.path, place.element)
    return f"rebuild {place.path}"


def empty(scene):
    place = scene.pick(lambda place: bool(place.element.children))
    if not place:
        return None
    place.element.children = scene.rng.choice([[], [], [" "], ["\n  "]])
    return f"empty {place.path}"


def nest(scene):
    """An element inside a leaf."""
    place = scene.leaf()
    if not place:
        return None
    inner = scene.rng.choice([
        place.element.copy(), Element("b"), Element(scene.named_like(place.element, scene.rng.choice(scene.structure.names))),
        Element("x:b", [["xmlns:x", "urn:example:x"]]), Element("br", [["xmlns", ""]])])
    place.element.children.insert(scene.rng.randrange(len(place.element.children) + 1), inner)
    return f"nest {inner.name} in {place.path}"


def wrap(scene):
    """An element within a new one, or within none."""
    place = scene.any()
    if not place:
        return None
    index = place.parent.position(place.element)
    if scene.rng.random() < 0.5:
        outer = scene.rng.choice([place.element.local, place.parent.local, scene.rng.choice(scene.structure.names)])
        place.parent.children[index] = Element(scene.named_like(place.element, outer), (), [place.element])
        return f"wrap {place.path} in {outer}"
    place.parent.children[index:index + 1] = place.element.children
    return f"unwrap {place.path}"


# How often, what it may aim at, and the mutator.
SHAPES = {
    "drop": (4, any_path, drop),
    "drop-optional": (3, optional_paths, drop_optional),
    "repeat": (4, repeatable_paths, repeat),
    "occur": (3, counted_paths, occur),
    "swap": (3, any_path, swap),
    "shift": (2, any_path, shift),
    "transplant": (2, any_path, transplant),
    "rename": (4, any_path, rename),
    "insert-optional": (5, optional_paths, insert_optional),
    "insert-stranger": (2, inner_paths, insert_stranger),
    "branch": (5, choosing_paths, branch),
    "rebuild": (4, any_path, rebuild),
    "empty": (3, any_path, empty),
    "nest": (2, leaf_paths, nest),
    "wrap": (2, any_path, wrap),
}
