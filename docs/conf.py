"""Sphinx configuration: Markdown pages (MyST), the Furo theme, no network at build time."""

from __future__ import annotations

import os
import pathlib
import tomllib

import arabnews

project = "arabnews"
author = "The arabnews developers"
project_copyright = "2026, The arabnews developers"
release = version = arabnews.__version__

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
    "sphinx.ext.viewcode",
    "sphinx_copybutton",
]
source_suffix = {".md": "markdown"}
exclude_patterns = ["_build", "_generated"]
myst_enable_extensions = ["attrs_block", "attrs_inline", "colon_fence", "deflist", "fieldlist"]
myst_heading_anchors = 3

autodoc_member_order = "bysource"
autodoc_typehints = "description"
autodoc_default_options = {"members": True, "show-inheritance": True, "exclude-members": "__init__, __new__"}
napoleon_google_docstring = True
napoleon_numpy_docstring = False

html_theme = "furo"
html_title = f"arabnews {release}"
html_static_path = ["_static"]
html_css_files = ["rtl.css"]
html_show_sourcelink = False

copybutton_prompt_text = r">>> |\.\.\. |\$ "
copybutton_prompt_is_regexp = True
nitpicky = False


def quality_table() -> str:
    """The recorded figures as a Markdown table."""
    path = pathlib.Path(__file__).parents[1] / "tests" / "quality" / "recorded.toml"
    recorded = tomllib.loads(path.read_text(encoding="utf-8"))["dev"]
    rows = [f"| {name.replace('.', ', ').replace('+', ' and ')} | {value:.1f} |" for name, value in sorted(recorded.items())]
    return "\n".join(["| figure (F1 or accuracy, per cent) | |", "|---|--:|", *rows, ""])


GENERATED = pathlib.Path(__file__).parent / "_generated"
GENERATED.mkdir(exist_ok=True)
(GENERATED / "quality.md").write_text(quality_table(), encoding="utf-8")


def lexicon_tables() -> str:
    """The tables of the lexicon: size, columns, and the remarks at the head of each file."""
    from arabnews.lexicon.tables import shipped

    folder = pathlib.Path(arabnews.__file__).parent / "data"
    parts = []
    for table in shipped():
        lines = (folder / table.name).read_text(encoding="utf-8").splitlines()
        remarks = [line.lstrip("# ") for line in lines[:30] if line.startswith("#")]
        example = next((row for row in table.rows if all(row[:1])), None)
        parts.append(f"## {table.tag}\n\n{len(table.rows):,} rows. Columns: {', '.join(f'`{name}`' for name in table.header)}.\n")
        parts.append("\n".join(f"- {remark}" for remark in remarks).replace("|", "\\|") + "\n")
        if example:
            parts.append(f"```none\n{','.join(table.header)}\n{','.join(example)}\n```\n")
    return "\n".join(parts)


def inflection_classes() -> str:
    """What each inflection class generates."""
    from arabnews.lexicon.inflection import CLASSES

    lines = [
        f"| `{name or '(empty)'}` | {(make.__doc__ or '').splitlines()[0]} |".replace("`|`", "a bar")
        for name, make in CLASSES.items()
    ]
    return "\n".join(["| class | makes |", "|---|---|", *lines, ""])


def layer_columns() -> str:
    """The columns of each layer's table."""
    from arabnews.export.tables import COMMON, SCHEMAS

    rows = [("every layer", COMMON), *SCHEMAS.items()]
    lines = [f"| {layer} | {', '.join(f'`{name}` {kind}' for name, kind in columns.items())} |" for layer, columns in rows]
    return "\n".join(["| layer | columns |", "|---|---|", *lines, ""])


def command_help() -> str:
    """What `arabnews --help` prints."""
    from arabnews.cli import _parser

    os.environ["COLUMNS"] = "100"
    return f"```none\n{_parser().format_help()}```\n"


MEASURED = tomllib.loads((pathlib.Path(__file__).parent / "measured.toml").read_text(encoding="utf-8"))


def quality_by_kind() -> str:
    """Precision and recall of each kind of finding."""
    lines = ["| layer | kind | marked | found | precision | recall |", "|---|---|--:|--:|--:|--:|"]
    for layer, kinds in MEASURED["kinds"].items():
        for kind, n in kinds.items():
            shares = (f"{100 * n['right'] / n[of]:.0f}" if n[of] else "–" for of in ("found", "marked"))
            lines.append(f"| {layer} | {kind} | {n['marked']} | {n['found']} | {' | '.join(shares)} |")
    return "\n".join([*lines, ""])


def quality_by_outlet() -> str:
    """F1 of each layer in each outlet, with how many were marked."""
    layers = MEASURED["outlets"]
    lines = ["| outlet | " + " | ".join(layers) + " |", "|---" + "|--:" * len(layers) + "|"]
    for outlet in sorted({name for table in layers.values() for name in table}):
        cells = []
        for table in layers.values():
            n = table.get(outlet)
            cells.append(f"{200 * n['right'] / (n['marked'] + n['found']):.0f} ({n['marked']})" if n else "–")
        lines.append(f"| {outlet} | {' | '.join(cells)} |")
    return "\n".join([*lines, ""])


for made in (quality_by_kind, quality_by_outlet, lexicon_tables, inflection_classes, layer_columns, command_help):
    (GENERATED / f"{made.__name__}.md").write_text(made(), encoding="utf-8")
