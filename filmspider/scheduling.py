"""What a scheduler is told: a systemd service with its timer, and a line for cron."""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass
from typing import TYPE_CHECKING

from filmspider.exceptions import UnknownArgumentError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_TIME = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)")
_NAME = re.compile(r"[A-Za-z0-9][\w.-]*", re.ASCII)

_SERVICE = """\
[Unit]
Description=filmspider {name}
Wants=network-online.target
After=network-online.target

[Service]
Type=oneshot
WorkingDirectory={folder}
ExecStart={command}
# As Ctrl-C: what is in flight is finished and published, and the same command goes on from there.
KillSignal=SIGINT
TimeoutStartSec=infinity
TimeoutStopSec=10min
Nice=10
NoNewPrivileges=yes
"""
_TIMER = """\
[Unit]
Description=filmspider {name}, every day

[Timer]
OnCalendar=*-*-* {hour:02}:{minute:02}:00
RandomizedDelaySec=10min
Persistent=yes

[Install]
WantedBy=timers.target
"""


@dataclass(frozen=True)
class Schedule:
    """A *command* that is run in *folder* every day *at* ``HH:MM``, local time; *name* tells it from others.

    Raises :class:`SetupError` for what is no time or cannot be the name of a unit.
    """

    name: str
    at: str
    folder: Path
    command: Sequence[str]

    def __post_init__(self) -> None:
        if not _TIME.fullmatch(self.at):
            raise UnknownArgumentError(f"at={self.at}: use HH:MM")
        if not _NAME.fullmatch(self.name):
            raise UnknownArgumentError(f"name={self.name}: use letters, digits, points and dashes")
        if any(character in "\r\n" for word in (*self.command, str(self.folder)) for character in word):
            raise UnknownArgumentError("a scheduled command cannot have line breaks in it")

    def units(self) -> dict[str, str]:
        """Return the files for systemd by name."""
        hour, minute = map(int, self.at.split(":"))
        folder = str(self.folder).replace("%", "%%")
        command = " ".join(map(_systemd_word, self.command))
        return {
            f"filmspider-{self.name}.service": _SERVICE.format(name=self.name, folder=folder, command=command),
            f"filmspider-{self.name}.timer": _TIMER.format(name=self.name, hour=hour, minute=minute),
        }

    def cron(self) -> str:
        """Return the line for a crontab. What the command prints, which is what goes wrong, cron sends by mail."""
        hour, minute = map(int, self.at.split(":"))
        line = f"cd {shlex.quote(str(self.folder))} && {shlex.join([*self.command, '--quiet'])}"
        return f"{minute} {hour} * * * " + line.replace("%", r"\%")


def _systemd_word(word: str) -> str:
    r"""Quote a word of ``ExecStart``.

    >>> print(_systemd_word("plain"), _systemd_word('a "b" $c 50%'))
    plain "a \"b\" $$c 50%%"
    """
    plain = word.replace("\\", "\\\\").replace('"', '\\"').replace("$", "$$").replace("%", "%%")
    return plain if re.fullmatch(r"[\w@%+=:,./-]+", plain) else f'"{plain}"'
