"""What each rule does: the docstrings of the extractors' rules, by layer and name.

An annotation's `rule` is the name of a rule function, or for claims the cue's part of speech and what opens the content
(`verb_clause`). The reference page `docs/reference/rules.md` is made from the same docstrings.
"""

from __future__ import annotations

import inspect
import pkgutil
import textwrap
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from types import MappingProxyType
from typing import Any, Final

from attrs import frozen

import arabnews.extractors

PAGE: Final = "docs/reference/rules.md"

_CUES: Final = {
    "verb": "a verb of saying",
    "participle": "an adverbial participle of saying (`مضيفا`), whose subject is that of the verb before it",
    "masdar": "a verbal noun of saying with its pronoun (`قوله`)",
}
_OPENERS: Final = {
    "clause": "a clause behind `إن` or `أن`",
    "colon": "what stands behind a colon",
    "quote": "a quotation that follows directly",
    "obj": "a noun phrase as direct object (`أعلن نهاية المهمة`)",
}
_PREPOSITIONS: Final = ("ب", "إلى", "على", "عن", "من", "في", "ل")
_BY_HAND: Final = {
    (
        "dates",
        "hijri_date",
    ): "A date in the Hijri calendar, by its month's name or by `هـ`; its value is the Gregorian day or month.",
    ("dates", "anaphoric"): "A period told from the last date mentioned, else from publication: `العام نفسه`, `اليوم التالي`.",
    ("dates", "distance"): "A quantity of time behind `قبل`, `بعد` or `منذ`: the day, month or year so far from publication.",
    ("dates", "duration"): "A quantity of time that says how long.",
    (
        "claims",
        "narrated",
    ): "What the article itself asserts about an amount that no source is named for: the clause that holds it.",
    ("claims", "attribution"): "A prepositional attribution (`بحسب`, `وفقا ل`, `نقلا عن`) and the clause that it belongs to.",
    ("claims", "headline"): "A person named before a colon, as headlines do; what stands behind it is the content.",
    ("dates", "deictic"): "A day counted from the day of publication: `أمس`, `اليوم`, `غدا`.",
    ("mentions", "listed"): "A name that a table has: of places, of organisations, of people known by one name.",
    ("numbers", "amount"): "A number with what it counts, measures or is a share of, and with its bounds (`نحو`, `أكثر من`).",
    ("claims", "speaker"): "The noun phrase beside a cue that says who speaks: a title with its name, a name, a nominal source.",
    ("claims", "phrase"): "A prepositional cue: `بحسب`, `وفقا ل`, `نقلا عن`.",
    **{("claims", cue): f"Claims by {what}; the second half of the name tells the content." for cue, what in _CUES.items()},
    **{("claims", opener): f"A cue whose content is {what}." for opener, what in _OPENERS.items()},
    **{("claims", word): f"A cue whose content is a noun phrase behind the preposition `{word}`." for word in _PREPOSITIONS},
}


@frozen
class Rule:
    """A rule of the package.

    Args:
        layer: the layer it finds annotations for.
        name: the name that they carry in `rule`.
        about: what it does.
        examples: golden lines (see `arabnews.testing`).
    """

    layer: str
    name: str
    about: str
    examples: tuple[str, ...] = ()

    @property
    def summary(self) -> str:
        """The first paragraph of `about`, on one line."""
        return " ".join(self.about.split("\n\n", 1)[0].split())

    @property
    def page(self) -> str:
        """Where the docs describe it; `verb_clause` stands under `verb`."""
        cue = self.name.partition("_")[0]
        return f"{PAGE}#{self.layer}-{cue if self.layer == 'claims' and cue in _CUES else self.name}"


def rule(layer: str, name: str) -> Rule | None:
    """The rule of a layer by the name that its annotations carry; None for one that is not of this package.

    Example:
        >>> rule("numbers", "dual").summary
        'An indefinite dual counts two; a definite one only refers, and a plural in `-ين` is none.'
        >>> rule("claims", "verb_clause").summary
        'A verb of saying; its content is a clause behind `إن` or `أن`.'
    """
    by_hand = _BY_HAND.get((layer, name)) or (_claim(name) if layer == "claims" else "")
    functions = _functions().get(layer, {})
    for candidate in (name, f"{name}s", f"{name.removesuffix('y')}ies", f"_{name}"):
        about, examples = functions.get(candidate, ("", ()))
        if about:
            return Rule(layer, name, by_hand or about, examples)
    return Rule(layer, name, by_hand) if by_hand else None


def names(layer: str) -> list[str]:
    """The names under which the reference page describes a layer's rules, apart from those that its examples show."""
    described = _functions().get(layer, {})
    found = {name for name, (_, examples) in described.items() if examples and not name.startswith("_")}
    return sorted({*found, *(name for where, name in _BY_HAND if where == layer), *(("medium",) if layer == "claims" else ())})


def _claim(name: str) -> str:
    cue, _, opener = name.partition("_")
    if cue in _CUES and opener:
        content = _OPENERS.get(opener, f"a noun phrase behind the preposition `{opener}`")
        return f"{_CUES[cue][0].upper()}{_CUES[cue][1:]}; its content is {content}."
    return ""


@cache
def _functions() -> Mapping[str, Mapping[str, tuple[str, tuple[str, ...]]]]:
    """Layer -> function -> its description and examples."""
    found: dict[str, dict[str, tuple[str, tuple[str, ...]]]] = {}
    package = arabnews.extractors
    for info in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        layer = info.name.split(".")[2]
        module = import_module(info.name)
        for name, function in vars(module).items():
            if not inspect.isroutine(function) or getattr(function, "__module__", "") != info.name:
                continue
            known = found.setdefault(layer, {})
            described = _described(function)
            if name not in known or (described[1] and not known[name][1]):
                known[name] = described
        for kind in (item for item in vars(module).values() if inspect.isclass(item) and item.__module__ == info.name):
            for name, method in vars(kind).items():
                if inspect.isfunction(method):
                    found.setdefault(layer, {}).setdefault(name, _described(method))
    return MappingProxyType(found)


def _described(function: Any) -> tuple[str, tuple[str, ...]]:
    about, _, block = (inspect.getdoc(function) or "").partition("Examples:\n")
    lines = [] if ">>>" in block else textwrap.dedent(block).split("\n\n", 1)[0].splitlines()
    return about.split("\nArgs:", 1)[0].strip(), tuple(line.strip() for line in lines if line.strip())
