"""Who gives the data out, by the settings."""

from __future__ import annotations

from api.bulk.made import Licence, Publisher
from api.settings import Settings


def publisher(settings: Settings) -> Publisher:
    """The publisher, with the licence where one is set: its title, then its address."""
    title, _, address = settings.data_licence.strip().rpartition(" ")
    licence = Licence(title.strip(), address) if title else None
    return Publisher(settings.service_name, settings.organisation_name, settings.address.rstrip("/"), licence)
