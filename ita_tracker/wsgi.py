"""What gunicorn serves."""

import os

from django.core.wsgi import get_wsgi_application

from ita_tracker.bodies import whole_bodies

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ita_tracker.settings")
application = whole_bodies(get_wsgi_application())
