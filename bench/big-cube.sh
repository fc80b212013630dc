#!/bin/sh
# A cube larger than the memory it is given: makes one of GB gigabytes (ENVI, float32, BIP, 400 bands, 4,096 samples; eight lines of
# mixtures with noise, over and over), asks `ryugu` of it with a heap of 1 GB, and takes it away again. Of each command: seconds on the
# wall, of user and system time, the most memory resident, and the most heap in use before a collection. Mapped pages of the file count
# as resident, though they can be given back: the heap is what -Xmx holds it to. `continuum`, which writes as much again, and `vca`,
# `nfindr` and `ppi` (three ways of `endmembers`) can be asked for by name.
#
# usage: bench/big-cube.sh [GB [FOLDER [COMMAND...]]]     JUMELLES="java ... Jumelles" for another way to start it
set -eu
home=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd)
size=${1:-16}
folder=$(mktemp -d "${2:-${TMPDIR:-/tmp}}/big-cube.XXXXXX")
[ $# -gt 2 ] && shift 2 || set -- info pca mnf rx sam unmix endmembers parameters
trap 'rm -rf "$folder"' EXIT INT TERM
export JDK_JAVA_OPTIONS="-Xmx1g -Xlog:gc:file=$folder/gc"
if [ -z "${JUMELLES:-}" ]; then
  "$home/jumelles" --version >/dev/null # builds it where it must
  read -r jdk <"$home/target/run/jdk"
  JUMELLES="$jdk/bin/java -XX:InlineSmallCode=500 -XX:FreqInlineSize=120 -XX:Tier4BackEdgeThreshold=400000 -XX:+UseParallelGC --enable-native-access=ALL-UNNAMED -jar $home/cli/target/run/jumelles-cli.jar"
fi
heap() {
  grep Pause "$folder/gc" | sed 's/.* \([0-9]*\)M->.*/\1/' | sort -n | tail -n 1
}
free=$(df -Pk "$folder" | awk 'NR == 2 {print int($4 / 1048576)}')
if [ "$free" -lt $((2 * size + 5)) ]; then
  echo "big-cube: $folder has $free GB left, $((2 * size + 5)) are needed" >&2
  exit 1
fi
"${PYTHON:-python3}" - "$folder" "$size" <<'PYTHON'
import sys
import numpy as np

folder, size = sys.argv[1], int(sys.argv[2])
bands, samples, unit = 400, 4096, 8
lines = int(size * 2**30 // (bands * samples * 4)) // unit * unit
um = np.linspace(0.99, 3.65, bands)
ends = np.array([0.02 + 0 * um, 0.03 * (1 - 0.3 * np.exp(-((um - 2.72) / 0.03) ** 2 / 2)),
                 0.05 * (1 - 0.4 * np.exp(-((um - 3.06) / 0.05) ** 2 / 2)) + 0.002 * um])
random = np.random.default_rng(1)
block = random.dirichlet([1, 1, 1], unit * samples) @ ends
block *= 1 + 0.01 * random.standard_normal(block.shape)
block = block.astype("<f4").tobytes()
with open(folder + "/cube.img", "wb") as out:
    for _ in range(lines // unit):
        out.write(block)
ends.astype("<f4").tofile(folder + "/ends.img")
for name, shape in (("cube", (lines, samples)), ("ends", (1, 3))):
    with open("%s/%s.hdr" % (folder, name), "w") as out:
        out.write("ENVI\nsamples = %d\nlines = %d\nbands = %d\nheader offset = 0\ndata type = 4\ninterleave = bip\n"
                  "byte order = 0\nwavelength units = Micrometers\nwavelength = {%s}\n"
                  % (shape[1], shape[0], bands, ", ".join("%.5f" % x for x in um)))
print("%d lines x %d samples x %d bands, %.2f GB" % (lines, samples, bands, lines * samples * bands * 4 / 2**30))
PYTHON
cube=$folder/cube.hdr
for command; do
  case $command in
    info | pca | mnf | rx) set -- "$command" "$cube" --json ;;
    unmix) set -- unmix "$cube" --endmembers "$folder/ends.hdr" --method fcls --json ;;
    sam) set -- sam "$cube" --library "$folder/ends.hdr" --json ;;
    endmembers) set -- endmembers "$cube" --count 3 --json ;;
    vca | nfindr | ppi) set -- endmembers "$cube" --count 3 --method "$command" --json ;;
    parameters | continuum) set -- "$command" "$cube" -o "$folder/out.hdr" ;;
    *) echo "big-cube: not known: $command" >&2; exit 2 ;;
  esac
  if ! /usr/bin/time -f "$command %e s wall, %U user, %S system, %M KB resident" -o "$folder/time" \
    $JUMELLES ryugu "$@" >"$folder/answer" 2>"$folder/messages"; then
    echo "$command failed:" >&2
    tail -n 3 "$folder/messages" >&2
  fi
  echo "$(tail -n 1 "$folder/time"), $(heap) MB of heap"
  rm -f "$folder"/out*
done
