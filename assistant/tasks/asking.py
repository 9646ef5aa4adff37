"""Asking a model until its answer can be used: whole, in the right language, and not the instruction said again."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from assistant.documents.split import Passage
from assistant.engine.engine import Sampling
from assistant.engine.session import Session
from assistant.engine.templates import Message
from assistant.language import detect
from assistant.prompts import Prompt
from assistant.tasks.answers import unechoed, whole
from assistant.tasks.pace import Part

#: How often a question is put; later tries draw at random, with the seed.
_TRIES = 3
_RETRY_TEMPERATURE = 0.4


@dataclass
class Asking:
    """Puts a task's questions. ``stamps`` are the prompts that were used, in order."""

    session: Session
    language: str
    stamps: list[str] = field(default_factory=list)

    def ask(
        self,
        prompt: Prompt,
        messages: Sequence[Message],
        part: Part,
        enough: Callable[[str], bool],
        *,
        aloud: bool = False,
        goes_on: bool = False,
        repeat_penalty: float = 1.0,
    ) -> str:
        """The answer to a filled prompt; empty when none can be used after the last try.

        Args:
            prompt: the prompt that ``messages`` were filled from.
            messages: what is asked.
            part: the part of the job that this is; it hears the progress, and is done when this returns.
            enough: whether the answer so far is all that is wanted.
            aloud: the answer is the user's, who hears it as it comes; of later tries only the last word is told.
            goes_on: more will be asked in this part of the job, so it is not done yet.
            repeat_penalty: above 1 against going round in lists and turns of phrase.

        Raises:
            Stopped: on request.
        """
        self.stamps.append(prompt.stamp)
        answer = ""
        for attempt in range(_TRIES):
            got = self.session.ask(
                messages,
                prompt.room,
                sampling=Sampling(
                    temperature=_RETRY_TEMPERATURE if attempt else 0.0,
                    seed=self.session.seed + attempt,
                    repeat_penalty=repeat_penalty,
                ),
                progress=part.reading,
                piece=part.write_aloud if aloud and not attempt else part.write,
                enough=enough,
            )
            answer = unechoed(whole(got.text), messages[-1].text)
            if answer and detect(answer) in (None, self.language):
                break
        if not goes_on:
            part.end()
        return answer

    def list_of(
        self, prompt: Prompt, messages: Sequence[Message], part: Part, grammar: str, enough: Callable[[str], bool]
    ) -> str:
        """The answer that a grammar shapes; it needs no second try. Where it was cut, its whole entries still count.

        Raises:
            Stopped: on request.
        """
        self.stamps.append(prompt.stamp)
        sampling = Sampling(seed=self.session.seed, grammar=grammar)
        return self.session.ask(
            messages, prompt.room, sampling=sampling, progress=part.reading, piece=part.write, enough=enough
        ).text


def about_part(prompt: Prompt, part: Passage, place: tuple[int, int]) -> tuple[Message, ...]:
    """A prompt about the ``place[0]``th of ``place[1]`` parts of a document, filled."""
    values = {"document": part.text, "part": str(place[0]), "parts": str(place[1])}
    # The place is told in English alone: told in Swedish, the small model says the instruction again for an answer.
    return prompt.fill({name: values[name] for name in prompt.inputs})
