"""The WSGI application: ``gunicorn app:app`` and ``flask --app app``."""

from mo_app import create_app

app = create_app()
