from __future__ import annotations

import io
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from PIL import Image

from api.drawing import draw
from api.errors import NotDrawable
from api.picture import MARKER, slim
from ingest.model import Box
from tests.board import paper_pdf
from tests.ingest.hostile_pdfs import doubled_forms, form_in_itself

PIXELS = 4_000_000


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("paper") / "board.pdf"
    paper_pdf(path)
    return path


def test_those_who_ask_for_one_picture_at_the_same_time_wait_for_one_drawing(paper: Path) -> None:
    with ThreadPoolExecutor(4) as pool:
        pictures = list(pool.map(lambda _: draw(paper, 1, 1.0, (), PIXELS), range(4)))
    assert all(picture is pictures[0] for picture in pictures)


def test_a_page_that_is_not_there_cannot_be_drawn_however_often_it_is_asked_for(paper: Path) -> None:
    for _ in range(2):
        with pytest.raises(NotDrawable, match="page 99"):
            draw(paper, 99, 1.0, (), PIXELS)


def test_a_page_that_takes_too_long_is_given_up_once_and_refused_at_once_from_then_on(tmp_path: Path) -> None:
    path = tmp_path / "forms.pdf"
    path.write_bytes(form_in_itself())
    with pytest.raises(NotDrawable, match=r"^page 1 cannot be drawn: (?:it takes more than|the file is damaged there)"):
        draw(path, 1, 1.0, (), PIXELS)
    began = time.monotonic()
    for scale in (1.0, 1.5, 2.0):
        with pytest.raises(NotDrawable, match="page 1 cannot be drawn"):
            draw(path, 1, scale, (), PIXELS)
    assert time.monotonic() - began < 0.2


def test_a_page_that_breaks_its_drawing_takes_nothing_else_down(tmp_path: Path, paper: Path) -> None:
    path = tmp_path / "forms.pdf"
    path.write_bytes(doubled_forms())
    with ThreadPoolExecutor(2) as pool:
        broken = pool.submit(draw, path, 1, 1.0, (), PIXELS)
        whole = pool.submit(draw, paper, 1, 1.25, (), PIXELS)
        assert whole.result().startswith(b"\x89PNG")
        with pytest.raises(NotDrawable):
            broken.result()


def test_a_mark_is_drawn_in_its_own_colour(paper: Path) -> None:
    with Image.open(io.BytesIO(draw(paper, 1, 1.0, (Box(10, 10, 50, 20),), PIXELS))) as image:
        assert image.convert("RGB").getpixel((12, 12)) == MARKER


def test_print_takes_few_colours_and_a_photograph_keeps_its_own() -> None:
    print_only = Image.new("RGB", (60, 60), "white")
    assert slim(print_only).mode == "P"
    photograph = Image.frombytes("RGB", (60, 60), b"".join(number.to_bytes(3, "big") for number in range(3600)))
    assert slim(photograph).mode == "RGB"
