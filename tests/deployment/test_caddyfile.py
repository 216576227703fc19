# SPDX-License-Identifier: GPL-3.0-or-later
"""The example in docs/proxy is one that Caddy takes, and what it says of the platform holds."""

import json
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
CADDYFILE = ROOT / "docs" / "proxy" / "Caddyfile"


def handlers_of(value):
    """Every handler of an adapted configuration, in the order in which Caddy asks them."""
    if isinstance(value, dict):
        if "handler" in value:
            yield value
        for part in value.values():
            yield from handlers_of(part)
    elif isinstance(value, list):
        for part in value:
            yield from handlers_of(part)


class CaddyfileWords(unittest.TestCase):
    """What can be told without Caddy."""

    def setUp(self):
        self.text = CADDYFILE.read_text()

    def test_names_what_the_platform_knows(self):
        source = (ROOT / "platform" / "program" / "command_line.cpp").read_text()
        for variable in re.findall(r"CREMA_[A-Z_]+", self.text):
            self.assertIn(variable, source)
        command = re.search(r"crema-platform (serve .*)", self.text)[1]
        for option in re.findall(r"--[a-z-]+", command):
            self.assertIn(f'"{option}"', source)
        self.assertIn('"/metrics"', (ROOT / "platform" / "http" / "health_routes.cpp").read_text())

    def test_asks_the_platform_where_it_listens(self):
        listens = re.search(r"--listen (\S+)", self.text)[1]
        self.assertIn(f"reverse_proxy {listens} ", self.text)

    def test_closes_what_it_opens(self):
        lines = [line for line in self.text.splitlines() if not line.lstrip().startswith("#")]
        depth = 0
        for line in lines:
            if line.strip() == "}":
                depth -= 1
            self.assertEqual(len(line) - len(line.lstrip("\t")), depth if line.strip() else 0, line)
            if line.endswith("{"):
                depth += 1
        self.assertEqual(depth, 0)


@unittest.skipUnless(shutil.which("caddy"), "caddy is not installed (apt install caddy)")
class CaddyfileAsCaddyReadsIt(unittest.TestCase):
    def caddy(self, *arguments):
        with tempfile.TemporaryDirectory() as home:
            return subprocess.run(["caddy", *arguments, "--config", str(CADDYFILE), "--adapter", "caddyfile"],
                                  env={**os.environ, "HOME": home, "XDG_DATA_HOME": home, "XDG_CONFIG_HOME": home},
                                  capture_output=True, text=True, timeout=60, check=False)

    def test_is_valid(self):
        validated = self.caddy("validate")
        self.assertEqual(validated.returncode, 0, validated.stderr)

    def test_leaves_the_figures_inside_and_sends_the_rest_to_the_platform(self):
        adapted = self.caddy("adapt")
        self.assertEqual(adapted.returncode, 0, adapted.stderr)
        handlers = [handler for handler in handlers_of(json.loads(adapted.stdout)) if handler["handler"] != "subroute"]
        names = [handler["handler"] for handler in handlers]
        self.assertLess(names.index("static_response"), names.index("reverse_proxy"))
        self.assertEqual(int(handlers[names.index("static_response")]["status_code"]), 404)
        self.assertEqual(handlers[names.index("reverse_proxy")]["upstreams"], [{"dial": "127.0.0.1:8080"}])


if __name__ == "__main__":
    unittest.main()
