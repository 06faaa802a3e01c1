"""arabnews: Arabic news text into facts a program can use: who said what, how many of what, and when.

Example:
    >>> import arabnews
    >>> analysis = arabnews.analyze("قالت وزارة الصحة إن 12 شخصا أصيبوا.", published="2021-12-10")
    >>> len(analysis.article.text)
    35
"""

from typing import TYPE_CHECKING

from arabnews.analysis import Analysis, to_arrow, to_frame, to_records
from arabnews.errors import (
    ArabnewsError,
    ArticleError,
    ExtractorError,
    FormatError,
    LexiconError,
    MissingExtraError,
    PatternError,
    PipelineError,
    SpanError,
    UnknownLayerError,
)
from arabnews.extractors.base import Extractor, Layers, PatternExtractor, PatternMatch, extractor
from arabnews.model import (
    Annotation,
    Article,
    Calendar,
    Claim,
    ClaimKind,
    Cue,
    DateExpression,
    DateMod,
    DateType,
    Dimension,
    Entity,
    Factuality,
    Mention,
    MentionForm,
    MentionKind,
    NumberForm,
    NumberMod,
    NumericFact,
    Polarity,
    Quote,
    Resolution,
    Stance,
)
from arabnews.spans import Span, longest_first

if TYPE_CHECKING:
    from arabnews.document import Document, Hit
    from arabnews.evaluation import Evaluation, evaluate
    from arabnews.explain import Explanation
    from arabnews.lexicon import Entry, Lexicon, Reading, Word
    from arabnews.pipeline import Pipeline, analyze

__version__ = "0.1.0"

__all__ = [
    "Analysis",
    "Annotation",
    "ArabnewsError",
    "Article",
    "ArticleError",
    "Calendar",
    "Claim",
    "ClaimKind",
    "Cue",
    "DateExpression",
    "DateMod",
    "DateType",
    "Dimension",
    "Document",
    "Entity",
    "Entry",
    "Evaluation",
    "Explanation",
    "Extractor",
    "ExtractorError",
    "Factuality",
    "FormatError",
    "Hit",
    "Layers",
    "Lexicon",
    "LexiconError",
    "Mention",
    "MentionForm",
    "MentionKind",
    "MissingExtraError",
    "NumberForm",
    "NumberMod",
    "NumericFact",
    "PatternError",
    "PatternExtractor",
    "PatternMatch",
    "Pipeline",
    "PipelineError",
    "Polarity",
    "Quote",
    "Reading",
    "Resolution",
    "Span",
    "SpanError",
    "Stance",
    "UnknownLayerError",
    "Word",
    "analyze",
    "evaluate",
    "extractor",
    "longest_first",
    "to_arrow",
    "to_frame",
    "to_records",
]

_LATE = {
    "Document": "document",
    "Entry": "lexicon",
    "Evaluation": "evaluation",
    "Explanation": "explain",
    "Hit": "document",
    "Lexicon": "lexicon",
    "Pipeline": "pipeline",
    "Reading": "lexicon",
    "Word": "lexicon",
    "analyze": "pipeline",
    "evaluate": "evaluation",
}
"""Public names by the module that they are imported from when they are first asked for: who only needs the classes of findings
has them sooner."""
_MODULES = frozenset({"document", "evaluation", "explain", "lexicon", "pipeline", "testing"})
"""Modules that need no import of their own: `arabnews.testing.check_extractor`."""


if not TYPE_CHECKING:  # a checker would take any name for one of this function's

    def __getattr__(name: str) -> object:
        from importlib import import_module

        if name in _MODULES:
            return import_module(f"{__name__}.{name}")
        if name not in _LATE:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        found = globals()[name] = getattr(import_module(f"{__name__}.{_LATE[name]}"), name)
        return found


def __dir__() -> list[str]:
    """The public names, and no rooms of the house."""
    return [*__all__, "__version__"]
