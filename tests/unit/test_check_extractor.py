"""`check_extractor` passes those who keep the rules, and names the rule that the others break."""

from __future__ import annotations

import random
import re
import warnings
from collections.abc import Iterator
from typing import Any

import attrs
import pytest

import arabnews
from arabnews import Annotation, Document, Span, extractor
from arabnews.pipeline import BUILT_IN
from arabnews.testing import check_extractor, extractor_faults

SHIPS = "وصلت السفينة زهرة إلى الميناء، ثم غادرت السفينة نورس."


def ships(text: str) -> Iterator[Annotation]:
    for match in re.finditer(r"السفينة \w+", text):
        yield Annotation(Span(*match.span()), match[0], rule="ship")


@extractor(layer="ships")
def good(document: Document, layers: Any) -> Iterator[Annotation]:
    yield from ships(document.text)


@extractor(layer="ships")
def moved(document: Document, layers: Any) -> Iterator[Annotation]:
    for ship in ships(document.text):
        yield attrs.evolve(ship, span=Span(ship.span.start + 1, ship.span.end + 1))


@extractor(layer="ships")
def unsigned(document: Document, layers: Any) -> Iterator[Annotation]:
    for ship in ships(document.text):
        yield attrs.evolve(ship, rule="")


@extractor(layer="ships")
def fragile(document: Document, layers: Any) -> Iterator[Annotation]:
    document.text.encode("utf-8")
    yield from ships(document.text)


@extractor(layer="ships")
def greedy(document: Document, layers: Any) -> Iterator[Annotation]:
    yield Annotation(Span(0, 0), "", rule="greedy")


@extractor(layer="ships")
def chatty(document: Document, layers: Any) -> Iterator[Annotation]:
    print("reading")
    yield from ships(document.text)


@extractor(layer="ships")
def warning(document: Document, layers: Any) -> Iterator[Annotation]:
    warnings.warn("odd", stacklevel=1)
    yield from ships(document.text)


@extractor(layer="ships")
def fickle(document: Document, layers: Any) -> Iterator[Annotation]:
    for ship in ships(document.text):
        yield attrs.evolve(ship, rule=f"ship_{random.random()}")


@extractor(layer="ships", requires=("quotes",))
def meddling(document: Document, layers: Any) -> Iterator[Annotation]:
    layers["quotes"] = ()
    yield from ships(document.text)


@extractor(layer="ships")
def quadratic(document: Document, layers: Any) -> Iterator[Annotation]:
    for _ in document.words:
        for _ in document.words:
            pass
    yield from ships(document.text)


@extractor(layer="ships")
def quadratic_pattern(document: Document, layers: Any) -> Iterator[Annotation]:
    for match in re.finditer(r"«[^»]*?»|السفينة \w+", document.text):
        yield Annotation(Span(*match.span()), match[0], rule="ship")


class Remembering:
    """Carries over from one article to the next."""

    name, layer, requires = "remembering", "ships", ()

    def __init__(self) -> None:
        self.read = 0

    def extract(self, document: Document, layers: Any) -> Iterator[Annotation]:
        self.read += 1
        yield from (attrs.evolve(ship, rule=f"ship_{self.read}") for ship in ships(document.text))


class Unpicklable:
    name, layer, requires = "unpicklable", "ships", ()

    def __init__(self) -> None:
        self.keep = lambda ship: True

    def extract(self, document: Document, layers: Any) -> Iterator[Annotation]:
        yield from filter(self.keep, ships(document.text))


class Incomplete:
    name = "incomplete"


@pytest.mark.parametrize("name", BUILT_IN)
def test_the_packages_own_keep_the_rules(name: str) -> None:
    check_extractor(name)


@pytest.mark.parametrize("made", [good, arabnews.PatternExtractor("ships", r"السفينة \w+")], ids=["function", "pattern"])
def test_good_ones_pass(made: Any) -> None:
    check_extractor(made, [SHIPS, arabnews.Article(SHIPS, published="2021-12-10")])


@pytest.mark.parametrize(
    ("made", "complaint"),
    [
        (moved, "but at 6:18 stands"),
        (unsigned, "has no rule"),
        (fragile, "raised UnicodeEncodeError"),
        (greedy, "without any text"),
        (chatty, "prints 'reading"),
        (warning, "warns of odd"),
        (fickle, "then other ones"),
        (Remembering(), "then other ones"),
        (meddling, "changes the layers"),
        (Unpicklable(), "does not pickle"),
        (quadratic, "work grows faster"),
        (quadratic_pattern, "time grows faster"),
        (Incomplete(), "it lacks layer, requires, extract"),
        (arabnews.PatternExtractor("boats", "قارب"), "finds nothing in the 1 example"),
    ],
    ids=lambda value: getattr(value, "name", None),
)
def test_each_broken_rule_is_named(made: Any, complaint: str) -> None:
    with pytest.raises(arabnews.ExtractorError, match="breaks") as raised:
        check_extractor(made, [SHIPS])
    faults = raised.value.fields["faults"]
    assert any(complaint in fault for fault in faults), faults


def test_a_missing_layer_and_a_missing_plugin_are_named() -> None:
    @extractor(layer="ships", requires=("harbours",))
    def lost(document: Document, layers: Any) -> Iterator[Annotation]:
        yield from ()

    assert "requires layer 'harbours'" in extractor_faults(lost)[0]
    assert "no extractor is called 'nobody'" in extractor_faults("nobody")[0]
