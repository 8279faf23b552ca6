"""One decision: the form that asks for it, and keeping it. Nothing that was typed is lost on the way."""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from recount.model import RecountError, UsageError
from recount.run import Effect, Meanwhile, Says, meanwhile, state
from recount.store import Record
from recount.web.filters import clean
from recount.web.judging import keeping
from recount.web.judging.asking import asked
from recount.web.judging.back import safe, with_done
from recount.web.judging.bench import Bench
from recount.web.judging.reader import reader, remember
from recount.web.judging.sent import Sent
from recount.web.pages.rendering import page
from recount.web.show import addresses, trail
from recount.web.show.judging import decided


def ask(request: Request, sent: Sent, bench: Bench) -> Response:
    """The form for one decision, with what it is about."""
    verb = _verb(request)
    with bench.records() as record:
        return _form(request, sent, record, verb)


def decide(request: Request, sent: Sent, bench: Bench) -> Response:
    """Keep a decision, then go on; the form again, as it was filled in, where that cannot be."""
    verb = _verb(request)
    if sent.one("look"):
        # "Look at these first": the evidence for what was picked, and nothing is kept.
        with bench.records() as record:
            return _form(request, sent, record, verb)
    name, because = clean(sent.one("name")) or reader(request), sent.one("because")
    with bench.turn, bench.records() as record:
        missing = _missing(name, because)
        if missing is not None:
            return _form(request, sent, record, verb, problem=missing)
        between = meanwhile(record, sent.all("shown"), sent.one("state"))
        if between:
            return _form(request, sent, record, verb, between=between)
        try:
            effect = keeping.keep(record, verb, sent, Says(name, because), bench.lists())
        except UsageError as fault:
            return _form(request, sent, record, verb, problem=str(fault))
    answer = RedirectResponse(_onward(sent, effect), 303)
    remember(answer, name)
    return answer


def _verb(request: Request) -> str:
    verb = str(request.path_params["verb"])
    if verb not in keeping.VERBS:
        raise HTTPException(404)
    return verb


def _missing(name: str, because: str) -> str | None:
    if not name:
        return "Say who decides: whoever reads it later may want to ask."
    return None if because else "Give a short reason: whoever reads it later has nothing else to go by."


def _form(
    request: Request,
    sent: Sent,
    record: Record,
    verb: str,
    problem: str | None = None,
    between: Meanwhile | None = None,
) -> Response:
    status = 409 if between else 400 if problem else 200
    ids = keeping.ids(record, verb, sent)
    try:
        about = asked(record, verb, sent)
    except RecountError as fault:
        # What it was about is gone, perhaps by somebody else's decision just now: that is told with what was typed.
        about, problem = None, problem or str(fault)
        status = max(status, 404)
    return page(
        "work/judge.html",
        status,
        verb=verb,
        about=about,
        problem=problem,
        steps=() if between is None else [trail.words(one) for one in between.changes],
        said=() if between is None else [decided(one) for one in between.judgements],
        reread=between is not None and between.reread,
        state=state(record, ids),
        shown=ids,
        name=clean(sent.one("name")) or reader(request),
        known=reader(request),
        because=sent.one("because"),
        back=safe(sent.one("back")) or "",
        place=f"{request.url.path}?{request.url.query}" if request.method == "GET" else "/",
    )


def _onward(sent: Sent, effect: Effect) -> str:
    back = safe(sent.one("back"))
    return with_done(back if back is not None else _home(effect), effect.judgement.id)


def _home(effect: Effect) -> str:
    """The incident that holds what was judged; its report where none does any more."""
    first = effect.judgement.subjects[0]
    for incident in (counted.incident for counted in effect.after):
        if any(claim.id == first.claim for claim in (*incident.claims, *incident.denials)):
            return addresses.incident(incident.id)
    return addresses.report(first.report)
