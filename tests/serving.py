"""A site over the public library of a folder, with the honest small model, served on a port of this machine.

python -m tests.serving FOLDER PORT
"""

from __future__ import annotations

import sys
from pathlib import Path

import uvicorn

from api.app import create_app
from api.settings import Settings
from tests.library import searcher

if __name__ == "__main__":
    folder = Path(sys.argv[1])
    app = create_app(Settings(library=folder, rates=""), {"public": searcher(folder)})
    uvicorn.run(app, port=int(sys.argv[2]), log_level="warning", access_log=False)
