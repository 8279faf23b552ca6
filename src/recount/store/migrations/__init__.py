"""How records of earlier versions become records of this one. Alembic runs it; see `recount.store.opening`."""
