"""The words that tell people's names from posts and organisations: lists, and nothing but lists."""

from __future__ import annotations

import re

TITLE = (
    r"(?i:associate professor|professor|prof|doctor|dr|mrs|mr|ms|miss|mx|sir|dame|lord|lady|baroness|baron|viscount|"
    r"cllrs?|councillors?|clr|rev|reverend|revd|canon|father|rabbi|imam|rt hon|hon|captain|capt|colonel|col|alderman|"
    r"ald|ambassador|(?:assistant |deputy )?chief constable|(?:detective )?(?:chief )?(?:superintendent|inspector)|"
    r"sergeant|brigadier|archdeacon|the venerable)"
)
TITLES = rf"{TITLE}\.?"
HONOURS = re.compile(
    r"(?:,?\s+(?:OBE|MBE|CBE|KBE|DBE|QC|KC|MP|MSP|MEP|FRS|FRCP|FRCGP|FCA|CPFA|PhD|BSc|MSc|QPM|QAM))+\b"
)


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\S+", text))


# Words in lower case inside a name.
PARTICLES = _words(
    """
    af al ap av bin da das de del den der di dos du e el ibn la le of ten ter the van von y
    """
)
# Words of posts: where one begins, a name has ended.
POSTS = _words(
    """
    absent accountant accounting acting actuary administrator adviser advisor analyst apologies apology apprentice
    assistant associate attendee auditor business ceo cfo chair chairman chairperson chairs chairwoman champion
    chaplain chief cio clerk clinical clinician co-chair co-opted co-ordinator cochair commercial commissioner
    communications company consultant controller convener convenor coo coordinator corporate counsel cto customer
    data dean deputy designate developer development digital director directors economist editor elected engineer
    ex-officio executive facilitator finance financial general governance governor gp guardian guest head headteacher
    honorary human independent information interim joint lay lead leader legal liaison librarian manager managing
    mayor medical member minister minute minutes monitoring ned non-executive nonexecutive note-taker notes nurse
    nursing observer officer official online operating operations pa parent partner patient people pharmacist
    physician policy practising present president principal programme project provost psychologist public quality
    registrar remote rep representative researcher resident responsible scientist secretariat secretary senior
    solicitor speaker specialist staff statistician strategic student substitute supervisor support surveyor taker
    teacher teams technical trainee treasurer trustee user vice vice-chair vice-chairman vice-president visiting
    voluntary volunteer warden workforce zoom
    """
)
# Words of organisations, and others that stand in no person's name.
BODIES = _words(
    """
    academy action actions administration advisory agency agenda all alliance also ambulance any approval april
    archives arising army assembly association august authorities authority bank board borough both budget building
    bureau by cabinet campaign care cathedral centre chamber charity church city civil close closing college
    commerce commission committee community companies congress consortium constabulary council county court date day
    december declaration declarations department designation directorate discussion district division each east
    education electronic england enterprise europe everyone faculty february federation fire floor following forum
    foundation foundations friday fund gazette government group guild hall health healthwatch hospital hospitals
    house housing industries initiative institute institution integrated interest interests international internet
    introduction introductions it item items january july june justice laboratory law library limited llp local
    location london ltd march matters meeting members midlands ministry monday museum name names national network
    next nhs nil no no-one nobody none north not november october office ombudsman open opening organisation
    organization other others panel parish parliament partners partnership performance place plan plc police position
    practice press previous primary questions quorum radio reference region regional register registry report
    representing research review risk road role room royal saturday school schools science scotland senate september
    service services site social society solutions south state strategy street studies sunday surgery survey system
    systems team technology terms that the there this thursday time title town trust trustees tuesday uk union unit
    unitary united university update various venue via village wales wednesday welcome welfare wellbeing west works
    workshop youth
    """
)
# Words of posts and bodies that are surnames too, after a first name.
SURNAMES = _words(
    """
    bank chambers church clerk close day dean east england guest hall head judge law lay major march may mayor north
    parish speaker street warden west
    """
)
# Words of posts and bodies that are first names too.
FIRSTS = _words(
    """
    april art august chase dean earl grant guest guy june major may
    """
)
