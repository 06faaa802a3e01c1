"""The command line: files, folders, JSON Lines or standard input in; text, JSON, JSON Lines, CSV or HTML out.

    python -m arabnews article.txt --published 2021-12-10
    python -m arabnews news/ --format jsonl --workers 2 --output claims.jsonl --resume

Exit status: 0 done, 1 done but some articles failed or were skipped (each is told), 2 the command cannot be carried out as given
or stopped at a bad record (what was written before it stays).
"""

from __future__ import annotations

import argparse
import atexit
import gc
import io
import json
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from itertools import islice
from pathlib import Path
from typing import IO, Any, Final

from attrs import evolve

from arabnews import __version__
from arabnews.analysis import Analysis
from arabnews.errors import ArabnewsError
from arabnews.lexicon import Lexicon
from arabnews.model import Article
from arabnews.pipeline import Pipeline
from arabnews.writers import FORMATS, written

_EPILOG: Final = """\
examples:
  arabnews article.txt --published 2021-12-10
  arabnews news/ "archive/**/*.txt" --format csv --layers numbers > numbers.csv
  arabnews news.jsonl --format jsonl --workers 4 --output facts.jsonl --resume

exit status:
  0  done
  1  done, but some articles or records failed; each is told on standard error
  2  cannot be carried out as given, or stopped at a bad record; what was written before it stays
  130  stopped by the keyboard
"""

ARTICLE_FIELDS: Final = ("text", "title", "published", "outlet", "url", "id")
_SELDOM: Final = 50_000
"""Objects that are made before Python looks for garbage: findings go article by article, and hold no circles."""


class CommandError(Exception):
    """The command cannot be carried out as given; its message is for the user."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit status."""
    options = _parser().parse_args(arguments)
    try:
        return _run(options, alone=arguments is None)
    except (CommandError, ArabnewsError) as error:
        print(f"arabnews: {error}", file=sys.stderr)
        return 2
    except BrokenPipeError:  # the reader of a pipe has gone: nothing left to do, and nothing to say
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        print("arabnews: stopped", file=sys.stderr)
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="arabnews",
        description="Arabic news text into facts: who said what, how many of what, and when.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add = parser.add_argument
    add(
        "inputs", nargs="*", metavar="FILE", help="text files, folders of .txt, .jsonl files, globs; - or nothing: standard input"
    )
    add("--jsonl", action="store_true", help="standard input is JSON Lines: one article a line")
    add("--published", metavar="DATE", help="day of publication (2021-12-10, or as Arabic writes it), for relative dates")
    add("--title", help="the article's title")
    add("--format", choices=FORMATS, default="text", help="what to print (default: text)")
    add("--layers", metavar="A,B", help="only these layers, e.g. claims,numbers; csv needs exactly one")
    add("--lexicon", metavar="FILE", action="append", default=[], help="a lexicon file of your own (CSV or TOML); repeatable")
    add("--plugin", metavar="NAME", action="append", default=[], help="an installed plug-in extractor; repeatable")
    add("--workers", type=int, default=1, metavar="N", help="processes to use (default: 1)")
    add("--output", metavar="FILE", help="write here instead of standard output; the file appears when all is done")
    add("--resume", action="store_true", help="go on where a stopped run with the same --output left off (jsonl only)")
    add(
        "--skip-bad-records", action="store_true", help="tell bad lines of JSON Lines and go on, instead of stopping at the first"
    )
    add("--explain", action="store_true", help="say of each finding why it is there (text only)")
    add("--quiet", action="store_true", help="no progress bar")
    add("--version", action="version", version=f"arabnews {__version__}")
    return parser


