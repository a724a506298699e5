"""Labels of the oldest pages on the site's German, French, Spanish, Italian and Portuguese hosts, until about 2012."""

from __future__ import annotations

from typing import Final

_NAMES: Final[dict[str, str]] = {
    "Director:": "Regisseur|Regisseurin|Regie|Réalisateur|Réalisatrice|Regista|Diretor|Diretora|Realizador",
    "Directors:": "Regisseure|Réalisateurs|Directores|Registi|Diretores|Realizadores",
    "Directed by": "Regie|Réalisé par|Dirigida por|Regia di|Dirigido por",
    "Writer:": "Drehbuchautor|Drehbuch|Scénariste|Guionista|Escritor|Sceneggiatore|Roteirista|Argumentista",
    "Writers:": "Drehbuchautoren|Scénaristes|Guionistas|Escritores|Sceneggiatori|Roteiristas|Argumentistas",
    "Writing credits": "Buch|Scénaristes|Créditos del guión|Scritto da|Créditos como roteirista",
    "Release Date:": "Premierendatum|Date de sortie|Fecha de Estreno|Data di uscita|Data de Lançamento",
    "Genre:": "Genre|Género|Genere|Gênero",
    "Plot:": "Handlung|Intrigue|Trama|Argumento",
    "Runtime:": "Länge|Laufzeit|Durée|Duración|Durata|Duração",
    "Country:": "Land|Pays|País|Nazionalità|Paese",
    "Language:": "Sprache|Langue|Idioma|Lingua|Língua",
    "Color:": "Farbe|Couleur|Colore|Cor",
    "Company:": "Firma|Société|Compañía|Compagnia|Companhia",
    "Certification:": "Altersfreigabe|Classification|Clasificación|Certificazione|Certificação",
    "Seasons:": "Staffeln|Saisons|Temporadas|Stagioni",
}

ENGLISH: Final[dict[str, str]] = {
    f"{word}:" if english.endswith(":") else word: english
    for english, words in _NAMES.items()
    for word in words.split("|")
}
"""Labels in English by the label in one of these languages; a label that two of them share means the same in both."""
