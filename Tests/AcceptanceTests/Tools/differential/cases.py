"""The mutated documents: a seed and a number give the same one everywhere."""

import random

from marks import MARKS
from scene import Scene, counted_paths
from shapes import OFTEN, SHAPES, occur_often
from tree import parse

MUTATORS = {**SHAPES, **MARKS}

# Of so many documents one of each structure tries a large bound of occurrence; they are large, too.
LARGE = 800


class Case:
    """A document with what was done to which base."""

    def __init__(self, structure, number, base, steps, data):
        self.structure, self.number, self.base, self.steps, self.data = structure, number, base, steps, data

    @property
    def name(self):
        return f"{self.structure.name}-{self.number:06}.xml"

    def mutators(self):
        return [mutator for mutator, _ in self.steps]

    def description(self):
        return "; ".join(f"{mutator}: {words}" for mutator, words in self.steps) or "as it is"


def make(structures, seed, number, keep=None):
    """The case of a number; `keep` names the steps to take of it, for finding the one that matters."""
    structure = list(structures.values())[number % len(structures)]
    rng = random.Random(f"{seed}/{number}")
    if number % LARGE < len(structures) and number >= LARGE:
        return make_large(structure, rng, number)
    count = rng.choice([1] * 9 + [2, 2, 3, 5])
    weights = [weight for weight, _, _ in MUTATORS.values()]
    # Chosen before anything is done, so that a step stays the same where another one is left out.
    plan = [(name, rng.randrange(2**32)) for name in rng.choices(list(MUTATORS), weights, k=count)]
    target = rng.choice(MUTATORS[plan[0][0]][1](structure))
    base = base_for(structure, target, plan[0][0], rng)
    document = parse(base.data)
    steps = []
    for index, (name, chance) in enumerate(plan):
        if keep is not None and index not in keep:
            continue
        words = step(structure, document, name, chance, target if index == 0 else None)
        if words:
            steps.append((name, words))
    return Case(structure, number, base.name, steps, document.bytes())


def step(structure, document, name, chance, target):
    """Does one mutation, trying some places where it may find nothing to do."""
    for attempt in range(5):
        scene = Scene(structure, document, random.Random(f"{chance}/{attempt}"), target)
        words = MUTATORS[name][2](scene)
        if words:
            return words
    return None


def base_for(structure, target, mutator, rng):
    """A base that has the target; for a new element one that has its parent."""
    if mutator == "insert-optional":
        target = target.rpartition("/")[0]
    return structure.base(target, rng)


def make_large(structure, rng, number):
    """A document with as many of an element as allowed, or one more."""
    paths = [path for path in counted_paths(structure) if structure.declared[path].most >= OFTEN]
    target = paths[number // LARGE % len(paths)]
    base = structure.holding[target][0]
    document = parse(base.data)
    words = occur_often(Scene(structure, document, rng, target))
    return Case(structure, number, base.name, [("occur-often", words)], document.bytes())
