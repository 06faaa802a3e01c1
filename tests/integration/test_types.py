"""The types as a user's type checker sees them, in a script of the kind users write; mypy in its strict mode (extra `lint`)."""

from __future__ import annotations

from pathlib import Path

import pytest

SCRIPT = """
from __future__ import annotations
from collections.abc import Iterator
import attrs
import arabnews
from arabnews.testing import check_extractor, golden_faults

@attrs.frozen
class Shout(arabnews.Annotation):
    loud: int = attrs.field(default=1, kw_only=True)

@arabnews.extractor(layer="shouts", requires=("quotes",))
def shouts(document: arabnews.Document, layers: arabnews.Layers) -> Iterator[Shout]:
    for quote in layers["quotes"]:
        yield Shout(quote.span, quote.text, rule="shouts", loud=2)

def sources(text: str) -> list[str]:
    analysis = arabnews.analyze(arabnews.Article(text, published="2021-12-10"))
    reveal_type(analysis.numbers[0].value)
    reveal_type(analysis.claims[0].stance)
    reveal_type(analysis.entities)
    return [claim.source.name for claim in analysis.claims if claim.source]

lexicon = arabnews.Lexicon.default().adding([arabnews.Entry("x", "cue", features={"stance": "assert"})])
pipeline = arabnews.Pipeline(lexicon=lexicon).adding(shouts).adding(arabnews.PatternExtractor("d", "x", timeout=2.0))
found = list(pipeline.analyze_all(["x"], workers=1, on_error="record"))
print(found[0].to_dict()["layers"], arabnews.evaluate(found, found)["claims.overlap"].f1, golden_faults("x", "quotes"))
check_extractor(shouts, ["x"])
wrong: int = found[0].article.text
"""


def test_a_users_script_is_typed(tmp_path: Path) -> None:
    api = pytest.importorskip("mypy.api", reason="mypy is not installed (extra lint)")
    script = tmp_path / "script.py"
    script.write_text(SCRIPT, encoding="utf-8")
    options = ["--strict", "--no-incremental", "--no-error-summary", "--cache-dir", str(tmp_path)]
    told, complaint, _ = api.run([*options, str(script)])
    assert not complaint
    lines = told.splitlines()
    assert [line.split('"')[1] for line in lines if "Revealed" in line] == [
        "int | decimal.Decimal",
        "arabnews.enums.Stance",
        "tuple[arabnews.model.Entity, ...]",
    ]
    assert [line for line in lines if ": error:" in line] == [lines[-1]], "only the mistake on the script's last line"
    assert "[assignment]" in lines[-1]
