"""`recount judge`: what a person decides, one file a decision."""
