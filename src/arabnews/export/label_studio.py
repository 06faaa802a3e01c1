"""Label Studio, out and in: tasks with predictions that people correct, and what they made of them.

A region carries its label; fields that take one of a few values are choices of the region (`mention_form`), the free ones stand
in its text area `note` as `value=2500; unit=جندي`. Links between regions are relations. `configuration()` is the labelling
interface that goes with it. Offsets are code points; text regions count UTF-16 units in some versions of Label Studio, so what
comes back is read as either, whichever fits the regions' own text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from typing import Any, Final

from attrs import evolve

from arabnews.errors import ArabnewsError, FormatError
from arabnews.export.json import Offset, utf16_offsets
from arabnews.export.marks import LABELS, LINKS, PREFIXES, Mark, choices, note_fields, note_of
from arabnews.model import Annotation, Article
from arabnews.spans import Span

_LABEL, _NOTE, _TEXT = "label", "note", "text"
_ARTICLE: Final = ("published", "title", "outlet", "url", "id")


def task(article: Article, marks: Iterable[Mark], *, model: str, utf16: bool = False) -> dict[str, Any]:
    """An article as a task to import into Label Studio, its marks as a prediction."""
    offset: Offset = utf16_offsets(article.text) if utf16 else int
    data: dict[str, Any] = {"text": article.text}
    for name in _ARTICLE:
        value = getattr(article, name)
        if value is not None:
            data[name] = value if isinstance(value, str) else value.isoformat()
    listed = list(marks)
    result = [item for mark in listed for item in _items(article.text, mark, offset)]
    result += [_relation(mark.id, role, target) for mark in listed for role, target in mark.links]
    return {"data": data, "predictions": [{"model_version": model, "result": result}]}


def _items(text: str, mark: Mark, offset: Offset) -> Iterator[dict[str, Any]]:
    kind, free = LABELS.get(mark.label, Annotation), {}
    for number, span in enumerate(mark.spans):
        place = {"start": offset(span.start), "end": offset(span.end), "text": span.of(text)}
        key = f"{mark.id}.{number}" if number else mark.id
        yield _item(key, _LABEL, "labels", {**place, "labels": [mark.label]})
        if number:
            yield _relation(mark.id, "segment", key)
            continue
        for name, value in mark.fields.items():
            if name in choices(kind):
                yield _item(key, f"{PREFIXES[kind]}_{name}", "choices", {**place, "choices": [value]})
            else:
                free[name] = value
        if free:
            yield _item(key, _NOTE, "textarea", {**place, "text": [note_of(free)]})


def _item(key: str, name: str, kind: str, value: dict[str, Any]) -> dict[str, Any]:
    return {"id": key, "from_name": name, "to_name": _TEXT, "type": kind, "value": value}


def _relation(first: str, role: str, second: str) -> dict[str, Any]:
    return {"type": "relation", "from_id": first, "to_id": second, "direction": "right", "labels": [role]}


def configuration(layers: Sequence[str] = ()) -> str:
    """The labelling interface for these tasks, as Label Studio's XML.

    Args:
        layers: custom layers to label besides the package's.

    Example:
        >>> configuration(["decrees"]).count('<Label value="decrees"')
        1
    """
    labels = "".join(f'    <Label value="{escape(label)}"/>\n' for label in (*LABELS, *layers))
    fields = ""
    for kind, prefix in PREFIXES.items():
        whose = ",".join(label for label, of in LABELS.items() if of is kind)
        for name, values in choices(kind).items():
            options = "".join(f'<Choice value="{escape(value)}"/>' for value in values)
            fields += (
                f'  <Choices name="{prefix}_{name}" toName="{_TEXT}" perRegion="true" choice="single-radio" '
                f'visibleWhen="region-selected" whenTagName="{_LABEL}" whenLabelValue="{whose}">{options}</Choices>\n'
            )
    roles = "".join(f'<Relation value="{role}"/>' for role in (*LINKS, "segment"))
    return (
        f'<View>\n  <Labels name="{_LABEL}" toName="{_TEXT}">\n{labels}  </Labels>\n'
        f'  <View style="direction: rtl; text-align: right"><Text name="{_TEXT}" value="$text"/></View>\n{fields}'
        f'  <TextArea name="{_NOTE}" toName="{_TEXT}" perRegion="true" editable="true" displayMode="region-list"/>\n'
        f"  <Relations>{roles}</Relations>\n</View>\n"
    )


# ---- and back


def read(exported: Mapping[str, Any], file: str | None = None) -> tuple[Article, list[Mark]]:
    """The article and the marks of one task of a Label Studio export (JSON): those of its last annotation that was not
    cancelled, or where nobody annotated, of its last prediction.

    Raises:
        FormatError: naming file and field.
    """
    reader = _Reader(exported, file)
    return reader.article, reader.marks()


class _Reader:
    def __init__(self, exported: Mapping[str, Any], file: str | None) -> None:
        self.file = file
        data = exported.get("data") if isinstance(exported, Mapping) else None
        if not isinstance(data, Mapping) or not isinstance(data.get("text"), str):
            raise self._fault("data.text", 'a task needs {"data": {"text": ...}}; export from Label Studio as JSON, not JSON-MIN')
        self.task = str(exported.get("id", data.get("id", "")))
        try:
            self.article = Article(data["text"], **{name: data.get(name) for name in _ARTICLE})
        except ArabnewsError as error:
            raise self._fault(f"data.{error.fields.get('field')}", str(error)) from None
        done = [item for item in exported.get("annotations") or [] if not item.get("was_cancelled")]
        last = (done or exported.get("predictions") or [{}])[-1]
        self.result: list[Mapping[str, Any]] = list(last.get("result", ()))
        self.offset = self._counting()

    def marks(self) -> list[Mark]:
        """The regions with their choices, notes and relations."""
        marks: dict[str, Mark] = {}
        for item in self._of("labels"):
            for label in item["value"].get("labels", ())[:1]:
                marks[item["id"]] = Mark(item["id"], label, (self._span(item),))
        for item in [*self._of("choices"), *self._of("textarea")]:
            mark = marks.get(item["id"])
            if mark is not None:
                marks[mark.id] = evolve(mark, fields={**mark.fields, **self._fields(item)})
        return _linked(marks, [item for item in self.result if item.get("type") == "relation"], self._fault)

    def _of(self, kind: str) -> list[Mapping[str, Any]]:
        found = [item for item in self.result if item.get("type") == kind]
        for item in found:
            if not isinstance(item.get("id"), str) or not isinstance(item.get("value"), Mapping):
                raise self._fault("result", f"a region needs an id and a value, got {str(item)[:80]}")
        return found

    @staticmethod
    def _fields(item: Mapping[str, Any]) -> dict[str, str]:
        value = item["value"]
        if item["type"] == "choices":
            name = str(item.get("from_name", ""))
            return {name.partition("_")[2] or name: str(choice) for choice in value.get("choices", ())[:1]}
        notes = value.get("text", ())
        return note_fields("; ".join([notes] if isinstance(notes, str) else map(str, notes)))

    def _span(self, item: Mapping[str, Any]) -> Span:
        try:
            start, end = (self.offset[int(item["value"][name])] for name in ("start", "end"))
            return Span(start, end)
        except (KeyError, IndexError, TypeError, ValueError):
            place = {name: item["value"].get(name) for name in ("start", "end")}
            raise self._fault("value", f"region {item['id']!r}: {place} is no stretch of the text") from None

    def _counting(self) -> list[int]:
        """Exported offset -> code point: as it is, or from UTF-16 units, whichever the regions' own text agrees with."""
        text = self.article.text
        plain = list(range(len(text) + 1))
        wide = [at for at, character in enumerate(text) for _ in range(2 if ord(character) > 0xFFFF else 1)] + [len(text)]
        regions = [item["value"] for item in self._of("labels")]
        for offset in (plain, wide):
            if all(self._agrees(value, offset) for value in regions):
                return offset
        odd = next((value for value in regions if not self._agrees(value, plain) and value["end"] < len(plain)), None)
        if odd is None:
            return plain  # what is no stretch of the text is told where its region is read
        raise self._fault("value", f"region {odd.get('text', '')[:40]!r} is not what the text has at {odd.get('start')}")

    def _agrees(self, value: Mapping[str, Any], offset: Sequence[int]) -> bool:
        start, end, own = value.get("start"), value.get("end"), value.get("text")
        if not isinstance(own, str) or not isinstance(start, int) or not isinstance(end, int):
            return True  # nothing to compare
        if end >= len(offset):
            return False
        said = "".join(self.article.text[offset[start] : offset[end]].split())
        return said in ("".join(own.split()), "".join(own.replace("\\n", "").split()))  # the tool writes a line break as `\\n`

    def _fault(self, field: str, message: str) -> FormatError:
        where = f"{self.file or 'Label Studio'}, task {getattr(self, 'task', '') or '?'}"
        return FormatError(f"{where}: {message}", file=self.file, line=None, field=field)


def _linked(marks: dict[str, Mark], relations: Iterable[Mapping[str, Any]], fault: Any) -> list[Mark]:
    """The marks with their relations; segments of one claim become one mark."""
    parts: dict[str, str] = {}
    for item in relations:
        first, second = str(item.get("from_id")), str(item.get("to_id"))
        role = (item.get("labels") or [""])[0]
        for end in (first, second):
            if end not in marks:
                raise fault("relation", f"a relation {role!r} leads from {first!r} to {second!r}, but there is no region {end!r}")
        if role == "segment":
            parts[second] = first
        elif role in LINKS:
            marks[first] = evolve(marks[first], links=(*marks[first].links, (role, second)))
        else:
            raise fault("relation", f"a relation is one of {', '.join((*LINKS, 'segment'))}; got {role!r} at {first!r}")
    for part, whole in parts.items():
        marks[whole] = evolve(marks[whole], spans=tuple(sorted((*marks[whole].spans, *marks[part].spans))))
    return [mark for key, mark in marks.items() if key not in parts]
