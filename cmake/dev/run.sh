# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# run: a private platform with demo data and an app that is enrolled with it. Read by ./dev.

platform_pid=
platform_url=

# start_platform PROGRAM DATA LOG LISTEN: sets platform_pid and platform_url once it serves; fails when it ends instead.
# Its own session keeps Ctrl+C in this terminal from ending it before the app has said goodbye.
start_platform() {
    local line folder
    folder=$(mktemp -d)
    mkfifo "$folder/answers"
    setsid "$1" serve --embedded --data "$2" --listen "$4" --demo >"$folder/answers" 2>"$3" &
    platform_pid=$!
    exec 3<"$folder/answers"
    rm -r "$folder"
    while read -r -t 120 -u 3 line; do
        if [[ $line == "ready http"* ]]; then
            platform_url=${line#ready }
            # Whatever it prints later must not fill the pipe and stop it.
            cat <&3 >>"$3" &
            return
        fi
    done
    stop_platform
    return 1
}

# start_platform_for_device PROGRAM DATA LOG KNOWN_URL: on the address that the device knows, else on a free port.
start_platform_for_device() {
    if [[ -n $4 ]] && start_platform "$1" "$2" "$3" "${4#http://}"; then
        return
    fi
    if ! start_platform "$1" "$2" "$3" 127.0.0.1:0; then
        tail -n 20 "$3" >&2
        fail "The platform did not start; its log is $3."
    fi
}

stop_platform() {
    [[ -n $platform_pid ]] || return 0
    kill -TERM "$platform_pid" 2>/dev/null || true
    wait "$platform_pid" 2>/dev/null || true
    platform_pid=
}

# connect_device BIN DATA FILE KNOWN_URL: enrols the device or tells it the new address; FILE keeps what it knows.
connect_device() {
    if [[ -z $4 ]]; then
        enrol_device "$1" "$2"
    elif [[ $4 != "$platform_url" ]] && ! "$1/crema" config set platform "$platform_url"; then
        say "The device looks for the platform at $4, but another program has that port; it works offline until then."
        return
    fi
    printf '%s\n' "$platform_url" >"$3"
}

# enrol_device BIN DATA: signs this device in at the demo's first shop.
enrol_device() {
    local code
    code=$("$1/crema-platform" enroll-code --data "$2" --location main | tail -n 1)
    "$1/crema" device enroll --platform "$platform_url" --code "$code"
}

# A store belongs to the platform it is enrolled with: when that one is gone, the store is put aside, never deleted.
put_orphaned_store_aside() {
    local platform=$1 store=$2 number=1
    [[ ! -d $platform && -d $store ]] || return 0
    while [[ -e $store.$number ]]; do
        number=$((number + 1))
    done
    mv "$store" "$store.$number"
    say "The platform of the local store is gone; the store is now $store.$number."
}

has_display() {
    [[ -n ${DISPLAY:-}${WAYLAND_DISPLAY:-} ]]
}

command_run() {
    local app=crema
    case "${1:-}" in
        '') if has_display; then app=crema-desktop; fi ;;
        --terminal) ;;
        *) usage_error "run does not know '$1'." ;;
    esac
    build_preset release crema-platform crema "$app"

    local bin=$PWD/build/release/bin home=${XDG_DATA_HOME:-$HOME/.local/share}/crema-demo
    local platform=$home/platform store=$home/store
    put_orphaned_store_aside "$platform" "$store"
    mkdir -p "$home" "$store"
    export CREMA_STORE=sqlite:$store/crema.sqlite

    trap stop_platform EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM HUP
    say "Starting the private platform in $platform"
    local known_url=
    if [[ -s $store/platform-url ]]; then
        known_url=$(<"$store/platform-url")
    fi
    start_platform_for_device "$bin/crema-platform" "$platform" "$home/platform.log" "$known_url"
    connect_device "$bin" "$platform" "$store/platform-url" "$known_url"
    "$bin/crema" sync run --wait --timeout 120 || say "Not everything is synced yet; the app goes on by itself."
    say "Opening $app; the platform is at $platform_url and ends with the app."
    "$bin/$app"
}
