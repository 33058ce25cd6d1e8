"""The memory: the only home of SQLAlchemy and Alembic."""
