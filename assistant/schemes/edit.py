"""A scheme as it is edited: made, copied, changed class by class, and checked as a file would be."""

import dataclasses
import tomllib
from collections.abc import Collection
from dataclasses import replace

from assistant import paths
from assistant.errors import OutputError
from assistant.schemes.read import built, place
from assistant.schemes.scheme import Label, Scheme
from assistant.schemes.write import as_toml, slug


def checked(scheme: Scheme) -> Scheme:
    """The scheme as its file would be read.

    Raises:
        SchemeError: it is wrong; the reason says what, and the detail where.
    """
    return built(scheme.id, scheme.name, tomllib.loads(as_toml(scheme)))


def is_own(name: str) -> bool:
    """Whether a scheme is the user's own, and not one that is shipped or that IT has provided."""
    return place(name) == paths.home() / "schemes" / f"{name}.toml"


def fresh(name: str, first: tuple[str, str], taken: Collection[str], language: str) -> Scheme:
    """A new scheme with two classes of these names."""
    labels = tuple(Label(f"{number}", each) for number, each in enumerate(first, 1))
    return Scheme(_free(slug(name), taken), name, labels, language=language)


def copied(scheme: Scheme, name: str, taken: Collection[str]) -> Scheme:
    """The same scheme under another name."""
    return replace(scheme, id=_free(slug(name), taken), name=name)


def with_label(scheme: Scheme, code: str, /, **new: object) -> Scheme:
    """The scheme with one of its classes changed; where its code is, those under it follow."""
    code_now = str(new.get("code", code))
    labels = [
        replace(label, **new)  # type: ignore[arg-type]
        if label.code == code
        else replace(label, parent=code_now if label.parent == code else label.parent)
        for label in scheme.labels
    ]
    return replace(scheme, labels=tuple(labels))


def with_another(scheme: Scheme, name: str, beside: str) -> tuple[Scheme, str]:
    """The scheme with a class more, after another and under the same one; and its code."""
    codes = {label.code for label in scheme.labels}
    code = _free(slug(name), codes)
    above = next((label.parent for label in scheme.labels if label.code == beside), "")
    place = next((place for place, label in enumerate(scheme.labels, 1) if label.code == beside), len(scheme.labels))
    labels = (*scheme.labels[:place], Label(code, name, parent=above), *scheme.labels[place:])
    return replace(scheme, labels=labels), code


def without(scheme: Scheme, code: str) -> Scheme:
    """The scheme without a class; those under it stand where it stood."""
    above = next((label.parent for label in scheme.labels if label.code == code), "")
    labels = [
        dataclasses.replace(label, parent=above) if label.parent == code else label
        for label in scheme.labels
        if label.code != code
    ]
    return replace(scheme, labels=tuple(labels))


def remove(name: str) -> None:
    """Remove one of the user's own schemes.

    Raises:
        OutputError: it cannot be removed.
    """
    try:
        (paths.home() / "schemes" / f"{name}.toml").unlink(missing_ok=True)
    except OSError as error:
        raise OutputError(name=name, reason="forbidden") from error


def _free(name: str, taken: Collection[str]) -> str:
    number, free = 2, name
    while free in taken:
        free, number = f"{name}-{number}", number + 1
    return free
