"""The guided first task: which step of it the user has come to, told by what the screens show. Knows no Qt."""

from desktop.screens.work.presenter import State

#: The step that each stage of the sample leads to while the documents are shown.
_STEPS = {
    "opening": "opening",
    "ready": "start",
    "stopped": "start",
    "waiting": "wait",
    "running": "wait",
    "done": "result",
}


def step(state: State, number: int, place: str) -> str:
    """The step that the user has come to with the sample, the row with that number; empty when it has been taken out.

    Args:
        state: of the work screen.
        number: of the sample's row.
        place: the screen that is shown.
    """
    row = next((row for row in state.rows if row.number == number), None)
    if row is None:
        return ""
    if place == "result" and row.result:
        return "trace"
    if place != "documents":
        return "back"
    if state.chosen != number:
        return "choose"
    return _STEPS.get(row.stage, "failed")
