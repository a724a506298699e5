"""Text to value: pure functions, one module a kind of value.

Each takes what a rule found on the page (a string, a number from script data, or a mapping of strings) and returns the
value, ``None`` where nothing is stated, :class:`Unparsed` where something is stated that it does not understand, or
:class:`Noted` where the value needs a remark. None of them raises for any text.
"""

from filmspider.processors.outcome import Noted, Unparsed

__all__ = ["Noted", "Unparsed"]
