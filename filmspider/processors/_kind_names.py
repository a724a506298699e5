"""Names of kinds of title: labels, schema.org types, script ids and the words of pages displayed in other languages."""

from __future__ import annotations

from typing import Final

from filmspider.items import TitleType

_NAMES: Final[dict[TitleType, str]] = {
    TitleType.MOVIE: "movie film",
    TitleType.SHORT: "short shortfilm kurzfilm courtmétrage cortometraje cortometraggio curtametragem curta",
    TitleType.TV_MOVIE: "tvmovie fernsehfilm téléfilm películadetv filmtv filmeparatv telefilm telefilme",
    TitleType.TV_SHORT: "tvshort fernsehkurzfilm courtmétragetélévisé cortometrajedetv cortometraggiotv curtadetv",
    TitleType.TV_SERIES: "tvseries tvserie fernsehserie sérietélévisée seriedetv serietv sériedetv टीवीसीरीज़",
    TitleType.TV_MINI_SERIES: (
        "tvminiseries tvminiserie mini miniseries miniserie fernsehminiserie minisérietélévisée miniseriedetv"
        " miniserietv minissériedetelevisão minissériedetv minisérie"
    ),
    TitleType.TV_EPISODE: "tvepisode episode fernsehepisode épisodetélévisé episodiodetv episodiotv episódiodetv",
    TitleType.TV_SPECIAL: "tvspecial fernsehspecial specialtv specialdetv especialdetv specialetv",
    TitleType.VIDEO: "video vídeo vidéo",
    TitleType.VIDEO_GAME: "videogame game videospiel jeuvidéo videojuego videogioco videojogo",
    TitleType.MUSIC_VIDEO: "musicvideo musicvideoobject musikvideo vidéoclip vídeomusical videomusicale videoclipe",
    TitleType.PODCAST_SERIES: "podcastseries podcastserie",
    TitleType.PODCAST_EPISODE: "podcastepisode",
}

KINDS: Final[dict[str, TitleType]] = {name: kind for kind, names in _NAMES.items() for name in names.split()}
"""Kinds by name in lower case, without spaces, hyphens and underscores."""
