"""The English words by which notes and talk decide, propose, take something on, ask for it, or leave it open."""

from typing import Final

from assistant.minutes.cues import Cues, pattern

_BODY: Final = r"the (?:[\w-]+ ){0,2}(?:group|committee|meeting|panel|team|members|forum|participants)"
_ALL: Final = rf"(?:we|it|all|everyone|members|{_BODY})"
_THEN: Final = r"(?:agreed|decided|resolved|approved|adopted|accepted|endorsed|voted|rejected|ratified)"
_NOW: Final = (
    r"(?:decides?|resolves?|approves?|adopts?|endorses?|rejects?) (?:to|that|the|this)"
    r"|(?:agrees?|accepts?) (?:to|the|this)"
)
_PASSIVE: Final = r"(?:approved|adopted|agreed|carried|passed|accepted|rejected|ratified|appointed|elected)"
#: Doing that takes longer than an answer.
_DO: Final = (
    r"(?:send|write|get back|get (?:more|the|that|those|some) (?:details?|figures?|information|numbers?)|get (?:you|an answer)"
    r"|come back (?:to (?!the|this|that|it)|with)|report back|check (?:that|it|with|and|if|whether)|look into"
    r"|find out (?:and|from)"
    r"|follow (?:it |this |that )?up|circulate|arrange|provide|share|supply|pass|give you|forward|prepare|draft|book"
    r"|contact|update"
    r"|include|bring (?:it|this|that|these|those|the [\w-]+)(?: \w+)? (?:back )?to|let (?:you|the committee|members"
    r"|her|him|them) (?:know|have)|set up|put together|work out|return to the (?:hon"
    r"|member|committee)"
    r"|raise (?:it|this|that)|take (?:it|this|that) (?:up|under advisement)|speak (?:with|to) the minister)"
)
_PAPER: Final = (
    r"(?:note|letter|figures?|list|breakdown|copy|paper|report|data|statistics|remit|targets?|review|details?|information"
    r"|update)"
)
_MONTH: Final = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?"
    r"|dec(?:ember)?)"
)
_TH: Final = r"(?:st|nd|rd|th)?"
_DAY: Final = (
    rf"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day(?:,? (?:the )?\d{{1,2}}{_TH}(?: (?:of )?{_MONTH})?"
    rf"|,? {_MONTH} ?\d{{1,2}}{_TH})?"
    rf"|\d{{1,2}}{_TH} (?:of )?{_MONTH}(?:,? \d{{4}})?|{_MONTH} ?\d{{1,2}}{_TH}(?:,? \d{{4}})?|\d{{4}}-\d{{2}}-\d{{2}}"
    r"|(?-i:January|February|March|April|May|June|July|August|September|October|November|December)(?: \d{4})?"
    r"|tomorrow(?: at \w+)?"
    r"|next (?:week|month|year|meeting|call|session|time|spring|summer|autumn|winter)|the (?:end of (?:the )?\w+"
    r"|summer|autumn|spring|winter"
    r"|next (?:meeting|call|session))|christmas|easter|noon|lunch|tonight)\b"
)

