"""Tables: CSV and TOML files of entries, read fast and checked with errors that name file, line and field.

A table's rows stay raw lists until a word is found that needs one: thousands of place names cost a split, not an object each.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final, overload

from attrs import frozen

from arabnews import files
from arabnews.errors import LexiconError
from arabnews.lexicon.entries import Entry, entry_of_row
from arabnews.lexicon.inflection import CLASSES
from arabnews.model import Stance

if TYPE_CHECKING:
    from pathlib import Path

_OWN = ("form", "inflect", "tag")
_ALLOWED: Final = {
    "stance": frozenset({"", *Stance}),
    "commitment": frozenset({"", "CT", "PR", "PS", "Uu"}),
    "polarity": frozenset({"", "+", "-"}),
}
"""The values that a cue's features can take; an empty one stands for a certain assertion."""


class Lines(Sequence[Sequence[str]]):
    """Rows of a CSV text without quotation marks: a text until one is asked for, then lines, each split when it is asked for."""

    __slots__ = ("_lines", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._lines: list[str] = []

    def _split(self) -> list[str]:
        if text := self._text:
            self._lines = text.split("\n")
            self._text = ""  # last: another thread may ask at the same time
        return self._lines

    def __len__(self) -> int:
        return len(self._split())

    @overload
    def __getitem__(self, at: int) -> list[str]: ...
    @overload
    def __getitem__(self, at: slice) -> list[list[str]]: ...
    def __getitem__(self, at: int | slice) -> list[str] | list[list[str]]:
        lines = self._split()
        return [line.split(",") for line in lines[at]] if isinstance(at, slice) else lines[at].split(",")

    def __iter__(self) -> Iterator[list[str]]:
        return (line.split(",") for line in self._split())

    def columns(self, width: int) -> Iterator[list[str]]:
        """The rows' cells column by column, if each row has so many."""
        cells = ",".join(self._split()).split(",")
        return (cells[at::width] for at in range(width))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Lines) and self._split() == other._split()

    __hash__ = None  # type: ignore[assignment]

    def __reduce__(self) -> tuple[type[Lines], tuple[str]]:
        return Lines, ("\n".join(self._split()),)


@frozen
class Table:
    """Rows that share their columns.

    Args:
        name: for errors: the file's name, or `<entries>`.
        tag: the tag of every row; None if a `tag` column says it row by row.
        header: column names.
        rows: raw cells, as many as columns in each row.
        lines: line number of each row, for errors.
    """

    name: str
    tag: str | None
    header: tuple[str, ...]
    rows: Sequence[Sequence[str]]
    lines: Sequence[int]

    def entry(self, number: int) -> Entry:
        """The row as an `Entry`."""
        cells = dict(zip(self.header, self.rows[number], strict=True))
        form, tag, inflect = cells.pop("form"), cells.pop("tag", ""), cells.pop("inflect", "")
        return entry_of_row(form, self.tag or tag, inflect, cells)

    def columns(self) -> dict[str, Sequence[str]]:
        """The cells by column; none of a table without rows."""
        if not self.rows:
            return {}
        cells = self.rows.columns(len(self.header)) if isinstance(self.rows, Lines) else zip(*self.rows, strict=True)
        return dict(zip(self.header, cells, strict=True))

    def fault(self, number: int, field: str, message: str) -> LexiconError:
        """An error that points at a cell."""
        line = self.lines[number]
        return LexiconError(f"{self.name}, line {line}, field {field!r}: {message}", file=self.name, line=line, field=field)

    def check(self) -> Table:
        """The table itself, after a look at every row.

        Raises:
            LexiconError: for an empty form or tag, an unknown inflection class, or a cue of an unknown stance or commitment.
        """
        column = {name: i for i, name in enumerate(self.header)}
        form, inflect, tag = column["form"], column.get("inflect"), column.get("tag")
        for number, row in enumerate(self.rows):
            if not row[form].strip(" |"):
                raise self.fault(number, "form", "a row needs a form")
            if inflect is not None and row[inflect] not in CLASSES:
                known = ", ".join(filter(None, sorted(CLASSES)))
                raise self.fault(number, "inflect", f"unknown inflection class {row[inflect]!r}; known are: {known}")
            if self.tag is None and (tag is None or not row[tag].strip()):
                raise self.fault(number, "tag", "a row needs a tag: name it in a `tag` column or when loading the file")
            if (self.tag or row[tag or 0]) == "cue":
                self._check_cue(number, dict(zip(self.header, row, strict=True)))
        return self

    def _check_cue(self, number: int, cells: dict[str, str]) -> None:
        for field, allowed in _ALLOWED.items():
            if (value := cells.get(field, "")) not in allowed:
                known = ", ".join(filter(None, sorted(allowed)))
                raise self.fault(number, field, f"a cue's {field} is one of {known}, or empty for the usual one; got {value!r}")


