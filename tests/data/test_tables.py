"""The word tables: sound, sourced, without doubles, and read back as they are written."""

from __future__ import annotations

import csv
from collections import Counter
from importlib.resources import files
from pathlib import Path

import pytest

import arabnews
from arabnews import Lexicon
from arabnews.extractors.claims.contents import MARKS_OF_END
from arabnews.extractors.claims.narrated import SEPARATORS
from arabnews.extractors.claims.openers import SIGNS_AND_MARKS
from arabnews.lexicon.tables import shipped
from arabnews.lexicon.word_sets import word_set
from arabnews.text.characters import key

DATA = Path(str(files("arabnews"))) / "data"
TABLES = sorted(path.stem for path in DATA.glob("*.csv"))


def rows(name: str) -> list[dict[str, str]]:
    lines = [line for line in (DATA / f"{name}.csv").read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return list(csv.DictReader(lines))


def test_every_table_is_shipped_and_valid() -> None:
    tables = shipped()
    assert sum(len(rows(name)) for name in TABLES) == sum(len(table.check().rows) for table in tables)


@pytest.mark.parametrize("name", TABLES)
def test_a_table_is_plain_unicode_without_strays(name: str) -> None:
    text = (DATA / f"{name}.csv").read_text(encoding="utf-8")
    assert not [c for c in text if c in "\u200b\u200c\u200d\u200e\u200f\ufeff\u00a0\u0640\r\t"]
    assert text.endswith("\n")
    for row in rows(name):
        assert None not in row, row
        assert all(value is not None and value == value.strip() for value in row.values()), row
        assert row["form"], row


@pytest.mark.parametrize("name", TABLES)
def test_no_row_stands_twice(name: str) -> None:
    twice = [row for row, count in Counter(tuple(row.items()) for row in rows(name)).items() if count > 1]
    assert twice == []


@pytest.mark.parametrize("name", TABLES)
def test_every_form_is_found_under_its_tag(name: str) -> None:
    """A reader of the lexicon finds each one-word form of each row, whatever inflection made of it."""
    lexicon = Lexicon.default()
    single = [form for row in rows(name) for form in row["form"].split("|") if form and len(form.split()) == 1]
    lost = [form for form in single[:: max(1, len(single) // 300)] if not _found(lexicon, form, name)]
    assert lost == []


def _found(lexicon: Lexicon, form: str, tag: str) -> bool:
    document = arabnews.Document(arabnews.Article(form), lexicon)
    return any(hit.reading.tag == tag for hit in document.hits(tag)) or bool(
        [reading for reading in lexicon.look_up(key(form)) if reading.tag == tag]
    )


def test_every_table_tells_its_source() -> None:
    sources = (DATA / "SOURCES.md").read_text(encoding="utf-8")
    told = {name.strip() for line in sources.splitlines() if line.startswith("|") for name in line.split("|")[1].split(",")}
    assert set(TABLES) <= told


def test_the_package_stays_small() -> None:
    assert sum(path.stat().st_size for path in DATA.rglob("*")) < 6_000_000


def test_word_sets_hold_each_word_once() -> None:
    sections = (DATA / "word_sets.txt").read_text(encoding="utf-8").split("\n[")[1:]
    headings = [section.partition("]")[0] for section in sections]
    assert len(headings) == len(set(headings))
    for heading, section in zip(headings, sections, strict=True):
        words = section.partition("\n")[2].split()
        assert words, heading
        assert [word for word, count in Counter(map(key, words)).items() if count > 1] == [], heading
        assert word_set(heading) == frozenset(map(key, words))


def test_the_edges_are_all_that_contents_begin_and_end_at() -> None:
    assert word_set("edge") == SIGNS_AND_MARKS | MARKS_OF_END | SEPARATORS


def test_an_unknown_word_set_is_an_error() -> None:
    with pytest.raises(KeyError):
        word_set("no_such_set")
