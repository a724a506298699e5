"""What a run and its workers say to each other: one JSON object a line."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING

import msgspec

from filmspider.outcomes import Capture, Outcome  # noqa: TC001 - decoded

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

    from filmspider.sources.base import Part


class Task(msgspec.Struct, frozen=True, gc=False, tag="task"):
    """Read these parts of sources."""

    pickled: bytes
    careful: bool
    """Page by page, and saying which part is being read: for parts over which a worker has died."""

    @classmethod
    def of(cls, parts: Sequence[Part], match: re.Pattern[str], *, careful: bool) -> Task:
        """Return the task to read *parts*, of web archives the records whose address *match* is found in."""
        return cls(pickle.dumps((parts, match)), careful)

    def work(self) -> tuple[Sequence[Part], re.Pattern[str]]:
        """Return what is to be read."""
        return pickle.loads(self.pickled)  # type: ignore[no-any-return] # noqa: S301 - comes from the parent process


class Answer(msgspec.Struct, frozen=True, gc=False, tag="answer"):
    """Which of the pages offered are to be parsed."""

    wanted: list[bool]


class Reading(msgspec.Struct, frozen=True, gc=False, tag="reading"):
    """The part of this number is being read."""

    part: int


class Offer(msgspec.Struct, frozen=True, gc=False, tag="offer"):
    """The next pages of the task; their numbers go on from the last offer."""

    captures: list[Capture]
    passed_over: int
    """Records of web archives that nobody asked for, since the task began."""


class Result(msgspec.Struct, frozen=True, gc=False, tag="result"):
    """What became of the page of this number."""

    number: int
    outcome: Outcome


class Finished(msgspec.Struct, frozen=True, gc=False, tag="finished"):
    """All of the task is done."""


Order = Task | Answer
Reply = Reading | Offer | Result | Finished

_encode = msgspec.json.Encoder().encode
_orders: msgspec.json.Decoder[Order] = msgspec.json.Decoder(Order)
_replies: msgspec.json.Decoder[Reply] = msgspec.json.Decoder(Reply)


def order_of(text: bytes) -> Order:
    """Return the order in a line."""
    return _orders.decode(text)


def reply_of(text: bytes) -> Reply:
    """Return the reply in a line."""
    return _replies.decode(text)


def line(message: Order | Reply) -> bytes:
    """Return *message* as it goes over the pipe."""
    return _encode(message) + b"\n"
