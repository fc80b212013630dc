#!/bin/sh
# One cube of a grain through the whole chain from a cold start, each step a new JVM: frames of 256 x 250 x 369 made once (not timed),
# then calibrate, continuum, parameters (four bands a pixel), sam and unmix, and at last the same by the one command `chain`. Seconds
# on the wall, of user and of system time.
#
# usage: bench/ryugu-chain.sh [FOLDER]     JUMELLES="java ... Jumelles" for another way to start it
set -eu
home=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd)
folder=$(mktemp -d "${1:-${TMPDIR:-/tmp}}/ryugu-chain.XXXXXX")
trap 'rm -rf "$folder"' EXIT INT TERM
jumelles=${JUMELLES:-"$home/jumelles"}
frames=$folder/frames
$jumelles ryugu simulate --seed 1 --snr 100 -o "$frames" >/dev/null 2>&1
gain=$(sed -n 's/.*"gain_e_per_dn" : \([0-9.eE+-]*\).*/\1/p' "$frames/truth.json")
read=$(sed -n 's/.*"read_noise_dn" : \([0-9.eE+-]*\).*/\1/p' "$frames/truth.json")
timed() {
  name=$1
  shift
  if /usr/bin/time -f "%e %U %S" -o "$folder/time" $jumelles ryugu "$@" >"$folder/answer" 2>"$folder/messages"; then
    echo "$name $(tail -n 1 "$folder/time")"
  else
    echo "$name failed: $(tail -n 1 "$folder/messages")" >&2
    exit 1
  fi
}
scene() {
  timed "$@" --raw "$frames/raw.hdr" --dark "$frames/dark.hdr" --white "$frames/white.hdr" \
    --white-dark "$frames/white_dark.hdr" --reference "$frames/reference.csv" --exposure-ratio 20 --gain "$gain" \
    --read-noise "$read" --bias 1000 --averaged 1,16,16 --tuning 0.5 --saturation 65535 --repair-spikes
}
{
  scene calibrate calibrate -o "$folder/r.hdr"
  timed continuum continuum "$folder/r.hdr" -o "$folder/continuum.hdr"
  timed parameters parameters "$folder/r.hdr" --sigma "$folder/r-noise.hdr" -o "$folder/maps.hdr"
  timed sam sam "$folder/r.hdr" --library "$frames/endmembers.hdr" --json
  timed unmix unmix "$folder/r.hdr" --endmembers "$frames/endmembers.hdr" --method fcls -o "$folder/shares.hdr"
} | awk '{printf "%-12s %6.2f s wall %6.2f user %5.2f system\n", $1, $2, $3, $4; w += $2; u += $3; s += $4}
  END {printf "%-12s %6.2f s wall %6.2f user %5.2f system\n", "all", w, u, s}'
scene chain chain --library "$frames/endmembers.hdr" --endmembers "$frames/endmembers.hdr" -o "$folder/chain" |
  awk '{printf "%-12s %6.2f s wall %6.2f user %5.2f system\n", $1, $2, $3, $4}'
