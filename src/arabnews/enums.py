"""The values of annotations' fields: string enumerations whose members are plain class attributes, on Python 3.11 too.

From 3.12 on `Kind.WORD` is an attribute like any other; 3.11 runs a descriptor written in Python for it, five times as slow,
and rules compare kinds at every token.
"""

from __future__ import annotations

from enum import Enum, StrEnum
from typing import Final, TypeVar

E = TypeVar("E", bound=type[Enum])


def direct(cls: E) -> E:
    """Class decorator: the members of an enumeration, found without a descriptor.

    Example:
        >>> from enum import StrEnum
        >>> @direct
        ... class Side(StrEnum):
        ...     LEFT = "left"
        >>> Side.LEFT
        <Side.LEFT: 'left'>
    """
    for name, member in cls.__members__.items():
        type.__setattr__(cls, name, member)
    return cls


@direct
class MentionKind(StrEnum):
    """What a mention names: a person, an organisation, a place, a group of people, a facility.

    Example:
        >>> MentionKind.PER == "PER"
        True
    """

    PER = "PER"
    ORG = "ORG"
    LOC = "LOC"
    NORP = "NORP"
    FAC = "FAC"


@direct
class MentionForm(StrEnum):
    """How a mention is made: by a proper name, by a noun phrase, by a pronoun (ACE's mention levels).

    Example:
        >>> [form.value for form in MentionForm]
        ['name', 'nominal', 'pronoun']
    """

    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"


PER: Final = MentionKind.PER
ORG: Final = MentionKind.ORG
LOC: Final = MentionKind.LOC
NORP: Final = MentionKind.NORP
FAC: Final = MentionKind.FAC
NAME: Final = MentionForm.NAME
NOMINAL: Final = MentionForm.NOMINAL
"""For rules, which ask for them at every mention: a module's own names are found faster than an enumeration's."""


@direct
class NumberForm(StrEnum):
    """How an amount is written.

    Example:
        >>> [form.value for form in NumberForm]
        ['digits', 'words', 'mixed', 'dual', 'vague', 'fraction']
    """

    DIGITS = "digits"
    WORDS = "words"
    MIXED = "mixed"
    DUAL = "dual"
    VAGUE = "vague"
    FRACTION = "fraction"


@direct
class NumberMod(StrEnum):
    """How the value bounds the amount: about, more than, at least, less than, at most.

    Example:
        >>> NumberMod("ge") is NumberMod.GE
        True
    """

    APPROX = "approx"
    GT = "gt"
    GE = "ge"
    LT = "lt"
    LE = "le"


@direct
class Dimension(StrEnum):
    """What kind of quantity an amount is.

    Example:
        >>> [dimension.value for dimension in Dimension]
        ['count', 'money', 'percent', 'measure']
    """

    COUNT = "count"
    MONEY = "money"
    PERCENT = "percent"
    MEASURE = "measure"


@direct
class DateType(StrEnum):
    """The TIMEX3 types (ISO-TimeML).

    Example:
        >>> [kind.value for kind in DateType]
        ['DATE', 'TIME', 'DURATION', 'SET']
    """

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@direct
class DateMod(StrEnum):
    """The TIMEX3 modifiers in use here, with EARLY and LATE for parts of a period.

    Example:
        >>> DateMod("START") is DateMod.START
        True
    """

    START = "START"
    MID = "MID"
    END = "END"
    APPROX = "APPROX"
    BEFORE = "BEFORE"
    AFTER = "AFTER"
    EARLY = "EARLY"
    LATE = "LATE"


@direct
class Calendar(StrEnum):
    """The calendar in which a date is written.

    Example:
        >>> [calendar.value for calendar in Calendar]
        ['gregorian', 'hijri']
    """

    GREGORIAN = "gregorian"
    HIJRI = "hijri"


@direct
class ClaimKind(StrEnum):
    """How a claim's content is given.

    Example:
        >>> [kind.value for kind in ClaimKind]
        ['direct', 'indirect', 'mixed', 'nominal', 'narrated']
    """

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"
    NOMINAL = "nominal"
    NARRATED = "narrated"


@direct
class Stance(StrEnum):
    """The speech act that the cue performs.

    Example:
        >>> Stance.DENY == "deny"
        True
    """

    ASSERT = "assert"
    ANNOUNCE = "announce"
    CONFIRM = "confirm"
    DENY = "deny"
    PROMISE = "promise"
    DEMAND = "demand"
    WARN = "warn"
    ACCUSE = "accuse"
    PRAISE = "praise"
    BELIEVE = "believe"


@direct
class Polarity(StrEnum):
    """Whether the source affirms or denies the content.

    Example:
        >>> [polarity.value for polarity in Polarity]
        ['positive', 'negative']
    """

    POSITIVE = "positive"
    NEGATIVE = "negative"


@direct
class Factuality(StrEnum):
    """How certain the source presents the content to be (FactBank: certain, probable, possible; +, -, unknown).

    Example:
        >>> Factuality("CT+") is Factuality.CERTAIN
        True
    """

    CERTAIN = "CT+"
    PROBABLE = "PR+"
    POSSIBLE = "PS+"
    NOT_CERTAIN = "CT-"
    NOT_PROBABLE = "PR-"
    NOT_POSSIBLE = "PS-"
    CERTAIN_UNKNOWN = "CTu"
    UNKNOWN = "Uu"


@direct
class Resolution(StrEnum):
    """The sieve that found a claim's source, from precise to bold.

    Example:
        >>> Resolution("pro_drop") is Resolution.PRO_DROP
        True
    """

    EXPLICIT = "explicit"
    PARTICIPLE = "participle"
    CONTINUATION = "continuation"
    SUBJECT = "subject"
    DOCUMENT = "document"
    PRONOUN = "pronoun"
    PRO_DROP = "pro_drop"
    RELAYED = "relayed"
    HEADLINE = "headline"
    NONE = "none"


DIRECT: Final = ClaimKind.DIRECT
INDIRECT: Final = ClaimKind.INDIRECT
MIXED: Final = ClaimKind.MIXED
NARRATED: Final = ClaimKind.NARRATED
EXPLICIT: Final = Resolution.EXPLICIT
PARTICIPLE: Final = Resolution.PARTICIPLE
CONTINUATION: Final = Resolution.CONTINUATION
SUBJECT: Final = Resolution.SUBJECT
PRONOUN: Final = Resolution.PRONOUN
PRO_DROP: Final = Resolution.PRO_DROP
RELAYED: Final = Resolution.RELAYED
UNRESOLVED: Final = Resolution.NONE
"""For rules, as those of mentions."""
