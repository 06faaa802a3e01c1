"""What a reporting event is: a cue, what opens its content, and where both stand."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Final

from attrs import define

from arabnews.document import Document
from arabnews.lexicon.entries import Reading
from arabnews.model import Quote
from arabnews.spans import Span, SpanIndex
from arabnews.text.sentences import LETTERS

WINDOW: Final = 28
"""Tokens from cue to opener; 25 cover all but a few of the gaps that were measured."""
COMPLEMENTISERS: Final = frozenset(
    {"ان", "انه", "انها", "انهم", "انهما", "انهن", "اننا", "انني", "اني", "بان", "بانه", "بانها", "بانهم"}
    | {"باننا", "بانهما", "فان", "فانه", "فانها", "وان"}
)
SAYINGS: Final = frozenset({"قوله", "قولها", "قولهم", "تاكيده", "تاكيدها"})
"""Verbal nouns with the speaker's pronoun, behind his name: `عن فلان قوله`."""
PREPOSITIONS: Final = {"الى": "إلى", "الي": "إلى", "على": "على", "عن": "عن", "من": "من", "في": "في"}
TANWIN: Final = ("\u064b", "\u064d", "\u064bا")

SPEECH: Final = frozenset({"clause", "colon", "quote"})


def is_abbreviation(document: Document, at: int) -> bool:
    """Whether a full stop belongs to a title of one letter (`د.`, `م.`), or spells a name (`بي.بي.سي`)."""
    keys = document.padded_keys
    if keys[at] != "." or at == 0:
        return False
    return (len(keys[at - 1]) == 1 and keys[at - 1].isalpha()) or (keys[at - 1] in LETTERS and keys[at + 1] in LETTERS)


@define(eq=False)
class Event:
    """A cue found: its token, its reading, what opens the content, and where the content can start."""

    cue: int
    reading: Reading
    opener: str
    """clause, colon, quote, or the frame of a nominal content (ب إلى على عن من في obj)."""
    gap_end: int
    """First token after what stands between cue and opener (speaker, adjuncts)."""
    content: int
    """First token of the content."""

    @property
    def is_nominal(self) -> bool:
        """Whether the complement is a noun phrase."""
        return self.opener not in SPEECH


class Quotes:
    """Statements and other quotations by the token of their opening mark."""

    def __init__(self, document: Document, quotes: Sequence[Quote]) -> None:
        self.at: dict[int, Quote] = {}
        self.by_content: dict[int, Quote] = {}
        statements: list[tuple[int, int]] = []
        ends, count = document.ends, len(document.words)
        for quote in quotes:
            first = mark = document.token_at(quote.outer.start)
            while first < count and ends[first] <= quote.span.start:
                first += 1
            self.at[mark] = self.by_content[first] = quote
            if quote.is_statement:
                statements.append((first, bisect_right(ends, quote.span.end - 1, first) + 1))
        self.any_said = bool(statements)
        self.statements = SpanIndex([quote for quote in quotes if quote.is_statement])
        self._firsts: list[int] = []
        self._ends: list[int] = []
        reached = 0
        for first, end in sorted(statements):
            if end > reached:
                self._firsts.append(max(first, reached))
                self._ends.append(end)
                reached = end

    def around(self, at: int) -> int | None:
        """The closing mark of the outermost statement that a token stands in."""
        firsts = self._firsts
        if not firsts or at < firsts[0]:
            return None
        end = self._ends[bisect_right(firsts, at) - 1]
        return end if at < end else None

    def any_in(self, first: int, end: int) -> bool:
        """Whether a token of a range stands in a statement."""
        before = bisect_left(self._firsts, end)
        return before > 0 and self._ends[before - 1] > first

    def ending(self, document: Document, mark: int) -> tuple[int, int] | None:
        """The tokens inside the statement whose closing mark is the token."""
        if mark < 1 or "quote" not in document.words[mark].tags:
            return None
        for quote in self.statements.overlapping(Span(document.starts[mark - 1], document.ends[mark - 1])):
            if quote.closed and document.token_at(quote.outer.end - 1) == mark:
                return document.tokens(quote.span)
        return None

    def statement_at(self, position: int) -> Quote | None:
        """The statement whose opening mark is the token."""
        quote = self.at.get(position)
        return quote if quote is not None and quote.is_statement else None
