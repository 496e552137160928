"""What an upload and the work on it are called on a page."""

from __future__ import annotations

from urllib.parse import quote

from search.model import Job, Upload
from web.wording import counted

STATES = {
    "unread": ("Not read yet", "blue"),
    "read": ("Ready to publish", "yellow"),
    "failed": ("Could not be read", "red"),
    "published": ("Published", "green"),
    "superseded": ("Replaced by a newer version", "grey"),
}
WORK = {"read": "Reading", "publish": "Publishing", "withdraw": "Withdrawing"}
COLLECTIONS = {
    "public": ("Public", "Everyone who uses this site can see it."),
    "restricted": ("Restricted", "It is kept apart. The public site never opens it."),
}


def tag(upload: Upload) -> tuple[str, str]:
    """What an upload is at, and the colour of its tag."""
    if upload.job:
        return (f"{WORK[upload.job.kind]} now" if upload.job.state == "running" else "Waiting", "blue")
    if upload.state == "published":
        return (f"Published: {upload.collection}", "green")
    return STATES[upload.state]


def progress(job: Job | None) -> str:
    """How far a piece of work has come, in a clause; "" where nothing is being done."""
    if job is None:
        return ""
    if job.state == "waiting":
        return f"{WORK[job.kind]} has not begun. It waits for other work to end"
    if job.kind == "publish" and job.passages:
        return f"{WORK[job.kind]}: {job.done:,} of {counted(job.passages, 'passage')} made ready for search"
    pages = f" {counted(job.pages, 'page')}" if job.pages else ""
    return f"{WORK[job.kind]}{pages}"


def size(upload: Upload) -> str:
    """How large a file is.

    >>> from search.model import Upload
    >>> size(Upload("a", "a.pdf", "a", "pdf", 1_572_864, "", "", "read", "", "", None))
    '1.5 MB'
    """
    megabytes = upload.size / 2**20
    return f"{megabytes:.1f} MB" if megabytes >= 0.1 else f"{max(1, round(upload.size / 1024))} KB"


def address(upload: str, *more: str) -> str:
    """The page of an upload, or of something to be done with it."""
    return "/".join(("/staff/uploads", quote(upload, safe=""), *more))
