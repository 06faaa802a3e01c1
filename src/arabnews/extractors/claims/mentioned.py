"""Mentions that stand in no table: who speaks by his place, with a name or with none."""

from __future__ import annotations

from typing import Final

from arabnews.model import Mention, MentionForm, MentionKind
from arabnews.spans import Span, draft_of

_Draft: Final = draft_of(Mention)


def mentioned(
    text: str,
    span: Span,
    kind: MentionKind,
    form: MentionForm,
    *,
    name: Span | None = None,
    title: Span | None = None,
    gender: str = "",
    number: str = "",
    is_anonymous: bool = False,
) -> Mention:
    """The mention over a span of an article's text; without a name of its own, all of it is the name."""
    draft = _Draft()
    draft.span, draft.text, draft.rule = span, text[span.start : span.end], "speaker"
    draft.kind, draft.form, draft.name = kind, form, span if name is None else name
    draft.title, draft.gender, draft.number = title, gender, number
    draft.is_anonymous = is_anonymous
    draft.__class__ = Mention
    mention: Mention = draft
    return mention
