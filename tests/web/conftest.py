"""The desk over an invented record, for all tests of this folder."""

import pytest
from starlette.testclient import TestClient

from recount.web.desk import desk
from tests.web.fake_record import FakeRecord
from tests.web.veldania import OUTLINES, add_evil, record


@pytest.fixture
def veldania() -> FakeRecord:
    return add_evil(record())


@pytest.fixture
def client(veldania: FakeRecord) -> TestClient:
    return TestClient(desk(veldania.opened, OUTLINES), base_url="http://127.0.0.1")
