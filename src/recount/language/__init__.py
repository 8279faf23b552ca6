"""English, and what is common to languages: sentences, numbers, days, folded names."""
