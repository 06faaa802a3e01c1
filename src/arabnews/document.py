"""`Document`: an article, read. Token columns, sentences, quotation pairs and lexicon hits by tag, made once for all rules.

Tokens are columns (`words`, `keys`, `starts`, `ends`), not objects; rules start from the positions of a tag and look left
and right.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence, Set
from functools import partial, wraps
from itertools import accumulate, chain, compress
from operator import attrgetter
from typing import Any, Final, TypeVar

from attrs import define

from arabnews.lexicon.entries import PHRASE_START, Node, Reading, Word
from arabnews.lexicon.lexicon import FIELDS, Lexicon
from arabnews.model import Annotation, Article
from arabnews.spans import Span
from arabnews.text.characters import CLOSING_MARKS, TERMINAL_VARIANTS
from arabnews.text.quotation import Pair, pair
from arabnews.text.sentences import TokenRange, paragraphs, sentences
from arabnews.text.tokens import OTHER

A = TypeVar("A", bound=Annotation)
T = TypeVar("T")
_BEYOND: Final = 64
"""How far beyond a document's ends rules may look. What a list has behind its last token stands at negative positions too."""
_FEW: Final = 2
"""Keys up to which looking for one after the other is faster than looking at every token."""
_LONG: Final = 20_000
"""Tokens beyond which offsets are packed: a list finds them faster, and takes ten times the memory."""
_NO_KEYS: Final = ("",) * _BEYOND
_NO_WORDS: Final = (Word("", "", OTHER),) * _BEYOND
_CLOSERS: Final = frozenset(CLOSING_MARKS) | {'"', "″", ")", "]", "''"}


@define(eq=False)
class Hit:
    """A lexicon entry found at the half-open token range `[first, end)`. Shared by all rules: not to be changed.

    Example:
        >>> from arabnews import Article, Document, Lexicon
        >>> document = Document(Article("وصلت خمس سفن."), Lexicon.default())
        >>> hit = document.hits("number")[0]
        >>> hit.first, hit.end, hit.reading.entry.form
        (1, 2, 'خمسة|خمس')
    """

    first: int
    end: int
    reading: Reading


