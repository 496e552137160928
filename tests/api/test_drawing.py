from __future__ import annotations

import io
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from PIL import Image

from api.drawing import MARKER, draw, slim
from api.errors import NotDrawable
from ingest.model import Box
from tests.board import paper_pdf

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


def test_a_mark_is_drawn_in_its_own_colour(paper: Path) -> None:
    with Image.open(io.BytesIO(draw(paper, 1, 1.0, (Box(10, 10, 50, 20),), PIXELS))) as image:
        assert image.convert("RGB").getpixel((12, 12)) == MARKER


def test_print_takes_few_colours_and_a_photograph_keeps_its_own() -> None:
    print_only = Image.new("RGB", (60, 60), "white")
    assert slim(print_only).mode == "P"
    photograph = Image.frombytes("RGB", (60, 60), b"".join(number.to_bytes(3, "big") for number in range(3600)))
    assert slim(photograph).mode == "RGB"
