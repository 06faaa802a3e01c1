"""brat standoff, out and in: text-bound annotations, attributes, relations, notes (https://brat.nlplab.org/standoff.html).

Beside `article.txt`, which holds the article's text as it is, stands `article.ann`. Fields that take one of a few values are
attributes (`mention_form`, `claim_stance`); amounts, dates and other free values stand in the annotator's note as
`value=2500; unit=جندي`, where people can correct them. A `%` in a note stands as `%25`, a `;` as `%3B`. Offsets are code points.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from attrs import evolve

from arabnews.errors import FormatError
from arabnews.export.marks import LABELS, LINKS, PREFIXES, Mark, choices, note_fields, note_of
from arabnews.model import Annotation, MentionKind
from arabnews.spans import Span

_BREAKS: Final = re.compile(r"[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_STRETCH: Final = re.compile(r"\d+ \d+(?:;\d+ \d+)*\Z")


def standoff(text: str, marks: Iterable[Mark]) -> str:
    """Marks as the lines of an `.ann` file."""
    return "".join(f"{line}\n" for line in _lines(text, list(marks)))


def _lines(text: str, marks: list[Mark]) -> Iterator[str]:
    attributes = relations = notes = 0
    for mark in marks:
        if mark.spans:
            pieces = [piece for span in mark.spans for piece in _without_breaks(text, span)]
            places = ";".join(f"{piece.start} {piece.end}" for piece in pieces)
            yield f"{mark.id}\t{mark.label} {places}\t{' '.join(piece.of(text) for piece in pieces)}"
    for mark in marks:
        free = {}
        kind = LABELS.get(mark.label, Annotation)
        for name, value in mark.fields.items():
            if name in choices(kind):
                attributes += 1
                yield f"A{attributes}\t{PREFIXES[kind]}_{name} {mark.id} {value}"
            else:
                free[name] = value
        if free:
            notes += 1
            yield f"#{notes}\tAnnotatorNotes {mark.id}\t{note_of(free)}"
    for mark in marks:
        for role, target in mark.links:
            relations += 1
            yield f"R{relations}\t{role} Arg1:{mark.id} Arg2:{target}"


def _without_breaks(text: str, span: Span) -> list[Span]:
    """A stretch without its line breaks: brat writes one annotation a line, in pieces where it must."""
    edges = [span.start]
    for found in _BREAKS.finditer(text, span.start, span.end):
        edges += found.span()
    edges.append(span.end)
    return [Span(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if a < b]


def configuration() -> dict[str, str]:
    """The `annotation.conf` and `visual.conf` with which brat opens these files, by file name.

    Example:
        >>> sorted(configuration())
        ['annotation.conf', 'visual.conf']
    """
    mentions = "|".join([*MentionKind, "Speaker"])
    entities = "\n".join(LABELS)
    ends = {
        "source": mentions,
        "speaker": mentions,
        "cue": "Cue",
        "medium": "Medium",
        "addressee": "Addressee",
        "uttered": "Date",
    }
    relations = "".join(f"{role}\tArg1:Claim, Arg2:{target}\n" for role, target in ends.items())
    attributes = "".join(
        f"{prefix}_{name}\tArg:{mentions if prefix == 'mention' else label}, Value:{'|'.join(values)}\n"
        for kind, prefix in PREFIXES.items()
        for label in [next(label for label, of in LABELS.items() if of is kind)]
        for name, values in choices(kind).items()
    )
    same = f"same\tArg1:{mentions}, Arg2:{mentions}\n"
    return {
        "annotation.conf": f"[entities]\n{entities}\n\n[relations]\n{relations}{same}<OVERLAP>\tArg1:<ANY>, Arg2:<ANY>, "
        f"<OVL-TYPE>:<ANY>\n\n[events]\n\n[attributes]\n{attributes}",
        "visual.conf": "[labels]\n\n[drawing]\nSPAN_DEFAULT\tfgColor:black, bgColor:lightgreen, borderColor:darken\n",
    }


# ---- and back


def marks_of(text: str, lines: str, file: str | None = None) -> list[Mark]:
    """The marks in an `.ann` file.

    Args:
        text: the article's text, against which each line's own text is checked.
        lines: the file's content.
        file: its name, for errors.

    Raises:
        FormatError: naming file, line and field.
    """
    return _Reader(text, file).read(lines)


class _Reader:
    def __init__(self, text: str, file: str | None) -> None:
        self.text, self.file, self.line = text, file, 0
        self.marks: dict[str, Mark] = {}

    def read(self, lines: str) -> list[Mark]:
        later: list[tuple[int, str, str]] = []
        for self.line, line in enumerate(lines.split("\n"), 1):
            head, _, rest = line.removesuffix("\r").partition("\t")
            if not head.strip():
                continue
            if head[0] == "T":
                self._bound(head, rest)
            elif head[0] in "ARM#*":
                later.append((self.line, head, rest))
            else:
                raise self._fault("id", f"{head[:20]!r} is no id of a mark, an attribute, a relation or a note")
        for self.line, head, rest in later:
            match head[0]:
                case "A" | "M":
                    self._attribute(rest)
                case "R":
                    self._relation(rest)
                case "*":
                    self._equivalence(rest)
                case "#":
                    self._note(rest)
        return list(self.marks.values())

    def _bound(self, key: str, rest: str) -> None:
        described, _, own = rest.partition("\t")
        label, _, places = described.partition(" ")
        if not _STRETCH.match(places):
            raise self._fault("span", f"{places!r} is no stretch; it should be as in `{key}<TAB>PER 0 5<TAB>text`")
        pairs = [tuple(map(int, place.split(" "))) for place in places.split(";")]
        for start, end in pairs:
            if not start < end <= len(self.text):
                raise self._fault("span", f"{start} to {end} is no stretch of a text of {len(self.text)} characters")
        pieces = [Span(start, end) for start, end in pairs]
        covered = " ".join(piece.of(self.text) for piece in pieces)
        if _plain(own) != _plain(covered):
            raise self._fault("text", f"the line says {own[:40]!r}, the article has {covered[:40]!r} there; is it the same text?")
        if key in self.marks:
            raise self._fault("id", f"a second mark {key}")
        self.marks[key] = Mark(key, label, tuple(_joined(self.text, pieces)))

    def _attribute(self, rest: str) -> None:
        parts = rest.split()
        if len(parts) not in (2, 3):
            raise self._fault("attribute", f"{rest!r} should be a name, a mark and a value, as in `claim_stance T4 deny`")
        name, key, value = (*parts, "yes")[:3]
        self._set(key, {name.partition("_")[2] or name: value})

    def _relation(self, rest: str) -> None:
        parts = rest.split()
        ends = dict(part.split(":", 1) for part in parts[1:] if ":" in part)
        if len(ends) != 2 or parts[0] not in LINKS:
            raise self._fault("relation", f"{rest!r} should be as `source Arg1:T4 Arg2:T1`; roles are {', '.join(LINKS)}")
        first, second = ends.values()
        self._known(second)
        mark = self._known(first)
        self.marks[first] = evolve(mark, links=(*mark.links, (parts[0], second)))

    def _equivalence(self, rest: str) -> None:
        first, *others = rest.split()[1:]
        for other in others:
            mark = self._known(other)
            self._known(first)
            self.marks[other] = evolve(mark, links=(*mark.links, ("same", first)))

    def _note(self, rest: str) -> None:
        described, _, note = rest.partition("\t")
        _, _, key = described.partition(" ")
        if key in self.marks:  # brat keeps notes on relations and attributes too: they say nothing of marks
            self._set(key, note_fields(note))

    def _set(self, key: str, fields: Mapping[str, Any]) -> None:
        mark = self._known(key)
        self.marks[key] = evolve(mark, fields={**mark.fields, **fields})

    def _known(self, key: str) -> Mark:
        if key not in self.marks:
            raise self._fault("id", f"there is no mark {key!r}")
        return self.marks[key]

    def _fault(self, field: str, message: str) -> FormatError:
        where = f"{self.file or 'brat'}, line {self.line}"
        return FormatError(f"{where}: {message}", file=self.file, line=self.line, field=field)


def _plain(text: str) -> str:
    """Without spaces: tools write line breaks as spaces, or drop them."""
    return "".join(text.encode("utf-8", "replace").decode().split())


def _joined(text: str, pieces: list[Span]) -> Iterator[Span]:
    """Pieces that only a line break parts are one stretch."""
    current = pieces[0]
    for piece in pieces[1:]:
        if piece.start >= current.end and not _BREAKS.sub("", text[current.end : piece.start]):
            current = Span(current.start, piece.end)
        else:
            yield current
            current = piece
    yield current
