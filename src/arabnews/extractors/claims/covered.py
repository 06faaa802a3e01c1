"""What mentions and dates cover, by token: who speaks is looked for among them."""

from __future__ import annotations

from collections.abc import Sequence

from arabnews.document import Document
from arabnews.enums import NAME, PER
from arabnews.extractors.base import covered
from arabnews.model import DateExpression, Mention


class Covered:
    """The mentions and dates of the document at hand, by the tokens that they cover."""

    def __init__(self, document: Document, mentions: Sequence[Mention], dates: Sequence[DateExpression]) -> None:
        self.document = document
        self.by_token: dict[int, Mention] = {}
        self.surnames: set[str] = set()
        """The family names of the people whose full names stand in the article."""
        self.dated = covered(document, dates)
        by_token, token_at, ends, count, reached = self.by_token, document.token_at, document.ends, len(document.words), -1
        for mention in mentions:
            span = mention.span
            token, stop = token_at(span.start), span.end
            if token > reached:  # most: no other mention is around it
                by_token[token] = mention
                while token < count and ends[token] < stop:
                    token += 1
                    by_token[token] = mention
                reached = token
            else:
                first, token = token, token_at(stop - 1)
                for inside in range(first, token + 1):
                    if (around := by_token.get(inside)) is None or not around.span.contains(span):
                        by_token[inside] = mention
                reached = max(reached, token)
            if mention.kind is PER and mention.form is NAME and " " in mention.text:
                name = mention.name
                if name.end - name.start == len(mention.text) or " " in name.of(document.text):
                    self.surnames.add(document.keys[token if name.end == stop else token_at(name.end - 1)])
        self.ascribing = {*document.at("cue_phrase"), *[hit.first for hit in document.phrases("cue_phrase")]}

    def is_single_name(self, at: int) -> bool:
        """`وأكد سليمان | أهمية العمل`: a family name of somebody in the article, or a given name that is nothing else."""
        given = self.document.words[at].get("person_name")
        return self.document.keys[at] in self.surnames or (
            given is not None and given["certainty"] == "sure" and not given.proclitics
        )
