"""A site that stands under a path of its host."""

from __future__ import annotations

from starlette.types import ASGIApp, Receive, Scope, Send


class UnderPath:
    """Takes requests for root ("/papers") whether the proxy in front leaves that path in place or takes it away."""

    def __init__(self, app: ASGIApp, root: str) -> None:
        self.app, self.root = app, root

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if self.root and scope["type"] == "http":
            path = scope["path"]
            inside = path == self.root or path.startswith(f"{self.root}/")
            scope = {**scope, "root_path": self.root, "path": path if inside else f"{self.root}{path}"}
        await self.app(scope, receive, send)
