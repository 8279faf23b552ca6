"""Reads news reports about armed conflict and keeps a sourced record of what they claim."""
