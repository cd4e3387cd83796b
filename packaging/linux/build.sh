#!/usr/bin/env bash
# Makes packaging/target/hookglass: an app image that brings its own Java and starts with bin/hookglass.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
app=$root/app/target/hookglass
out=$root/packaging/target
wanted=25

# The first JDK, new enough and with jpackage, in the places where the launcher looks too.
find_jdk() {
    local on_path candidate version
    on_path=$(command -v java || true)
    for candidate in "${JAVA_HOME:-}" "${on_path:+$(dirname "$(dirname "$(readlink -f "$on_path")")")}" \
        /usr/lib/jvm/* ~/.sdkman/candidates/java/* ~/.jdks/* /opt/* /opt/java/*; do
        [ -x "$candidate/bin/jpackage" ] && [ -r "$candidate/release" ] || continue
        version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$candidate/release")
        if [ "${version:-0}" -ge "$wanted" ]; then
            echo "$candidate"
            return
        fi
    done
    echo "build.sh: no JDK $wanted or newer with jpackage was found. Install one, such as Eclipse Temurin $wanted," \
        "and set JAVA_HOME to its folder." >&2
    return 1
}

jdk=$(find_jdk)

if [ ! -f "$app/lib/hookglass.jar" ]; then
    mvn -q -B -f "$root/pom.xml" package -DskipTests -DskipStartupCache=true
fi
version=$(sed -n '/<version>/{s|.*<version>\(.*\)</version>.*|\1|p;q}' "$root/pom.xml")

rm -rf "$out"
mkdir -p "$out/input/lib"
cp -p "$app"/lib/*.jar "$out/input/lib"

# JavaFX becomes part of the runtime, so the image needs no module path. jdk.crypto.ec and jdk.charsets are found by
# name at run time only; java.management, jdk.net and jdk.unsupported are asked for by Undertow, HttpClient and H2.
"$jdk/bin/jlink" --module-path "$app/lib/javafx" --output "$out/runtime" \
    --add-modules java.desktop,java.logging,java.management,java.naming,java.net.http,java.sql,java.xml \
    --add-modules jdk.charsets,jdk.crypto.ec,jdk.net,jdk.unsupported,jdk.zipfs,javafx.controls,jfx.incubator.richtext \
    --strip-debug --no-header-files --no-man-pages --compress zip-6

"$jdk/bin/jpackage" "@$root/packaging/jpackage-common.args" --type app-image --app-version "$version" \
    --input "$out/input" --runtime-image "$out/runtime" --icon "$root/packaging/linux/hookglass.png" --dest "$out"
rm -rf "$out/input" "$out/runtime"

mkdir -p "$out/hookglass/share/applications" "$out/hookglass/share/licenses"
cp "$root/packaging/linux/hookglass.desktop" "$out/hookglass/share/applications"
cp "$root/LICENSE" "$out/hookglass/share/licenses"

# The recording runs before the option that uses its result is there, because Java takes only one of the two.
"$root/app/src/main/launcher/make-startup-cache" "$out/hookglass/bin/hookglass" "$out/hookglass/lib/app/lib"
if [ -f "$out/hookglass/lib/app/lib/hookglass.aot" ]; then
    echo 'java-options=-XX:AOTCache=$APPDIR/lib/hookglass.aot' >>"$out/hookglass/lib/app/hookglass.cfg"
fi

# An image that lacks a part of Java shows it only when it is used.
probe=$(mktemp -d)
trap 'rm -rf "$probe"' EXIT
"$out/hookglass/bin/hookglass" stats --data "$probe/data" >/dev/null || {
    echo "build.sh: the image was made, but does not run" >&2
    exit 1
}

echo "Made $out/hookglass ($(du -sh "$out/hookglass" | cut -f1)); start it with bin/hookglass"
