"""What the record holds, as people read it: pure functions from nouns to words and to what templates draw."""
