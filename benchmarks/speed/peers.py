"""Other libraries on the same text in the same run; each is skipped, saying so, where it is not installed.

They do less than the whole pipeline, or something else: the table tells the order of magnitude, not a winner.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from typing import Any

from arabnews.lexicon import Lexicon

PHRASES = 2_000
_OPENERS = ["إن", "أن", "إنه", "أنه", "إنها", "أنها", "بأن", ":", "«", '"', "“"]
Read = Callable[[str], object]


def spacy_rules() -> Read:
    """spaCy `blank("ar")`, an EntityRuler of 2,000 phrases, a Matcher of ten cue rules."""
    import spacy
    from spacy.matcher import Matcher

    nlp = spacy.blank("ar")
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
    between: dict[str, Any] = {
        "TEXT": {"NOT_IN": [".", "؟", "\n"]},
        "OP": "*",
    }  # a bounded gap costs the Matcher exponentially more
    for cue in ("قال", "أعلن", "أكد", "أضاف", "أوضح", "ذكر", "نفى", "طالب", "اعتبر", "أشار"):
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


PEERS: tuple[tuple[str, str, Callable[[], Read], str, int], ...] = (
    ("spaCy blank(ar), 2,000 phrases, Matcher", "spacy", spacy_rules, "ar", 60_000),
    ("dateparser.search_dates(ar)", "dateparser", dateparser_search, "ar", 12_000),
    ("natasha NER, dates, money (Russian)", "natasha", natasha_facts, "ru", 3_000),
)
"""Name, package, maker, language, and how many words are enough to time it."""


def available() -> Iterator[tuple[str, Read | None, str, int]]:
    """Each peer ready to read, or None in its place."""
    for name, package, make, language, words in PEERS:
        if find_spec(package) is None:
            yield name, None, language, words
            continue
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield name, make(), language, words
