"""Joins the subsets of the typeface into one font a weight, for pictures that have letters of both.

A renderer that takes a letter from a second font of the same family takes it in the first one's weight, or not at all
where a letter with an accent is one sign in one subset and two in the other. With fonttools (PyPI, or Debian's
python3-fonttools), when the package of the typeface changes and build/fonts/write-fonts.ts has been run:

    python3 build/fonts/join_subsets.py node_modules/@fontsource/atkinson-hyperlegible-next/files engine/files/pictures/fonts
"""

import sys
from pathlib import Path

from fontTools.merge import Merger
from fontTools.merge.options import Options

source, target = map(Path, sys.argv[1:])
name = "atkinson-hyperlegible-next"
for weight in ("400", "700"):
    subsets = [source / f"{name}-{subset}-{weight}-normal.woff" for subset in ("latin", "latin-ext")]
    font = Merger(options=Options()).merge([str(path) for path in subsets])
    font["head"].modified = font["head"].created
    font.flavor = None
    font.save(target / f"{name}-all-{weight}.ttf")
