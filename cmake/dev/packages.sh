# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Installing the Debian packages that are missing. Read by ./dev.

# packages_of GROUP…: the names in cmake/debian-packages.txt that belong to the groups.
packages_of() {
    local group name wanted=" $* "
    while read -r group name; do
        if [[ $wanted == *" $group "* ]]; then
            printf '%s\n' "$name"
        fi
    done <cmake/debian-packages.txt
}

# One query for all names: asking for each would cost more than the rest of a build with nothing to do.
missing_packages() {
    local -A installed=()
    local name state
    while read -r name state; do
        if [[ $state == ii ]]; then
            installed[$name]=1
        fi
        # An unknown name makes dpkg-query fail, but it still answers for the others.
    done < <(dpkg-query --show --showformat='${Package} ${db:Status-Abbrev}\n' "$@" 2>/dev/null || true)
    for name in "$@"; do
        if [[ -z ${installed[$name]:-} ]]; then
            printf '%s\n' "$name"
        fi
    done
}

as_root() {
    if [[ $(id -u) == 0 ]]; then
        "$@"
    else
        sudo "$@"
    fi
}

# Whether as_root can work: root, sudo without a password, or sudo that may ask on a terminal.
can_be_root() {
    [[ $(id -u) == 0 ]] && return 0
    command -v sudo >/dev/null || return 1
    sudo -n true 2>/dev/null || [[ -t 0 ]]
}

# ensure_packages GROUP…: returns when every package of the groups is installed.
ensure_packages() {
    local wanted missing
    mapfile -t wanted < <(packages_of "$@")
    if ! command -v dpkg-query >/dev/null; then
        say "This is not Debian; make sure that the counterparts of cmake/debian-packages.txt are installed."
        return
    fi
    mapfile -t missing < <(missing_packages "${wanted[@]}")
    if ((${#missing[@]} == 0)); then
        return
    fi
    if ! can_be_root; then
        fail "These packages are missing; ask an administrator to run: apt-get install ${missing[*]}"
    fi
    say "Installing ${#missing[@]} missing packages: ${missing[*]}"
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300 update
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300 \
        install -y --no-install-recommends "${missing[@]}"
}
