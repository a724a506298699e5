"""Cassettes: answers recorded for tests by VCR, vcrpy or betamax, in YAML or JSON."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self

import msgspec

from filmspider.extras import YAML
from filmspider.items import Rejection
from filmspider.packing import MAX_BODY, iso_date
from filmspider.sources.answers import Answer, binary, header_lines
from filmspider.sources.base import PassedOver
from filmspider.sources.bounds import BombError, is_bomb
from filmspider.sources.capture import stated_at
from filmspider.sources.members import DAMAGES, lost
from filmspider.sources.warc import unpacking
from filmspider.sources.wayback import published

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator
    from typing import BinaryIO

    from filmspider.sources.base import File, Found

_MAX_JSON = 2 * MAX_BODY
"""Bytes of a cassette in JSON, which is read whole."""


@dataclass(frozen=True)
class Cassette:
    """A cassette, of whichever form."""

    path: File
    uri: str

    def pages(self, match: re.Pattern[str], /) -> Iterator[Found]:
        """Yield the pages whose address *match* is found in; ``cassette.yaml#1`` is the first interaction."""
        try:
            with self.path.open("rb") as packed:
                stream = unpacking(packed) or packed
                yield from self._found(stream, match)
        except DAMAGES as error:
            yield lost(self.uri, error)

    def parts(self) -> Iterator[Self]:
        """Yield the cassette itself."""
        yield self

    def _found(self, stream: BinaryIO, match: re.Pattern[str]) -> Iterator[Found]:
        size = 0
        for number, interaction in enumerate(self.interactions(stream), 1):
            capture = published(str(_at(interaction, "request", "uri") or ""))
            if match.search(capture.address):
                answer = _answer(interaction)
                size += len(answer.body)
                if is_bomb(size, stream.tell()):  # one answer that is named again and again
                    raise BombError
                yield answer.page(f"{self.uri}#{number}", capture, _recorded_at(interaction))
            else:
                yield PassedOver(1)

    def interactions(self, stream: BinaryIO) -> Iterator[Any]:
        """Yield the interactions of a cassette, which may be anything. Raises ``ValueError`` for what is none."""
        raise NotImplementedError


class YamlCassette(Cassette):
    """A cassette in YAML, read one interaction at a time."""

    def pages(self, match: re.Pattern[str], /) -> Iterator[Found]:
        """Yield the pages."""
        if YAML.missing:
            yield Rejection(reason="error", detail=YAML.missing, uri=self.uri)
        else:
            yield from super().pages(match)

    def interactions(self, stream: BinaryIO) -> Iterator[Any]:
        """Yield them."""
        from filmspider.sources.yaml_lists import members  # noqa: PLC0415 - PyYAML is an extra

        return members(stream, {"interactions", "http_interactions"})


class JsonCassette(Cassette):
    """A cassette in JSON."""

    def interactions(self, stream: BinaryIO) -> Iterator[Any]:
        """Yield them."""
        raw = stream.read(_MAX_JSON + 1)
        if len(raw) > _MAX_JSON:
            raise BombError
        tape = msgspec.json.decode(raw, type=_Tape)
        return map(msgspec.json.decode, tape.interactions or tape.http_interactions)


class _Tape(msgspec.Struct):
    interactions: list[msgspec.Raw] = []
    http_interactions: list[msgspec.Raw] = []


def _recorded_at(interaction: Any) -> str | None:
    stated = str(_at(interaction, "recorded_at") or "")
    return iso_date(stated) or stated_at(stated)


def _answer(interaction: Any) -> Answer:
    headers = _at(interaction, "response", "headers")
    lines = header_lines(headers.items()) if isinstance(headers, dict) else b""
    return Answer(_at(interaction, "response", "status", "code"), lines, _body(_at(interaction, "response", "body")))


def _body(body: Any) -> bytes:
    if (packed := _at(body, "base64_string")) is not None:
        return binary(str(packed))
    text = _at(body, "string") if isinstance(body, dict) else body
    return text if isinstance(text, bytes) else str(text or "").encode("utf-8", "surrogateescape")


def _at(value: Any, *path: str) -> Any:
    """Return what stands in nested mappings, ``None`` if there is nothing."""
    for key in path:
        value = value.get(key) if isinstance(value, dict) else None
    return value