class Document:
    """An article with its tokens and what the lexicon knows of them. Immutable to its readers.

    Attributes:
        article: the article.
        text: the article's text.
        lexicon: the lexicon it was read with.
        words: the shared `Word` of each token.
        keys: the key of each token.
        starts, ends: code point offsets of each token.
        padded_keys, padded_words: `keys` and `words` with empty tokens behind the last one, for rules that look at a token's
            neighbours: from 64 before the document to 63 behind it stand tokens without key, tags and readings.
        paragraphs: token ranges between line breaks.
        sentences: token ranges of sentences; none ends inside quotation marks.
        sentence_bounds: for each token the range of its sentence, padded likewise with the first and the last one.
        pairs: pairs of quotation marks, by token index, in the order of their opening marks.
        closing: opening mark -> closing mark, for the pairs that close.
        token_at: the token that covers a code point offset, or the next one after it (`len(document)` past the last).
        cache: what rules have read once and may need again, under keys of their own.

    Example:
        >>> from arabnews import Article, Document, Lexicon
        >>> document = Document(Article("وصلت خمس سفن."), Lexicon.default())
        >>> len(document), document.keys[0], document.slice(1, 3), document.span(1, 3)
        (4, 'وصلت', 'خمس سفن', Span(start=5, end=12))
    """

    __slots__ = (  # rules ask for columns at every token: slots are the attributes that are found fastest
        "_hits",
        "_paragraph_starts",
        "_phrases",
        "_phrases_by_end",
        "_phrases_by_tag",
        "_positions",
        "_sentence_starts",
        "_vocabulary",
        "article",
        "cache",
        "closing",
        "ends",
        "keys",
        "lexicon",
        "padded_keys",
        "padded_words",
        "pairs",
        "paragraphs",
        "sentence_bounds",
        "sentences",
        "starts",
        "text",
        "token_at",
        "words",
    )

    def __init__(self, article: Article, lexicon: Lexicon) -> None:
        self.article, self.text, self.lexicon = article, article.text, lexicon
        read: list[Any] = []
        any(map(read.extend, map(lexicon.memo.__getitem__, self.text.split(" "))))  # a loop in C: `extend` gives None
        words, keys, anchors = read[0::FIELDS], read[1::FIELDS], read[2::FIELDS]
        steps = [0] * (2 * len(words))  # each token's gap and its length: by turns, one sum over both gives its start and its end
        steps[0::2], steps[1::2] = read[3::FIELDS], read[4::FIELDS]
        del read
        steps = list(accumulate(steps, initial=-1))
        starts, ends = steps[1::2], steps[2::2]
        vocabulary = frozenset(keys)
        if "" in vocabulary:  # what stands between words and is none: more than one space
            vocabulary -= {""}
            words, anchors, starts, ends = (list(compress(column, keys)) for column in (words, anchors, starts, ends))
            keys = list(compress(keys, keys))
        self._vocabulary = vocabulary
        self.words: list[Word] = words
        self.keys: list[str] = keys
        long = len(words) > _LONG
        self.starts: Sequence[int] = array("i", starts) if long else starts
        self.ends: Sequence[int] = array("i", ends) if long else ends
        self.padded_keys: list[str] = [*keys, *_NO_KEYS]
        self.padded_words: list[Word] = [*words, *_NO_WORDS]
        self.token_at: Callable[[int], int] = partial(bisect_right, self.ends)
        self._positions = _by_tag(anchors, lexicon.anchors)
        self._hits: dict[str, tuple[Hit, ...]] = {}
        self.cache: dict[object, Any] = {}
        self._phrases = self._find_phrases()
        self._phrases_by_tag: dict[str, list[Hit]] = {}
        self._phrases_by_end: dict[int, list[Hit]] = {}  # earlier starts come first, so the longest does
        for hit in chain.from_iterable(self._phrases.values()):
            self._phrases_by_tag.setdefault(hit.reading.tag, []).append(hit)
            self._phrases_by_end.setdefault(hit.end, []).append(hit)
        self.paragraphs: list[TokenRange] = paragraphs(len(words), self.at("break"))
        self._paragraph_starts = [first for first, _ in self.paragraphs]
        self.pairs: list[Pair] = pair(self.at("quote"), self.at("break"), self.padded_keys, self.starts, self.ends, self.text)
        self.closing = {opening: close for opening, close, _ in self.pairs if close is not None}
        self.sentences: list[TokenRange] = self._sentences()
        self._sentence_starts = [first for first, _ in self.sentences]
        self.sentence_bounds: list[TokenRange] = self._bounds()

    def __len__(self) -> int:
        return len(self.words)

    def __repr__(self) -> str:
        return f"<Document of {len(self)} tokens: {self.article!r}>"

    # ---- lexicon hits

    def at(self, tag: str) -> list[int]:
        """Positions of the tokens with a single-word reading of this tag, ascending.

        Marks carry tags too: `quote`, `stop`, `break`, `bracket`; figures carry `figure`.
        """
        found = self._positions.get(tag)
        return self._searched(tag) if found is None else found

    def anchored(self, tags: Iterable[str]) -> set[int]:
        """Positions of the tokens with a single-word reading of one of some tags, none of which is in `BULK`."""
        return set().union(*filter(None, map(self._positions.get, tags)))

    def hits(self, tag: str) -> tuple[Hit, ...]:
        """Every hit of a tag, single words and phrases, longest first where they overlap, in text order."""
        found = self._hits.get(tag)
        if found is None:
            found = self._hits[tag] = tuple(self._longest(tag))
        return found

    def tags_at(self, position: int) -> frozenset[str]:
        """The tags of every hit that starts at a token, single words and phrases."""
        tags = self.padded_words[position].tags
        if position in self._phrases:
            tags |= {hit.reading.entry.tag for hit in self._phrases[position]}
        return tags

    def hit_at(self, position: int, tag: str) -> Hit | None:
        """The longest hit of a tag that starts at a token."""
        if position in self._phrases:
            for hit in self._phrases[position]:
                if hit.reading.tag == tag:
                    return hit
        word = self.padded_words[position]
        if tag not in word.tags:
            return None
        reading = word.get(tag)
        return Hit(position, position + 1, reading) if reading is not None else None

    def hit_ending(self, end: int, tag: str) -> Hit | None:
        """The longest hit of a tag that ends before token `end`."""
        if end in self._phrases_by_end:
            for hit in self._phrases_by_end[end]:
                if hit.reading.tag == tag:
                    return hit
        word = self.padded_words[end - 1]
        if tag not in word.tags:
            return None
        reading = word.get(tag)
        return Hit(end - 1, end, reading) if reading is not None else None

    def phrases(self, tag: str) -> list[Hit]:
        """Every multiword hit of a tag, in text order, the longest first at each start."""
        return self._phrases_by_tag.get(tag, [])

    def phrases_of(self, tags: Set[str]) -> Iterable[Hit]:
        """Every multiword hit of some tags."""
        by_tag = self._phrases_by_tag
        return chain.from_iterable(map(by_tag.__getitem__, filter(tags.__contains__, by_tag)))

    def phrases_at(self, position: int) -> list[Hit]:
        """Every multiword hit that starts at a token, the longest first."""
        return self._phrases.get(position, [])

    def _searched(self, tag: str) -> list[int]:
        found = self._positions[tag] = [position for position, word in enumerate(self.words) if tag in word.tags]
        return found

    def _longest(self, tag: str) -> list[Hit]:
        found: list[Hit] = []
        words, positions, new = self.words, self.at(tag), object.__new__
        phrases = self._phrases_by_tag.get(tag)
        if phrases is not None:
            covered: set[int] = set()
            reached = 0
            for hit in phrases:
                if hit.first >= reached:  # of those that start together, the first is the longest
                    found.append(hit)
                    reached = hit.end
                    covered.update(range(hit.first, reached))
            positions = [at for at in positions if at not in covered]
        for at in positions:
            get = words[at].get
            if (reading := get(tag)) is not None:
                hit = new(Hit)  # eighty an article: filled in here, in a third of what the call costs
                hit.first, hit.end, hit.reading = at, at + 1, reading
                found.append(hit)
        if phrases is not None:
            found.sort(key=_hit_first)
        return found

    def _find_phrases(self) -> dict[int, list[Hit]]:
        """Multiword hits by their first token, the longest first."""
        found: dict[int, list[Hit]] = {}
        words, following_keys, second_keys = self.words, [*self.keys[1:], ""], self.lexicon.second_keys
        for position in self.at(PHRASE_START):
            following = following_keys[position]
            if following not in second_keys:
                continue
            for proclitics, node in words[position].starts:
                here = node.get(following)
                if here is None and (other := TERMINAL_VARIANTS.get(following[-1])) is not None:
                    here = node.get(following[:-1] + other)  # `_variant`, spelt out: it is asked nine times an article
                if here is not None and (hits := self._phrases_behind(position, here, proclitics)):  # a leaf is empty: false
                    found[position] = found[position] + hits if position in found else hits
        for hits in found.values():
            if len(hits) > 1:
                hits.sort(key=_hit_end, reverse=True)
        return found

    def _phrases_behind(self, position: int, here: Node | None, proclitics: str) -> list[Hit]:
        """The multiword hits that start at a token and whose first two words lead to a node."""
        found: list[Hit] = []
        keys, end = self.keys, position + 2
        while here is not None:
            if here.ends:
                for reading in self.lexicon.phrases(here, proclitics):
                    hit = object.__new__(Hit)
                    hit.first, hit.end, hit.reading = position, end, reading
                    found.append(hit)
            if not here or end == len(keys):
                break
            child = here.get(keys[end])
            here = _variant(here, keys[end]) if child is None else child
            end += 1
        return found

    def holds(self, keys: Set[str]) -> bool:
        """Whether a token has one of these keys."""
        return not keys.isdisjoint(self._vocabulary)

    def where(self, keys: Set[str], among: Sequence[int] | None = None) -> Iterable[int]:
        """Positions of the tokens with one of these keys, ascending; `among` some tokens, if others need not be looked at."""
        if keys.isdisjoint(self._vocabulary):
            return ()
        if among is not None:
            return compress(among, map(keys.__contains__, map(self.keys.__getitem__, among)))
        present = self._vocabulary & keys
        if len(present) > _FEW:
            return compress(_counted(self.keys), map(present.__contains__, self.keys))
        return sorted(chain.from_iterable(map(self._positions_of, present)))

    def _positions_of(self, key: str) -> list[int]:
        found: list[int] = []
        at, index = -1, self.keys.index
        try:
            while True:
                at = index(key, at + 1)
                found.append(at)
        except ValueError:
            return found

    # ---- stretches of text

    def span(self, first: int, end: int) -> Span:
        """The span of the token range `[first, end)`."""
        return Span(self.starts[first], self.ends[end - 1])

    def slice(self, first: int, end: int) -> str:
        """The text of the token range `[first, end)`."""
        return self.text[self.starts[first] : self.ends[end - 1]]

    def annotation(self, kind: type[A], first: int, end: int, /, **fields: Any) -> A:
        """An annotation of the given class over the token range `[first, end)`."""
        start, stop = self.starts[first], self.ends[end - 1]
        return kind(Span(start, stop), self.text[start:stop], **fields)

    def tokens(self, span: Span) -> TokenRange:
        """The token range that covers a span."""
        ends = self.ends
        return bisect_right(ends, span.start), bisect_right(ends, span.end - 1) + 1

    # ---- structure

    def _sentences(self) -> list[TokenRange]:
        stops, starts, ends, words = self.at("stop"), self.starts, self.ends, self.words
        last = len(words) - 1
        spaced = {position for position in stops if position == last or starts[position + 1] > ends[position]}
        return sentences(self.keys, lambda position: words[position].kind, self.at("break"), stops, spaced, self.pairs, _CLOSERS)

    def _bounds(self) -> list[TokenRange]:
        count = len(self.words)
        bounds: list[TokenRange] = []
        for sentence, following in zip(self.sentences, [*self._sentence_starts[1:], count + _BEYOND], strict=False):
            bounds += [sentence] * (following - len(bounds))
        bounds = bounds or [(0, count)] * (count + _BEYOND)
        bounds += bounds[:1] * _BEYOND
        return bounds

    def sentence_at(self, position: int) -> int:
        """The index of the sentence that holds a token (for a break, of the sentence before it; -1 if there is none)."""
        return bisect_right(self._sentence_starts, position) - 1

    def paragraph_at(self, position: int) -> int:
        """The index of the paragraph that holds a token."""
        return bisect_right(self._paragraph_starts, position) - 1


