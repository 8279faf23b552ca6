"""Tests of resolve."""
