#!/bin/sh
# The same files of one cube (256 x 250 x 400 float32, 102 MB) read whole as spectra: by SPy (ENVI, three interleaves) and by h5py
# (HDF5, gzip), then by Jumelles on two threads, in one run. Best of the rounds; the files were read before.
#
# usage: bench/beside-spy-reading.sh [ROUNDS [FOLDER]]    JAVA and PYTHON name other programs. Needs a built bench module, and
# Python 3 with spectral and h5py, which make the files.
set -eu
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
rounds=${1:-12}
folder=$(mktemp -d "${2:-${TMPDIR:-/tmp}}/beside-spy-reading.XXXXXX")
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' INT TERM
python=${PYTHON:-python3}
if ! "$python" -c 'import h5py, spectral' 2>/dev/null; then
  echo "beside-spy-reading: $python has not both spectral and h5py: nothing measured (apt-get install python3-spectral python3-h5py)" >&2
  exit 1
fi
"$python" - "$folder" "$rounds" <<'PYTHON'
import sys, time
import h5py
import numpy as np
import spectral

folder, rounds = sys.argv[1], int(sys.argv[2])
random = np.random.default_rng(1)
um = np.linspace(0.99, 3.65, 400)
level = random.random((256, 250, 1))
cube = 0.03 * level * (1 - 0.3 * np.exp(-((um - 2.72) / 0.03) ** 2 / 2))
cube = (cube * (1 + 0.003 * random.standard_normal(cube.shape))).astype(np.float32)

def best(read):
    least = np.inf
    for _ in range(rounds):
        start = time.perf_counter()
        shape = read()
        least = min(least, time.perf_counter() - start)
    assert shape == cube.shape
    return least * 1e3

for interleave in ("bip", "bil", "bsq"):
    header = "%s/%s.hdr" % (folder, interleave)
    spectral.envi.save_image(header, cube, interleave=interleave, dtype=np.float32)
    print("%-6s SPy %s %.1f ms" % (interleave, spectral.__version__, best(lambda: spectral.open_image(header).load().shape)))
for name, chunks in (("slabs", (16, 250, 50)), ("whole", cube.shape)):
    path = "%s/%s.h5" % (folder, name)
    with h5py.File(path, "w") as file:
        file.create_dataset("cube", data=cube, chunks=chunks, compression="gzip", compression_opts=4)

    def read():
        with h5py.File(path) as file:
            return file["cube"][...].shape

    print("%-6s h5py %s %.1f ms" % (name, h5py.__version__, best(read)))
PYTHON
# Collector and heap as the program starts with.
"${JAVA:-java}" -XX:+UseParallelGC -Xms64m -Xmx512m --enable-native-access=ALL-UNNAMED \
  -Djava.util.logging.config.file="$here/../build/test-logging.properties" \
  -cp "${JUMELLES_BENCH_CLASSPATH:-$here/target/benchmarks.jar}" org.jumelles.bench.CubeReadTimes "$rounds" \
  "$folder/bip.hdr" "$folder/bil.hdr" "$folder/bsq.hdr" "$folder/slabs.h5" "$folder/whole.h5"
