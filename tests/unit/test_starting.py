"""What starting and ending rest on: data read from a folder or an archive, names imported late, tables folded in one go."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import arabnews
from arabnews.lexicon import compiled
from arabnews.lexicon.index import Index
from arabnews.text.characters import fold, key


def test_a_zipped_package_reads_its_data(tmp_path: Path) -> None:
    archive = shutil.make_archive(str(tmp_path / "package"), "zip", Path(arabnews.__file__).parents[1], "arabnews")
    program = (
        f"import sys; sys.path.insert(0, {archive!r}); import arabnews; "
        "print(arabnews.__file__, len(arabnews.analyze('قال الوزير إن الطريق مفتوح.').claims))"
    )
    printed = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=tmp_path).stdout
    assert printed.startswith(archive)
    assert printed.split()[-1] == "1"


def test_names_that_come_late_are_there() -> None:
    assert all(getattr(arabnews, name) is not None for name in arabnews.__all__)
    name = "nonsense"
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        getattr(arabnews, name)


def test_importing_loads_no_more_than_the_classes_of_findings() -> None:
    program = "import sys, arabnews; arabnews.Article('نص').text; arabnews.Span(0, 1); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split()
    modules = ("export", "display", "explain", "evaluation", "lexicon", "document", "pipeline", "text.tokens")
    assert {f"arabnews.{name}" for name in modules}.isdisjoint(loaded)
    assert {"importlib.resources", "html", "dateparser", "regex"}.isdisjoint(loaded)


@pytest.mark.parametrize("first", ["analyze('قال')", "Pipeline()", "Lexicon.default()", "testing.Golden", "pipeline.load"])
def test_what_comes_late_needs_no_import_of_its_own(first: str) -> None:
    subprocess.run([sys.executable, "-c", f"import arabnews; arabnews.{first}"], check=True)


@pytest.mark.parametrize(
    "begins",
    [
        "from arabnews import parallel; parallel._begin(); arabnews.analyze(text)",
        "from arabnews import cli; sys.stdin = io.TextIOWrapper(io.BytesIO(text.encode())); cli.main()",
    ],
)
def test_a_process_of_ours_ends_without_looking_for_garbage(begins: str) -> None:
    program = (
        "import atexit, gc, io, sys, arabnews; sys.argv = ['arabnews', '--format', 'jsonl']; text = 'وصل 12 جنديا.'; "
        f"atexit.register(lambda: print(len(gc.get_objects()))); {begins}"
    )
    printed = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert int(printed.split()[-1]) < 100


def test_tables_fold_as_words_do() -> None:
    every = [chr(code) for code in range(sys.maxunicode + 1)]
    assert [fold(character) for character in every] == [key(character) for character in every]


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of its own for bytecode, and what is kept as if it were."""
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    yield tmp_path
    assert len(list(tmp_path.rglob("*.forms*"))) <= 1


def test_forms_are_kept_as_bytecode_is(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tables, index = compiled.compiled()
    monkeypatch.setattr(compiled, "_made", pytest.fail)
    again, found = compiled.compiled()
    assert again == tables
    assert all(getattr(found, name) == value for name, value in vars(index).items())
    assert found.trie["الامم"]["المتحده"].ends == index.trie["الامم"]["المتحده"].ends != ()


@pytest.mark.parametrize("fault", ["older", "cut short", "nonsense"])
def test_forms_that_do_not_hold_are_made_again(kept: Path, monkeypatch: pytest.MonkeyPatch, fault: str) -> None:
    made = ((), Index())
    monkeypatch.setattr(compiled, "_made", lambda: made)
    assert compiled.compiled() is made
    [file] = kept.rglob("*.forms")
    if fault == "older":
        monkeypatch.setattr(compiled, "_stamp", lambda: [("cue.csv", 1, 1)])
    else:
        file.write_bytes(file.read_bytes()[:-9] if fault == "cut short" else b"nonsense")
    assert compiled.compiled() is made
    assert compiled.compiled() is not made


def test_forms_are_not_kept_where_bytecode_is_not(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiled, "_made", lambda: ((), Index()))
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    compiled.compiled()
    assert list(kept.iterdir()) == []
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", __file__)  # no folder can be made in a file
    compiled.compiled()
    assert list(kept.iterdir()) == []
