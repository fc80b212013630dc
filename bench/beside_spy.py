"""SPy and SciPy on a cube of the same shape as CubeTimes makes; called by beside-spy.sh."""
import sys
import time

try:
    import numpy as np
    import spectral
    from scipy.optimize import nnls
    from spectral.algorithms.continuum import remove_continuum
except ImportError as e:
    print("peers     not here: %s" % e)
    sys.exit(0)

spectral.settings.show_progress = False
ROUNDS = int(sys.argv[1]) if len(sys.argv) > 1 else 5
LINES, SAMPLES, BANDS, ENDS = 256, 250, 400, 10
rng = np.random.default_rng(20261123)
um = 1e4 / (1e4 / 0.99 - 18.45 * np.arange(BANDS))
ends = np.empty((ENDS, BANDS))
for e in ends:
    e[:] = 0.02 + 0.02 * rng.random() + 0.02 * (rng.random() - 0.5) * np.arange(BANDS) / BANDS
    for _ in range(5):
        e *= 1 - 0.4 * rng.random() * np.exp(
            -(((um - rng.choice(um)) / (0.02 + 0.2 * rng.random())) ** 2) / 2)
a = rng.exponential(size=(LINES * SAMPLES, ENDS)) * (rng.random((LINES * SAMPLES, ENDS)) < 0.4)
a /= np.maximum(1e-3, a.sum(1, keepdims=True))
cube = (a @ ends + 2e-4 * rng.normal(size=(LINES * SAMPLES, BANDS))).astype("f4")
cube = cube.reshape(LINES, SAMPLES, BANDS)


def measure(name, work, rounds=ROUNDS):
    wall = cpu = float("inf")
    for _ in range(rounds):
        w, c = time.perf_counter(), time.process_time()
        work()
        wall, cpu = min(wall, time.perf_counter() - w), min(cpu, time.process_time() - c)
    print("%-33s %8.4f s wall %8.4f s cpu" % (name, wall, cpu), flush=True)


flat = cube.reshape(-1, BANDS).astype("f8")
measure("scipy    nnls 10", lambda: [nnls(ends.T, x) for x in flat], 1)
measure("spy      hull (6,400 of 64,000)",
        lambda: remove_continuum(cube[:, ::10].astype("f8"), um), 1)
measure("spy      sam x 10", lambda: spectral.spectral_angles(cube, ends))
measure("spy      pca", lambda: spectral.principal_components(cube))
measure("spy      mnf", lambda: spectral.mnf(spectral.calc_stats(cube), spectral.noise_from_diffs(cube)))
measure("spy      rx", lambda: spectral.rx(cube))
measure("spy      ppi 100 (of 1000)", lambda: spectral.ppi(cube, 100, display=0), 1)
