"""Deciding at the desk: forms that keep a judgement and put the claims together again."""
