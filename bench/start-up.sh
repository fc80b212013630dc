#!/bin/sh
# How long `./jumelles --version` takes by the clock on the wall, built before: milliseconds, median of RUNS.
#
# usage: bench/start-up.sh [RUNS]
set -eu
home=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd)
runs=${1:-11}
"$home/jumelles" --version >/dev/null
run=0
while [ "$run" -lt "$runs" ]; do
  start=$(date +%s%N)
  "$home/jumelles" --version >/dev/null
  echo $((($(date +%s%N) - start) / 1000000))
  run=$((run + 1))
done | sort -n | awk '{v[NR] = $1} END {print v[int((NR + 1) / 2)], "ms"}'