def from_csv_text(text: str, name: str, tag: str | None) -> Table:
    """A table from the text of a CSV file with a header row; lines that start with `#` are comments.

    Raises:
        LexiconError: if the header lacks `form`, or a row has not as many cells as the header.
    """
    text = text.removeprefix("\ufeff")
    if '"' in text:
        import csv  # late: none of the package's own tables needs it

        reader = csv.reader(text.splitlines())
        found = [(reader.line_num, row) for row in reader if row and not row[0].startswith("#")]
        rows: Sequence[Sequence[str]] = [row for _, row in found]
        numbers: Sequence[int] = [line for line, _ in found]
        widths = [len(row) for row in rows]
        head, rows = rows[:1], rows[1:]
    else:  # as the package's own tables are: no need of a CSV reader, nor of a list for each row
        lines = text.splitlines()
        raw = [line for line in lines if line and line[0] != "#"]
        widths = [line.count(",") + 1 for line in raw]
        head, rows = [line.split(",") for line in raw[:1]], Lines("\n".join(raw[1:]))
        behind = len(lines) - len(raw) + 1
        if lines[behind - 1 :] == raw:  # remarks stand at the head alone
            numbers = range(behind, len(lines) + 1)
        else:
            numbers = [number for number, line in enumerate(lines, 1) if line and line[0] != "#"]
    if not head:
        return Table(name, tag, ("form",), [], [])
    header = tuple(cell.strip() for cell in head[0])
    if "form" not in header:
        message = f"{name}, line {numbers[0]}: the header needs a column 'form', got {', '.join(header)}"
        raise LexiconError(message, file=name, line=numbers[0], field="form")
    if widths.count(len(header)) < len(widths):
        line, width = next((line, width) for line, width in zip(numbers, widths, strict=True) if width != len(header))
        raise LexiconError(
            f"{name}, line {line}: {width} cells, but the header has {len(header)} ({', '.join(header)})",
            file=name,
            line=line,
            field=header[min(width, len(header) - 1)],
        )
    return Table(name, tag, header, rows, numbers[1:])


def from_entries(entries: Iterable[Entry], name: str = "<entries>") -> Table:
    """A table from `Entry` objects.

    Raises:
        LexiconError: if one of them is no `Entry`.
    """
    if isinstance(entries, Entry):
        raise LexiconError(f"several entries are expected, got one; write [{entries!r}]", file=name, line=None, field="form")
    listed = list(entries)
    for number, entry in enumerate(listed):
        if not isinstance(entry, Entry):
            raise LexiconError(
                f"item {number} is no Entry but {type(entry).__name__}: {entry!r}", file=name, line=number, field="form"
            )
    features = sorted({feature for entry in listed for feature in entry.features})
    rows = [[e.form, e.inflect, e.tag, *(e[feature] for feature in features)] for e in listed]
    return Table(name, None, ("form", "inflect", "tag", *features), rows, range(len(rows))).check()


def from_file(path: str | Path, tag: str | None = None) -> Table:
    """A user's table: a CSV file with a header row, or a TOML file with `[[entry]]` tables.

    Args:
        path: the file; its suffix tells the format.
        tag: the tag of all rows; without it each row needs a `tag`.

    Raises:
        LexiconError: if the file cannot be read; names file, line and field.
    """
    from pathlib import Path  # late, as `csv` and `difflib` are: only users' own tables need it

    path = Path(path)
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise LexiconError(f"{path}: cannot be read: {error.strerror}", file=str(path), line=None, field=None) from error
    except UnicodeDecodeError as error:
        raise LexiconError(
            f"{path}: not UTF-8 text (byte {error.start}); save it as UTF-8", file=str(path), line=None, field=None
        ) from error
    if path.suffix.lower() != ".toml":
        return from_csv_text(text, str(path), tag).check()
    import tomllib

    try:
        listed: Any = tomllib.loads(text).get("entry", [])
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{path}: no valid TOML: {error}", file=str(path), line=None, field=None) from error
    entries = []
    for number, item in enumerate(listed, 1):
        cells = {str(k): str(v) for k, v in item.items()}
        features = {k: v for k, v in cells.items() if k not in _OWN}
        try:
            entries.append(Entry(cells.get("form", ""), cells.get("tag") or tag or "", cells.get("inflect", ""), features))
        except LexiconError as error:
            raise LexiconError(
                f"{path}, entry {number}: {error}", file=str(path), line=number, field=error.fields["field"]
            ) from None
    return from_entries(entries, str(path))


def spelled_like(table: Table, known: Sequence[Table]) -> Table:
    """The table itself, after a look at its columns: one that its tag does not have, but nearly, is a slip of the pen.

    Columns that are like no other are a user's own and pass.

    Raises:
        LexiconError: naming the column that was probably meant.
    """
    column = {name: i for i, name in enumerate(table.header)}
    seen: set[tuple[str, str]] = set()
    for number, row in enumerate(table.rows):
        tag = table.tag or row[column["tag"]]
        for name in {name for name, at in column.items() if row[at] and (tag, name) not in seen}:
            seen.add((tag, name))
            columns = {*_OWN, *(column for other in known if other.tag == tag for column in other.header)}
            if len(columns) > len(_OWN) and name not in columns and (meant := _near(name, columns)):
                raise table.fault(number, name, f"the table {tag!r} has no such column; {meant!r} is probably meant")
    return table


def _near(name: str, columns: Iterable[str]) -> str | None:
    from difflib import get_close_matches  # late: only users' own tables need it

    return next(iter(get_close_matches(name.lower(), sorted(columns), 1, 0.75)), None)


def shipped() -> list[Table]:
    """The package's own tables, one for each file in `arabnews/data`, in alphabetical order."""
    names = [name for name in files.names() if name.endswith(".csv")]
    return [from_csv_text(files.read(name), name, name.removesuffix(".csv")) for name in names]
