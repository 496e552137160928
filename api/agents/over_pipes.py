"""The protocol over standard input and output, for one agent on this machine."""

from __future__ import annotations

from mcp.server.lowlevel.server import Server
from mcp.server.stdio import stdio_server


async def answer(server: Server[dict[str, object]]) -> None:
    """Answer whoever started this process until they close its standard input."""
    async with stdio_server() as (read, write):
        await server.run(read, write, server.create_initialization_options())
