"""One file a change of the tables. A change that was released is never edited."""