def _run(options: argparse.Namespace, *, alone: bool) -> int:
    """Do what the options ask; `alone` in a process of its own, whose memory is ours to arrange."""
    if options.resume and not (options.output and options.format == "jsonl"):
        raise CommandError("--resume needs --output and --format jsonl")
    if options.explain and options.format != "text":
        raise CommandError("--explain needs --format text")
    pipeline, shown = _pipeline(options)
    if alone:
        gc.freeze()  # the lexicon stays: looking through it for garbage, often, would take a tenth of the time
        gc.set_threshold(_SELDOM)
        atexit.register(gc.freeze)  # else Python looks through the words read, for a second, before it ends
    if options.format == "csv" and (shown is None or len(shown) != 1):
        raise CommandError("--format csv needs exactly one layer, e.g. --layers claims")
    files = _files(options.inputs)
    failed = _Failures()
    articles = _articles(files, options, failed)
    with _output(options.output, options.resume) as (out, done):
        analyses = pipeline.analyze_all(islice(articles, done, None), workers=options.workers, on_error="record")
        chosen = (_only(analysis, shown) for analysis in failed.told(_progress(analyses, files, done, options)))
        several = len(files) != 1 or _is_jsonl(files[0])
        for piece in written(chosen, options.format, shown[0] if shown else None, several=several, explained=options.explain):
            out.write(piece)
    return 1 if failed.count else 0


class _Failures:
    """Tells each article that failed and each record that was skipped, and counts them."""

    def __init__(self) -> None:
        self.count = 0

    def told(self, analyses: Iterator[Analysis]) -> Iterator[Analysis]:
        for analysis in analyses:
            if analysis.error is not None:
                self.tell(analysis.error)
            yield analysis

    def tell(self, message: object) -> None:
        self.count += 1
        print(f"arabnews: {message}", file=sys.stderr)


def _pipeline(options: argparse.Namespace) -> tuple[Pipeline, list[str] | None]:
    lexicon = Lexicon.default()
    for path in options.lexicon:
        if not Path(path).is_file():
            raise CommandError(f"no such lexicon file: {path}")
        lexicon = lexicon.adding_file(path)
    pipeline = Pipeline(lexicon=lexicon)
    for name in options.plugin:
        pipeline = pipeline.adding(name)
    if not options.layers:
        return pipeline, None
    shown = [name.strip() for name in options.layers.split(",") if name.strip()]
    known = (*pipeline.layers, "entities")
    for name in shown:
        if name not in known:
            raise CommandError(f"no layer {name!r}; there are: {', '.join(known)}")
    wanted = pipeline if "entities" in shown else pipeline.only(*shown)
    return wanted, shown


def _only(analysis: Analysis, shown: list[str] | None) -> Analysis:
    if shown is None:
        return analysis
    layers = {name: found for name, found in analysis.layers.items() if name in shown}
    return evolve(analysis, layers=layers, entities=analysis.entities if "entities" in shown or "claims" in shown else ())


# ---- in


def _files(inputs: Sequence[str]) -> list[Path | None]:
    """The files that the arguments name, in order, None for standard input; all are looked at before any is read."""
    files: list[Path | None] = []
    for given in inputs or ["-"]:
        path = Path(given)
        if given == "-":
            files.append(None)
        elif path.is_dir():
            inside: list[Path | None] = [*sorted(file for file in path.rglob("*") if file.suffix in (".txt", ".jsonl"))]
            if not inside:
                raise CommandError(f"no .txt or .jsonl files in folder {given}")
            files += inside
        elif path.is_file():
            files.append(path)
        elif matches := sorted(match for match in Path(path.anchor).glob(given.removeprefix(path.anchor)) if match.is_file()):
            files += matches
        else:
            raise CommandError(f"no such file: {given}")
    for file in files:
        if file is not None:
            _check_utf8(file)
    return files


def _check_utf8(file: Path) -> None:
    try:
        with file.open(encoding="utf-8-sig") as stream:
            while stream.read(1 << 20):
                pass
    except UnicodeDecodeError as error:
        raise CommandError(_not_utf8(str(file), error)) from None
    except OSError as error:
        raise CommandError(f"cannot read {file}: {error.strerror}") from None


def _not_utf8(name: str, error: UnicodeDecodeError) -> str:
    bad = error.object[error.start]
    return f"{name} is not UTF-8 text (byte 0x{bad:02x}); convert it first, e.g. iconv -f windows-1256 -t utf-8"


def _is_jsonl(file: Path | None) -> bool:
    return file is not None and file.suffix == ".jsonl"


def _articles(files: Sequence[Path | None], options: argparse.Namespace, failed: _Failures) -> Iterator[Article]:
    """The articles, one after the other; faults of the arguments are raised before the first."""
    if options.published is not None:
        Article("", published=options.published)
    return _read(files, options, failed)


