# SPDX-License-Identifier: GPL-3.0-or-later
"""./dev with stand-ins for the programs and for dpkg-query: each writes down how it was called."""

import os
import pathlib
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent

PLATFORM = """#!/usr/bin/env bash
echo "platform $*" >>"$CALLS"
case $1 in
serve)
    [[ -z ${PLATFORM_FAILS:-} && $6 != "${TAKEN:-}" ]] || { echo "no database" >&2; exit 1; }
    mkdir -p "$4"
    trap 'echo "platform ended" >>"$CALLS"; exit 0' TERM
    echo "making a database"
    echo "ready http://127.0.0.1:${PORT:-4711}"
    while :; do read -r -t 1 <> <(:) || true; done
    ;;
enroll-code) printf 'The code is good for ten minutes:\\nCODE-1\\n' ;;
esac
"""
CREMA = """#!/usr/bin/env bash
echo "crema $* [$CREMA_STORE]" >>"$CALLS"
[[ ${1:-} != sync ]] || exit "${SYNC_EXIT:-0}"
[[ -n ${1:-} ]] || exit "${APP_EXIT:-0}"
"""
PRELUDE = """
set -euo pipefail
say() { echo "dev: $*" >&2; }
fail() { say "$*"; exit 1; }
usage_error() { say "$*"; exit 2; }
build_preset() { echo "build $*" >>"$CALLS"; }
"""


