"""What came of the last act: seen while there is something to say, and said to those who hear the screen."""

from desktop.widgets.announce import announce
from desktop.widgets.plain import Label


class Notice(Label):
    """Takes no room while it is empty."""

    def __init__(self) -> None:
        super().__init__("notice")
        self.hide()

    def tell(self, text: str) -> None:
        """Show a text, and say it when it is another than before."""
        is_new = text != self.text()
        self.setText(text)
        self.setVisible(bool(text))
        if is_new:
            announce(self, text)
