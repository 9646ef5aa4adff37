"""Keyrings for tests: one that keeps its secrets, and others that only seem to."""


class Good:
    """Keeps what it is given, in memory."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        """The secret."""
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep a secret."""
        self.kept[service, username] = password


class Forgetful(Good):
    """Takes a secret and keeps nothing, as keyring's null back end does."""

    def set_password(self, service: str, username: str, password: str) -> None:
        """Forget."""


class Wrong(Good):
    """Gives back another secret than it was given."""

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep it backwards."""
        super().set_password(service, username, password[::-1] + "0")


class Locked:
    """Refuses everything, as a keyring does whose prompt was dismissed."""

    def get_password(self, service: str, username: str) -> str | None:
        """Refuse."""
        raise RuntimeError(service, username)

    def set_password(self, service: str, username: str, password: str) -> None:
        """Refuse."""
        raise RuntimeError(service, username, password)
