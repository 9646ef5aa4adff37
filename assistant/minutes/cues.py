"""The words by which a language decides, proposes, takes something on, asks for it, or leaves it open, as patterns."""

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Cues:
    """The patterns of one language, searched in one sentence.

    Attributes:
        decision_label: a label before what is decided.
        decides_now: deciding as it is said; counts in notes and in talk.
        decides_then: decided, as notes tell it; in talk it tells of another day.
        it_is_decided: that what was just said is decided.
        weakly: may be deciding, in everyday words.
        other_body: that it was done by or in another body.
        elsewhere: what makes a past decision one of another day.
        later: what makes a present one something that will be decided.
        condition: what makes it a condition or a question.
        denial: what denies.
        clause: the word after which stands what is decided; what comes before it is about the deciding.
        hedge: what makes doing something a thought.
        proposal_label, proposes: putting something forward, as notes tell it.
        moves: putting something forward here and now.
        someone_does: what follows the name of somebody who has taken something on.
        i_do: the speaker takes something on.
        i_do_any: the speaker does anything that takes its time; it counts where a time is said.
        i_take_it: the speaker takes on what was just asked for.
        plans: saying that something will be done.
        asks_for: asking somebody to do something.
        asks_any: asking somebody for anything but words; it counts where it is taken on.
        yes, no: beginnings of an answer.
        assent_asked: asking whether all agree.
        objection_asked: asking whether somebody is against it.
        none: an answer that nobody is.
        open_question: saying that something is not known or not settled.
        divided: an answer that people think differently.
        next_label: a heading over when the next meeting is.
        a_day: a day.
        next_meeting: when the next meeting is.
        when, by: a time, and a time by which.
        passive_task: something that will be done, by whom is not said.
        tasks_label: a heading over things to do.
        task_label, owner_label, due_label: labels before one thing to do, who does it, and by when.
        doing, tells: any verb in the present, and those that do not tell of doing.
        told_question: telling that somebody asked.
        column_what, column_who, column_when: the columns of a table of things to do.
    """

    decision_label: re.Pattern[str]
    decides_now: re.Pattern[str]
    decides_then: re.Pattern[str]
    it_is_decided: re.Pattern[str]
    weakly: re.Pattern[str]
    other_body: re.Pattern[str]
    elsewhere: re.Pattern[str]
    later: re.Pattern[str]
    condition: re.Pattern[str]
    denial: re.Pattern[str]
    clause: re.Pattern[str]
    hedge: re.Pattern[str]
    proposal_label: re.Pattern[str]
    proposes: re.Pattern[str]
    moves: re.Pattern[str]
    someone_does: re.Pattern[str]
    i_do: re.Pattern[str]
    i_do_any: re.Pattern[str]
    i_take_it: re.Pattern[str]
    plans: re.Pattern[str]
    asks_for: re.Pattern[str]
    asks_any: re.Pattern[str]
    yes: re.Pattern[str]
    no: re.Pattern[str]
    assent_asked: re.Pattern[str]
    objection_asked: re.Pattern[str]
    none: re.Pattern[str]
    open_question: re.Pattern[str]
    divided: re.Pattern[str]
    next_label: re.Pattern[str]
    a_day: re.Pattern[str]
    next_meeting: re.Pattern[str]
    when: re.Pattern[str]
    by: re.Pattern[str]
    passive_task: re.Pattern[str]
    tasks_label: re.Pattern[str]
    task_label: re.Pattern[str]
    owner_label: re.Pattern[str]
    due_label: re.Pattern[str]
    doing: re.Pattern[str]
    tells: re.Pattern[str]
    told_question: re.Pattern[str]
    column_what: re.Pattern[str]
    column_who: re.Pattern[str]
    column_when: re.Pattern[str]


def pattern(text: str) -> re.Pattern[str]:
    """A pattern that does not mind capitals."""
    return re.compile(text, re.IGNORECASE)