class Scripts(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.calls = self.folder / "calls"
        self.environment = {"PATH": os.environ["PATH"], "HOME": str(self.folder), "CALLS": str(self.calls)}

    def program(self, path, text):
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
        target.chmod(0o755)

    def bash(self, script, part, **environment):
        self.calls.unlink(missing_ok=True)
        command = f"{PRELUDE}\nsource {ROOT}/cmake/dev/{part}\n{script}"
        return subprocess.run(["bash", "-c", command], cwd=self.folder, env=self.environment | environment, check=False,
                              capture_output=True, text=True, timeout=30)

    def called(self):
        return self.calls.read_text(encoding="utf-8").replace(str(self.folder), "HOME").splitlines()


class RunTest(Scripts):
    STORE = "[sqlite:HOME/.local/share/crema-demo/store/crema.sqlite]"
    SERVE = "platform serve --embedded --data HOME/.local/share/crema-demo/platform --listen 127.0.0.1:0 --demo"

    def setUp(self):
        super().setUp()
        self.program("build/release/bin/crema-platform", PLATFORM)
        self.program("build/release/bin/crema", CREMA)
        self.program("build/release/bin/crema-desktop", CREMA.replace("crema $*", "desktop $*"))

    def run_dev(self, arguments="", **environment):
        return self.bash(f"command_run {arguments}", "run.sh", **environment)

    def test_the_first_start_enrols_and_ends_the_platform_after_the_app(self):
        run = self.run_dev()
        self.assertEqual(run.returncode, 0, run.stderr)
        self.assertEqual(self.called(), [
            "build release crema-platform crema crema",
            self.SERVE,
            "platform enroll-code --data HOME/.local/share/crema-demo/platform --location main",
            f"crema device enroll --platform http://127.0.0.1:4711 --code CODE-1 {self.STORE}",
            f"crema sync run --wait --timeout 120 {self.STORE}",
            f"crema  {self.STORE}",
            "platform ended",
        ])

    def test_a_later_start_is_on_the_address_that_the_device_knows(self):
        self.run_dev()
        run = self.run_dev()
        self.assertEqual(run.returncode, 0, run.stderr)
        self.assertEqual(self.called()[1:], [
            self.SERVE.replace("127.0.0.1:0", "127.0.0.1:4711"),
            f"crema sync run --wait --timeout 120 {self.STORE}",
            f"crema  {self.STORE}",
            "platform ended",
        ])

    def test_a_device_is_told_when_the_address_had_to_change(self):
        self.run_dev()
        run = self.run_dev(TAKEN="127.0.0.1:4711", PORT="4712")
        self.assertEqual(run.returncode, 0, run.stderr)
        self.assertEqual([line for line in self.called() if "serve" in line],
                         [self.SERVE.replace("127.0.0.1:0", "127.0.0.1:4711"), self.SERVE])
        self.assertIn(f"crema config set platform http://127.0.0.1:4712 {self.STORE}", self.called())
        self.assertFalse([line for line in self.called() if "enroll" in line])

    def test_a_device_that_cannot_be_told_is_tried_on_its_address_again(self):
        self.run_dev()
        self.program("build/release/bin/crema", CREMA + "[[ ${1:-} != config ]] || exit 5\n")
        run = self.run_dev(TAKEN="127.0.0.1:4711", PORT="4712")
        self.assertEqual(run.returncode, 0, run.stderr)
        self.assertIn("works offline", run.stderr)
        self.assertEqual(self.run_dev().returncode, 0)
        self.assertIn(self.SERVE.replace("127.0.0.1:0", "127.0.0.1:4711"), self.called())

    def test_a_display_gets_the_desktop_app_unless_the_terminal_is_wished_for(self):
        self.assertEqual(self.run_dev(DISPLAY=":7").returncode, 0)
        self.assertIn(f"desktop  {self.STORE}", self.called())
        self.assertEqual(self.run_dev("--terminal", WAYLAND_DISPLAY="wayland-0").returncode, 0)
        self.assertIn(f"crema  {self.STORE}", self.called())

    def test_being_offline_keeps_nobody_from_the_app(self):
        run = self.run_dev(SYNC_EXIT="75")
        self.assertEqual(run.returncode, 0, run.stderr)
        self.assertIn(f"crema  {self.STORE}", self.called())

    def test_the_exit_code_of_the_app_is_that_of_run(self):
        self.assertEqual(self.run_dev(APP_EXIT="3").returncode, 3)
        self.assertEqual(self.called()[-1], "platform ended")

    def test_a_platform_that_does_not_start_says_where_its_log_is(self):
        run = self.run_dev(PLATFORM_FAILS="yes")
        self.assertEqual(run.returncode, 1)
        self.assertIn("no database", run.stderr)
        self.assertIn("platform.log", run.stderr)

    def test_the_store_of_a_lost_platform_is_put_aside(self):
        self.run_dev()
        demo = self.folder / ".local/share/crema-demo"
        (demo / "platform").rmdir()
        run = self.run_dev()
        self.assertEqual(run.returncode, 0, run.stderr)
        self.assertTrue((demo / "store.1/platform-url").exists())
        self.assertTrue([line for line in self.called() if "enroll-code" in line])


class PackagesTest(Scripts):
    def setUp(self):
        super().setUp()
        (self.folder / "cmake").mkdir()
        (self.folder / "cmake/debian-packages.txt").write_text("# text\n\nbuild  one\nbuild  two\ntest  three\nlint  four\n",
                                                               encoding="utf-8")
        self.program("bin/dpkg-query", '#!/bin/sh\nprintf "query %s\\n" "$*" >>"$CALLS"\necho "one ii "\necho "two rc "\nexit 1\n')
        self.program("bin/id", "#!/bin/sh\necho 0\n")
        self.program("bin/apt-get", '#!/bin/sh\necho "apt $*" >>"$CALLS"\n')
        self.environment["PATH"] = f"{self.folder}/bin:{self.environment['PATH']}"

    def test_one_query_then_one_update_and_one_install_of_what_is_missing(self):
        run = self.bash("ensure_packages build test", "packages.sh")
        self.assertEqual(run.returncode, 0, run.stderr)
        query, update, install = self.called()
        self.assertTrue(query.endswith("one two three"), query)
        self.assertTrue(update.endswith("update"), update)
        self.assertTrue(install.endswith("install -y --no-install-recommends two three"), install)

    def test_nothing_missing_nothing_done(self):
        self.program("bin/dpkg-query", '#!/bin/sh\necho "one ii "\necho "two ii "\n')
        run = self.bash("ensure_packages build", "packages.sh")
        self.assertEqual((run.returncode, run.stderr, self.calls.exists()), (0, "", False))

    def test_without_rights_the_command_to_run_is_said(self):
        self.program("bin/id", "#!/bin/sh\necho 1000\n")
        self.program("bin/sudo", "#!/bin/sh\nexit 1\n")
        run = self.bash("ensure_packages build < /dev/null", "packages.sh")
        self.assertEqual(run.returncode, 1)
        self.assertIn("apt-get install two", run.stderr)
