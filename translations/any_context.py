#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes a .ts file whose texts belong to no context: any_context.py FROM.ts TO.ts.

lupdate guesses the context of a tr() from the class around it and guesses wrong where a free function or a helper
struct stands in between. The loader asks this file for what the exact one does not know. Where two contexts translate
one text differently, the first one counts here; both stay in the exact file.
"""

import sys
import xml.etree.ElementTree


def flatten(root):
    seen = set()
    joined = xml.etree.ElementTree.Element("context")
    xml.etree.ElementTree.SubElement(joined, "name").text = ""
    for context in root.findall("context"):
        for message in context.findall("message"):
            key = (message.findtext("source", ""), message.findtext("comment", ""), message.get("numerus"))
            state = message.find("translation").get("type")
            if key not in seen and state is None:
                seen.add(key)
                joined.append(message)
        root.remove(context)
    root.append(joined)


def main(source, target):
    tree = xml.etree.ElementTree.parse(source)
    flatten(tree.getroot())
    tree.write(target, encoding="utf-8", xml_declaration=True)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2])
