"""One server of the protocol over what one reader may see, whichever way its messages come."""

from __future__ import annotations

import logging
from importlib.metadata import version
from types import TracebackType

from anyio.to_thread import run_sync
from mcp.server.context import ServerRequestContext
from mcp.server.lowlevel.server import Server
from mcp.shared.exceptions import MCPError
from mcp_types import (
    INTERNAL_ERROR,
    INVALID_PARAMS,
    CallToolRequestParams,
    CallToolResult,
    ListToolsResult,
    PaginatedRequestParams,
    TextContent,
    ToolAnnotations,
)
from mcp_types import Tool as Described
from pydantic import ValidationError

from api.agents.cited import Held
from api.agents.tools import TOOLS, Tool
from api.identity.present import gave
from api.problems import said
from ingest.errors import MinutebookError

READS = ToolAnnotations(read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False)
Context = ServerRequestContext[dict[str, object]]
FAULT = "something went wrong on this side; try again later"
LOG = logging.getLogger("mcp.minutebook")  # among the SDK's own, which the journal keeps


def _described(tool: Tool) -> Described:
    return Described(
        name=tool.name,
        title=tool.title,
        description=tool.about,
        input_schema=tool.takes.model_json_schema(),
        output_schema=tool.gives.model_json_schema(mode="serialization"),
        annotations=READS,
    )


DESCRIBED = tuple(_described(tool) for tool in TOOLS.values())


def server(held: Held, title: str, instructions: str) -> Server[dict[str, object]]:
    """A server that gives what is held; title is shown to people who choose among servers."""

    async def listed(context: Context, asked: PaginatedRequestParams | None) -> ListToolsResult:
        return ListToolsResult(tools=list(DESCRIBED))

    async def called(context: Context, asked: CallToolRequestParams) -> CallToolResult:
        tool = TOOLS.get(asked.name)
        if tool is None:
            raise MCPError(INVALID_PARAMS, f"there is no tool of this name; choose {', '.join(TOOLS)}")
        with Contained():
            return await run_sync(_called, held, tool, asked.arguments or {})

    return Server(
        "minutebook",
        version=version("minutebook"),
        title=title,
        instructions=instructions,
        website_url=held.address or None,
        on_list_tools=listed,
        on_call_tool=called,
    )


class Contained:
    """Lets nothing of a fault of ours reach whoever called: the SDK would tell some of them its words."""

    def __enter__(self) -> None:
        """Begin."""

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Raises MCPError in the place of any error that is none of the protocol's."""
        if isinstance(error, Exception) and not isinstance(error, MCPError):
            LOG.error("a tool failed", exc_info=error)
            raise MCPError(INTERNAL_ERROR, FAULT) from None


def _called(held: Held, tool: Tool, arguments: dict[str, object]) -> CallToolResult:
    """What one call gives. What cannot be had is a result as well, so that whoever called can do better."""
    try:
        taken = tool.takes.model_validate(arguments)
        found = tool.call(held, taken)
    except ValidationError as error:
        return _failed("; ".join(_misfits(error)))
    except MinutebookError as error:
        return _failed(said(error))
    gave(tool.line(taken))
    return CallToolResult(
        content=[TextContent(text=found.model_dump_json())], structured_content=found.model_dump(mode="json")
    )


def _failed(why: str) -> CallToolResult:
    return CallToolResult(content=[TextContent(text=why)], is_error=True)


def _misfits(error: ValidationError) -> list[str]:
    """Which arguments do not fit and why, each once and without its value."""
    found: dict[str, str] = {}
    for one in error.errors():
        found.setdefault(str(one["loc"][0]) if one["loc"] else "arguments", one["msg"].lower())
    return [f"{name}: {why}" for name, why in found.items()]
