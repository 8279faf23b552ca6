"""The desk: pages over the record."""

from recount.web.app import create_app
from recount.web.serving import serve

__all__ = ["create_app", "serve"]
