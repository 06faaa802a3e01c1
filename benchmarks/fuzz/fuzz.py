"""Coverage-guided fuzzing with atheris: no text may raise, move an offset, or be read in two ways.

    pip install atheris
    python benchmarks/fuzz/fuzz.py CORPUS_FOLDER -max_total_time=300        # libFuzzer's options; finds are kept in CORPUS_FOLDER
    python benchmarks/fuzz/fuzz.py --seconds 5                              # a short run over the seeds alone

The seeds are sentences of our own, with marks, digits and odd characters among them.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

try:
    import atheris
except ImportError:
    print("skipped: atheris is not installed (pip install atheris)")
    sys.exit(0)

with atheris.instrument_imports(include=["arabnews.extractors", "arabnews.text", "arabnews.numerals", "arabnews.entities"]):
    import arabnews

    arabnews.Pipeline()  # imports the extractors

SEEDS = [
    "قال وزير النقل سالم المنصوري أمس إن «الميناء استقبل نحو 40 سفينة» في بنغازي.",
    "وأكدت منظمة الصحة وصول ألفي طبيب وأكثر من 12,5 مليون دولار منذ يوليو الماضي، مضيفة أنها لن تغادر.",
    "وبحسب مصدر أمني، أصيب خمسة عمال يوم الثلاثاء 7 كانون الأول/ديسمبر 2021 الموافق 3 جمادى الأولى 1443 هـ.",
    'وأضاف: "لن نقبل وعودا"، مشيرا إلى أن ثلاثة أرباع العمال رحلوا قبل عامين.\r\n- لماذا؟\n“نعم”',
    "بين 5 و10 آلاف من نحو ٣٬٥٠٠٫٢٥ إلى ۱۲٪ الساعة 14:30 مساءً \u200f\u202bتـــمّ\u0640\ufeff\x00🙂",
]


def read(data: bytes) -> None:
    """One input: any bytes, as UTF-8 with lone surrogates where it is none."""
    text = data.decode("utf-8", "surrogateescape")
    analysis = arabnews.analyze(arabnews.Article(text, published="2021-12-10"))
    for found in analysis.layers.values():
        for item in found:
            assert text[item.span.start : item.span.end] == item.text, item
    assert arabnews.Analysis.from_dict(analysis.to_dict()) == analysis
    analysis.to_html()


def main(arguments: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for number, seed in enumerate(SEEDS):
            Path(folder, f"{number}.txt").write_text(seed, encoding="utf-8", newline="")
        if "--seconds" in arguments:
            at = arguments.index("--seconds")
            arguments[at : at + 2] = [f"-max_total_time={arguments[at + 1]}"]
        atheris.Setup([*arguments, folder, "-max_len=4096"], read)
        atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv)
