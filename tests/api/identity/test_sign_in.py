"""Signing in with a provider that tells the truth, and with one that does not."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit

from api.identity.cookies import SESSION, SIGNING_IN
from search.service import sessions
from tests.api.identity.conftest import ADDRESS, CANARY, Place

OURS = {"Origin": ADDRESS, "Sec-Fetch-Site": "same-origin"}


def test_a_person_is_led_to_the_provider_and_back_to_what_they_asked_for(place: Place) -> None:
    browser = place.browser()
    asked = browser.get("/search", params={"q": "contract"})
    assert (asked.status_code, asked.headers["location"]) == (303, "/sign-in?next=%2Fsearch%3Fq%3Dcontract")
    reply = browser.get(place.came_back(browser, asked.headers["location"]))
    assert (reply.status_code, reply.headers["location"]) == (303, "/search?q=contract")
    shown = browser.get(reply.headers["location"])
    assert (shown.status_code, CANARY in shown.text) == (200, True)
    begun = place.provider.asked[-1]
    assert {"code_challenge", "nonce", "state"} <= set(begun)
    assert begun["code_challenge_method"] == "S256"
    assert begun["scope"] == "openid profile"


def test_cookies_are_secure_and_only_for_this_host(place: Place) -> None:
    browser = place.browser()
    begun = browser.get("/sign-in")
    ended = browser.get(place.came_back(browser))
    for reply, name in ((begun, SIGNING_IN), (ended, SESSION)):
        cookie = next(one for one in reply.headers.get_list("set-cookie") if one.startswith(f"{name}="))
        assert name.startswith("__Host-")
        for part in ("Secure", "HttpOnly", "SameSite=lax", "Path=/"):
            assert part in cookie, cookie
        assert "Domain" not in cookie
        assert reply.headers["cache-control"] == "no-store"


def test_the_public_site_sets_no_cookie_for_who_does_not_sign_in(place: Place) -> None:
    browser = place.browser("public")
    for address in ("/", "/search?q=winter", "/meetings", "/api/v1/documents", "/sign-out", "/account", "/nothing"):
        assert "set-cookie" not in browser.get(address).headers, address
    assert 'href="/sign-in"' in browser.get("/").text


LIES: tuple[dict[str, Any], ...] = (
    {"nonce": "another"},
    {"nonce": None},
    {"aud": "another-site"},
    {"aud": ["another-site"]},
    {"aud": ["minutebook", "another-site"], "azp": "another-site"},
    {"aud": None},
    {"iss": "https://another.example"},
    {"exp": 1_000_000_000},
    {"exp": None},
    {"sub": None},
    {"iat": 4_000_000_000},
)


def test_a_token_that_is_not_for_this_sign_in_opens_nothing(place: Place) -> None:
    browser = place.browser()
    for lies in LIES:
        place.provider.lies = lies
        reply = browser.get(place.came_back(browser))
        assert (reply.status_code, SESSION in browser.cookies) == (401, False), lies
    place.provider.lies = {}
    assert browser.get("/").status_code == 303
    assert [entry for entry in place.log() if entry.deed == "sign-in"] == []
    assert {(entry.who, entry.deed, entry.about) for entry in place.log()} == {("", "refused", "/sign-in")}
    assert browser.get(place.came_back(browser)).status_code == 303  # the truth opens it


def test_a_token_without_the_providers_signature_opens_nothing(place: Place) -> None:
    browser = place.browser()
    for alg, forged in (("none", False), ("HS256", False), ("RS256", True)):
        place.provider.alg, place.provider.forged = alg, forged
        assert browser.get(place.came_back(browser)).status_code == 401, (alg, forged)
        assert SESSION not in browser.cookies


def test_a_token_that_has_just_run_out_opens_nothing(place: Place) -> None:
    browser = place.browser()
    place.provider.lies = {"iat": int(time.time()) - 400, "exp": int(time.time()) - 100}
    assert browser.get(place.came_back(browser)).status_code == 401


def test_a_description_of_another_provider_is_not_believed(place: Place) -> None:
    place.provider.name = "https://another.example"
    assert place.browser(raises=False).get("/sign-in").status_code == 503
    place.provider.name = ""


def test_a_way_back_that_was_begun_elsewhere_opens_nothing(place: Place) -> None:
    victim, thief = place.browser(), place.browser()
    back = place.came_back(thief)
    assert victim.get(back).status_code == 401  # nothing was begun there
    victim.get("/sign-in")
    assert victim.get(back).status_code == 401  # something else was
    query = parse_qs(urlsplit(place.came_back(victim)).query)
    assert victim.get("/sign-in/callback", params={"code": query["code"][0], "state": "another"}).status_code == 401
    assert victim.get("/sign-in/callback", params={"code": query["code"][0]}).status_code == 401
    assert victim.get("/sign-in/callback?error=access_denied&state=x").status_code == 401
    assert SESSION not in victim.cookies


def test_a_way_back_works_once(place: Place) -> None:
    browser = place.browser()
    begun = dict(browser.cookies)
    back = place.came_back(browser)
    begun = dict(browser.cookies)
    assert browser.get(back).status_code == 303
    again = place.browser()
    again.cookies.update(begun)
    assert again.get(back).status_code == 401


ELSEWHERE = [
    "https://evil.example/",
    "//evil.example/",
    "/\\evil.example",
    "javascript:alert(1)",
    "/\t/evil.example",
    "evil",
]


def test_signing_in_leads_to_no_other_site(place: Place) -> None:
    browser = place.browser()
    for goal in ELSEWHERE:
        reply = browser.get(place.came_back(browser, f"/sign-in?next={quote(goal, safe='')}"))
        assert (reply.status_code, reply.headers["location"]) == (303, "/"), goal


def test_who_has_no_role_is_told_so_and_sees_nothing(place: Place) -> None:
    browser = place.browser()
    place.provider.claims = {"sub": "p9", "name": "No Role", "groups": ["g-others"]}
    reply = browser.get(place.came_back(browser))
    assert (reply.status_code, "no group of yours has a role here" in reply.text) == (403, True)
    assert browser.get("/").status_code == 303
    assert [(entry.who, entry.deed) for entry in place.log()] == [("p9", "sign-in refused")]
    place.provider.claims = {"sub": "p9"}
    assert browser.get(place.came_back(browser)).status_code == 403
    place.provider.claims = {"sub": "p9", "_claim_names": {"groups": "src1"}}
    assert "too many groups" in browser.get(place.came_back(browser)).text


def test_a_session_is_over_when_idle_and_in_any_case_in_the_end(place: Place) -> None:
    browser = place.signed_in(place.browser(), "g-board")
    assert browser.get("/meetings").status_code == 200
    place.change("UPDATE sessions SET seen = ?", sessions.later(-0.51))
    assert browser.get("/meetings").status_code == 303
    place.signed_in(browser, "g-board")
    place.change("UPDATE sessions SET ends = ?", sessions.later(-0.001))
    assert browser.get("/meetings").status_code == 303


def test_a_request_keeps_a_session_from_being_idle(place: Place) -> None:
    browser = place.signed_in(place.browser(), "g-board")
    place.change("UPDATE sessions SET seen = ?", sessions.later(-0.4))
    assert browser.get("/meetings").status_code == 200
    place.change("UPDATE sessions SET seen = ? WHERE seen < ?", sessions.later(-0.6), sessions.later(-0.1))
    assert browser.get("/meetings").status_code == 200


def test_signing_in_again_gives_another_session_and_ends_the_first(place: Place) -> None:
    browser = place.signed_in(place.browser(), "g-board")
    first = browser.cookies[SESSION]
    place.signed_in(browser, "g-board")
    assert browser.cookies[SESSION] != first
    thief = place.browser()
    thief.cookies.set(SESSION, first)
    assert thief.get("/").status_code == 303


def test_a_cookie_taken_before_signing_out_opens_nothing_after(place: Place) -> None:
    browser = place.signed_in(place.browser(), "g-board")
    taken = browser.cookies[SESSION]
    reply = browser.post("/sign-out", headers=OURS)
    assert (reply.status_code, SESSION in browser.cookies) == (303, False)
    thief = place.browser()
    thief.cookies.set(SESSION, taken)
    assert thief.get("/").status_code == 303
    thief.cookies.set(SESSION, taken[:-1] + ("A" if taken[-1] != "A" else "B"))
    assert thief.get("/").status_code == 303


def test_signing_out_everywhere_ends_every_session_of_that_person_alone(place: Place) -> None:
    one, two = (place.signed_in(place.browser(), "g-board") for _ in range(2))
    other = place.signed_in(place.browser(), "g-board", subject="p2")
    assert "2 browsers" in one.get("/account").text
    assert one.post("/sign-out/everywhere", headers=OURS).status_code == 303
    assert [each.get("/meetings").status_code for each in (one, two, other)] == [303, 303, 200]


def test_no_other_site_can_sign_somebody_out(place: Place) -> None:
    browser = place.signed_in(place.browser(), "g-staff")
    for headers in ({"Origin": "https://evil.example"}, {"Sec-Fetch-Site": "cross-site"}, {}):
        assert browser.post("/sign-out", headers=headers).status_code == 403
        assert browser.post("/staff/uploads/x/publish", headers=headers).status_code == 403
    assert browser.get("/meetings").status_code == 200


def test_a_person_is_known_by_the_claims_that_the_settings_name(place: Place) -> None:
    entra = place.settings.model_copy(update={"oidc_claim": "roles", "oidc_subject": "oid"})
    there = replace(place, settings=entra)
    place.provider.claims = {"sub": "pairwise", "oid": "0f3c", "name": "Ann", "roles": ["g-board"]}
    browser = there.browser()
    assert browser.get(there.came_back(browser)).status_code == 303
    assert "0f3c" in browser.get("/account").text
    assert [(entry.who, entry.detail) for entry in place.log() if entry.deed == "sign-in"] == [("0f3c", "board")]


def test_a_session_is_over_where_nobody_can_sign_in_any_more_or_roles_are_given_by_other_groups(place: Place) -> None:
    first = place.signed_in(place.browser(), "g-staff")
    assert first.get("/decisions").status_code == 200
    for change in (
        {"oidc_groups": "g-board=board, g-staff=board"},
        {"oidc_groups": "g-board=board"},
        {"oidc_issuer": "", "oidc_client_secret": None},
        {"oidc_client_id": "another"},
    ):
        later = replace(place, settings=place.settings.model_copy(update=change)).browser()
        later.cookies.update(first.cookies)
        assert later.get("/decisions").status_code in (303, 401), change
    same = {"oidc_groups": " g-staff=staff,g-board=board ,g-admin=administrator"}
    again = replace(place, settings=place.settings.model_copy(update=same)).browser()
    again.cookies.update(first.cookies)
    assert again.get("/decisions").status_code == 200
