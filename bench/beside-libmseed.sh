#!/bin/sh
# Decodes one file with libmseed and with Jumelles in turns, on one core, and tells the ratio.
#
# usage: bench/beside-libmseed.sh [FILE.mseed] [TURNS]
#
# libmseed is taken from LIBMSEED_HOME (include/ and lib/, or a folder it was built in) or by pkg-config.
# Without FILE, 33 million samples of Steim-2 in records of 512 bytes are made from a seed. CORE (default 0)
# is the core both are held to. Speeds are of processor time: millions of samples a second, decoded and
# hashed. Each turn takes the median of its warm rounds; the last line is the median over the turns.
set -eu
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
file=${1:-}
turns=${2:-7}
core=${CORE:-0}
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
jar=$here/target/benchmarks.jar
[ -f "$jar" ] || { echo "$jar is not there: ./mvnw -q -pl bench -am package -DskipTests" >&2; exit 1; }

if [ -n "${LIBMSEED_HOME:-}" ]; then
  flags="-I$LIBMSEED_HOME/include -I$LIBMSEED_HOME -L$LIBMSEED_HOME/lib -L$LIBMSEED_HOME -lmseed"
  libraries=$LIBMSEED_HOME/lib:$LIBMSEED_HOME
elif command -v pkg-config >/dev/null && pkg-config --exists 'mseed >= 3'; then
  flags=$(pkg-config --cflags --libs mseed)
  libraries=
else
  echo "libmseed 3 is not installed: set LIBMSEED_HOME, or install it so that 'pkg-config mseed' finds it." >&2
  exit 1
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' INT TERM
# shellcheck disable=SC2086 # several flags
${CC:-cc} -O3 -o "$work/decode" "$here/src/main/c/decode.c" $flags -lm
LD_LIBRARY_PATH=$libraries${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}
export LD_LIBRARY_PATH
if [ -z "$file" ]; then
  file=$work/fixture.mseed
  "$java" -cp "$jar" org.jumelles.bench.Decoding write STEIM2 "$file"
fi

held() {
  if command -v taskset >/dev/null; then taskset -c "$core" "$@"; else "$@"; fi
}
median() {
  sort -n | awk '{v[NR] = $1} END {print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2}'
}

turn=1
while [ "$turn" -le "$turns" ]; do
  held "$work/decode" "$file" 8 >"$work/theirs"
  held "$java" -cp "$jar" org.jumelles.bench.Decoding decode "$file" 16 >"$work/ours"
  if [ "$(cut -d' ' -f2- "$work/theirs" "$work/ours" | sort -u | wc -l)" != 1 ]; then
    echo "the two do not agree on samples and hash:" >&2
    tail -n 1 "$work/theirs" "$work/ours" >&2
    exit 1
  fi
  theirs=$(tail -n 6 "$work/theirs" | median)
  ours=$(tail -n 8 "$work/ours" | median)
  first=$(head -n 1 "$work/ours" | cut -d' ' -f1)
  awk -v t="$theirs" -v o="$ours" -v f="$first" -v n="$turn" -v out="$work/ratios" 'BEGIN {
    printf "turn %d: libmseed %.0f, Jumelles %.0f (first round, cold: %.0f), ratio %.2f\n", n, t, o, f, o / t
    print o / t >>out }'
  turn=$((turn + 1))
done
printf 'median ratio: %.2f\n' "$(median <"$work/ratios")"
