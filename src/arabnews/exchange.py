"""Folders and files of analyses, out and in: JSON Lines for programs, brat and Label Studio for people to correct.

A brat folder holds `0001.txt` and `0001.ann` and so on, brat's configuration, and `articles.jsonl` with what a text file cannot
say of its article (publication day, title, outlet, address, id).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from arabnews.analysis import Analysis
from arabnews.errors import ArabnewsError, FormatError
from arabnews.export import brat
from arabnews.model import Annotation, Article

_ABOUT: Final = "articles.jsonl"
_FIELDS: Final = ("published", "title", "outlet", "url", "id")
Types = Mapping[str, type[Annotation]]


def write_jsonl(analyses: Iterable[Analysis], file: str | Path) -> int:
    """Write JSON Lines, an analysis a line, as `python -m arabnews --format jsonl` does; returns how many."""
    count = 0
    with Path(file).open("w", encoding="utf-8", errors="replace", newline="\n") as out:
        for analysis in analyses:
            out.write(json.dumps(analysis.to_dict(), ensure_ascii=False) + "\n")
            count += 1
    return count


def read_jsonl(file: str | Path, types: Types | None = None) -> Iterator[Analysis]:
    """The analyses in a file of JSON Lines, one after the other, in bounded memory.

    Args:
        file: the file; empty lines are passed over.
        types: the classes of custom layers.

    Raises:
        FormatError: naming file, line and field.
    """
    for number, line in enumerate(_lines(Path(file)), 1):
        if not line.strip():
            continue
        try:
            yield Analysis.from_dict(json.loads(line), types)
        except (json.JSONDecodeError, FormatError) as error:
            field = error.fields["field"] if isinstance(error, FormatError) else None
            raise FormatError(f"{file}, line {number}: {error}", file=str(file), line=number, field=field) from None


def write_brat(analyses: Iterable[Analysis], folder: str | Path) -> int:
    """Write a brat folder; returns how many articles it holds. Lone surrogates, which UTF-8 lacks, become `?`."""
    root = Path(folder)
    root.mkdir(parents=True, exist_ok=True)
    for name, content in brat.configuration().items():
        _write(root / name, content)
    about = []
    for number, analysis in enumerate(analyses, 1):
        name = f"{number:04}"
        _write(root / f"{name}.txt", analysis.article.text)
        _write(root / f"{name}.ann", analysis.to_brat())
        fields = {field: getattr(analysis.article, field) for field in _FIELDS}
        about.append(json.dumps({"file": name, **fields}, ensure_ascii=False, default=str))
    _write(root / _ABOUT, "".join(f"{line}\n" for line in about))
    return len(about)


def read_brat(folder: str | Path, types: Types | None = None) -> Iterator[Analysis]:
    """The analyses in a brat folder, by file name.

    Args:
        types: the classes of custom layers.

    Raises:
        FormatError: naming file, line and field.
    """
    root = Path(folder)
    about = _about(root / _ABOUT)
    files = sorted(root.glob("*.ann"))
    if not files:
        raise FormatError(f"{root}: no .ann files there", file=str(root), line=None, field=None)
    for file in files:
        text = _read(file.with_suffix(".txt"), "utf-8")
        try:
            article = Article(text, **about.get(file.stem, {"id": file.stem}))
        except ArabnewsError as error:
            raise FormatError(f"{root / _ABOUT}: {error}", file=str(root / _ABOUT), line=None, field=None) from None
        yield Analysis.from_brat(article, _read(file), types, file=str(file))


def _about(file: Path) -> dict[str, dict[str, Any]]:
    found = {}
    for number, line in enumerate(_read(file).splitlines() if file.exists() else (), 1):
        try:
            fields = json.loads(line)
            found[fields["file"]] = {field: fields.get(field) for field in _FIELDS}
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise FormatError(
                f"{file}, line {number}: no article's record ({error!r})", file=str(file), line=number, field="file"
            ) from None
    return found


def write_label_studio(analyses: Iterable[Analysis], file: str | Path) -> int:
    """Write a JSON file of tasks to import into Label Studio; returns how many."""
    tasks = [analysis.to_label_studio() for analysis in analyses]
    _write(Path(file), json.dumps(tasks, ensure_ascii=False, indent=1) + "\n")
    return len(tasks)


def read_label_studio(file: str | Path, types: Types | None = None) -> Iterator[Analysis]:
    """The analyses in a Label Studio export (JSON).

    Raises:
        FormatError: naming file, task and field.
    """
    try:
        tasks = json.loads(_read(Path(file)))
    except json.JSONDecodeError as error:
        raise FormatError(
            f"{file}, line {error.lineno}: not JSON ({error.msg})", file=str(file), line=error.lineno, field=None
        ) from None
    for task in tasks if isinstance(tasks, list) else [tasks]:
        yield Analysis.from_label_studio(task, types, file=str(file))


def _lines(file: Path) -> Iterator[str]:
    try:
        with file.open("rb") as lines:
            for number, line in enumerate(lines, 1):
                try:
                    yield line.decode("utf-8-sig")
                except UnicodeDecodeError:
                    message = f"{file}, line {number}: not UTF-8 text"
                    raise FormatError(message, file=str(file), line=number, field=None) from None
    except OSError as error:
        raise FormatError(f"{file}: {error.strerror}", file=str(file), line=None, field=None) from None


def _write(file: Path, content: str) -> None:
    file.write_bytes(content.encode("utf-8", "replace"))


def _read(file: Path, encoding: str = "utf-8-sig") -> str:
    try:
        return file.read_bytes().decode(encoding)
    except OSError as error:
        raise FormatError(f"{file}: {error.strerror}", file=str(file), line=None, field=None) from None
    except UnicodeDecodeError:
        raise FormatError(f"{file} is not UTF-8 text", file=str(file), line=None, field=None) from None
