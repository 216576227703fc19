#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Groups the sources of a target that are compiled as one translation unit (cmake/CremaUnity.cmake).

    unity_groups.py LISTING      prints CMake that gives each source its UNITY_GROUP

The listing has a line for each target: its name, its folder and its sources, with tabs between them.
Sources whose unnamed namespaces (or file-local functions) declare the same name never come into one group, so
that nobody has to look at another file before naming something that is nobody else's business.
"""
import pathlib
import re
import sys

# Longer groups save little more, and let one processor wait for the other at the end.
MOST_LINES = 2200
MOST_FILES = 16

# CremaUnity.cmake gives it another name in each source.
RENAMED = {"Texts"}

# Whoever uses it without declaring it means a member of their class, which is found first.
MEMBERS = {"tr"}

# Such a source is compiled once more with mistakes in it, and then takes the place of the library's own object.
PLANTED = "CREMA_PLANTED("

COMMENTS_AND_TEXTS = re.compile(
    r'//[^\n]*|/\*.*?\*/|R"(\w*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"|(?<![0-9A-Fa-f])\'(?:\\.|[^\'\\\n])+\'', re.DOTALL)
TOKENS = re.compile(r"[A-Za-z_]\w*|::|[^\s\w]")
NAME_ENDS = set("({[=:;")
OPENS = {"(": 1, "{": 1, "[": 1, ")": -1, "}": -1, "]": -1}
UNNAMED = re.compile(r"\bnamespace\s*\{")
LOCAL = re.compile(r"^static\b([^;{(=]*)", re.MULTILINE)
MACROS = re.compile(r"^\s*#\s*define\s+(\w+)", re.MULTILINE)
ALIASES = re.compile(r"^(?:namespace|using)\s+(\w+)\s*=", re.MULTILINE)
BROUGHT_IN = re.compile(r"\busing\s+(?:\w+::)+(\w+)\s*;")
SHARED_CONSTANTS = re.compile(r"^inline const\w* [^=;({]*?(\w+)\s*(?:[={]|\[)", re.MULTILINE)


def declared(tokens):
    """The names that the declarations at the outermost level of a block declare, with what ends each: a parenthesis
    that of a function. A few too many do no harm."""
    names, depth, first, last, reading = {}, 0, None, None, True
    for token in tokens:
        if depth == 0 and reading:
            first = first or token
            if token in NAME_ENDS:
                # The same name may be brought in twice.
                if first != "using" or token == "=":
                    names[last] = token
                reading = False
            elif re.match(r"[A-Za-z_]", token):
                last = token
        depth += OPENS.get(token, 0)
        if depth == 0 and token in ("}", ";"):
            first, last, reading = None, None, True
    # What is written in capitals is a macro: a test, a property.
    return {name: end for name, end in names.items() if name and not name.isupper() and name not in RENAMED}


def local_names(text):
    """What a source declares for itself alone."""
    text = COMMENTS_AND_TEXTS.sub(" ", text)
    names = dict.fromkeys(ALIASES.findall(text), "=")
    text = re.sub(r"^\s*#[^\n]*(?:\\\n[^\n]*)*", "", text, flags=re.MULTILINE)
    for match in UNNAMED.finditer(text):
        depth, end = 1, match.end()
        while end < len(text) and depth:
            depth += {"{": 1, "}": -1}.get(text[end], 0)
            end += 1
        names |= declared(TOKENS.findall(text[match.end():end - 1]))
    for match in LOCAL.finditer(text):
        names |= dict.fromkeys(re.findall(r"\w+", match[1])[-1:], "(")
    return names


def brought_in(text):
    """What a source takes from another namespace. Two sources may take the same name, but none may declare it."""
    return set(BROUGHT_IN.findall(COMMENTS_AND_TEXTS.sub(" ", text)))


def shared_constants(folders):
    """The constants that headers declare."""
    return {name for folder in folders for header in pathlib.Path(folder).glob("*.h")
            for name in SHARED_CONSTANTS.findall(header.read_text(encoding="utf-8"))}


def exposed(names, shared):
    """Those of the names that could mean something else in a source that uses them and declares none: functions, of
    which there may be others, types, and constants of a header. Another constant is hidden by whatever is nearer."""
    return {name for name, end in names.items()
            if (end == "(" or name[0].isupper() or name in shared) and name not in MEMBERS}


def used_names(text):
    """What a source names, but for members and what is qualified: those mean the same whatever another one declares."""
    text = COMMENTS_AND_TEXTS.sub(" ", text)
    return set(re.findall(r"(?<![\w.:>])[A-Za-z_]\w+|(?<=[^-]>)[A-Za-z_]\w+", text))


def grouped(files, shared):
    """Lists of files, each to be compiled as one; what stands alone is left out."""
    groups = []
    for file in files:
        text = pathlib.Path(file).read_text(encoding="utf-8")
        # A macro does not ask where a name stands.
        if PLANTED in text or MACROS.search(text):
            continue
        names, used, lines = local_names(text), used_names(text), text.count("\n")
        taken, open_names = brought_in(text), exposed(names, shared)
        for group in groups:
            if (len(group["files"]) < MOST_FILES and group["lines"] + lines <= MOST_LINES
                    and not group["names"] & names.keys()
                    and not group["names"] & taken and not group["taken"] & names.keys()
                    and not group["exposed"] & used and not group["used"] & open_names):
                break
        else:
            group = {"files": [], "names": set(), "taken": set(), "exposed": set(), "used": set(), "lines": 0}
            groups.append(group)
        group["files"].append(file)
        group["names"] |= names.keys()
        group["taken"] |= taken
        group["exposed"] |= open_names
        group["used"] |= used
        group["lines"] += lines
    return [group["files"] for group in groups if len(group["files"]) > 1]


def main():
    targets = [line.split("\t") for line in pathlib.Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()]
    folders = {(pathlib.Path(folder) / file).parent for _, folder, *files in targets for file in files if file}
    shared = shared_constants(folders)
    for target, folder, *files in targets:
        paths = [str(pathlib.Path(folder) / file) for file in files if file]
        for number, group in enumerate(grouped(paths, shared), 1):
            quoted = " ".join(f'"{path}"' for path in group)
            print(f"set_source_files_properties({quoted} TARGET_DIRECTORY {target}"
                  f" PROPERTIES UNITY_GROUP {target}_{number})")


if __name__ == "__main__":
    main()
