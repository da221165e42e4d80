#!/usr/bin/env bash
# The whole road in the real window, on a screen of its own: from an empty project to a chat and a measured translator by pressing what
# comes next, then a corrected link, one rerun, and the same question again. About 15 minutes on two cores.
#
#   app/src/test/road/road.sh BITEXT.tsv.gz MODEL OUT [MINUTES]
#
# BITEXT   sentence pairs, English and Armenian, tab-separated; the first 3,000 are for training, the next 100 for test
# MODEL    a folder with a small English model (Hugging Face format)
# OUT      a new folder: pictures/ of every step in light and dark, project/, log.txt
# MINUTES  after how many a training is stopped and kept, if it has not ended; 3 when not given
#
# Needs the packages xvfb openbox xdotool imagemagick libgtk-3-0 libxtst6 libxxf86vm1 libgl1, a JDK 25 as JAVA_HOME (or java on the
# path) and Maven. Set ROAD_CLASSPATH to run classes that are compiled already.
set -euo pipefail
bitext=$(realpath "$1") model=$(realpath "$2") out=$(realpath -m "$3")
cd "$(dirname "$0")/../../../.."
mkdir -p "$out/home"
zcat -f "$bitext" | sed -n '1,3000p' > "$out/english-armenian.tsv"
zcat -f "$bitext" | sed -n '3001,3100p' > "$out/english-armenian-test.tsv"
if [ -z "${ROAD_CLASSPATH:-}" ]; then
    mvn -q -pl resources,src,app test-compile dependency:build-classpath -Dmdep.outputFile="$out/classpath" -Dmdep.includeScope=test
    ROAD_CLASSPATH="app/target/test-classes:app/target/classes:$(cat "$out/classpath")"
fi
java="${JAVA_HOME:+$JAVA_HOME/bin/}java"
screen=":$((90 + RANDOM % 100))"
Xvfb "$screen" -screen 0 1400x900x24 -nolisten tcp > "$out/screen.log" 2>&1 &
xvfb=$!
trap 'kill $desktop $xvfb 2> /dev/null || true' EXIT
export DISPLAY="$screen" OPT_OUT_TRACKING=true OMP_WAIT_POLICY=PASSIVE NO_AT_BRIDGE=1
sleep 2
openbox > "$out/desktop.log" 2>&1 &
desktop=$!
sleep 1
"$java" -Xmx3g --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -Dai.djl.offline=true -Dprism.order=sw \
    -Duser.home="$out/home" -cp "$ROAD_CLASSPATH" org.hydraworkbench.app.road.Road \
    "$out/english-armenian.tsv" "$out/english-armenian-test.tsv" "$model" "$out" "${4:-3}" 2>&1 | tee "$out/log.txt"
exit "${PIPESTATUS[0]}"
