"""Every Python block of the pages runs, each page in a namespace of its own, from top to bottom.

A block whose info string is `python` is run; what stands in a following `text` block, if there is one, is what it must print.
"""

from __future__ import annotations

import contextlib
import io
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([*(ROOT / "docs").rglob("*.md"), ROOT / "README.md", ROOT / "CONTRIBUTING.md"])
FENCE = re.compile(r"^```(?P<info>[\w+-]*)[ ]*\n(?P<code>.*?)^```[ ]*$", re.MULTILINE | re.DOTALL)


def blocks(page: Path) -> list[tuple[str, str, int]]:
    """(info string, code, line) of the fenced blocks of a page."""
    text = page.read_text(encoding="utf-8")
    return [(m["info"], m["code"], text.count("\n", 0, m.start()) + 2) for m in FENCE.finditer(text)]


RUNNABLE = [page for page in PAGES if any(info == "python" for info, _, _ in blocks(page))]


@pytest.mark.parametrize("page", RUNNABLE, ids=[str(page.relative_to(ROOT)) for page in RUNNABLE])
def test_page_runs(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    namespace: dict[str, object] = {"__name__": "page"}
    found = blocks(page)
    for number, (info, code, line) in enumerate(found):
        if info != "python":
            continue
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            try:
                exec(compile("\n" * (line - 1) + code, str(page), "exec"), namespace)
            except ImportError as error:
                pytest.skip(f"needs an optional package: {error}")
        if number + 1 < len(found) and found[number + 1][0] == "text":
            assert printed.getvalue().strip() == found[number + 1][1].strip(), f"{page.name}, line {line}"
