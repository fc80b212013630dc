#!/usr/bin/env bash
# Fuzzes codecs and request parameters with Jazzer, guided by coverage: bench/fuzz.sh SECONDS [TARGET...]. Exit code 1 with a find,
# 2 where a target could not run.
# FUZZ_RUNS ends a target after so many executions too; FUZZ_SEED draws the same changes again (0: others each time).
# Two targets at a time, each with one process and SECONDS; its corpus stays in target/fuzz/corpus/TARGET, a find in target/fuzz/TARGET.
# Seeds: the kept finds, and what bench/fuzz_seeds.py makes, and cuts from JUMELLES_DATA, where Python is here.
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=${1:?how many seconds for each target}
shift
here=$PWD/target/fuzz
mkdir -p "$here"

if [ -z "${JUMELLES_FUZZ_CLASSPATH:-}" ]; then
  ./mvnw -q -B -Pfuzz -DskipTests -DskipFormat=true -pl service -am test-compile dependency:build-classpath \
    -Dmdep.outputFile="$here/classpath" -Dmdep.includeScope=test || exit 2
  JUMELLES_FUZZ_CLASSPATH=$(printf '%s:' {formats,pipeline,service}/target/test-classes service/target/classes)$(cat "$here/classpath")
fi

# Maven finds a JDK for its compiler itself; what it built wants one of 25 or later here too.
java=
for jdk in "${JUMELLES_JAVA_HOME:-}" "${JAVA_HOME:-}" /usr/lib/jvm/* /opt/java/* /opt/jdk* "${HOME:-/}"/.sdkman/candidates/java/*; do
  version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$jdk/release" 2>/dev/null || true)
  if [ "${version:-0}" -ge 25 ] && [ -x "$jdk/bin/java" ]; then
    java=$jdk/bin/java
    break
  fi
done
if [ -z "$java" ]; then
  echo "bench/fuzz.sh: no JDK 25 or later in JAVA_HOME or the usual folders" >&2
  exit 2
fi

entry() {
  case $1 in
    adql | fdsn | stac | range | seedlink | parameters) echo org.jumelles.service.ParameterFuzz ;;
    csv | yaml | facts | recognition) echo org.jumelles.pipeline.LedgerFuzz ;;
    *) echo org.jumelles.formats.CodecFuzz ;;
  esac
}

targets=("$@")
[ ${#targets[@]} -gt 0 ] || targets=(miniseed stationxml quakeml eps bufr netcdf hdf5 hitran cross-section mtckd tape7 profile envi
  pds4 pds3 fits matlab csv yaml facts recognition adql fdsn stac range seedlink parameters)
if command -v python3 >/dev/null; then
  python3 bench/fuzz_seeds.py "$here/corpus" ${JUMELLES_DATA:+"$JUMELLES_DATA"}
else
  echo "bench/fuzz.sh: no python3, so the kept finds are the only seeds" >&2
fi
# A short run is over before the second compiler pays.
quick=
[ "$seconds" -ge 30 ] || quick=-XX:TieredStopAtLevel=1

# One target; its row goes to TARGET.row, and the end of its log to the standard error where that is no success.
fuzz() {
  local target=$1 corpus=$here/corpus/$1 log=$here/$1.log TIMEFORMAT='%U %S' executions features finds
  mkdir -p "$corpus" "$here/$target"
  cp -n ./*/src/test/resources/fuzz/"$target"/* "$corpus" 2>/dev/null || true
  # --keep_going counts distinct finds; memory and time of one input are the target's own contract.
  { time "$java" -Xmx400m -XX:+UseSerialGC $quick --enable-native-access=ALL-UNNAMED -Djava.awt.headless=true \
    "-Djumelles.fuzz=$target" -cp "$JUMELLES_FUZZ_CLASSPATH" com.code_intelligence.jazzer.Jazzer \
    --target_class="$(entry "$target")" --instrumentation_includes='org.jumelles.**' --keep_going=10 \
    --reproducer_path="$here/$target" -artifact_prefix="$here/$target/" -max_total_time="$seconds" \
    -runs="${FUZZ_RUNS:--1}" -seed="${FUZZ_SEED:-0}" \
    -timeout=30 -rss_limit_mb=0 -max_len=81920 -print_final_stats=1 "$corpus" >"$log" 2>&1 || true; } 2>"$here/$target.times"
  executions=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log" | tail -n 1)
  features=$({ grep -o 'ft: [0-9]*' "$log" || true; } | tail -n 1 | cut -c 5-)
  finds=$(grep -c '^== Java Exception' "$log" || true)
  printf '| %-13s | %10s | %8s | %11.0f | %5s |\n' "$target" "${executions:-?}" "${features:-?}" \
    "$(awk '{ print $1 + $2 }' "$here/$target.times")" "$finds" >"$here/$target.row"
  # A target that did not run at all is no success either.
  if [ "$finds" -gt 0 ]; then
    tail -n 40 "$log" >&2
    touch "$here/$target.failed"
  elif [ -z "$executions" ]; then
    tail -n 40 "$log" >&2
    touch "$here/$target.absent"
  fi
}

# Two at a time. A row that is missing at the end is a target that did not run.
rm -f "$here"/*.row "$here"/*.failed "$here"/*.absent
for target in "${targets[@]}"; do
  while [ "$(jobs -rp | wc -l)" -ge 2 ]; do
    wait -n || true
  done
  fuzz "$target" &
done
wait
status=0
printf '| %-13s | executions | features | processor s | finds |\n' target
for target in "${targets[@]}"; do
  cat "$here/$target.row" || touch "$here/$target.absent"
  [ ! -e "$here/$target.absent" ] || [ "$status" -eq 1 ] || status=2
  [ ! -e "$here/$target.failed" ] || status=1
done
exit "$status"
