"""Words tell what happened, to whom and how sure it is; a list that says something unknown is refused."""

import pytest

from recount.knowledge.words import EventWord, PeopleWord, load_words
from recount.language.tokens import tokens
from recount.model import Event, Group, ListError, Outcome, Standing, Work
from tests.knowledge.listed import Folder, words_of


def test_an_event_word_is_a_noun_a_verb_or_an_adjective_that_is_never_sure(lists: Folder) -> None:
    lists.put(
        "words/events.toml",
        '[[event]]\ntype = "shelling"\nrank = 1\n'
        'noun = ["barrage"]\nverb = ["lobbed shells"]\nadjective = ["shelled"]\n',
    )
    told = "a barrage, lobbed shells, a shelled town"
    assert words_of(told, load_words([lists.path]).events.find(tokens(told))) == [
        ("barrage", EventWord(Event.SHELLING, 1, verb=False)),
        ("lobbed shells", EventWord(Event.SHELLING, 1, verb=True)),
        ("shelled", EventWord(Event.SHELLING, 1, verb=True, sure=False)),
    ]


def test_people_words_tell_standing_group_work_and_number(lists: Folder) -> None:
    lists.put(
        "words/people.toml",
        '[[people]]\nstanding = "civilian"\nwork = "medical_worker"\nplural = ["medics"]\nsingular = ["medic"]\n'
        '[[people]]\ngroup = "child"\nplural = ["children"]\n',
    )
    told = "medics, a medic, children"
    assert [word for _, word in words_of(told, load_words([lists.path]).people.find(tokens(told)))] == [
        PeopleWord(True, Standing.CIVILIAN, None, Work.MEDICAL),
        PeopleWord(False, Standing.CIVILIAN, None, Work.MEDICAL),
        PeopleWord(True, Standing.UNKNOWN, Group.CHILD),
    ]


def test_an_outcome_word_tells_where_its_people_stand(lists: Folder) -> None:
    lists.put("words/outcomes.toml", '[killed]\npast = ["slain"]\nof = ["deaths of"]\n')
    told = "slain, deaths of"
    found = words_of(told, load_words([lists.path]).outcomes.find(tokens(told)))
    assert [(words, word.outcome, word.form) for words, word in found] == [
        ("slain", Outcome.KILLED, "past"),
        ("deaths of", Outcome.KILLED, "of"),
    ]


def test_a_word_may_be_of_many_kinds(lists: Folder) -> None:
    lists.put("words/reporting.toml", 'office = ["spokesman"]\nunnamed = ["spokesman"]\n')
    ((_, kinds),) = words_of("spokesman", load_words([lists.path]).reporting.find(tokens("spokesman")))
    assert kinds == {"office", "unnamed"}


def test_a_later_folder_adds_its_words(lists: Folder, later: Folder) -> None:
    lists.put("words/weapons.toml", 'weapons = ["mortar"]\n')
    later.put("words/weapons.toml", 'weapons = ["catapult"]\n')
    told = "a mortar and a catapult"
    assert [w for w, _ in words_of(told, load_words([lists.path, later.path]).weapons.find(tokens(told)))] == [
        "mortar",
        "catapult",
    ]


@pytest.mark.parametrize(
    ("file", "content", "told"),
    [
        ("events", '[[event]]\ntype = "picnic"\nnoun = ["picnic"]', "picnic is none of air_strike"),
        ("events", '[[event]]\nnoun = ["picnic"]', "None is none of air_strike"),
        ("outcomes", '[resurrected]\npast = ["risen"]', "resurrected is none of killed"),
        ("outcomes", '[killed]\nfuture = ["doomed"]', "form that is not one of"),
        ("people", '[[people]]\nstanding = "sitting"\nplural = ["sitters"]', "sitting is none of civilian"),
        ("people", '[[people]]\ngroup = "band"\nplural = ["players"]', "band is none of child"),
        ("people", '[[people]]\nwork = "baker"\nplural = ["bakers"]', "baker is none of medical_worker"),
    ],
)
def test_a_list_that_says_something_unknown_is_refused_in_words(
    lists: Folder, file: str, content: str, told: str
) -> None:
    lists.put(f"words/{file}.toml", content)
    with pytest.raises(ListError, match=told):
        load_words([lists.path])
