"""Every example runs: scripts and notebooks, from a folder that is not the project's."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
SCRIPTS = sorted(EXAMPLES.glob("*.py"))
NOTEBOOKS = sorted(EXAMPLES.glob("*.ipynb"))
NEEDED = {"quickstart": ("pandas",), "week_of_news": ("pandas", "matplotlib")}
EXECUTE = """
import sys, nbformat
from nbclient import NotebookClient
NotebookClient(nbformat.read(sys.argv[1], 4), timeout=120, resources={"metadata": {"path": sys.argv[2]}}).execute()
"""


def run(*arguments: str | Path, folder: Path) -> subprocess.CompletedProcess[str]:
    path = os.pathsep.join(str(Path(item).resolve()) for item in sys.path if item)
    environment = {**os.environ, "PYTHONPATH": path, "PYTHONIOENCODING": "utf-8", "MPLBACKEND": "Agg"}
    return subprocess.run(
        [sys.executable, *map(str, arguments)], capture_output=True, encoding="utf-8", env=environment, cwd=folder, timeout=180
    )


@pytest.mark.parametrize("script", SCRIPTS, ids=[script.name for script in SCRIPTS])
def test_script(script: Path, tmp_path: Path) -> None:
    done = run(script, folder=tmp_path)
    assert done.returncode == 0, done.stderr
    assert len(done.stdout.splitlines()) > 10


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=[notebook.name for notebook in NOTEBOOKS])
def test_notebook(notebook: Path) -> None:
    needed = ("nbclient", "nbformat", "ipykernel", *NEEDED.get(notebook.stem, ()))
    absent = [name for name in needed if find_spec(name) is None]
    if absent:
        pytest.skip(f"needs {', '.join(absent)}")
    done = run("-c", EXECUTE, notebook, notebook.parent, folder=notebook.parent)
    assert done.returncode == 0, done.stderr[-3000:]


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=[notebook.name for notebook in NOTEBOOKS])
def test_notebook_holds_its_outputs(notebook: Path) -> None:
    text = notebook.read_text(encoding="utf-8")
    assert text.count('"output_type": "execute_result"') > 2
    assert '"output_type": "error"' not in text
