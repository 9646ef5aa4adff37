"""Two thousand labelled texts, made with a seed: every form an identifier has, and what only looks like one.

Nothing here is taken from the finder: check digits are worked out anew, so that a fault in one is seen in the other.
"""

import random
from dataclasses import dataclass
from datetime import date, timedelta

from assistant.identifiers.found import Kind, Mark

TODAY = date(2026, 3, 1)
FIRST = "Anna Erik Fatima Lars Maja Åke Örjan Zahra Per-Olof Karin".split()
LAST = "Andersson Öberg Al-Hassan Nilsson Lindström von Essen Ek Åkerblom".split()
STREETS = ["Storgatan", "Vasagatan", "Björkvägen", "Karl Johans gata", "Östra Storgatan", "S:t Eriksgatan", "Ekliden", "Lillåstigen",
           "Norra Parkgränd", "Trädgårdstorget", "Drottning Kristinas väg", "Tulpanvägen", "Rönnallén", "Kyrkbacken"]  # fmt: skip
TOWNS = ["Örebro", "Kumla", "Askersund", "Nora", "Hällefors", "ÖREBRO", "Karlskoga", "Västra Frölunda", "Åmål"]


@dataclass(frozen=True)
class Made:
    """A text, what is to be found in it (kind and words), which marks those have, and whether they are sure (None: either)."""

    text: str
    wanted: tuple[tuple[Kind, str], ...]
    marks: tuple[Mark, ...] = ()
    is_sure: bool | None = None
    trap: str = ""


def check_digit(nine: str) -> str:
    total = 0
    for place, char in enumerate(nine):
        product = int(char) * (2 if place % 2 == 0 else 1)
        total += product // 10 + product % 10
    return str((10 - total % 10) % 10)


def giro_digit(digits: str) -> str:
    """The check digit after digits of any number: weights 2, 1 … from the right."""
    total = 0
    for place, char in enumerate(reversed(digits)):
        product = int(char) * (2 if place % 2 == 0 else 1)
        total += product // 10 + product % 10
    return str((10 - total % 10) % 10)


