#!/bin/sh
# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
# Installs a .deb and starts the frozen folder in a Debian 12 that has nothing else, as root:
#   try_in_bare_root.sh DEB FOLDER ROOT
# ROOT is made with debootstrap when it is not there; packages come from this machine's own mirror.
set -eu
deb=$1 folder=$2 root=$3
if [ ! -d "$root/etc" ]; then
    mirror=$(apt-get indextargets --format '$(SITE)' 'Created-By: Packages' | head -n 1)
    debootstrap --variant=minbase bookworm "$root" "$mirror"
fi
mkdir -p "$root/tried"
cp /etc/apt/apt.conf.d/* "$root/etc/apt/apt.conf.d/" 2>/dev/null || true
cp /etc/resolv.conf "$root/etc/" 2>/dev/null || true
cp "$deb" "$root/tried/servicedesk.deb"
mountpoint -q "$root/proc" || mount -t proc proc "$root/proc"
trap 'umount "$root/proc"' EXIT
cat > "$root/tried/run.sh" <<'RUN'
set -eu
export DEBIAN_FRONTEND=noninteractive HOME=/tried/home LC_ALL=C.UTF-8
mkdir -p "$HOME"
apt-get -qq update
# The same call twice: the second also takes a package of the same version that was built anew.
apt-get -qq -y --no-install-recommends install /tried/servicedesk.deb >/dev/null
apt-get -qq -y --no-install-recommends --reinstall install /tried/servicedesk.deb >/dev/null
if command -v python3; then echo "there is a Python: this root is not bare"; exit 1; fi

# One program: prints a charter, opens a window off-screen, is ended, and says how.
try() {
    "$1/servicedesk" --version
    "$1/servicedesk" charter --trade cafe --name Ann --out "/tried/papers" --profile "/tried/$2" \
        >/dev/null || [ $? -eq 1 ] # a draft
    test "$(head -c 5 /tried/papers/poster-a4.pdf)" = "%PDF-"
    rm -r /tried/papers
    "$1/servicedesk-window" $3 --demo --profile "/tried/$2" >"/tried/$2.log" 2>&1 &
    started=$!
    for _ in $(seq 240); do
        grep -rqs file.opened "/tried/$2" --include='*.log' && break
        sleep 0.5
    done
    timeout 60 "$1/servicedesk-window" $3 --demo --profile "/tried/$2" # brings the first forward
    kill -TERM $started
    wait $started
    if grep -rs ERROR "/tried/$2" --include='*.log'; then exit 1; fi
    echo "held: $1 $3"
}
try /usr/bin deb-offscreen --offscreen
apt-get -qq -y --no-install-recommends install xvfb xauth >/dev/null
Xvfb :7 -screen 0 1366x768x24 >/dev/null 2>&1 &
screen=$!
sleep 2
export DISPLAY=:7
try /usr/bin deb-window ""
apt-get -qq -y remove servicedesk >/dev/null # what it needs stays: the folder by itself needs it too
try /tried/servicedesk folder-window ""
kill $screen
RUN
rm -rf "$root/tried/servicedesk" && cp -R "$folder" "$root/tried/servicedesk"
rm -rf "$root/tried/home" "$root/tried/deb-offscreen" "$root/tried/deb-window" \
    "$root/tried/folder-window"
chroot "$root" sh /tried/run.sh
