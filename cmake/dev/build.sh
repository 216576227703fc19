# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# build, test, simulate, bench, shots, translate and clean. Read by ./dev.

check_preset() {
    [[ $1 =~ ^(dev|release|asan|tsan|coverage|tidy)$ ]] || usage_error "There is no preset '$1'."
}

# build_preset PRESET [TARGET…]: configures only when that was never done; ninja notices changed CMake files itself.
build_preset() {
    local preset=$1
    shift
    check_preset "$preset"
    ensure_packages build test
    if [[ $preset == tidy ]]; then
        ensure_packages lint
    fi
    if [[ ! -f build/$preset/build.ninja ]]; then
        say "Configuring build/$preset"
        cmake --preset "$preset"
    fi
    say "Building build/$preset"
    ninja -C "build/$preset" "$@"
}

command_build() {
    (($# <= 1)) || usage_error "build takes one preset."
    build_preset "${1:-release}"
}

command_test() {
    local preset=release pattern=()
    while (($#)); do
        case $1 in
            --preset)
                (($# >= 2)) || usage_error "--preset needs a name."
                preset=$2
                shift 2
                ;;
            -*) usage_error "test does not know the option '$1'." ;;
            *)
                ((${#pattern[@]} == 0)) || usage_error "test takes one pattern; join several with '|'."
                pattern=(-R "$1")
                shift
                ;;
        esac
    done
    build_preset "$preset"
    # Two at a time: every test takes free ports and folders of its own. No match is a failure, not a success.
    ctest --test-dir "build/$preset" --parallel 2 --output-on-failure --no-tests=error "${pattern[@]}"
}

command_simulate() {
    build_preset release crema-simulate
    build/release/bin/crema-simulate "$@"
}

# Every program below build/release/bench is a benchmark; tests/bench makes them with crema_bench.
command_bench() {
    (($# <= 1)) || usage_error "bench takes one pattern."
    build_preset release all
    local program ran=0
    for program in build/release/bench/*_bench; do
        if [[ -f $program && -x $program && ${program##*/} =~ ${1:-.} ]]; then
            say "Running ${program##*/}"
            QT_QPA_PLATFORM=offscreen "$program"
            ran=$((ran + 1))
        fi
    done
    ((ran > 0)) || usage_error "No benchmark matches '${1:-}'."
}

command_shots() {
    (($# == 0)) || usage_error "shots takes no argument."
    build_preset release crema crema-desktop
    rm -rf build/shots
    mkdir -p build/shots
    QT_QPA_PLATFORM=offscreen build/release/bin/crema-desktop --shots "$PWD/build/shots"
    build/release/bin/crema --shots "$PWD/build/shots"
    say "$(find build/shots -type f | wc -l) pictures are in build/shots."
}

# New and changed texts go into the .ts files; what is not translated yet is listed and counts as a failure.
command_translate() {
    (($# == 0)) || usage_error "translate takes no argument."
    ensure_packages build
    python3 translations/texts.py update
    python3 translations/texts.py untranslated
}

command_clean() {
    (($# <= 1)) || usage_error "clean takes one preset."
    if (($# == 1)); then
        check_preset "$1"
        rm -rf "build/$1"
    else
        rm -rf build
    fi
}
