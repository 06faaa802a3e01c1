"""Every deliberate exception of arabnews.

Each error says what is wrong, where, what was given and how to mend it. `ArabnewsError` is the root; each
leaf also subclasses the built-in that it specialises, so that callers may catch either. All carry their
fields as attributes and survive pickling.
"""

from __future__ import annotations

from typing import Any


class ArabnewsError(Exception):
    """Root of every exception that arabnews raises on purpose.

    Example:
        >>> import arabnews
        >>> try:
        ...     arabnews.Span(5, 2)
        ... except arabnews.ArabnewsError as error:
        ...     print(type(error).__name__, isinstance(error, ValueError))
        SpanError True
    """

    def __init__(self, message: str, **fields: Any) -> None:
        super().__init__(message)
        self.message = message
        self.fields = fields
        for name, value in fields.items():
            setattr(self, name, value)

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuild, (type(self), self.message, self.fields)

    def __str__(self) -> str:
        return self.message


def _rebuild(kind: type[ArabnewsError], message: str, fields: dict[str, Any]) -> ArabnewsError:
    return kind(message, **fields)


class ArticleError(ArabnewsError, ValueError):
    """An article's field is not what it must be: `field` and `got` tell which and what.

    Example:
        >>> import arabnews
        >>> try:
        ...     arabnews.Article("نص", published="soon")
        ... except arabnews.ArticleError as error:
        ...     print(error.field, error.got)
        published soon
    """


class SpanError(ArabnewsError, ValueError):
    """A span whose start and end are no half-open range.

    Example:
        >>> import arabnews
        >>> try:
        ...     arabnews.Span(5, 2)
        ... except arabnews.SpanError as error:
        ...     print(error.start, error.end)
        5 2
    """


class LexiconError(ArabnewsError, ValueError):
    """A fault in lexicon data: `file`, `line` and `field` tell where.

    Example:
        >>> import arabnews
        >>> try:
        ...     arabnews.Lexicon.default().adding([arabnews.Entry("", "title")])
        ... except arabnews.LexiconError as error:
        ...     print(error.field)
        form
    """


class PipelineError(ArabnewsError, ValueError):
    """A pipeline that cannot be built: a missing, circular or doubled layer, an unknown extractor.

    Example:
        >>> import arabnews
        >>> try:
        ...     arabnews.Pipeline().without("poems")
        ... except arabnews.PipelineError as error:
        ...     print(isinstance(error, ValueError))
        True
    """


class UnknownLayerError(ArabnewsError, LookupError):
    """A layer was asked for that the analysis does not have: `layer` and `known` tell which.

    Example:
        >>> import arabnews
        >>> try:
        ...     arabnews.analyze("نص")["poems"]
        ... except arabnews.UnknownLayerError as error:
        ...     print(error.layer)
        poems
    """


class PatternError(ArabnewsError, ValueError):
    """A user's pattern that does not compile, or that matches nothing but the empty string.

    Example:
        >>> import arabnews
        >>> try:
        ...     arabnews.PatternExtractor("decrees", "(")
        ... except arabnews.PatternError as error:
        ...     print(isinstance(error, ValueError))
        True
    """


class ExtractorError(ArabnewsError, RuntimeError):
    """An extractor raised or broke a rule: `extractor` and `article_id` tell which, `__cause__` why.

    Example:
        >>> import arabnews
        >>> @arabnews.extractor(layer="shouts")
        ... def shouts(document, layers):
        ...     raise KeyError("x")
        ...     yield
        >>> try:
        ...     arabnews.Pipeline().adding(shouts).analyze("نص")
        ... except arabnews.ExtractorError as error:
        ...     print(error.extractor, type(error.__cause__).__name__)
        shouts KeyError
    """


class FormatError(ArabnewsError, ValueError):
    """Data that cannot be read as the format it should be in: `file`, `line` and `field` tell where (None where unknown).

    Example:
        >>> import arabnews
        >>> from arabnews.analysis import Analysis
        >>> try:
        ...     Analysis.from_brat(arabnews.Article("نص"), "T1 ?")
        ... except arabnews.FormatError as error:
        ...     print(error.line)
        1
    """


class MissingExtraError(ArabnewsError, ImportError):
    """An optional package is needed for what was asked: `extra` names the one to install.

    Example:
        >>> import arabnews
        >>> try:
        ...     raise arabnews.MissingExtraError("pandas is needed", extra="pandas")
        ... except arabnews.MissingExtraError as error:
        ...     print(error.extra)
        pandas
    """
