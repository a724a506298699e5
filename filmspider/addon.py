"""The Scrapy add-on: our pipelines, extensions, middlewares and settings for the spiders of another project."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapy.exceptions import NotConfigured
from scrapy.utils.misc import load_object

import filmspider.adapter  # noqa: F401 - registers it
from filmspider import settings as ours
from filmspider.asked import OUTPUT
from filmspider.pipelines.admit import AdmitPipeline

if TYPE_CHECKING:
    from scrapy.settings import BaseSettings

_COMPONENTS = ("DOWNLOADER_MIDDLEWARES", "EXTENSIONS", "ITEM_PIPELINES")
_OF_A_PROJECT = {
    "ADDONS",
    "BOT_NAME",
    "COMMANDS_MODULE",
    "CONTACT_URL",
    "FEED_EXPORT_ENCODING",
    "LOG_LEVEL",
    "NEWSPIDER_MODULE",
    "SPIDER_MODULES",
    "STATS_DUMP",
    "USER_AGENT",
}
"""Settings that have nothing to do with reading pages."""
_ADMIT = 90
"""Before the pipelines that it lets records through to."""


class FilmspiderAddon:
    """Writes the records that a spider yields into the dataset in the folder ``FILMSPIDER_OUTPUT``.

    Spiders without that setting are left alone. Settings of the project and of the spider win over ours.
    """

    def update_settings(self, settings: BaseSettings) -> None:
        """Add our components and settings; raises ``NotConfigured`` where there is no ``FILMSPIDER_OUTPUT``."""
        if not settings[OUTPUT]:
            raise NotConfigured
        settings.setdefault_in_component_priority_dict("ITEM_PIPELINES", AdmitPipeline, _ADMIT)
        for kind in _COMPONENTS:
            for path, order in getattr(ours, kind).items():
                settings.setdefault_in_component_priority_dict(kind, load_object(path), order)
        for name in filter(str.isupper, set(dir(ours)) - {*_COMPONENTS, *_OF_A_PROJECT}):
            settings.set(name, getattr(ours, name), "addon")
