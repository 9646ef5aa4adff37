"""What is said of each error: what is wrong, and what to do. English, as in ``phrases.py``, by the same rules."""

from typing import Final

from assistant.letters import phrases as letters
from assistant.phrases import Phrase

ERRORS: Final[dict[str, Phrase]] = {
    **letters.ERRORS,
    "error": "Something went wrong. Try again.",
    "usage": "The order could not be understood. See what can be ordered with: kansli --help",
    "usage/option": "Kansli has no such choice. See which there are with: kansli --help",
    "usage/one-output": "Several documents cannot be written to the same file. Name one document, or leave out --out.",
    "usage/same-file": "{name} is the document itself, and would be written over. Choose another name.",
    "usage/not-agreed": "Nothing was imported. Answer yes when asked, or add --yes.",
    "usage/fixed-model": "IT has decided which language model is used on this computer. Leave out --model.",
    "usage/scheme-exists": "There is a scheme with that name already. Give it another with --name, or add --replace.",
    "usage/no-documents": "There are no documents there. Name a file, or a folder with files in it.",
    "usage/no-examples": "There are no examples there. Name a folder with a folder for each label, or a corrected table.",
    "usage/threshold": "The threshold is a number from 0 to 1.",
    "usage/sort": "Name the table, the scheme and the folder to copy to, or a folder to undo. See: kansli sort --help",
    "usage/no-keyring": "This computer has no keyring that Kansli trusts, so nothing that is learnt can be kept. Show examples for "
    "one time with: kansli classify --examples",
    "usage/mask-number": "There is no mask with that number. List them first, without --keep.",
    "usage/accept": "Name one document, the wordings to put in with --accept, and the file to write with --out.",
    "usage/remark-number": "There is no wording with that number. See the numbers first, without --accept.",
    "usage/field": "The type of letter has no such field. See which it has with: kansli letters show TYPE",
    "usage/letter-of-template": "Say for which type of letter the template is, with --letter TYPE.",
    "usage/fixed-history": "IT has decided that nothing is kept between sessions on this computer.",
    "usage/fixed-mask": "IT has decided that this is always masked on this computer. Leave its number out of --keep.",
    "usage/language": "Kansli speaks Swedish (sv) and English (en). Choose one of them.",
    "declined": "Kansli does not decide cases, since a person answers for that. Choose the outcome yourself, and Kansli helps with "
    "the text.",
    "declined/outcome": "Kansli does not say how a case should end, since a person answers for that. Choose the outcome yourself, "
    "and Kansli helps with the text.",
    "declined/score": "Kansli does not score or rank people or applications, since a person answers for judging them.",
    "declined/recommendation": "Kansli does not recommend decisions, since a person answers for them. Choose the outcome yourself, "
    "and Kansli helps with the text.",
    "document": "{name} could not be read.",
    "document-missing": "There is no file called {name}. Check the name and the folder.",
    "document-not-a-file": "{name} is not an ordinary file. Choose a document instead of a folder or a device.",
    "document-is-link": "{name} is a link to another file, and Kansli does not follow links. Choose the file itself.",
    "document-forbidden": "You may not open {name}, or another program has locked it. Close it there or ask for "
    "access.",
    "document-empty": "{name} is empty. Check that the whole file was saved or copied.",
    "document-too-large": "{name} is larger than Kansli can read. Divide the document and try again.",
    "document-too-large/MB": "{name} is larger than {limit} MB, the most that Kansli reads. Divide the document and "
    "try again.",
    "document-too-large/parts": "{name} is made of more than {limit} parts, the most that Kansli reads. Save it as a "
    "PDF and try again.",
    "document-too-large/pages": "{name} has more than {limit} pages, the most that Kansli reads. Divide the document "
    "and try again.",
    "document-too-large/characters": "{name} has more than {limit} characters, the most that Kansli reads. Divide "
    "the document and try again.",
    "document-too-large/paragraphs": "{name} has more than {limit} paragraphs, the most that Kansli reads. Divide "
    "the document and try again.",
    "document-unsupported": "Kansli does not read this kind of file: {name}. Save the text as .docx or .pdf and try "
    "again.",
    "document-unsupported/save-as-docx": "Kansli does not read this kind of file: {name}. Open it in its own program "
    "and save it as .docx.",
    "document-unsupported/save-as-pdf": "Kansli does not read this kind of file: {name}. Open it in its own program "
    "and save it as .pdf.",
    "document-unsupported/save-as-text": "Kansli does not read this kind of file: {name}. Copy the text you need and "
    "save it as .txt.",
    "document-unsupported/scan-with-text": "{name} is an image. Scan the page again with text recognition (OCR), or "
    "ask for the original.",
    "document-unsupported/unpack": "{name} is an archive. Unpack it and choose the documents in it.",
    "document-unsupported/program": "{name} is a program, not a document. Do not open it if you do not know where it "
    "comes from.",
    "document-locked": "{name} is protected by a password. Save a copy without a password and try again.",
    "document-damaged": "{name} is damaged, or is not what its name says. Open it in its own program, save it again "
    "and try the new file.",
    "document-unsafe": "{name} is built in a way that can do harm, so it has not been read. Ask the sender for a new "
    "copy.",
    "document-unsafe/doctype": "{name} has a part that could fetch other files, so it has not been read. Ask the "
    "sender for a new copy.",
    "document-unsafe/bomb": "{name} would swell to an unreasonable size when opened, so it has not been read. Ask "
    "the sender for a new copy.",
    "document-defeats": "{name} could not be read: it brought the reading program down. Open it in its own program, save it "
    "again and try the new file.",
    "document-defeats/time": "{name} takes too long to read, so reading was stopped. Divide the document, or save it again "
    "as .docx, and try that.",
    "document-without-text": "{name} holds no text that can be read.",
    "document-without-text/scanned": "{name} holds only scanned pages, without text. Scan it again with text "
    "recognition (OCR).",
    "document-without-text/garbled": "{name} does not say which letters its text is made of. Scan a printout of it with text "
    "recognition (OCR), or ask for the original.",
    "document-without-text/no-text": "{name} holds no text that can be read. Check that it is the right file.",
    "model": "No language model can answer. See which there are with: kansli models list",
    "model-missing": "The language model {model} is not installed. Fetch it with: kansli models get {model}",
    "model-missing/none": "No language model is installed. See which there are with: kansli models list",
    "model-unknown": "Kansli does not know the language model {model}, so it is not used. See which there are with: "
    "kansli models list",
    "model-forbidden": "IT does not allow the language model {model} on this computer. Choose another, or ask IT for it.",
    "model-changed": "The file of the language model {model} has been changed or damaged, so it is not used. Remove "
    "it and fetch it again.",
    "model-unreadable": "The language model {model} could not be started. Fetch it again, or choose another.",
    "model-unreadable/family": "{model} wants to be spoken to in a way that Kansli does not know. Choose another model.",
    "model-unreadable/not-gguf": "{model} is not a model file in the GGUF format. Choose another file.",
    "model-died": "The model {model} stopped in the middle of the work, three times. Restart the computer and try again, or "
    "choose another model.",
    "model-died/memory": "The memory was not enough for the model {model}. Close other programs, or choose a smaller model.",
    "model-fetch-failed": "The language model {model} could not be fetched. Try again later, or import it from a file.",
    "model-fetch-failed/folder": "The language model {model} is not in that folder. Check the folder, or fetch it "
    "without --from.",
    "model-fetch-failed/no-source": "The language model {model} has no address to be fetched from. Import it from a "
    "file.",
    "model-fetch-failed/policy": "IT has decided that language models are not fetched over a network on this computer. Import "
    "{model} from a file, or ask IT for it.",
    "model-fetch-failed/installed": "There is nothing in an installed Kansli that uses a network. Take {model} from a folder or a "
    "file, or ask IT for it.",
    "model-fetch-failed/hub": "The publisher's site could not deliver the language model {model}. Check the network, "
    "or import it from a file.",
    "model-fetch-failed/packages": "The package source could not deliver the language model {model}. Check the "
    "network, or import it from a file.",
    "model-fetch-failed/disk-full": "There is not room on the disk for the language model {model}. Make room and try "
    "again.",
    "model-fetch-failed/forbidden": "The language model {model} could not be saved, since Kansli may not write in its "
    "folder for models. Ask for access to it.",
    "model-too-big": "The language model {model} needs {needed_mb} MB of memory, but only {free_mb} MB is free. "
    "Close other programs, or choose a smaller model.",
    "child-bug": "This is a fault in Kansli ({kind} in {where}). Please report it; the words hold nothing from your documents.",
    "program-damaged": "A part of Kansli is missing or does not work on this computer ({part}). Install Kansli again.",
    "program-damaged/processor": "The processor of this computer is too old for Kansli: it lacks {part}. Kansli runs on most "
    "processors made after 2011.",
    "prompt": "The prompt {prompt} cannot be used ({reason}). Install Kansli again, or remove your own version of "
    "the prompt.",
    "prompt/unreadable": "The prompt {prompt} cannot be read. Install Kansli again, or remove your own version of the "
    "prompt.",
    "settings": "The settings file {file} cannot be used ({reason}). Mend it, or remove it to go back to the default "
    "settings.",
    "settings/unreadable": "The settings file {file} cannot be read. Mend it, or remove it to go back to the default "
    "settings.",
    "policy": "What IT has fixed in {file} cannot be used, so Kansli does not start. Ask IT to mend the file.",
    "policy/unreadable": "What IT has fixed in {file} cannot be read, so Kansli does not start. Ask IT to mend the file.",
    "policy/unsafe": "Others than the administrator can have written {file}, so Kansli does not start. Ask IT to mend who owns "
    "the file and its folder and who may write to them.",
    "policy/unknown": "IT has fixed {key} in {file}, which this version of Kansli does not know, so it does not start. Ask IT "
    "to mend the file.",
    "policy/wrong": "IT has fixed a value for {key} in {file} that it cannot have, so Kansli does not start. Ask IT to mend "
    "the file.",
    "store": "What Kansli has kept cannot be used. Restart the computer and try again.",
    "store-locked": "What Kansli has kept is still there, but the keyring of this computer does not give the key to it. "
    "Log in again or unlock the keyring, and try again.",
    "store-damaged": "What Kansli has kept in {file} has not been deleted but cannot be opened: the key is another, or the "
    "file is damaged. Move the file away to begin anew, or ask IT for a copy of it.",
    "store-newer": "What Kansli has kept was written by a later version of Kansli. Use that version.",
    "store-full": "The disk is full, so nothing more can be kept; what was kept before is whole. Make room and try again.",
    "already-running": "Kansli is already running. Use the one that is open, or close it first.",
    "text-too-long": "The text is too long for the language model: {tokens} tokens, with room for {room}. Choose a "
    "shorter text.",
    "scheme": "The scheme {scheme} cannot be used ({reason}: {detail}). Mend the file and try again.",
    "scheme/missing": "There is no scheme called {scheme}. See which there are with: kansli scheme list",
    "scheme/unreadable": "The scheme {scheme} cannot be read. Save it anew as a text file (UTF-8), .csv or .xlsx.",
    "scheme/toml": "The scheme {scheme} is not written as TOML (line {detail}). Mend that line and try again.",
    "scheme/key": "The scheme {scheme} has something that Kansli does not know: {detail}. Check the spelling, or take it away.",
    "scheme/value": "The scheme {scheme} has a value of the wrong kind, or one that is too long: {detail}.",
    "scheme/nameless": "In the scheme {scheme} a class has no code or no name: {detail}.",
    "scheme/code": "In the scheme {scheme} a code cannot be the name of a folder: {detail}. Use letters, digits, dots and hyphens.",
    "scheme/twice": "In the scheme {scheme} two classes have the same code: {detail}.",
    "scheme/same-name": "In the scheme {scheme} two classes at the same place are both called {detail}.",
    "scheme/count": "The scheme {scheme} has {detail} classes. It needs at least 2, and Kansli takes at most 2 000.",
    "scheme/parent": "In the scheme {scheme} a class stands under one that is not there: {detail}.",
    "scheme/circle": "In the scheme {scheme} a class stands under itself: {detail}.",
    "scheme/columns": "The table {scheme} has no column for the classes' names. The first row must name the columns, for "
    "example kod, namn, definition.",
    "scheme/labels": "The scheme {scheme} has no such labels: {detail}. Name folders and cells by a label's code or name.",
    "scheme/table": "The table {scheme} has no columns for files and labels. The first row must name them, for example fil and "
    "rätt klass.",
    "output": "{name} could not be saved. Choose another folder and try again.",
    "output/forbidden": "You may not save {name} there, or another program has it open. Close it or choose another "
    "folder.",
    "output/disk-full": "The disk is full, so {name} was not saved; an earlier version is untouched. Make room and "
    "try again.",
    "output/folder": "The folder for {name} does not exist, or {name} is itself a folder. Choose another place.",
    "output/format": "Kansli cannot write that kind of file: {name}. Choose .docx, .md, .txt or .json.",
    "output/table-format": "A table is written as .csv or .xlsx, not as {name}.",
    "output/pattern": "The names cannot be made by the pattern {name}. See what it can hold with: kansli sort --help",
    "output/no-journal": "There is no journal in the folder {name}, so nothing in it can be undone.",
    "output/mask-format": "A masked copy is written as .docx or .txt, not as {name}.",
    "output/review-format": "A reviewed text is written as .docx, .md or .txt, not as {name}.",
    "output/mask-left": "The masked copy was not written: words that were to be masked would still be in {name}. Mask the "
    "rest of them too, with --also.",
    "output/exists": "There is already something else called {name}, such as a link or a device. Choose another name.",
    "output/name": "The system does not accept the name {name}. Choose another name.",
    "output/fixed-format": "IT does not allow that kind of file on this computer: {name}. Choose another.",
    "output/failed": "{name} could not be saved; an earlier version is untouched. Choose another folder and try again.",
    "document-not-minutes/agenda": "{name} holds no numbered list of matters that can be read.",
    "section-not-found": "{name} has no § {section}. Check the number.",
    "section-not-found/several": "{name} has more than one § {section}. Say of which body with --body.",
    "document-not-minutes": "{name} does not have the form of formal minutes, with numbered "
    "matters and their decisions. Choose another kind of summary.",
}
