#!/usr/bin/env bash
# Renders logo.svg, the only source, into the sizes that the window and the packages use. Commit what it writes.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

if ! command -v rsvg-convert >/dev/null; then
    echo "render.sh needs rsvg-convert: on Debian and Ubuntu 'apt install librsvg2-bin', on macOS 'brew install librsvg'." >&2
    exit 1
fi

render() {
    mkdir -p "$(dirname "$2")"
    rsvg-convert --width "$1" --height "$1" --output "$2" "$root/icons/logo.svg"
}

for size in 16 32 48 64 128 256 512; do
    render "$size" "$root/app/src/main/resources/dev/hookglass/ui/icons/hookglass-$size.png"
done
render 512 "$root/packaging/linux/hookglass.png"
