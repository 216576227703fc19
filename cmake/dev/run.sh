# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# run: a private platform with demo data and an app that is enrolled with it. Read by ./dev.

platform_pid=
platform_url=

# start_platform PROGRAM DATA LOG: sets platform_pid and platform_url once it serves.
# Its own session keeps Ctrl+C in this terminal from ending it before the app has said goodbye.
start_platform() {
    local line
    exec 3< <(exec setsid "$1" serve --embedded --data "$2" --listen 127.0.0.1:0 --demo 2>"$3")
    platform_pid=$!
    while read -r -t 120 -u 3 line; do
        if [[ $line == "ready http"* ]]; then
            platform_url=${line#ready }
            # Whatever it prints later must not fill the pipe and stop it.
            cat <&3 >>"$3" &
            return
        fi
    done
    tail -n 20 "$3" >&2
    fail "The platform did not start; its log is $3."
}

stop_platform() {
    [[ -n $platform_pid ]] || return 0
    kill -TERM "$platform_pid" 2>/dev/null || true
    wait "$platform_pid" 2>/dev/null || true
    platform_pid=
}

# point_device_at_platform PROGRAM: an enrolled device only learns the new address, as the port changes at each start.
point_device_at_platform() {
    "$1" config set platform "$platform_url"
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
    start_platform "$bin/crema-platform" "$platform" "$home/platform.log"
    if [[ -e $store/enrolled ]]; then
        point_device_at_platform "$bin/crema"
    else
        enrol_device "$bin" "$platform"
        : >"$store/enrolled"
    fi
    "$bin/crema" sync run --wait --timeout 120 || say "Not everything is synced yet; the app goes on by itself."
    say "Opening $app; the platform is at $platform_url and ends with the app."
    "$bin/$app"
}