class Maker:
    """Makes texts with one source of chance."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)

    def all(self, count: int) -> list[Made]:
        kinds = [value for name, value in sorted(vars(type(self)).items()) if name.startswith("a_")]
        return [kinds[number % len(kinds)](self) for number in range(count)]

    def pick(self, *choices: str) -> str:
        return self.chance.choice(choices)

    def number(self, figures: int) -> str:
        return "".join(self.chance.choice("0123456789") for _ in range(figures))

    def person(self, oldest: int = 95, youngest: int = 1, shift: int = 0) -> tuple[str, str, date]:
        """Eight digits of a birth date (the day moved by ``shift``), the last four, and the date."""
        days = self.chance.randint(youngest * 366, oldest * 365)
        born = TODAY - timedelta(days=days)
        eight = f"{born:%Y%m}{born.day + shift:02d}"
        serial = f"{self.chance.randint(1, 999):03d}"
        return eight, serial + check_digit(eight[2:] + serial), born

    def plain(self, eight: str, four: str) -> str:
        sign = self.pick("-", "-", "-", "–", "‑", "−")
        return self.pick(f"{eight[2:]}{sign}{four}", f"{eight}{sign}{four}", f"{eight}{four}", f"{eight[:4]}-{eight[4:6]}-{eight[6:]}-{four}",
                         f"{eight} {four}", f"{eight[2:]} {four}")  # fmt: skip

    def around(self, what: str, *frames: str) -> str:
        name = f"{self.pick(*FIRST)} {self.pick(*LAST)}"
        return self.pick(*frames).replace("NAMN", name).replace("X", what, 1)

    def people(self, what: str) -> str:
        return self.around(what, "NAMN, X, ansöker om färdtjänst.", "Sökande: NAMN (X)", "Personnummer: X", "Beslutet gäller X.",
                           "I ärendet har NAMN, pnr X, yttrat sig.", "X", "Barnets personnummer är X, enligt ansökan", "| NAMN | X | 2 resor |")  # fmt: skip

    # Persons

    def a_personal_number(self) -> Made:
        eight, four, _ = self.person(youngest=25)
        if eight[2:4] == "07":
            return self.a_personal_number()  # ten digits in a row that begin so are a case of their own
        what = self.plain(eight, four)
        return Made(self.people(what), ((Kind.PERSONAL_NUMBER, what),), is_sure=True)

    def a_ten_digits_in_a_row(self) -> Made:
        eight, four, _ = self.person()
        if eight[2:4] == "07":
            return self.a_ten_digits_in_a_row()
        what = eight[2:] + four
        return Made(self.people(what), ((Kind.PERSONAL_NUMBER, what),), is_sure=True)

    def a_centenarian(self) -> Made:
        eight, four, born = self.person(oldest=110, youngest=101)
        assert TODAY.year - born.year >= 100
        what = f"{eight[2:]}+{four}"
        return Made(self.people(what), ((Kind.PERSONAL_NUMBER, what),), is_sure=True)

    def a_coordination_number(self) -> Made:
        eight, four, _ = self.person(shift=60)
        what = self.pick(f"{eight[2:]}-{four}", f"{eight}-{four}", f"{eight}{four}")
        return Made(self.people(what), ((Kind.COORDINATION_NUMBER, what),), is_sure=True)

    def a_wrong_check_digit(self) -> Made:
        eight, four, _ = self.person(oldest=90, youngest=25)
        wrong = four[:3] + str((int(four[3]) + self.chance.randint(1, 9)) % 10)
        what = self.pick(f"{eight[2:]}-{wrong}", f"{eight}-{wrong}", f"{eight}{wrong}")
        return Made(self.people(what), ((Kind.PERSONAL_NUMBER, what),), (Mark.WRONG_CHECK,), is_sure=False)

    def a_misread_number(self) -> Made:
        eight, four, _ = self.person(oldest=90, youngest=25)
        written = self.pick(f"{eight[2:]}-{four}", f"{eight}-{four}")
        places = [place for place, char in enumerate(written) if char in "015"]
        if not places:
            return self.a_misread_number()
        for place in self.chance.sample(places, min(len(places), self.chance.randint(1, 2))):
            instead = {"0": "O", "1": "l", "5": "S"}[written[place]]
            written = written[:place] + instead + written[place + 1 :]
        return Made(self.people(written), ((Kind.PERSONAL_NUMBER, written),), (Mark.MISREAD,), is_sure=False)

    def a_dummy(self) -> Made:
        what = self.pick("121212-1212", "19121212-1212", "191212121212", "19121212+1212")
        text = self.around(what, "Fyll i personnummer (ÅÅMMDD-NNNN), till exempel X.", "Personnummer: X", "Exempel: X")
        return Made(text, ((Kind.PERSONAL_NUMBER, what),), (Mark.DUMMY,))

    def a_reserve_number(self) -> Made:
        eight, _, _ = self.person()
        what = f"{eight}{self.pick('', '-', ' ')}T{self.pick(*'ABCDEF')}{self.number(1)}{self.pick(*'ABCDEFGHJ')}"
        return Made(
            self.around(what, "Reservnummer: X", "Patienten har reservnummer X."), ((Kind.RESERVE_NUMBER, what),)
        )

    def a_organisation(self) -> Made:
        digits = self.pick("212000", "232100", "556", "802", "769", "559")
        digits = digits.ljust(2, "0") + self.number(9 - len(digits))
        digits = digits[:2] + str(self.chance.randint(2, 9)) + digits[3:]
        digits += check_digit(digits)
        what = self.pick(f"{digits[:6]}-{digits[6:]}", digits, f"16{digits[:6]}-{digits[6:]}", f"16{digits}")
        return Made(
            self.around(
                what, "Organisationsnummer: X", "Region Exempel, org.nr X", "Bolaget (X) har svarat.", "Org.nr X"
            ),
            (),
            trap="organisation",
        )

    def a_date_and_clock(self) -> Made:
        moment = date(self.chance.randint(2015, 2025), self.chance.randint(1, 12), self.chance.randint(1, 28))
        what = f"{moment:%Y%m%d}-{self.chance.randint(0, 23):02d}{self.chance.randint(0, 59):02d}"
        eight = what.replace("-", "")
        if check_digit(eight[2:11]) == eight[11]:
            return self.a_date_and_clock()
        return Made(
            self.around(what, "Utskriven X", "Version X", "Loggen börjar X och slutar samma dag."), (), trap="clock"
        )

    def a_long_number(self) -> Made:
        what = self.pick(
            self.number(10),
            self.number(14),
            f"{self.number(4)} {self.number(4)} {self.number(4)}",
            self.number(6),
            f"1{self.number(12)}",
        )
        if len(what) == 10 and 1 <= int(what[2:4]) <= 12 and 1 <= int(what[4:6]) % 60 <= 31:
            return self.a_long_number()
        if what.startswith("0"):
            return self.a_long_number()
        return Made(
            self.around(what, "Artikelnummer X", "Fakturanummer X avser januari.", "Streckkod: X", "Serienummer X"),
            (),
            trap="number",
        )

    def a_date(self) -> Made:
        moment = date(self.chance.randint(1990, 2026), self.chance.randint(1, 12), self.chance.randint(1, 28))
        what = self.pick(
            f"{moment:%Y-%m-%d}",
            f"{moment:%d-%m-%Y}",
            f"{moment:%Y%m%d}",
            f"{moment.day} maj {moment.year}",
            f"{moment:%y%m%d}",
        )
        return Made(self.around(what, "Mötet hölls X.", "Datum: X", "Beslutet X gäller tills vidare."), (), trap="date")

    def a_sum(self) -> Made:
        what = self.pick(f"{self.chance.randint(10, 99)} {self.number(3)} kronor", f"1 {self.number(3)} {self.number(3)} kr", f"0,{self.number(2)} procent",
                         f"{self.chance.randint(100, 999)} {self.number(2)} Kronor", f"{self.number(3)},50")  # fmt: skip
        return Made(self.around(what, "Kostnaden är X.", "Budgeten ökar med X per år"), (), trap="sum")

    # Reaching people

    def a_phone(self) -> Made:
        what = self.pick(
            f"019-{self.chance.randint(10, 99)} {self.number(2)} {self.number(2)}", f"019-602 {self.number(2)} {self.number(2)}",
            f"08-{self.chance.randint(100, 999)} {self.number(3)} {self.number(2)}", f"070-{self.number(3)} {self.number(2)} {self.number(2)}",
            f"073-{self.number(3)} {self.number(4)}", f"0585-{self.chance.randint(10, 99)} {self.number(3)}",
            f"+46 70 {self.number(3)} {self.number(2)} {self.number(2)}", f"+46 (0)19-{self.number(3)} {self.number(2)} {self.number(2)}",
            f"+4670{self.number(7)}", f"0046 8 {self.chance.randint(100, 999)} {self.number(3)}", f"076-{self.number(7)}",
            f"+47 {self.chance.randint(20, 99)} {self.number(2)} {self.number(2)} {self.number(2)}", f"010-{self.number(3)} {self.number(2)} {self.number(2)}",
        )  # fmt: skip
        return Made(
            self.around(
                what,
                "Telefon: X",
                "Ring X vardagar.",
                "Handläggare NAMN, tfn X",
                "NAMN nås på X.",
                "Tel X, e-post saknas",
                "X",
            ),
            ((Kind.PHONE, what),),
        )

    def a_phone_in_a_row(self) -> Made:
        what = self.pick(f"070{self.number(7)}", f"072{self.number(7)}", f"076{self.number(7)}", f"019{self.number(6)}")
        return Made(self.around(what, "Telefon: X", "Mobil X", "Tel. X", "Ring NAMN på tel X."), ((Kind.PHONE, what),))

    def a_email(self) -> Made:
        name = f"{self.pick('anna', 'erik', 'a', 'per-olof')}.{self.pick('ek', 'al-hassan', 'nilsson')}{self.pick('', '2', '_85')}"
        what = f"{name}@{self.pick('regionorebrolan.se', 'exempel.se', 'mail.skola.exempel.se', 'foretag-ab.com')}"
        return Made(
            self.around(what, "E-post: X", "Skriv till X.", "(X)", "mailto:X", "<X>", "NAMN, X, har ordet"),
            ((Kind.EMAIL, what),),
            is_sure=True,
        )

    def a_not_email(self) -> Made:
        return Made(
            self.pick(
                "Vi ses kl. 10 @ sal 3.", "Priset är 5 st @ 120 kr.", "Följ oss @regionen i sociala medier.", "a @ b"
            ),
            (),
            trap="at",
        )

    def a_street(self) -> Made:
        what = f"{self.pick(*STREETS)} {self.chance.randint(1, 120)}{self.pick('', ' A', 'B', '')}{self.pick('', '', ' lgh 1102', ', 3 tr')}"
        return Made(
            self.around(what, "NAMN bor på X.", "Adress: X", "Resan går från X till sjukhuset.", "X"),
            ((Kind.ADDRESS, what),),
        )

    def a_postal_address(self) -> Made:
        street = f"{self.pick(*STREETS)} {self.chance.randint(1, 99)}"
        code = f"{self.chance.randint(100, 984)}{self.pick(' ', ' ', '')}{self.number(2)}"
        what = f"{street}, {self.pick('', 'SE-')}{code} {self.pick(*TOWNS)}"
        return Made(self.around(what, "Adress: X", "NAMN, X", "Skicka till X."), ((Kind.ADDRESS, what),), is_sure=True)

    def a_code_and_town(self) -> Made:
        what = f"{self.chance.randint(100, 984)} {self.number(2)} {self.pick(*TOWNS)}"
        return Made(self.around(what, "Postadress: X", "X", "Folkbokförd i X."), ((Kind.ADDRESS, what),))

    def a_not_address(self) -> Made:
        return Made(self.pick("Handlingsplan 2025 antogs.", "Våningsplan 3 är låst.", "Väg 50 och riksväg 68 stängs.", "Se detaljplan 12.", "Arbetet på Storgatan pågår.",
                              "Kap. 3 handlar om gatan 2024.", "Europaväg 18 är halkig.", "Under 2024 Örebro kommun", "Budgetplan 26 har antagits",
                              "Enligt 7 kap. 2 § Lagen", "Det kostar 120 500 Kronor"), (), trap="street")  # fmt: skip

    # Money

    def a_bankgiro(self) -> Made:
        digits = str(self.chance.randint(1, 9)) + self.number(self.chance.choice([5, 6]))
        digits += giro_digit(digits)
        what = f"{digits[:-4]}-{digits[-4:]}"
        return Made(
            self.around(
                what, "Bankgiro: X", "Betala till bankgiro X senast den 30.", "BG X", "bg: X", "Bankgironummer X"
            ),
            ((Kind.BANKGIRO, what),),
            is_sure=True,
        )

    def a_plusgiro(self) -> Made:
        digits = str(self.chance.randint(1, 9)) + self.number(self.chance.choice([3, 5]))
        digits += giro_digit(digits)
        pairs = " ".join(digits[place : place + 2] for place in range(0, len(digits) - 1, 2))
        what = self.pick(f"{pairs}-{digits[-1]}", f"{digits[:-1]}-{digits[-1]}")
        return Made(
            self.around(what, "Plusgiro: X", "Sätt in pengarna på plusgiro X.", "PG X", "Postgiro X"),
            ((Kind.PLUSGIRO, what),),
            is_sure=True,
        )

    def a_account(self) -> Made:
        clearing = self.pick(
            f"6{self.number(3)}", f"8{self.number(3)}-{self.number(1)}", f"9{self.number(3)}", f"5{self.number(3)}"
        )
        account = self.pick(
            self.number(7),
            f"{self.number(3)} {self.number(3)} {self.number(3)}-{self.number(1)}",
            self.number(9),
            f"{self.number(2)} {self.number(3)} {self.number(2)}",
        )
        between = self.pick(" ", ", kontonummer ", ", konto ", "-" if "-" not in clearing else ", ")
        what = f"{clearing}{between}{account}"
        return Made(
            self.around(what, "Clearingnummer X", "Konto: X", "Utbetalning till bankkonto X.", "Kontonummer X"),
            ((Kind.ACCOUNT, what),),
        )

    def a_personal_account(self) -> Made:
        eight, four, _ = self.person()
        what = f"3300{self.pick('-', ' ', ', ')}{eight[2:]}{self.pick('-', '')}{four}"
        return Made(
            self.around(what, "Konto: X", "Personkonto X", "Clearing och kontonummer: X"),
            ((Kind.ACCOUNT, what),),
            (Mark.HOLDS_PERSONAL_NUMBER,),
        )

    def a_iban(self) -> Made:
        country, length = self.chance.choice([("SE", 20), ("NO", 11), ("DK", 14), ("FI", 14), ("DE", 18)])
        rest = self.number(length)
        value = int("".join(str(int(char, 36)) for char in rest + country + "00"))
        whole = f"{country}{98 - value % 97:02d}{rest}"
        what = self.pick(whole, " ".join(whole[place : place + 4] for place in range(0, len(whole), 4)))
        return Made(
            self.around(what, "IBAN: X", "Betala till X.", "IBAN X, BIC ESSESESS"), ((Kind.IBAN, what),), is_sure=True
        )

    # Cases

    def a_case_number(self) -> Made:
        year = self.chance.randint(2016, 2026)
        what = self.pick(f"BN-{year}-000{self.number(3)}", f"KS-{year}-00{self.number(3)}", f"VON/{year}:00{self.number(3)}", f"VON {year}:00{self.number(3)}",
                         f"VON/{year}:8{self.number(1)}", f"SLK-{year}-000{self.number(2)}", f"PRH-{year}-00000{self.number(1)}", f"3.1-4{self.number(3)}-{year}",
                         f"S{year}/0{self.number(4)}", f"KN{year}/00{self.number(3)}", f"N{year}/0{self.number(4)}/RTS", f"KS/{year}:4{self.number(2)}", f"22RS1{self.number(3)}",
                         f"{year}-00{self.number(3)}")  # fmt: skip
        return Made(
            self.around(what, "Dnr X", "Diarienummer: X", "Ärendet X bordläggs.", "X", "(X)", "Dnr: X, NAMN"),
            ((Kind.CASE_NUMBER, what),),
        )

    def a_labelled_case(self) -> Made:
        what = self.pick(
            f"1{self.number(3)}/22",
            f"7{self.number(3)}-2023",
            f"6{self.number(3)}-2011",
            f"00{self.number(3)}/2026",
            f"2{self.number(3)}-2006",
            f"2024/{self.number(3)}",
        )
        return Made(
            self.around(what, "Dnr X", "Diarienummer X", "dnr: X", "Ärendenummer X gäller NAMN.", "Vårt dnr X"),
            ((Kind.CASE_NUMBER, what),),
        )

    def a_statute(self) -> Made:
        what = self.pick("SOU 2026:14", "Ds 2024:28", "Dir. 2024:35", "prop. 2021/22:125", "bet. 2017/18:KU46", "skr. 2020/21:133", "SFS 2017:725", "(2017:900)",
                         "lagen (1997:736)", "rskr. 2016/17:12", "förordning (EU) 2016/679", "direktiv 2016/2102", "KL 5:67", "2025/26", "1990-2023", "RiR 2019:12", "SOU 2018:19")  # fmt: skip
        return Made(
            self.around(what, "Se X.", "Enligt X ska nämnden pröva frågan.", "Betänkandet X har remitterats.", "X"),
            (),
            trap="statute",
        )

    def a_nothing(self) -> Made:
        return Made(self.pick("Nämnden beslutar att godkänna delårsrapporten.", "Sammanträdet ajourneras kl. 10.15-10.30.", "Av 49 ledamöter röstade 25 ja och 24 nej.", "Lokal: sal 4, plan 2.",
                              "Rapporten omfattar 2023-2025.", "Sidan 3 (47)", "Punkt 1.2.3 utgår.", "Åren 1998-2004 låg nivån på 12-15 procent."), (), trap="nothing")  # fmt: skip


def labelled(count: int = 2_000, seed: int = 8) -> list[Made]:
    """The texts, the same for the same seed."""
    return Maker(seed).all(count)
