#!/bin/sh
# Jumelles, then SPy and SciPy, on cubes of the same shape (256 x 250 x 400 float32), in one run.
#   bench/beside-spy.sh [THREADS] [ROUNDS]
# Best wall and least processor time of the rounds. Needs a built bench module; Python 3 with spectral and
# scipy are the peers, and where they are missing that is said. JAVA and PYTHON name other programs.
here=$(dirname "$0")
threads=${1:-2}
rounds=${2:-5}
# Collector and heap as the program starts with, and the vectors of JUMELLES_VECTORS.
${JAVA:-java} --add-modules jdk.incubator.vector -XX:+UseParallelGC -Xms64m -Xmx512m \
  -cp "$here/target/benchmarks.jar" org.jumelles.bench.CubeTimes "$threads" "$rounds" || exit 1
export OMP_NUM_THREADS="$threads" OPENBLAS_NUM_THREADS="$threads"
exec ${PYTHON:-python3} "$here/beside_spy.py" "$rounds"
