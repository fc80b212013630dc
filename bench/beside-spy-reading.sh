#!/bin/sh
# Reads the same cube with SPy (Debian's python3-spectral) and says what it took; beside
# CubeReadBenchmark. Usage: bench/beside-spy-reading.sh [FOLDER]
set -eu
folder=${1:-${TMPDIR:-/tmp}}
python=${PYTHON:-/usr/bin/python3}
if ! "$python" -c 'import spectral' 2>/dev/null; then
  echo "beside-spy-reading: $python has no module spectral: nothing measured (apt-get install python3-spectral)" >&2
  exit 0
fi
"$python" - "$folder" <<'PYTHON'
import os, sys, time
import numpy as np
import spectral

folder = sys.argv[1]
cube = np.random.default_rng(1).random((256, 250, 400), dtype=np.float32)
for interleave in ("bip", "bil", "bsq"):
    header = os.path.join(folder, "beside-spy-%s.hdr" % interleave)
    spectral.envi.save_image(header, cube, interleave=interleave, dtype=np.float32, force=True)
    best = 1e9
    for _ in range(7):
        start = time.perf_counter()
        loaded = spectral.open_image(header).load()
        best = min(best, time.perf_counter() - start)
    assert loaded.shape == cube.shape
    print("SPy %s load %s: %.1f ms, best of 7" % (spectral.__version__, interleave, best * 1e3))
    os.remove(header)
    os.remove(header[:-4] + ".img")
PYTHON
