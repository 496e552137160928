"""No letter, and nothing that is kept for one, holds anything of papers that the public may not see."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path
from shutil import copytree

from api.app import letters
from api.digests.mail import mail_of
from api.digests.run import Round
from search.library import Library
from search.searcher import Searcher
from search.service import subscriptions
from search.service.service import Service
from search.service.topics import Topic
from tests.leaks.papers import CANARIES, told
from tests.leaks.readers import House, settings
from tests.mailbox import running
from tests.search.readings import bag, put

TOPICS = (
    "decisions",
    "decisions?body=Sprocketwell+Committee",
    "actions",
    "actions?owner=Mirabexa",
    "overdue",
    "item?text=trondavish+contract",
    "item?text=estates+strategy",
    "search?q=quorvandle",
    "search?q=winter+funding+of+community+beds",
)


def test_no_letter_tells_of_a_restricted_paper(house: House, tmp_path: Path) -> None:
    copytree(house.folders.whole, tmp_path, dirs_exist_ok=True)
    with running() as box, Service.open(tmp_path) as service:
        chosen = settings(tmp_path, False, mail_port=box.port, mail_security="none")
        mail = mail_of(chosen)
        assert mail
        with Library.open(tmp_path / "public", write=False) as public:
            writer = letters(chosen, Searcher(public, bag()))
            # given somebody who follows everything since before there was any of it
            with service.change() as connection:
                for topic in TOPICS:
                    assert subscriptions.ask(connection, topic, "a@example.org", Topic.read(topic), "daily")
                    claimed = subscriptions.claim(connection, subscriptions.unasked(connection)[-1])
                    assert claimed
                    subscriptions.confirm(connection, claimed[0], "2000-01-01T00:00:00+00:00")
            # when new papers come into both libraries and everything is sent
            for name in ("restricted", "public"):
                with Library.open(tmp_path / name, write=True) as library:
                    put(library, f"Winter funding, for the {name}. {'quorvandle' if name == 'restricted' else ''}")
            tally = Round(service, mail, writer, lambda line: None).go()
        # then letters came, and none of them nor any row that is kept holds a word of what is restricted
        assert tally.sent >= 4
        assert len(box.letters) == tally.sent
        for _, letter, _ in box.letters:
            asked = str(letter["Subject"]).casefold()
            found = [word for word in told(whole(letter)) if CANARIES[word].casefold() not in asked]
            assert found == [], letter["Subject"]
        with service.read() as connection:
            rows = [connection.exec_driver_sql(f"SELECT * FROM {name}").all() for name in ("noted", "mailed")]
        assert told(str(rows).replace("quorvandle", "").replace("trondavish", "").replace("Sprocketwell", "")) == []
        assert not [one for one in house.folders.secrets if one in str([whole(letter) for _, letter, _ in box.letters])]


def whole(letter: EmailMessage) -> str:
    """Everything that a letter says."""
    parts = [letter.get_body((kind,)) for kind in ("plain", "html")]
    return "\n".join([*(str(part.get_content()) for part in parts if part), *map(str, letter.values())])
