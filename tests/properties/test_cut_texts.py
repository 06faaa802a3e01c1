"""A text may begin and end anywhere: no rule fails for want of a neighbour, and none reads round from its start to its end."""

from __future__ import annotations

import json
import random
import re
from pathlib import Path
from typing import Any

import pytest

import arabnews
from arabnews import Article
from arabnews.document import Document
from arabnews.lexicon import Lexicon

EXTRACTORS = Path(arabnews.__file__).parent / "extractors"
MARKUP = re.compile(r"[\[\]|`]|\([a-z][^)]*\)")
ARABIC = re.compile(r"[\u0600-\u06ff«»()0-9 :.،؛؟/%-]{14,}")
SENTENCES = [
    stretch.strip()
    for path in sorted(EXTRACTORS.rglob("*.py"))
    for stretch in ARABIC.findall(MARKUP.sub("", path.read_text(encoding="utf-8")))
]
"""What the rules' docstrings tell in Arabic: something for every rule."""


class Column(list[Any]):
    """A list without negative positions, which mean its end."""

    def __getitem__(self, at: Any) -> Any:
        assert isinstance(at, slice) or int(at) >= 0, "a rule looks before the first token"
        return super().__getitem__(at)

    def __reversed__(self) -> Any:
        return reversed(list(self))


@pytest.fixture
def strict_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    made = Document.__init__

    def make(self: Document, article: Article, lexicon: Lexicon) -> None:
        made(self, article, lexicon)
        self.keys, self.words = Column(self.keys), Column(self.words)

    monkeypatch.setattr(Document, "__init__", make)


def cuts(texts: list[str], count: int) -> list[str]:
    choose, found = random.Random(1), []
    for _ in range(count):
        words = choose.choice(texts).split(" ")
        first = choose.randrange(len(words))
        found.append(" ".join(words[first : first + choose.randrange(1, 25)]))
    return found


@pytest.mark.usefixtures("strict_columns")
def test_the_rules_examples_cut_anywhere() -> None:
    assert len(SENTENCES) > 1_000
    for text in cuts(SENTENCES, 10_000):
        arabnews.analyze(Article(text, published="2021-12-10"))


@pytest.mark.usefixtures("strict_columns")
def test_news_cut_anywhere(shared: Path) -> None:
    with (shared / "news" / "unlabelled.jsonl").open(encoding="utf-8") as lines:
        news = [json.loads(line)["text"] for line in lines]
    for text in cuts(news, 10_000):
        arabnews.analyze(Article(text, published="2021-12-10"))
