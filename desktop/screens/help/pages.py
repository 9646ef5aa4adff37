"""The parts of the help as pages. A page is made when it is first shown, since few look at all of them."""

import platform
from collections.abc import Callable

from PySide6.QtCore import qVersion
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFormLayout, QHBoxLayout

from assistant import paths
from assistant.version import VERSION
from assistant.wording import Words
from assistant.worker.lockdown import layers
from desktop.screens.help import texts
from desktop.screens.help.libraries import libraries
from desktop.screens.help.presenter import State
from desktop.shortcuts import SHORTCUTS
from desktop.widgets.facts import Facts
from desktop.widgets.page import Card, Page
from desktop.widgets.plain import label, primary
from desktop.widgets.reader import show_text


def start(words: Words, try_example: Callable[[], None]) -> Page:
    """What to do first, and a button that lets one do it."""
    page = _page("start", words)
    card = Card()
    for number, step in enumerate(texts.STEPS, 1):
        card.column.addWidget(label(f"{number}. {words(step)}"))
    page.column.addWidget(card)
    page.column.addWidget(label(words("You can try all of this on a letter that we have made up."), "hint"))
    button = primary(words("&Try with an example"))
    button.setObjectName("primary")
    button.clicked.connect(try_example)
    row = QHBoxLayout()
    row.addWidget(button)
    row.addStretch()
    page.column.addLayout(row)
    page.end()
    return page


def guide(words: Words) -> Page:
    """The guide, from its file."""
    page = Page(words(texts.TITLES["guide"]), is_read=True)
    file = paths.guide(words.language)
    if file.is_file():
        show_text(file, page.column)
    else:
        page.column.addWidget(label(words("The guide is not installed on this computer."), "hint"))
    page.end()
    return page


def keys(words: Words) -> Page:
    """Every shortcut there is."""
    page = _page("keys", words)
    page.column.addWidget(label(words(texts.KEYS), "hint"))
    card, rows = Card(), QFormLayout()
    rows.setHorizontalSpacing(24)
    for key, does in SHORTCUTS.values():
        named = label(QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText), "key")
        named.setWordWrap(False)
        rows.addRow(named, label(words(does)))
    card.column.addLayout(rows)
    page.column.addWidget(card)
    page.end()
    return page


def protects(words: Words) -> Page:
    """What Kansli protects against, and what it does not."""
    page = _page("protects", words)
    for danger, answer in texts.PROTECTS:
        card = Card()
        card.column.addWidget(label(words(danger), "heading"))
        card.column.addWidget(label(words(answer)))
        page.column.addWidget(card)
    page.column.addWidget(label(words("What Kansli does not protect against"), "subtitle"))
    card = Card()
    for each in texts.PROTECTS_NOT:
        card.column.addWidget(label(f"• {words(each)}"))
    page.column.addWidget(card)
    page.end()
    return page


def protection(words: Words, state: State) -> Page:
    """Which layers took hold on this computer, each in words."""
    page = _page("protection", words)
    page.column.addWidget(label(words(texts.LAYERS), "hint"))
    if state.protection is None:
        page.column.addWidget(label(words("Looking…")))
    else:
        card = Card()
        for layer, is_held in layers(state.protection).items():
            sign, said = ("✓", words("yes")) if is_held else ("✗", words("NO"))
            card.column.addWidget(label(f"{sign} {said}: {words.layer(layer)}", "" if is_held else "missing"))
        page.column.addWidget(card)
    page.column.addWidget(
        label(
            words("The whole program has given up networks.")
            if state.is_offline
            else words("The program cannot give up networks on this system; block it with a firewall rule.")
        )
    )
    page.end()
    return page


def about(words: Words) -> Page:
    """Versions and licences."""
    page = _page("about", words)
    facts = {"version": VERSION, "python": platform.python_version(), "qt": qVersion()}
    page.column.addWidget(label(words("Kansli {version}, with Python {python} and Qt {qt}.", **facts)))
    page.column.addWidget(label(words("Kansli is free software under the MIT licence.")))
    page.column.addWidget(label(words(texts.QT)))
    page.column.addWidget(label(words("What Kansli is made of"), "subtitle"))
    card, made_of = Card(), Facts()
    made_of.show_rows([(f"{each.name} {each.version}".strip(), each.licence) for each in libraries()])
    card.column.addWidget(made_of)
    page.column.addWidget(card)
    page.end()
    return page


def _page(topic: str, words: Words) -> Page:
    title = words(texts.TITLES[topic])
    page = Page(title, is_read=True)
    page.column.addWidget(label(title, "title"))
    return page
