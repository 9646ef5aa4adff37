"""Panes beside each other, and the way from one to the next by keyboard."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

FORWARD: Final = 1
BACK: Final = -1
_UNIT: Final = 1 << 12


def beside(*panes: QWidget, shares: Sequence[int] = ()) -> QSplitter:
    """The panes, none of which can be pushed away; as wide as each other, or in these shares."""
    made = QSplitter()
    made.setChildrenCollapsible(False)
    given = list(shares) or [1] * len(panes)
    for place, (pane, share) in enumerate(zip(panes, given, strict=True)):
        made.addWidget(pane)
        made.setStretchFactor(place, share)
    made.setSizes([share * _UNIT for share in given])
    return made


def go(view: QWidget, panes: Sequence[QWidget | tuple[QWidget, QWidget]], way: int) -> None:
    """Give the keyboard to the next pane, forward or back from the one that has it.

    A pane is what takes the keyboard, or a pair: the whole, and what in it takes the keyboard.
    """
    pairs = [pane if isinstance(pane, tuple) else (pane, pane) for pane in panes]
    focus = view.focusWidget() or view
    at = next((place for place, (pane, _) in enumerate(pairs) if pane is focus or pane.isAncestorOf(focus)), 0)
    pairs[(at + way) % len(pairs)][1].setFocus(Qt.FocusReason.ShortcutFocusReason)