def remembered(read: Callable[[Document, int], T]) -> Callable[[Document, int], T]:
    """For a reader that several rules ask of the same token: each token of a document is read once."""

    @wraps(read)
    def remembering(document: Document, at: int) -> T:
        known: dict[int, T] | None = document.cache.get(read)
        if known is None:
            known = document.cache[read] = {}
        if at not in known:
            known[at] = read(document, at)
        return known[at]

    return remembering


def _variant(node: Node, key: str) -> Node | None:
    """The child of a node by the other spelling of a key's last letter."""
    other = TERMINAL_VARIANTS.get(key[-1])
    return node.get(key[:-1] + other) if other is not None else None


def _counted(column: Sequence[object]) -> Sequence[int]:
    """Positions of a column, and perhaps more behind them: those of most articles need not be made anew."""
    return _POSITIONS if len(column) <= len(_POSITIONS) else range(len(column))


_POSITIONS: Final = tuple(range(4096))
_hit_first: Final = attrgetter("first")
_hit_end: Final = attrgetter("end")


def _by_tag(anchors: list[tuple[str, ...]], tags: Set[str]) -> dict[str, list[int]]:
    """Positions by tag; most words have no tag from which a rule starts."""
    by_tag: dict[str, list[int]] = {tag: [] for tag in tags}
    for position in compress(_counted(anchors), anchors):
        for tag in anchors[position]:
            by_tag[tag].append(position)
    return by_tag
