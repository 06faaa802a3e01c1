"""The example plug-in, installed: found by its entry point, loaded only when named, at home in every process."""

from __future__ import annotations

import importlib.metadata
import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

import arabnews

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "examples" / "plugin_package"


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The environment of a process that has the plug-in installed."""
    if importlib.util.find_spec("pip") is None:
        pytest.skip("no pip in this environment to install the plug-in with")
    release = importlib.metadata.version("setuptools") if importlib.util.find_spec("setuptools") else "0"
    if int(release.split(".")[0]) < 77:
        pytest.skip(f"setuptools {release} cannot build the plug-in without a network; 77 or later can")
    source, target = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("target")
    for file in PACKAGE.rglob("*"):
        if file.suffix in (".py", ".toml", ".md") and "build" not in file.parts:
            copy = source / file.relative_to(PACKAGE)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(file.read_bytes())
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"]
    run = subprocess.run(
        [*pip, "--no-build-isolation", "--no-index", "--target", str(target), str(source)],
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert run.returncode == 0, run.stderr
    path = os.pathsep.join([str(target), str(Path(arabnews.__file__).parents[1]), os.environ.get("PYTHONPATH", "")])
    return {**os.environ, "PYTHONPATH": path, "PYTHONIOENCODING": "utf-8", "PYTHONUTF8": "1"}


def ran(environment: dict[str, str], folder: Path, *arguments: str, text: str | None = None) -> str:
    run = subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env=environment,
        input=text,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    return run.stdout


def test_it_is_loaded_only_when_named(installed: dict[str, str], tmp_path: Path) -> None:
    program = """
import sys, arabnews
from importlib.metadata import entry_points
assert "legal" in entry_points(group="arabnews.extractors").names
assert not arabnews.analyze("نص القانون رقم 5 على ذلك.").layers.get("legal")
assert "arabnews_legal" not in sys.modules
try:
    arabnews.Pipeline().adding("lega")
except arabnews.PipelineError as error:
    assert "legal" in str(error), error
assert "arabnews_legal" not in sys.modules
[found] = arabnews.Pipeline().adding("legal").analyze("نص القانون رقم 5 على ذلك.")["legal"]
assert "arabnews_legal" in sys.modules
print(found.text, found.kind, found.number)
"""
    assert ran(installed, tmp_path, "-c", program).strip() == "القانون رقم 5 law 5"


def test_it_runs_in_workers(installed: dict[str, str], tmp_path: Path) -> None:
    script = tmp_path / "workers.py"
    script.write_text(
        """
import arabnews

if __name__ == "__main__":
    pipeline = arabnews.Pipeline().adding("legal")
    texts = [f"نص القانون رقم {number} على ذلك." for number in range(130)]
    print([analysis["legal"][0].number for analysis in pipeline.analyze_all(texts, workers=2)] == list(range(130)))
""",
        encoding="utf-8",
    )
    assert ran(installed, tmp_path, str(script)).strip() == "True"


def test_the_command_line_names_it(installed: dict[str, str], tmp_path: Path) -> None:
    out = ran(installed, tmp_path, "-m", "arabnews", "--plugin", "legal", "--layers", "legal", text="نص القانون رقم 5 على ذلك.")
    assert "legal (1)" in out


def test_its_own_tests_pass(installed: dict[str, str]) -> None:
    out = ran(installed, PACKAGE, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests")
    assert "4 passed" in out
