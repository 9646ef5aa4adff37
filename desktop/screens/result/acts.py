"""What an act makes of a State: functions from one State to the next. The presenter decides which, and when."""

import dataclasses
from collections.abc import Iterable, Sequence
from datetime import datetime

from assistant.tasks.task import Result, Source
from desktop.checking import Checked
from desktop.screens.result import versions
from desktop.screens.result.state import Spot, State
from desktop.screens.result.versions import Version


def marked(state: State, blocks: frozenset[int], follows: str = "document") -> State:
    """Statements are marked, and what they rest on."""
    sources = _sources(state.result, blocks)
    spots = frozenset(Spot(source.document, source.paragraph) for source in sources)
    return dataclasses.replace(state, blocks=blocks, spots=spots, sources=sources, follows=follows)


def paragraph_marked(state: State, spot: Spot) -> State:
    """A paragraph is marked, and the statements that rest on it."""
    blocks = state.result.blocks if state.result else ()
    resting = frozenset(
        index
        for index, block in enumerate(blocks)
        if any(Spot(source.document, source.paragraph) == spot for source in block.sources)
    )
    sources = tuple(
        source for source in _sources(state.result, resting) if Spot(source.document, source.paragraph) == spot
    )
    return dataclasses.replace(state, blocks=resting, spots=frozenset({spot}), sources=sources, follows="statements")


def added(state: State, result: Result, act: str, when: datetime, what: str = "", *, is_made: bool = False) -> State:
    """There is a new version, and it is shown; what was marked stays so where the statements are as many as before."""
    number = len(state.versions) + 1
    new = Version(number, result, act, when, 0 if is_made else state.shown, what)
    keeps = not is_made and state.result is not None and len(state.result.blocks) == len(result.blocks)
    blocks = state.blocks if keeps else frozenset[int]()
    state = dataclasses.replace(state, versions=(*state.versions, new), shown=number, told=None, problem=None)
    return marked(state, blocks)


def removed(state: State, blocks: frozenset[int], when: datetime) -> State:
    """A version without some statements; the one that then stands in the place of the first is marked."""
    if state.result is None or not blocks:
        return state
    left = versions.without(state.result, blocks)
    state = added(state, left, "removed", when, state.result.blocks[min(blocks)].text)
    return marked(state, frozenset({min(*blocks, len(left.blocks) - 1)}) if left.blocks else frozenset(), "both")


def shown(state: State, number: int) -> State:
    """Another version is shown, with nothing marked."""
    return dataclasses.replace(
        state, shown=number, blocks=frozenset(), spots=frozenset(), sources=(), follows="", told=None, problem=None
    )


def checked(state: State, found: Sequence[Checked]) -> State:
    """The program has looked at reworded statements: that counts in every version they stand in."""
    for each in found:
        held = tuple(
            dataclasses.replace(
                version, result=versions.with_checked(version.result, each.before, each.after, each.findings)
            )
            for version in state.versions
        )
        state = dataclasses.replace(state, versions=held)
    return state if state.spots else marked(state, state.blocks)


def _sources(result: Result | None, blocks: Iterable[int]) -> tuple[Source, ...]:
    return tuple(source for index in sorted(blocks) for source in (result.blocks[index].sources if result else ()))
