"""What starting rests on: data read from a folder or an archive, names imported late, tables folded in one go."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import arabnews
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


def test_importing_loads_no_exports() -> None:
    program = "import sys, arabnews; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split()
    late = {"arabnews.export", "arabnews.display", "arabnews.explain", "arabnews.evaluation", "importlib.resources", "html"}
    assert late.isdisjoint(loaded)


def test_tables_fold_as_words_do() -> None:
    every = [chr(code) for code in range(sys.maxunicode + 1)]
    assert [fold(character) for character in every] == [key(character) for character in every]
