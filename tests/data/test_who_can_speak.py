"""Whatever the lexicon knows to be a body, an office or a source can be the subject of a verb of saying."""

from __future__ import annotations

import pytest

import arabnews
from arabnews.lexicon import Lexicon

LEXICON = Lexicon.default()
NAMES = [form for entry in LEXICON.entries("organisation") if not (form := entry.form.split("|")[0]).isascii()]
OFFICES = [form for entry in LEXICON.entries("title") if " " not in (form := entry.form.split("|")[0])]
SUBJECTS = {
    "organisations": NAMES,
    "offices with a name": [f"ال{office} سالم المنصوري" for office in OFFICES],
    "offices with their field": [f"{office} النقل سالم المنصوري" for office in OFFICES],
    "sources": [entry.form.split("|")[0] for entry in LEXICON.entries("nominal_source")],
}


@pytest.mark.parametrize("kind", SUBJECTS)
def test_they_are_found_as_speakers(kind: str) -> None:
    """A few in a hundred are spelt like a verb, a day or an opener (`إن بي سي`, `اليوم السابع`)."""
    mute = [subject for subject in SUBJECTS[kind] if subject not in speakers(subject)]
    assert len(mute) <= 0.015 * len(SUBJECTS[kind]), mute


def speakers(subject: str) -> list[str]:
    verb = "أعلنت" if subject.split()[0].endswith("ة") else "أعلن"
    claims = arabnews.analyze(f"{verb} {subject} أن الطريق سيفتح غدا.").claims
    return [claim.speaker.text for claim in claims if claim.speaker is not None]