def _read(files: Sequence[Path | None], options: argparse.Namespace, failed: _Failures) -> Iterator[Article]:
    for file in files:
        if file is None:
            if sys.stdin.isatty():
                print("arabnews: reading from the terminal; end with Ctrl-D", file=sys.stderr)
            if options.jsonl:
                yield from _json_lines(io.TextIOWrapper(sys.stdin.buffer, "utf-8-sig"), "standard input", options, failed)
                continue
            try:
                text = sys.stdin.buffer.read().decode("utf-8-sig")
            except UnicodeDecodeError as error:
                raise CommandError(_not_utf8("standard input", error)) from None
            yield Article(text, published=options.published, title=options.title)
        elif _is_jsonl(file):
            with file.open(encoding="utf-8-sig") as lines:
                yield from _json_lines(lines, str(file), options, failed)
        else:
            text = file.read_bytes().decode("utf-8-sig")
            yield Article(text, published=options.published, title=options.title, id=str(file))


def _json_lines(lines: IO[str], name: str, options: argparse.Namespace, failed: _Failures) -> Iterator[Article]:
    try:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                yield _record(line, f"{name}:{number}", options)
            except CommandError as error:
                told = f"{name}, line {number}: {error}"
                if not options.skip_bad_records:
                    raise CommandError(told) from None
                failed.tell(f"{told}; skipped")
    except UnicodeDecodeError as error:
        raise CommandError(_not_utf8(name, error)) from None


def _record(line: str, place: str, options: argparse.Namespace) -> Article:
    try:
        record = json.loads(line)
    except json.JSONDecodeError as error:
        raise CommandError(f"not JSON at character {error.pos + 1} ({error.msg})") from None
    if not isinstance(record, dict) or not isinstance(record.get("text"), str):
        raise CommandError('needs an object with "text" (and maybe title, published, outlet, url, id)')
    fields: dict[str, Any] = {name: record.get(name) for name in ARTICLE_FIELDS}
    fields["id"] = str(record.get("id") or place)
    fields["published"] = record.get("published") or options.published
    try:
        return Article(**fields)
    except ArabnewsError as error:
        raise CommandError(str(error)) from None


# ---- out


@contextmanager
def _output(name: str | None, resume: bool) -> Iterator[tuple[IO[str], int]]:
    """The stream to write to, and how many articles it already holds."""
    if name is None:
        if hasattr(sys.stdout, "reconfigure"):
            sys.stdout.reconfigure(encoding="utf-8", errors="replace")
        with nullcontext(sys.stdout) as out:
            yield out, 0
            out.flush()
        return
    final, part = Path(name), Path(name + ".part")
    if resume and final.exists() and not part.exists():
        raise CommandError(f"{final} is already complete")
    if not final.parent.is_dir():
        raise CommandError(f"no such folder: {final.parent}")
    done = _complete_lines(part) if resume and part.exists() else 0
    with part.open("a" if done else "w", encoding="utf-8", errors="replace", newline="\n") as out:
        try:
            yield out, done
        except CommandError as error:
            raise CommandError(f"{error}; what was written before it is in {part}") from None
    part.replace(final)


def _complete_lines(part: Path) -> int:
    """How many whole lines a file holds; what was half-written at its end is cut off."""
    lines, size = 0, 0
    with part.open("rb") as stream:
        for line in stream:
            if line.endswith(b"\n"):
                lines, size = lines + 1, size + len(line)
    with part.open("rb+") as stream:
        stream.truncate(size)
    return lines


def _progress(
    analyses: Iterator[Analysis], files: Sequence[Path | None], done: int, options: argparse.Namespace
) -> Iterator[Analysis]:
    """The same analyses, with a progress bar where somebody looks and there is something to wait for (extra `progress`)."""
    several = len(files) > 1 or any(map(_is_jsonl, files))
    if options.quiet or not several or not sys.stderr.isatty():
        return analyses
    try:
        from tqdm import tqdm
    except ImportError:
        return analyses
    total = None if any(map(_is_jsonl, files)) else len(files)
    return iter(tqdm(analyses, total=total, initial=done, unit=" articles", file=sys.stderr))
