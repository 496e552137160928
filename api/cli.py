"""The command line: the one command, its commands wired together, and what an error ends it with."""

from __future__ import annotations

import gc
import os
import sys

import typer
from typer.exceptions import TyperException

from api.commands.asking import ask, search
from api.commands.audit import audit
from api.commands.backup import backup
from api.commands.bulk import bulk
from api.commands.digest import digest
from api.commands.documents import documents, remove
from api.commands.evaluating import evaluate
from api.commands.exporting import export
from api.commands.ingest import ingest
from api.commands.keeping import doctor, reindex
from api.commands.keys import keys
from api.commands.mcp import mcp
from api.commands.moving import move
from api.commands.options import say
from api.commands.precedents import precedents
from api.commands.registers import actions, decisions, meetings, papers, people
from api.commands.restore import restore
from api.commands.serving import serve
from api.commands.shutting import shutout, signout
from api.commands.subjects import declarations, glossary, interests, timeline
from api.commands.working import work
from api.errors import DONE, STOPPED, exit_code
from ingest.errors import MinutebookError

app = typer.Typer(
    name="minutebook",
    help="Search and question answering over board papers, every answer cited to its page.",
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
COMMANDS = (
    ingest,
    documents,
    remove,
    ask,
    search,
    meetings,
    decisions,
    actions,
    interests,
    declarations,
    papers,
    people,
    timeline,
    glossary,
    precedents,
    evaluate,
    export,
    bulk,
    serve,
    mcp,
    work,
    digest,
    doctor,
    reindex,
    move,
    backup,
    restore,
    keys,
    shutout,
    signout,
    audit,
)
# New objects before Python looks for what nothing holds any more, and rounds before it looks among older ones too. What
# a start makes, stays: looked through as often as Python does of itself, every start takes an eighth longer.
COLLECTED = (50_000, 20, 20)
for command in COMMANDS:
    app.command()(command)


def main() -> None:
    """Run one command; an error is one line on standard error and a documented exit code."""
    gc.set_threshold(*COLLECTED)
    code = run(sys.argv[1:])
    gc.freeze()  # the interpreter, ending, looks through all there is for what nothing holds: half a second with torch
    sys.exit(code)


def run(arguments: list[str]) -> int:
    """The exit code of one command: 0 done, 1 some failed, 2 unusable arguments, 3 no usable library, 130 stopped."""
    try:
        code = app(arguments, prog_name="minutebook", standalone_mode=False)
        sys.stdout.flush()
    except TyperException as error:
        say(f"minutebook: {' '.join(error.format_message().split())} (see `minutebook --help`)")
        return error.exit_code
    except MinutebookError as error:
        say(f"minutebook: {error}")
        return exit_code(error)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # the reader has what it wanted
        return DONE
    except (KeyboardInterrupt, typer.Abort):
        say("minutebook: stopped")
        return STOPPED
    return code if isinstance(code, int) else DONE
