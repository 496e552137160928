"""The stream over a served site: sentences arrive while the model still speaks, and a reader may leave at any time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event, Thread

import httpx2
import pytest
import uvicorn

from api.app import create_app
from api.commands.serving import listening
from api.phrasing.phraser import AT_ONCE
from api.settings import Settings
from tests.api.phrasing.model_server import Reply, quoted, running
from tests.board import papers
from tests.library import searcher, take

WAIT = 20.0


@pytest.fixture(scope="module")
def finish() -> Event:
    """Set to let the model end its reply."""
    return Event()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory, finish: Event) -> Iterator[str]:
    """A served site, over a model that says one sentence and then waits."""
    folder: Path = tmp_path_factory.mktemp("served")
    take(folder, papers(folder / "papers"))

    def behave(reply: Reply) -> None:
        lines = quoted([each for each in reply.asked.data["passages"] if each["kind"] == "decision"])
        reply.begin()
        reply.delta(f"{lines[0]}\n")
        while not (finish.is_set() or reply.over.wait(0.02)):
            pass
        reply.done()

    with running(behave) as model, listening("127.0.0.1", 0) as door:
        chosen = Settings(
            library=folder,
            phrase_url=model.url,
            phrase_model="small",
            phrase_seconds=WAIT,
            phrase_idle_seconds=WAIT,
        )
        app = create_app(chosen, {"public": searcher(folder)})
        server = uvicorn.Server(uvicorn.Config(app, log_level="error"))
        thread = Thread(target=server.run, args=([door],))
        thread.start()
        yield f"http://127.0.0.1:{door.getsockname()[1]}/api/v1/answer/stream?q=winter+funding"
        server.should_exit = True
        thread.join(WAIT)


def names(address: str, stop: str) -> list[str]:
    """The names of the events up to the first of that name, after which the reader leaves."""
    heard: list[str] = []
    with httpx2.Client(timeout=WAIT) as client, client.sse(address) as events:
        for event in events:
            heard.append(event.event)
            if event.event == stop:
                break
    return heard


def test_a_sentence_arrives_before_the_model_has_ended(address: str) -> None:
    assert names(address, "sentence") == ["answer", "sentence"]


def test_readers_who_leave_do_not_keep_others_out(address: str, finish: Event) -> None:
    for _ in range(2 * AT_ONCE):
        assert names(address, "sentence") == ["answer", "sentence"]
    finish.set()
    assert names(address, "done") == ["answer", "sentence", "done"]
