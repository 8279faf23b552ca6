"""Tests mirror the source; cases hold examples as data."""