CUES: Final = Cues(
    decision_label=pattern(r"^(?:decision|decided|agreed|resolved|resolution)\s*:\s*(?=\S)"),
    decides_now=pattern(
        rf"(?:^|[,;:–-] |\b(?:so|then|therefore|okay|yes|and|hereby) )(?:we|members|{_BODY}) (?:now |hereby "
        rf"|therefore |then |all )?"
        rf"(?:{_NOW})\b|\b(?:we are|we're) (?:all )?(?:agreed|decided)\b(?! with)"
        r"|\b(?:it|that) is (?:so |hereby |therefore )?(?:agreed|decided|resolved|carried|adopted|approved)\b"
        r"|\bmotion (?:is |was )?(?:carried|agreed|adopted|passed)|\bthen (?:it's|it is|that's|that is) (?:decided"
        r"|settled|agreed)\b"
    ),
    decides_then=pattern(
        rf"\b{_ALL} (?:was |were |then |also |unanimously |formally |therefore )*{_THEN}\b(?! with)"
        rf"|\bvoted (?:[\w-]+ ){{0,4}}to\b|\b(?:members|{_BODY}) noted\b"
        r"|^it was (?:\w+ )?(?:decided|agreed|resolved) not to\b"
        rf"|^[^,]{{3,140}}\b(?:was|were) (?:then |also |unanimously |formally )?{_PASSIVE}\b(?! by (?!the (?:group"
        rf"|committee|meeting)))"
    ),
    it_is_decided=pattern(
        r"\b(?:then|so) (?:it's|it is|that's|that is) (?:decided|settled|agreed)\b|^(?:agreed|carried|so agreed)\b"
    ),
    weakly=pattern(
        r"\b(?:so|then|okay,?|right,?) (?:we'll|we will|let's|we) (?:go|do|take|keep|move|postpone|stick|use|start|leave)\b"
        r"|\blet's (?:go with|do that)\b"
    ),
    other_body=pattern(
        r"\b(?:by|in|at) (?:the |our )?(?:[\w-]+ )?(?:board|council|cabinet|government|parliament|assembly|ministers?"
        r"|trustees|court"
        r"|authority|agency)\b"
    ),
    elsewhere=pattern(
        r"\b(?:last (?:year|month|week|time|spring|autumn|summer|winter)|earlier|previously|already|ago"
        r"|at the (?:last|previous) meeting"
        r"|in (?:19|20)\d\d|before)\b"
    ),
    later=pattern(r"\b(?:next (?:time|week|month|year|meeting)|later|in due course|in the autumn|in the spring)\b"),
    condition=pattern(
        rf"\b(?:if|when|whether|before|until|unless|once) (?:we|it|they|you|members|{_BODY})\b"
        rf"|\b(?:should|could|can|may|would|shall|must|will|do|did|have|has|had) (?:we|it|members|{_BODY})\b"
        r"|\b(?:had|have|has|what|that|as|which) (?:we |it |been )?(?:agreed|decided)\b|\bto be (?:agreed|decided"
        r"|approved|adopted)\b"
    ),
    denial=pattern(r"\b(?:not(?! to\b)|no(?! one\b)|never|nothing|neither|nor)\b|n['’]t\b"),
    clause=pattern(r"\b(?:that|(?:not )?to)\b"),
    hedge=pattern(
        r"\b(?:maybe|perhaps|possibly|might|should|ought to|hope|hopes|would like to|think about|try to|could)\b"
    ),
    proposal_label=pattern(r"^(?:proposal|proposed|suggestion)\s*:\s*(?=\S)"),
    proposes=pattern(
        r"\b(?:proposed|proposes|moved that|suggest(?:s|ed) (?:that|we|to)|recommend(?:s|ed) that)\b"
        r"|\b(?:i|we|i'd like to|i would like to|can i|may i) (?:propose|move|suggest|recommend) (?:that|we)\b"
    ),
    moves=pattern(
        r"\b(?:i|i'd like to|i would like to|can i|may i|let me) (?:propose|move)\b(?! on\b)|\bis a motion\b"
        r"|\bi suggest that we\b"
    ),
    someone_does=pattern(
        r"(?:will|shall|is to|are to|to|agreed to|undertook to|offered to|promised to|has agreed to|is going to"
        r"|is responsible for)"
        r" (?!be\b|have\b|not\b|need to be\b)[a-z]+|is (?:drawing up|writing|preparing|looking into|checking"
        r"|arranging|organising|drafting"
        r"|putting together)"
    ),
    i_do=pattern(
        r"(?<!how )(?<!what )(?<!when )(?<!information )\b(?:(?:i|we)(?:['’]ll| will| shall| am going to"
        r"| are going to| can probably)"
        rf"(?: also| certainly| gladly| probably| then| be happy to)*|she will|he will) {_DO}\b"
        r"|\b(?:happy|glad|pleased) to (?:share|provide|send|supply|write|give|let|inform the (?:hon|member|committee))\b"
        r"|\bi['’]ll have a look\b|\b(?:i|we) can (?:certainly )?(?:send|supply|provide|share|write) (?:you|it|that"
        r"|them|those|the committee)\b|\bwe (?:can|will) let (?:you|the committee) have\b|\bsure we could do that\b"
        r"|\bsee why we couldn['’]t\b"
    ),
    i_do_any=pattern(
        r"\bi(?:['’]ll| will| am going to|['’]m going to) (?:(?:also|then|just) )*(?!(?:also|then|just|give"
        r"|quote|mention|add|note|point|be|have|say|ask (?:a|the|you)|come|turn|move|go|start"
        r"|begin|take|bring in|call (?:on|you)|hand|pass|try|leave|not|never|let|see|answer|respond|stop"
        r"|finish (?:by|with|on|there|off|my)"
        r"|read|speak|repeat|allow"
        r"|suspend|vote|support|oppose|give way)\b)[a-z]{3,}"
    ),
    i_take_it=pattern(
        r"^(?:will do|on it|done\b|leave (?:it|that) (?:with|to) me|no problem|consider it done)\b|^(?:yes|certainly"
        r"|of course|absolutely|sure|okay|yes,? that's fine|will do)\b[^.?!]{0,60}"
        r"(?:i will|i'll|we will|we'll|i can|we can|do that|that's fine|happy to|will do)|\bi(?:'ll| will) do (?:that|it)\b"
    ),
    plans=pattern(r"\b(?:i|we)(?:['’]ll| will| shall| are going to| am going to|['’]re going to|['’]m going to)\b"),
    asks_for=pattern(
        r"\b(?:could|can|would|will) (?:you|we|somebody|someone|officers|staff|the (?:minister|service|department"
        r"|secretary|clerk))(?: be willing to| please| perhaps"
        r"| possibly| also)?"
        rf" (?:send|provide|prepare|draft|share|write|supply|circulate|forward|let us have|give (?:us|the committee) (?:a"
        rf"|the) (?:[\w-]+ )?{_PAPER})\b"
        r"|\b(?:if|perhaps|maybe|could|can) (?:we|the committee|if the committee)(?: could| can)? (?:have|get|receive)"
        rf" (?:a|the|some|that|those) (?:[\w-]+ )?{_PAPER}\b|\bif the committee could have a note\b"
        r"|\b(?:we'd|we would|i'd|i would) be (?:very |most )?grateful (?:if|for)\b|\b(?:we'll|we will) get a note\b"
        rf"|\bplease (?:send|provide|let us have)\b|\b(?:helpful|useful) (?:if|to have) [^.?!]{{0,60}}\b{_PAPER}\b"
    ),
    asks_any=pattern(
        r"\b(?:could|can|would|will) (?:you|somebody|someone|(?-i:[A-Z])[a-z]+)(?: (?:please|possibly|also|just"
        r"|perhaps|maybe|briefly|quickly|then))* (?!(?:please|just|perhaps|maybe|briefly|say|tell|explain|hear|see|confirm"
        r"|clarify|comment|describe|repeat|remind|speak|expand|elaborate|talk(?! to| with)|answer|respond|be"
        r"|have|understand|outline|give|imagine"
        r"|agree|assure|indicate|set out)\b)[a-z]{3,}\b[^?]*\?"
        r"|\bwould you mind (?!(?:saying|telling|explaining|repeating)\b)[a-z]+ing\b|\bplease (?!(?:say|tell"
        r"|explain|note|see|remember|be|speak|go"
        r"|come|sit|wait|welcome|join|continue|keep|confirm|describe|answer|do|don)\b)[a-z]{4,}\b"
    ),
    yes=pattern(
        r"^(?:yes|yeah|okay|ok|agreed|aye|certainly|of course|absolutely|sure|content|carried|thank you"
        r"|no objections?|that's fine|fine"
        r"|all agreed)\b"
    ),
    no=pattern(r"^(?:no|not|i'm afraid|unfortunately|thank)\b"),
    assent_asked=pattern(
        r"\b(?:is that agreed|is it agreed|(?:is|are) (?:members|we|you|all|everyone|everybody)(?: all)? (?:content"
        r"|agreed|happy|okay|in agreement)|(?:all|those) in favour"
        r"|happy to note|do (?:members|we) agree|agreed)\b[^?]{0,80}\?|\bcan i propose\b[^?]{0,260}\?"
    ),
    objection_asked=pattern(r"\b(?:any objections?|anyone against|anybody (?:against|opposed))\b[^?]{0,60}\?"),
    none=pattern(r"^(?:no|none|not from me)\b"),
    open_question=pattern(
        r"\b(?:no answer yet|still open|too early to say|not yet (?:known|decided|clear|agreed|settled)|(?:we"
        r"|i) (?:still )?(?:do not|don['’]t) (?:yet |really )?know"
        r"(?: yet| that)?(?=\s*(?:[.,;!]|$))|remains? (?:open|unclear|to be (?:seen|decided|settled))"
        r"|to be (?:decided|confirmed)|tbd|tbc"
        r"|open question|left open|unanswered|(?:nobody|no one) (?:knew|knows|could say|had (?:an answer|a view"
        r"|any idea))|unclear)\b"
    ),
    divided=pattern(r"\b(?:opinions differed|views differed|no agreement|divided)\b"),
    next_label=pattern(r"^(?:date of )?next (?:meeting|forum|session)s?$|^future meetings$"),
    a_day=pattern(_DAY),
    next_meeting=pattern(
        rf"^(?:date of )?next [\w-]{{2,30}}\s*:[^.]{{0,40}}?{_DAY}|"
        r"\b(?:will next (?:meet|sit)|next (?:[\w-]+ )?(?:meeting|session|stand-up|check-in|catch-up|workshop"
        r"|call)|(?:we|the committee) (?:will )?(?:meet"
        r"|reconvene)s? (?:again )?"
        rf"|adjourned (?:until|to)|reconvenes?)\b.{{0,80}}?{_DAY}"
    ),
    when=pattern(
        rf"\b(?:(?:by|before|on|in|during|within|until|no later than|not later than|early|after)\s+)?(?:the\s+)?{_DAY}"
        r"|\bwithin \w+ (?:days|weeks|months)\b|\b(?:today|tonight|this (?:week|afternoon|month)|after (?:the"
        r"|this) (?:session|meeting)|shortly|as soon as possible"
        r"|in due course|early next \w+)\b"
    ),
    by=pattern(rf"\b(?:by|before|no later than|not later than)\s+(?:the\s+)?{_DAY}"),
    passive_task=pattern(
        r"\b(?:will|is to|are to|must|shall) be (?:sent|submitted|circulated|provided|reported|collected|drafted"
        r"|updated|published"
        r"|booked|checked)\b"
    ),
    tasks_label=pattern(r"^(?:actions?(?: items| points| list)?|to do|tasks|next steps)\s*:?$"),
    task_label=pattern(r"^(?:action|ap|to do|task)\s*(?:\d{1,2})?\s*[:–-]\s*(?=\S)"),
    owner_label=pattern(r"^(?:owner|responsible|who|by whom|lead)\s*:\s*(?=\S)"),
    due_label=pattern(r"^(?:due|by|when|deadline|by when|due date)\s*:\s*(?=\S)"),
    tells=pattern(r"(?:is|was|has|had|said|thinks|wants|can|must|should|asked|reported|suggested|proposed|noted)\b"),
    doing=pattern(r"(?!x)x"),
    told_question=pattern(r"\b(?:asked|wondered|queried|wanted to know)\b"),
    column_what=pattern(r"^(?:what|action|task|item|activity|action item)$"),
    column_who=pattern(r"^(?:who|owner|responsible|lead|by whom|name)$"),
    column_when=pattern(r"^(?:when|due|deadline|by|by when|due date|date)$"),
)
