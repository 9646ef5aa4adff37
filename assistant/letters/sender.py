"""What always holds for the sender: the organisation that IT has fixed, and ``sender.toml`` in a folder of letters."""

from typing import Final

from assistant import policy
from assistant.letters.kind import Kind
from assistant.letters.known import entry_of, facts_of, plain
from assistant.letters.read import folders

SENDER: Final = "sender.toml"


def standing(kind: Kind) -> dict[str, tuple[str, ...]]:
    """The facts that always hold and that the type has a field for; of several files the first folder's.

    Raises:
        FactsError: the file cannot be read, or a value is not one that the field can have.
        PolicyError: what IT has fixed cannot be read.
    """
    file = next((folder / SENDER for folder in folders() if (folder / SENDER).is_file()), None)
    names = {plain(each) for field in kind.fields for each in (field.name, *field.label.values())}
    entry = {key: value for key, value in entry_of(file).items() if plain(key) in names} if file else {}
    facts = facts_of(entry, kind, SENDER)
    organisation = policy.in_force().organisation
    if organisation and any(each.name == "organisation" for each in kind.fields):
        facts["organisation"] = (organisation,)
    return facts
