"""What stops a run: explained to people, never a traceback."""


class RecountError(Exception):
    """Anything that Recount itself gives up on; the message says what happened and what to do."""


class UsageError(RecountError):
    """The user asked for something that cannot be: an unknown column, a day that is none."""


class RecordError(RecountError):
    """The record cannot be opened, read or written."""


class ListError(RecountError):
    """A list of words, actors, sources, places or a policy is not well formed."""


class NotFoundError(RecountError):
    """No incident, claim or report has this id."""
