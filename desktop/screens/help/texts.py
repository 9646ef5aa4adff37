"""What the help says. Sentences alone; where they stand is for ``pages.py``. docs/security.md says the same to IT, with proofs."""

from typing import Final

from assistant.wording import later

TITLES: Final = {
    "start": later("First steps"),
    "guide": later("The guide"),
    "keys": later("Keyboard"),
    "protects": later("What Kansli protects against"),
    "protection": later("Protection on this computer"),
    "about": later("About Kansli"),
}
STEPS: Final = (
    later(
        "Open a document, or drop it in the window. Kansli reads Word, OpenDocument, PDF, web pages, e-mail and plain text."
    ),
    later("Choose what kind of summary you want, and press Summarise."),
    later("Read what has been written beside the document. Choose a statement, and the place it comes from is marked."),
    later(
        "Put right what is wrong. A statement without support in the document is marked, and you decide whether it stays."
    ),
    later("Save the result as a Word file, or copy it."),
)
PROTECTS: Final = (
    (
        later("A document is built to take over the program that reads it."),
        later(
            "Each document is read in a process of its own, with a limit on memory and time, and without network and other "
            "files where the system allows that."
        ),
    ),
    (
        later("The language model crashes, or its file has been tampered with."),
        later(
            "The model runs in a process of its own. Only a file that is exactly the one on the list answers, or one that "
            "you have imported knowingly."
        ),
    ),
    (
        later("A process that has been taken over tries to take over the rest."),
        later(
            "What comes back is read strictly, with a limit on its size, and the document shown is Kansli's own copy."
        ),
    ),
    (
        later("Documents leave the computer."),
        later(
            "On Linux, Kansli gives up networks as soon as it starts, unless it has been started to fetch a model. On other "
            "systems IT blocks them with a rule in the firewall."
        ),
    ),
    (
        later("A document gives the model orders."),
        later(
            "The model has no tools, no files and no network. What it writes is a draft, and Kansli looks up every "
            "statement in the document."
        ),
    ),
    (
        later("Words from documents are left in logs or temporary files."),
        later("Kansli keeps no log. Words from documents are written only to the files that you save yourself."),
    ),
    (
        later("Others read the queue of documents."),
        later(
            "The queue is encrypted, and its key is in the keyring of the computer. Without a keyring nothing is kept."
        ),
    ),
)
PROTECTS_NOT: Final = (
    later("Malicious programs that run as you, or an administrator of the computer."),
    later("A disk that is not encrypted: the documents lie on it, with or without Kansli."),
    later(
        "Wrong answers. A small model makes mistakes that the checks do not find, so a person must read before "
        "anything is used."
    ),
    later("What you copy from Kansli to another program."),
)
KEYS: Final = later(
    "Everything in Kansli can be done from the keyboard. Tab goes to the next control, Space presses it, and Alt with an "
    "underlined letter goes straight to it."
)
LAYERS: Final = later(
    "Kansli has started the program that reads documents and asked it what it has given up. A layer that is missing is not "
    "made up for by the others."
)
QT: Final = later(
    "Qt is used under the GNU Lesser General Public License, version 3. Its libraries are files of their own, which you may "
    "replace with versions that you have changed."
)
