"""The house: imports run down only, third-party packages come in by one door, files stay small."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import arabnews

SOURCE = Path(arabnews.__file__).parent

# The first matching prefix gives a module its floor.
FLOORS = [
    ("arabnews.errors", 0),
    ("arabnews.enums", 0),
    ("arabnews.files", 0),
    ("arabnews.spans", 1),
    ("arabnews.dating", 1),
    ("arabnews.markup", 1),
    ("arabnews.text", 2),
    ("arabnews.model", 2),
    ("arabnews.lexicon", 3),
    ("arabnews.document", 4),
    ("arabnews.numerals", 5),
    ("arabnews.calendars", 5),
    ("arabnews.naming", 5),
    ("arabnews.extractors", 6),
    ("arabnews.entities", 6),
    ("arabnews.display", 7),
    ("arabnews.export", 7),
    ("arabnews.rules", 7),
    ("arabnews.explain", 7),
    ("arabnews.analysis", 8),
    ("arabnews.transit", 8),
    ("arabnews.parallel", 8),
    ("arabnews.pipeline", 9),
    ("arabnews.testing", 10),
    ("arabnews.exchange", 9),
    ("arabnews.evaluation", 10),
    ("arabnews.integrations", 10),
    ("arabnews.writers", 10),
    ("arabnews.spark", 11),
    ("arabnews.cli", 11),
    ("arabnews.__main__", 12),
    ("arabnews", 11),
]

DOORS = {
    "pyarabic": {"arabnews.text.characters"},
    "regex": {"arabnews.extractors.base"},
    "dateparser": {"arabnews.dating"},
    "hijridate": {"arabnews.dating"},  # comes with dateparser's calendars
    "tqdm": {"arabnews.cli"},
    "pandas": {"arabnews.export.tables"},
    "pyarrow": {"arabnews.export.tables"},
    "spacy": {"arabnews.integrations.spacy"},
    "pyspark": set(),  # arabnews.spark speaks to Spark through its own objects
}


def module_name(path: Path) -> str:
    parts = path.relative_to(SOURCE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {module_name(path): path for path in sorted(SOURCE.rglob("*.py"))}


def imports(path: Path) -> set[str]:
    """Every module that a file imports, late imports included; those for type checkers only are left out."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    skipped = {
        id(node)
        for branch in ast.walk(tree)
        if isinstance(branch, ast.If) and "TYPE_CHECKING" in ast.unparse(branch.test)
        for node in ast.walk(branch)
    }
    found = set()
    for node in ast.walk(tree):
        if id(node) in skipped:
            continue
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"{path}: relative import"
            names = {f"{node.module}.{alias.name}" for alias in node.names}
            found.update(name if name in MODULES else node.module for name in names)
    return found


def floor(module: str) -> int:
    return next(number for prefix, number in FLOORS if module == prefix or module.startswith(prefix + "."))


@pytest.mark.parametrize("module", MODULES)
def test_imports_run_down_only(module: str) -> None:
    upward = [name for name in imports(MODULES[module]) if name.startswith("arabnews") and floor(name) > floor(module)]
    assert not upward, f"{module} (floor {floor(module)}) imports {upward}"


def test_no_circles() -> None:
    edges = {m: {n for n in imports(p) if n in MODULES and n != m} for m, p in MODULES.items()}
    state: dict[str, int] = {}

    def visit(module: str, trail: tuple[str, ...]) -> None:
        assert state.get(module) != 1, f"circle: {' > '.join((*trail, module))}"
        if module in state:
            return
        state[module] = 1
        for target in edges[module]:
            visit(target, (*trail, module))
        state[module] = 2

    for module in MODULES:
        visit(module, ())


@pytest.mark.parametrize("package", DOORS)
def test_third_party_packages_have_one_door(package: str) -> None:
    users = {m for m, p in MODULES.items() if any(n == package or n.startswith(package + ".") for n in imports(p))}
    assert users == DOORS[package]


def test_every_third_party_package_has_a_door() -> None:
    roots = {name.split(".")[0] for path in MODULES.values() for name in imports(path)}
    assert roots - sys.stdlib_module_names - {"arabnews", "attrs"} <= set(DOORS)


@pytest.mark.parametrize("module", ["arabnews", "arabnews.pipeline", "arabnews.cli"])
def test_importing_loads_nothing_slow(module: str) -> None:
    program = f"import sys, {module}; print(*{{name.split('.')[0] for name in sys.modules}})"
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split()
    assert not set(loaded) & {"dateparser", "hijridate", "regex", "pandas", "pyarrow", "spacy", "tqdm", "multiprocessing"}


def layer_of(module: str) -> str | None:
    """The layer file or package of an extractor module; what all of them share (`base`) has none."""
    parts = module.split(".")
    return parts[2] if len(parts) > 2 and parts[1] == "extractors" and parts[2] != "base" else None


@pytest.mark.parametrize("module", [m for m in MODULES if layer_of(m)])
def test_no_extractor_imports_another(module: str) -> None:
    others = {n for n in imports(MODULES[module]) if layer_of(n) and layer_of(n) != layer_of(module)}
    assert not others


@pytest.mark.parametrize("module", MODULES)
def test_files_stay_small(module: str) -> None:
    assert len(MODULES[module].read_text(encoding="utf-8").splitlines()) <= 480


LONG = {"end_of"}
"""Functions that walk along a phrase, longer than the house likes; no others may join them."""


@pytest.mark.parametrize("module", MODULES)
def test_functions_stay_short(module: str) -> None:
    """Fifty lines at most, the docstring not counted; forty is the aim."""
    long = [
        node.name
        for node in ast.walk(ast.parse(MODULES[module].read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef)
        and (node.end_lineno or 0) - node.lineno - len((ast.get_docstring(node, clean=False) or "").splitlines()) >= 50
    ]
    assert set(long) <= LONG
