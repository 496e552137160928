"""Runs the migrations on the connection that search.migrate hands over, inside its transaction."""

from alembic import context

from search.service.subscription_tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
