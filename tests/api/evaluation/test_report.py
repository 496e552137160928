from __future__ import annotations

import re

from lxml import html

from api.evaluation.comparison import compared
from api.evaluation.misses import misses
from api.evaluation.report import report
from api.evaluation.runs import Run
from api.evaluation.scored import MEASURES, Scored

ODD = 'who <b>paid</b> $x^{ & "why"?'


def run(right: bool) -> Run:
    recall = {f"recall@{k}": float(right or k > 2) for k in range(1, 11)}
    found = Scored("a", ODD, "kind <i> $1$", True, True, {**recall, "mrr@10": 1.0}, 1, 1, 1, "Board, item 7", 0.75)
    lost = Scored("b", "where?", "plan", True, False, {"recall@1": 0.0, "recall@5": 0.0}, 0, 1, 0, "", 0.25)
    answered = Scored("c", "never?", "not_recorded", False, True, {"unanswerable_declined": 0.0}, first="page 3")
    return Run("questions <1>.jsonl", "small", (found, lost, answered))


def test_a_report_holds_every_plot_with_a_title_and_its_table() -> None:
    now = run(True)
    page = html.fromstring(report(now, misses(now, 5), compared(run(False), now, "then.json")))
    plots = page.findall(".//figure/svg")
    assert len(plots) == 5
    for plot in plots:
        title, description = (page.get_element_by_id(name) for name in plot.get("aria-labelledby").split())
        assert title.text
        assert "table" in description.text
        assert plot.getparent().getnext().tag in ("table", "div")
    captions = [caption.text for caption in page.iter("caption")]
    assert len(captions) == len(set(captions)) == 9
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    for target in re.findall(r"(?:url\(|href=\")#([^\")]+)", html.tostring(page, encoding="unicode")):
        page.get_element_by_id(target)


def test_a_report_runs_nothing_and_asks_for_nothing() -> None:
    now = run(True)
    text = report(now, misses(now, 5))
    page = html.fromstring(text)
    assert not page.xpath("//script | //link | //img | //iframe | //@onload | //@onclick")
    assert "@import" not in text
    links = page.xpath("//@*[name() = 'href' or name() = 'src' or name() = 'xlink:href']")
    assert all(str(link).startswith("#") for link in links)


def test_words_of_questions_and_kinds_are_shown_as_they_are_and_do_nothing() -> None:
    now = run(True)
    text = report(now, misses(now, 5))
    page = html.fromstring(text)
    assert not page.xpath("//main//b | //main//i")
    assert "kind <i> $1$" in page.xpath("//svg")[1].text_content()
    assert page.findtext(".//title") == "Evaluation: questions <1>.jsonl - minutebook"


def test_the_same_run_gives_the_same_report() -> None:
    now = run(True)
    assert report(now, misses(now, 5)) == report(now, misses(now, 5))


def test_what_was_not_judged_is_left_out() -> None:
    bare = Run("q", "m", (Scored("a", "a?", "", True, True, {"recall@1": 1.0}, 1, 1, 1),))
    page = html.fromstring(report(bare, misses(bare, 5)))
    headings = [heading.text for heading in page.iter("h2")]
    assert headings == ["All questions", "Recall by the number of passages looked at", "What went wrong"]


def test_every_measure_says_what_it_means() -> None:
    assert all(MEASURES.values())
