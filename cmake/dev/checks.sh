# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# lint and format. Read by ./dev.

# The C++ files that git knows or would add.
cpp_files() {
    git ls-files --cached --others --exclude-standard -- '*.h' '*.cpp'
}

command_lint() {
    local clang_tidy=no
    case "${1:-}" in
        '') ;;
        --clang-tidy) clang_tidy=yes ;;
        *) usage_error "lint does not know '$1'." ;;
    esac
    ensure_packages build lint
    local failed=()
    say "House rules"
    python3 -B tests/tidy/tidy.py || failed+=("house rules")
    say "Shell scripts"
    shellcheck -x dev .ci/run || failed+=("shell scripts")
    say "Formatting"
    cpp_files | xargs clang-format --dry-run --Werror || failed+=("formatting (./dev format mends it)")
    if [[ $clang_tidy == yes ]]; then
        say "clang-tidy"
        build_preset tidy || failed+=("clang-tidy")
    fi
    ((${#failed[@]} == 0)) || fail "Not in order: ${failed[*]}."
    say "All in order."
}

command_format() {
    (($# == 0)) || usage_error "format takes no argument."
    ensure_packages lint
    cpp_files | xargs clang-format -i
}
