"""Labels of the title page since 2021 in the languages that it is displayed in, where nothing else tells rows apart."""

from __future__ import annotations

WRITERS = (
    *("Writer", "Writers", "Drehbuch", "Scénario", "Guion", "Guionistas", "Sceneggiatura", "Sceneggiatori"),
    *("Roteirista", "Roteiristas", "Roteiro", "Argumento", "लेखक"),
)
CREATORS = (
    *("Creator", "Creators", "Idee", "Erfinder", "Création", "Créateur", "Créateurs", "Creación", "Creador"),
    *("Creadores", "Creazione", "Creatore", "Creatori", "Criação", "Criador", "Criadores", "रचयिता"),
)
