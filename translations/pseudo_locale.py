#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the pseudo locale from a .ts file: pseudo_locale.py FROM.ts TO.ts.

Every text gets accents (does the font have them?), half its length more (is it cut?) and brackets (is it whole, or
glued from pieces?). A text without brackets on a screen was never given to translation.
"""

import re
import sys
import xml.etree.ElementTree

ACCENTS = str.maketrans("ACDEGIKLNORSTUYZacdegiklnorstuyz", "ÅÇÐÉĜÎĶĻÑÖŔŠŢÛÝŽåçðéĝîķļñöŕšţûýž")
# Placeholders, mark-up, entities, line ends and mnemonics stay as they are.
KEPT = re.compile(r"(%L?\d+|%Ln|%n|<[^<>]*>|&\w+;|&(?=\w)|\n)")
FILLER = "~"


def pseudo(text):
    """The text as the pseudo locale shows it; an empty one stays empty."""
    if not text:
        return text
    pieces = KEPT.split(text)
    accented = "".join(piece if index % 2 else piece.translate(ACCENTS) for index, piece in enumerate(pieces))
    letters = sum(len(piece) for piece in pieces[::2])
    return f"[{accented} {FILLER * max(1, letters // 2)}]"


def convert(tree):
    root = tree.getroot()
    # Two plural forms, as English has.
    root.set("language", "en")
    for message in root.iter("message"):
        text = pseudo(message.findtext("source", ""))
        translation = message.find("translation")
        translation.clear()
        if message.get("numerus") == "yes":
            for _ in range(2):
                xml.etree.ElementTree.SubElement(translation, "numerusform").text = text
        else:
            translation.text = text


def main(source, target):
    tree = xml.etree.ElementTree.parse(source)
    convert(tree)
    tree.write(target, encoding="utf-8", xml_declaration=True)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2])
