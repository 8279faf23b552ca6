"""The command and a record of the sample reports, as the tests of the command have them."""

from tests.cli.conftest import copied, recount, veldania

__all__ = ["copied", "recount", "veldania"]
