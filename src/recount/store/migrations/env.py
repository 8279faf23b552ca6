"""How Alembic migrates a record: over the connection, and in the transaction, that it is handed."""

from alembic import context

from recount.store.schema import metadata


def migrate() -> None:
    """Bring the tables to the revision asked for."""
    context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
    with context.begin_transaction():
        context.run_migrations()


# Alembic loads this file under this name; whoever else imports it, such as a collector of tests, has no record at hand.
if __name__ == "env_py":
    migrate()
