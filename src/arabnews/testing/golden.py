"""One-line golden examples.

A golden line is a sentence with its findings in Markdown's link notation, `[span](field=value ...)`:

    وصل [نحو 2500 جندي](value=2500 mod=approx unit=جندي) إلى المدينة

`layer=` picks another layer than the one asked for; a value with spaces is written with `_`; `none` is None. A publication
date may stand at the end as ` @2021-12-10`. Every finding that is marked must be there with these fields; a line without any
mark says that the layer finds nothing in it.
"""

from __future__ import annotations

import re
from typing import Any, Final

from attrs import frozen

from arabnews.errors import FormatError
from arabnews.model import Article
from arabnews.pipeline import Pipeline, default

_MARKED: Final = re.compile(r"\[([^\[\]]*)\]\(([^()]*)\)")
_PUBLISHED: Final = re.compile(r"\s@(\d{4}-\d\d-\d\d)\s*$")


@frozen
class Golden:
    """A parsed golden line: the plain text, its day of publication, and the findings that must be there."""

    text: str
    published: str | None
    expected: tuple[tuple[int, int, dict[str, str]], ...]


def parse_golden(line: str) -> Golden:
    """Read one golden line.

    Raises:
        FormatError: if something in round brackets is not `field=value`.

    Example:
        >>> golden = parse_golden("وصل [12 جنديا](value=12) أمس @2021-12-10")
        >>> golden.text, golden.published, golden.expected
        ('وصل 12 جنديا أمس', '2021-12-10', ((4, 12, {'value': '12'}),))
    """
    published = _PUBLISHED.search(line)
    line = (line[: published.start()] if published else line).strip()
    text, expected, at = "", [], 0
    for match in _MARKED.finditer(line):
        text += line[at : match.start()]
        fields = _fields(match[2], line)
        expected.append((len(text), len(text) + len(match[1]), fields))
        text += match[1]
        at = match.end()
    return Golden(text + line[at:], published[1] if published else None, tuple(expected))


def _fields(written: str, line: str) -> dict[str, str]:
    pairs = [pair.partition("=") for pair in written.split()]
    for name, equals, _ in pairs:
        if not (name and equals):
            raise FormatError(
                f"golden line {line!r}: {name!r} in ({written}) is not field=value; a space in a value is written _",
                file=None,
                line=None,
                field=name,
            )
    return {name: value for name, _, value in pairs}


def golden_faults(line: str, layer: str, pipeline: Pipeline | None = None) -> list[str]:
    """What a golden line demands and the pipeline does not give; empty if all is well.

    Example:
        >>> golden_faults("قال إن «[الأسعار مستقرة في كل مكان](is_statement=True)» اليوم", "quotes")
        []
    """
    golden = parse_golden(line)
    analysis = (pipeline or default()).analyze(Article(golden.text, published=golden.published))
    faults = []
    for start, end, fields in golden.expected:
        wanted = {name: value.replace("_", " ") for name, value in fields.items() if name != "layer"}
        found = [a for a in analysis[fields.get("layer", layer)] if (a.span.start, a.span.end) == (start, end)]
        if not any(all(_shown(a, name) == value for name, value in wanted.items()) for a in found):
            have = [{name: _shown(a, name) for name in wanted} for a in found]
            near = [f"{a.text!r}" for a in analysis[fields.get("layer", layer)]]
            got = have or f"no such span, only {', '.join(near) or 'nothing'}"
            faults.append(f"{golden.text[start:end]!r} {wanted}: got {got}")
    if not golden.expected and analysis[layer]:
        faults.append(f"nothing expected in {golden.text!r}, got {[a.text for a in analysis[layer]]}")
    return faults


def _shown(annotation: Any, name: str) -> str:
    value: Any = annotation
    for part in name.split("."):
        value = getattr(value, part, None)
        if value is None:
            return "none"
    return str(getattr(value, "text", value)).replace("_", " ")
