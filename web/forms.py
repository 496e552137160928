"""What a form sends, bounded before it is looked at."""

from __future__ import annotations

from typing import TypeVar
from urllib.parse import parse_qsl

from fastapi import HTTPException, Request
from pydantic import BaseModel, ValidationError
from starlette.datastructures import UploadFile
from starlette.types import Message

from web.wording import LONGEST

LARGEST = 16 * LONGEST  # bytes of a form without a file: a letter takes 12 at most
FIELDS = 16
TOO_LARGE = "the form holds too much"
M = TypeVar("M", bound=BaseModel)


async def filled(request: Request, form: type[M], incomplete: str, largest: int = LARGEST) -> M:
    """The fields of a form without a file. Raises HTTPException: 413 where it is too large, 422 for another form."""
    fields = await sent(request, incomplete, largest)
    try:
        return form.model_validate(fields)
    except ValidationError as error:
        raise HTTPException(422, incomplete) from error


async def sent(request: Request, incomplete: str, largest: int = LARGEST, most: int = FIELDS) -> dict[str, str]:
    """What a form without a file sends, by name: most fields in largest bytes. Raises HTTPException as filled does."""
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > largest:
            raise HTTPException(413, TOO_LARGE)
    try:
        return dict(parse_qsl(body.decode("utf-8"), keep_blank_values=True, max_num_fields=most))
    except ValueError as error:
        raise HTTPException(422, incomplete) from error


async def handed_in(
    request: Request, megabytes: int, longest: int = LARGEST
) -> tuple[UploadFile | None, dict[str, str]]:
    """The file of a form and its other fields, each of longest bytes at most; None where no file was chosen.

    What is larger than megabytes (2**20 bytes) is not read to its end. Raises HTTPException: 413 then, 400 for what is
    no form.
    """
    left = (megabytes + 1) * 2**20

    async def receive() -> Message:
        nonlocal left
        message = await request.receive()
        left -= len(message.get("body", b""))
        if left < 0:
            raise HTTPException(413, f"the file is larger than {megabytes} MB; split it, or ask for a higher limit")
        return message

    form = await Request(request.scope, receive).form(max_files=1, max_fields=FIELDS, max_part_size=longest)
    file = form.get("file")
    texts = {name: value for name, value in form.items() if isinstance(value, str)}
    return (file if isinstance(file, UploadFile) and file.filename else None), texts
