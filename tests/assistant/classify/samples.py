"""Short documents of several types, written for the tests, and a scheme for them."""

from assistant.documents.document import Document
from assistant.documents.read import read_bytes
from assistant.schemes.read import load
from assistant.schemes.scheme import Scheme

TEXTS = {
    "protokoll": "Sammanträdesprotokoll\n\nPlats och tid\n\nSessionssalen, kl. 13.00\n\nBeslutande\n\nLedamöter enligt närvarolista\n\n§ 12 Val av justerare\n\n"
    "Beslut\n\nNämnden utser Eva Ek att justera protokollet.\n\n§ 13 Delårsrapport\n\nBeslutsgång\n\nOrdföranden finner att nämnden bifaller förslaget.",
    "tjansteskrivelse": "Tjänsteskrivelse\n\nHandläggare Bo Berg\n\nFörslag till beslut\n\nNämnden godkänner planen.\n\nSammanfattning av ärendet\n\nFörvaltningen har tagit fram en plan."
    "\n\nFörvaltningens bedömning\n\nPlanen är rimlig.\n\nBeslutsunderlag\n\nTjänsteskrivelse 2025-02-03",
    "remissvar": "Yttrande över betänkandet om trafik\n\nRegionen har beretts tillfälle att yttra sig. Regionen tillstyrker förslaget men avstyrker kapitel 4. "
    "Regionen lämnar följande synpunkter på kostnaderna.",
    "faktura": "Faktura\n\nFakturanummer 12345\n\nFakturadatum 2025-03-01\n\nFörfallodatum 2025-03-31\n\nAtt betala 1 200,00 kr\n\nBankgiro 5050-1055\n\nMoms 25 %",
    "ansokan": "Ansökan om färdtjänst\n\nSökande: Anna Ek\n\nJag ansöker om färdtjänst eftersom jag inte kan åka buss.\n\nUnderskrift och namnförtydligande\n\nJag intygar att uppgifterna är riktiga.",
    "rutin": "Rutin för tvätt\n\nSyfte\n\nRutinen beskriver arbetsgången.\n\nTillvägagångssätt\n\nPersonalen ska sortera tvätten. Kontrollera att maskinen är tom. Gör så här: steg 1, steg 2.",
}  # fmt: skip


def document(text: str, name: str = "a.txt") -> Document:
    return read_bytes(text.encode(), name)


def scheme() -> Scheme:
    return load("handlingstyp").only(TEXTS)
