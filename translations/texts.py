#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Keeps the .ts files in step with the sources.

  update         takes new texts into the .ts files and drops those that are gone
  untranslated   lists what has no translation yet; exit 1 when there is something
  check          changes nothing; exit 1 when update or a translator has work to do
"""

import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

from ts_file import messages_of

PLACEHOLDER = re.compile(r"%L?(\d{1,2}|n)")
HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent
FOLDERS = ("models", "sync", "reports", "ui", "platform", "app")
LUPDATE = ("lupdate6", "/usr/lib/qt6/bin/lupdate", "lupdate")
# English is the language of the sources; its file only says "one item, many items".
FILES = {"crema_de.ts": ["-target-language", "de"], "crema_en.ts": ["-target-language", "en", "-pluralonly"]}


def lupdate_program():
    for name in LUPDATE:
        found = shutil.which(name)
        if found:
            return found
    sys.exit("lupdate is missing: install qt6-l10n-tools.")


def update(folder):
    """Runs lupdate on the .ts files in the folder."""
    sources = [str(ROOT / each) for each in FOLDERS if (ROOT / each).is_dir()]
    for name, options in FILES.items():
        command = [lupdate_program(), "-silent", "-tr-function-alias", "tr+=translated", "-no-obsolete", "-locations", "none", "-source-language", "en", *options,
                   "-extensions", "cpp,h", "-recursive", *sources, "-ts", str(folder / name)]
        # Its warnings are about contexts it cannot be sure of; any_context.py makes them harmless.
        run = subprocess.run(command, check=False, capture_output=True, text=True)
        if run.returncode != 0:
            sys.exit(f"lupdate failed:\n{run.stderr}")


def untranslated(folder):
    """What a translator has to do: `file: Context: source text`, one a line."""
    for name in FILES:
        for message in messages_of(folder / name):
            if not message.finished and not message.gone:
                comment = f" ({message.comment})" if message.comment else ""
                yield f"{name}: {message.context}: {message.source}{comment}"


def wrong_placeholders(folder):
    """Translations that lost a placeholder or made one up: the person would miss a value or read a bare %2."""
    for name in FILES:
        for message in messages_of(folder / name):
            wanted = set(PLACEHOLDER.findall(message.source))
            for form in message.forms:
                # One of the plural forms may say "one" instead of the number.
                given = set(PLACEHOLDER.findall(form)) | ({"n"} & wanted if len(message.forms) > 1 else set())
                if form and not message.gone and given != wanted:
                    yield f"{name}: {message.context}: {message.source} → {form}"


def differences(before, after):
    """What update would change: texts that the sources have and the files do not, and the other way round."""
    for name in FILES:
        old = {message.key for message in messages_of(before / name)}
        new = {message.key for message in messages_of(after / name)}
        yield from (f"{name}: new text: {context}: {source}" for context, source, _ in sorted(new - old))
        yield from (f"{name}: text is gone: {context}: {source}" for context, source, _ in sorted(old - new))


def check():
    with tempfile.TemporaryDirectory() as name:
        copy = pathlib.Path(name)
        for file in FILES:
            shutil.copy(HERE / file, copy / file)
        update(copy)
        problems = list(differences(HERE, copy))
        problems += (f"not translated: {line}" for line in untranslated(HERE))
        problems += (f"placeholders differ: {line}" for line in wrong_placeholders(HERE))
    return problems


def main(command):
    if command == "update":
        update(HERE)
        return 0
    if command not in ("untranslated", "check"):
        sys.exit(__doc__)
    lines = list(untranslated(HERE)) if command == "untranslated" else check()
    for line in lines:
        print(line)
    if lines:
        print(f"{len(lines)} texts need work: run ./dev translate, then translate them in translations/.", file=sys.stderr)
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) == 2 else ""))
