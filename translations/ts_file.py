# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading Qt Linguist files: the messages of a .ts file and whether they are translated."""

import xml.etree.ElementTree
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Message:
    context: str
    source: str
    comment: str
    state: str
    forms: tuple = field(default=())

    @property
    def key(self):
        return self.context, self.source, self.comment

    @property
    def finished(self):
        return self.state == "" and all(self.forms)

    @property
    def gone(self):
        return self.state in ("vanished", "obsolete")


def messages_of(path):
    for context in xml.etree.ElementTree.parse(path).getroot().iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translation = message.find("translation")
            forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            yield Message(name, message.findtext("source", ""), message.findtext("comment", ""),
                          translation.get("type", ""), tuple(forms))
