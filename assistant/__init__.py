"""Kansli's core: from documents to checked results, on one workstation, without a network.

The roads::

    document:  file ─ read ─► Document ─ split ─► Passages ─ task ─► Result ─ check ─► Result + findings ─ write ─► file
    engine:    model store ─ open ─► Engine ─ wrap ─► Session (used by the task)

The nouns: *Document*, *Passage* (``documents``), *Prompt* (``prompts.py`` and the folder ``prompts/``), *Engine*,
*Session* (``engine``), *Task*, *Result* (``tasks``), *Job* (``job.py``; begin reading there) and *Event*.

Nothing here imports Qt or ``desktop``, and importing any module has no side effects.
"""
