"""Writes resources/priors.toml: what the default model says of texts of no type, for each shipped scheme.

Run after a shipped scheme, the prompt ``classify/label`` or the default model has changed: ``python -m scripts.priors``.
"""

import functools

from assistant import paths
from assistant.classify.prior import found
from assistant.classify.question import weigh
from assistant.engine.opening import open_session
from assistant.schemes.read import read

FILE = paths.resources() / "priors.toml"


def main() -> None:
    """Ask, and write."""
    lines = ["# What the default model says of texts of no type, for the shipped schemes; by python -m scripts.priors."]
    with open_session(None, lambda: False) as session:
        ask = functools.partial(weigh, session=session)
        for file in sorted((paths.resources() / "schemes").glob("*.toml")):
            scheme = read(file)
            if scheme.decides != "one":
                continue
            start = found(scheme, ask)
            lines += [
                "",
                f"[{scheme.id}]",
                f'fingerprint = "{scheme.fingerprint}"',
                f'model = "{session.identity.sha256}"',
            ]
            lines += ["", f"[{scheme.id}.start]", *(f'"{code}" = {value:.4f}' for code, value in start.items())]
    FILE.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
