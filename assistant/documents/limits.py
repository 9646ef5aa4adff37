"""How much of a document is read at most. Each limit stops a file built to exhaust memory or time, far above real documents."""

#: A scanned book is some tens of megabytes; SOU reports with pictures stay under this.
MAX_FILE = 100 << 20
#: A .docx of 500 pages has some hundreds of parts, most of them pictures.
MAX_PARTS = 2_000
#: The text part of a .docx of 1 000 pages is about 15 MB of XML.
MAX_PART = 64 << 20
#: All parts that are read, together.
MAX_UNPACKED = 256 << 20
#: XML packs 10 to 30 times; a bomb of one repeated letter about 1 000 times.
MAX_RATIO = 400
#: Ratios say nothing of small parts.
RATIO_FROM = 1 << 20
#: A paragraph is some 50 bytes at least in any format; 200 000 of them are more than 5 000 pages.
MAX_PARAGRAPHS = 200_000
#: Nested tables and text boxes; Word itself stops at 20 or so.
MAX_DEPTH = 40
#: Characters of text: about 10 000 pages.
MAX_CHARACTERS = 30_000_000
#: Pages of a PDF.
MAX_PAGES = 2_000
