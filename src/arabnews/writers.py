"""A stream of analyses as text in one of the command line's formats, piece by piece."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final

from arabnews.analysis import Analysis
from arabnews.display.html import head
from arabnews.export.tables import columns

FORMATS: Final = ("text", "json", "jsonl", "csv", "html")


def written(
    analyses: Iterable[Analysis],
    format: str,  # noqa: A002
    layer: str | None,
    *,
    several: bool,
    explained: bool = False,
) -> Iterator[str]:
    """The analyses in a format of `FORMATS`.

    Args:
        layer: for csv, the layer.
        several: write a JSON array, or pages under each other, even if only one comes.
        explained: for text, say of each finding why it is there.
    """
    match format:
        case "json":
            return _json_array(analyses) if several else _each(analyses, _pretty)
        case "jsonl":
            return _each(analyses, _line)
        case "csv":
            return _csv(analyses, layer or "claims")
        case "html":
            return _pages(analyses) if several else _each(analyses, Analysis.to_html)
    return _texts(analyses, explained)


def _each(analyses: Iterable[Analysis], show: Callable[[Analysis], str]) -> Iterator[str]:
    return (show(analysis) for analysis in analyses)


def _texts(analyses: Iterable[Analysis], explained: bool) -> Iterator[str]:
    for number, analysis in enumerate(analyses):
        if number:
            yield f"\n{'─' * 60}\n"
        if analysis.article.id:
            yield f"{analysis.article.id}\n"
        yield _encodable(analysis.to_text())
        for item in (item for found in analysis.layers.values() for item in found if explained):
            yield _encodable(f"\n{analysis.explain(item)}")


def _pretty(analysis: Analysis) -> str:
    return _text(analysis.to_dict(), indent=2) + "\n"


def _line(analysis: Analysis) -> str:
    return _text(analysis.to_dict()) + "\n"


def _text(plain: dict[str, Any], indent: int | None = None) -> str:
    return _encodable(json.dumps(plain, ensure_ascii=False, indent=indent))


def _encodable(text: str) -> str:
    """Lone surrogates have no UTF-8: they become `?`."""
    return text.encode("utf-8", "replace").decode()


def _json_array(analyses: Iterable[Analysis]) -> Iterator[str]:
    opening = "["
    for analysis in analyses:
        yield f"{opening}\n{_text(analysis.to_dict(), indent=2)}"
        opening = ","
    yield "[]\n" if opening == "[" else "\n]\n"


def _csv(analyses: Iterable[Analysis], layer: str) -> Iterator[str]:
    names: list[str] | None = None
    for analysis in analyses:
        for row in analysis.to_records(layer) if analysis.error is None else ():
            if names is None:
                names = list(row)
                yield _row(names)
            yield _row([row.get(name) for name in names])
    if names is None:
        yield _row(list(columns(layer)))


def _row(values: list[Any]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\n").writerow(["; ".join(v) if isinstance(v, list) else v for v in values])
    return buffer.getvalue()


def _pages(analyses: Iterable[Analysis]) -> Iterator[str]:
    yield f'{head("arabnews")}<body class="an-page">\n'
    for analysis in analyses:
        yield analysis._repr_html_() + "<hr>\n"
    yield "</body></html>\n"
