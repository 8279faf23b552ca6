"""Options that all decisions share."""

from typing import Annotated

import typer

BecauseOption = Annotated[
    str, typer.Option("--because", metavar="WORDS", help="Why. This stays in the record, so name nobody private.")
]
AsOption = Annotated[
    str, typer.Option("--as", metavar="NAME", envvar="RECOUNT_NAME", help="Who decides. RECOUNT_NAME sets it.")
]
ClaimArgument = Annotated[
    str, typer.Argument(metavar="CLAIM", help="The id of a claim, as `recount show --format jsonl` has it.")
]
