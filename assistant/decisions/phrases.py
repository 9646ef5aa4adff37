"""The English sentences for what the checks of a decision letter find, and what to do about it: see ``assistant/phrases.py``."""

from typing import Final

_ADD: Final = "Add it, if it is missing. Only you can see whether it is needed here."
_APPEAL: Final = "Compare with your organisation's text on how to appeal, and put it right."

FINDINGS: Final[dict[str, str]] = {
    "decision-no-date": "No date of the decision is found (förvaltningslagen 31 § 1).",
    "decision-no-outcome": "Nothing says what has been decided (förvaltningslagen 31 § 2).",
    "decision-no-maker": "Nothing says who has decided (förvaltningslagen 31 § 3). A notice may leave names out if threats or "
    "harassment can be feared (33 § fourth paragraph).",
    "decision-partly-unclear": "The decision grants a part, but nothing says what is refused (förvaltningslagen 31 § 2).",
    "decision-no-law": "No provision is named. The reasons must say which were applied (förvaltningslagen 32 §).",
    "decision-no-circumstances": "No sentence tells which circumstances of this person decided it "
    "(förvaltningslagen 32 §). JO has criticised reasons that only retell the law (6344-2011).",
    "decision-no-appeal": "Nothing says how to appeal (förvaltningslagen 33 §). JO has criticised letters without it (822-2008).",
    "decision-appeal-no-writing": "Nothing says that the appeal is made in writing (förvaltningslagen 33 and 43 §§).",
    "decision-appeal-no-content": "Nothing says that the appeal must tell which decision it concerns and what change is wanted "
    "(förvaltningslagen 43 §).",
    "decision-appeal-no-place": "Nothing says where the appeal is handed in (förvaltningslagen 33 and 43 §§).",
    "decision-appeal-to-court": "The appeal seems to be sent straight to the court: “{text}”. It is handed in to the authority "
    "that decided (förvaltningslagen 43 §).",
    "decision-appeal-legality-place": "For a review of legality the appeal is sent to the administrative court (kommunallagen "
    "13:4), and nothing says so.",
    "decision-appeal-no-time": "Nothing says when the appeal must have come in (förvaltningslagen 33 and 44 §§).",
    "decision-appeal-other-time": "The time to appeal is “{text}”. Under förvaltningslagen 44 § it is three weeks, if no other "
    "statute says otherwise.",
    "decision-appeal-no-start": "The time to appeal has no beginning. It is counted from the day when the appellant got the "
    "decision (förvaltningslagen 44 §).",
    "decision-appeal-from-decision": "The time to appeal is counted from the decision: “{text}”. For a private party it is counted "
    "from the day when he or she got it (förvaltningslagen 44 §).",
    "decision-statute-gone": "{text}: that paragraph of {statute} no longer exists ({since}).",
    "decision-statute-repealed": "{statute} has been replaced ({since}).",
    "decision-silence": "Silence is taken for a withdrawal: “{text}”. JO has criticised that (3098-2009).",
    "decision-no-case-number": "No case number is found. (Custom; no statute demands it.)",
}

ADVICE: Final[dict[str, str]] = {
    "decision-no-date": _ADD,
    "decision-no-outcome": _ADD,
    "decision-no-maker": _ADD,
    "decision-partly-unclear": "Say what is refused, and why.",
    "decision-no-law": _ADD,
    "decision-no-circumstances": "Say what in this person's situation decided it, in words that he or she recognises.",
    "decision-no-appeal": "Add how to appeal, or say that the decision cannot be appealed.",
    "decision-appeal-no-writing": _APPEAL,
    "decision-appeal-no-content": _APPEAL,
    "decision-appeal-no-place": _APPEAL,
    "decision-appeal-to-court": _APPEAL,
    "decision-appeal-legality-place": _APPEAL,
    "decision-appeal-no-time": _APPEAL,
    "decision-appeal-other-time": _APPEAL,
    "decision-appeal-no-start": _APPEAL,
    "decision-appeal-from-decision": _APPEAL,
    "decision-statute-gone": "See what the statute says today, and name the paragraph that was applied.",
    "decision-statute-repealed": "See which statute holds today, and name the paragraph that was applied.",
    "decision-silence": "Ask again, or decide on what there is.",
    "decision-no-case-number": _ADD,
}
