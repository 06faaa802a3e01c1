"""Other libraries on the same text in the same run; each is skipped, saying so, where it is not installed.

They do less than the whole pipeline, or something else: the table tells the order of magnitude, not a winner.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable
from importlib.util import find_spec
from typing import Any

from attrs import frozen

from arabnews.lexicon import Lexicon

PHRASES = 2_000
_OPENERS = ["إن", "أن", "إنه", "أنه", "إنها", "أنها", "بأن", ":", "«", '"', "“"]
Read = Callable[[str], object]


def spacy_rules() -> Read:
    """spaCy `blank("ar")`: sentences, an EntityRuler of 2,000 phrases, a Matcher of twelve cue rules."""
    import spacy
    from spacy.matcher import Matcher

    nlp = spacy.blank("ar")
    nlp.add_pipe("sentencizer")
    lexicon = Lexicon.default()
    forms = [
        form
        for tag in ("organisation", "place_alias", "place")
        for entry in lexicon.entries(tag)
        for form in entry.form.split("|")
    ]
    ruler: Any = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "NAME", "pattern": form} for form in forms[:PHRASES]])
    matcher = Matcher(nlp.vocab)
    # a longer gap costs the Matcher exponentially more: with "{0,25}" it reads some 2,000 words a second
    between: dict[str, Any] = {"TEXT": {"NOT_IN": [".", "؟", "\n"]}, "OP": "{0,12}"}
    for cue in ("قال", "أعلن", "أكد", "أضاف", "أوضح", "ذكر", "نفى", "طالب", "اعتبر", "أشار", "شدد", "كشف"):
        forms = [conjunction + cue + ending for conjunction in ("", "و") for ending in ("", "ت", "وا")]
        matcher.add(cue, [[{"TEXT": {"IN": forms}}, between, {"TEXT": {"IN": _OPENERS}}]], greedy="FIRST")
    return lambda text: matcher(nlp(text))


def dateparser_search() -> Read:
    """`dateparser.search.search_dates` with `languages=["ar"]`."""
    from dateparser.search import search_dates

    return lambda text: search_dates(text, languages=["ar"])


def natasha_facts() -> Read:
    """natasha on Russian: names by its neural tagger, dates and money by its rules. Its morphology needs `setuptools<81`."""
    from natasha import DatesExtractor, Doc, MoneyExtractor, MorphVocab, NewsEmbedding, NewsNERTagger, Segmenter

    vocabulary = MorphVocab()
    segmenter, tagger = Segmenter(), NewsNERTagger(NewsEmbedding())
    dates, money = DatesExtractor(vocabulary), MoneyExtractor(vocabulary)

    def read(text: str) -> object:
        doc = Doc(text)
        doc.segment(segmenter)
        doc.tag_ner(tagger)
        return doc, list(dates(text)), list(money(text))

    return read


@frozen
class Peer:
    """Another library: its package, how to make it ready, and what of our layers does about the same as it does."""

    name: str
    package: str
    make: Callable[[], Read]
    language: str
    words: int
    """How many words are enough to time it."""
    layers: tuple[str, ...]

    def ready(self) -> Read | None:
        """The peer ready to read; None if it is not installed."""
        if find_spec(self.package) is None:
            return None
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return self.make()


PEERS = (
    Peer("spaCy blank(ar), 2,000 phrases, Matcher", "spacy", spacy_rules, "ar", 60_000, ("mentions",)),
    Peer("dateparser.search_dates(ar)", "dateparser", dateparser_search, "ar", 60_000, ("dates",)),
    Peer("natasha NER, dates, money (Russian)", "natasha", natasha_facts, "ru", 3_000, ("mentions", "dates", "numbers")),
)
