#!/bin/sh
# Reads spectra with CODA and ecCodes and with Jumelles in turns, on one core, and tells the ratios.
#
# usage: bench/beside-coda.sh [GRANULE.nat] [MESSAGES.bufr] [TURNS]
#
# CODA needs its library and CODA_DEFINITION, a folder with a definition of EPS products (Debian brings none);
# ecCodes needs its library; both are called through python3 (ctypes), which adds nothing to a line's or a
# message's time. What is missing is said and left out. Without a granule, 40 lines are made from a seed; without
# messages (BUFR template 340001) that half is left out. CORE (default 0) is the core all are held to. Speeds are
# spectra a second of processor time; each turn takes the median of its warm rounds.
set -eu
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
granule=${1:-}
messages=${2:-}
turns=${3:-3}
core=${CORE:-0}
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
classes=${CLASSES:-$here/target/benchmarks.jar}
reading=org.jumelles.bench.SpectraReading
if [ -z "${CLASSES:-}" ] && [ ! -f "$classes" ]; then
  echo "$classes is not there: ./mvnw -q -pl bench -am package -DskipTests" >&2
  exit 1
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' INT TERM
if [ -z "$granule" ]; then
  granule=$work/made.nat
  "$java" -cp "$classes" $reading write "$granule" 40
fi

held() {
  if command -v taskset >/dev/null; then taskset -c "$core" "$@"; else "$@"; fi
}
median() {
  sort -n | awk '{v[NR] = $1} END {print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2}'
}

# beside PEER FILE ROUNDS WARM
beside() {
  if ! held python3 "$here/src/main/python/spectra_peers.py" "$1" "$2" 1 >"$work/theirs" 2>"$work/why"; then
    echo "$1 is left out: $(tail -n 1 "$work/why")"
    theirs=0
  fi
  turn=1
  while [ "$turn" -le "$turns" ]; do
    held "$java" -Xmx1g -cp "$classes" $reading read "$2" "$3" >"$work/ours"
    ours=$(tail -n "$4" "$work/ours" | median)
    if [ "${theirs:-}" != 0 ]; then
      held python3 "$here/src/main/python/spectra_peers.py" "$1" "$2" 5 >"$work/theirs"
      if [ "$(cut -d' ' -f2- "$work/theirs" "$work/ours" | sort -u | wc -l)" != 1 ]; then
        echo "the two do not agree on spectra and sum:" >&2
        tail -n 1 "$work/theirs" "$work/ours" >&2
        exit 1
      fi
      awk -v t="$(median <"$work/theirs")" -v o="$ours" -v n="$turn" -v p="$1" \
        'BEGIN {printf "turn %d: %s %.0f, Jumelles %.0f spectra/s, ratio %.1f\n", n, p, t, o, o / t}'
    else
      echo "turn $turn: Jumelles $ours spectra/s"
    fi
    turn=$((turn + 1))
  done
}

beside coda "$granule" 16 8
if [ -n "$messages" ]; then
  theirs=
  beside eccodes "$messages" 120 30
else
  echo "no BUFR messages were given: ecCodes is left out"
fi
