"""The pictures of the README and the guide: the real window, with the real default model, on the shipped samples.

Usage: python -m scripts.make_pictures [SCENE]…  (or make pictures, which sets up first)

Every scene in both languages, light and dark, at 100 and 200 %, goes to build/pictures, with a sheet of each such set to look
at; the few that README and the guide show go to docs/pictures. The scenes are the table ``SCENES`` in ``pictures.py``.
Without a screen Xvfb makes one where it is installed (Debian: xvfb, fonts-dejavu-core), and Qt draws without one elsewhere.
Nothing is imported up here, since every child process runs this file again.
"""

import os
import shutil
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ALL = ROOT / "build" / "pictures"
CHOSEN = ROOT / "docs" / "pictures"
#: Fonts that have been looked at; with others the pictures would be of another program.
FONTS = ("DejaVu Sans", "Noto Sans", "Segoe UI")


def main() -> None:
    """Find a screen and a font, do everything once, and take the pictures."""
    _on_a_screen()
    from PySide6.QtGui import QFontDatabase  # noqa: PLC0415 - see above

    from assistant.engine.models import Store  # noqa: PLC0415
    from desktop.application import application  # noqa: PLC0415
    from scripts.pictures import SCENES, Studio, take  # noqa: PLC0415

    names = sys.argv[1:] or list(SCENES)
    unknown = [name for name in names if name not in SCENES]
    if unknown:
        sys.exit(f"There is no such scene: {', '.join(unknown)}. There are: {', '.join(SCENES)}")
    installed = Store().find().path
    application(["kansli"]).setCursorFlashTime(0)
    if not set(FONTS) & set(QFontDatabase.families()):
        sys.exit(f"None of the fonts {', '.join(FONTS)} is installed (Debian: fonts-dejavu-core).")
    with tempfile.TemporaryDirectory(prefix="kansli-", ignore_cleanup_errors=True) as home:
        os.environ["KANSLI_HOME"] = home
        models = Path(home) / "models"
        models.mkdir()
        (models / installed.name).symlink_to(installed)
        studio = Studio()
        try:
            take(studio, names, ALL, CHOSEN)
        finally:
            studio.close()
    print(f"Pictures are in {ALL.relative_to(ROOT)} and {CHOSEN.relative_to(ROOT)}.")


def _on_a_screen() -> None:
    """Go on under Xvfb, or without a screen, where there is none."""
    if sys.platform != "linux" or os.environ.get("DISPLAY") or os.environ.get("QT_QPA_PLATFORM"):
        return
    if shutil.which("xvfb-run"):
        screen = ["xvfb-run", "-a", "-s", "-screen 0 1600x1200x24"]
        os.execvp(screen[0], [*screen, sys.executable, "-m", "scripts.make_pictures", *sys.argv[1:]])
    os.environ["QT_QPA_PLATFORM"] = "offscreen"


if __name__ == "__main__":
    main()
