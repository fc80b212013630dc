"""Writes fits.csv beside it: spectra of bands in noise, and their fits between bounds by SciPy.

python3 make-fits.py      (NumPy 2.4.6, SciPy 1.17.1)

A line is the windows (OH, or CH and carbonate), the step of the axis in cm-1, the sigma of each value, the
least chi square from many starts, then its parameters: continuum at the middle of the window and its change to
the end, then depth, centre (um) and sigma (um) of each band; then the values, in rising order of wavelength.
"""
import numpy as np
from scipy.optimize import least_squares

FWHM = 2 * np.sqrt(2 * np.log(2))
OH = (2.55, 2.95, 2.72, 0.03)
CH = (3.33, 3.55, 3.42, 0.03)
CARBONATE = (3.30, 3.60, 3.48, 0.05)


def case(rng, windows, step, bands, snr):
    um = np.sort(1e4 / (1e4 / 0.99 - step * np.arange(int((1e4 / 0.99 - 1e4 / 3.65) / step) + 1)))
    low, high = min(w[0] for w in windows), max(w[1] for w in windows)
    x = um[(um >= low) & (um <= high)]
    t = (x - (low + high) / 2) / ((high - low) / 2)

    def model(p):
        dips = sum(d * np.exp(-((x - c) / s) ** 2 / 2) for d, c, s in np.reshape(p[2:], (-1, 3)))
        return (p[0] + p[1] * t) * (1 - dips)

    truth = np.concatenate([[0.02, 0.001], np.ravel(bands)])
    sigma = 0.02 / snr
    y = model(truth) + sigma * rng.standard_normal(len(x))
    lower, upper = [-np.inf, -np.inf], [np.inf, np.inf]
    for w in windows:
        lower += [-1, max(w[0], x[0]), (high - low) / len(x) / FWHM]
        upper += [1, min(w[1], x[-1]), (w[1] - w[0]) / FWHM]
    best = None
    for k in range(25):
        start = truth.copy()
        if k:
            start[2:] *= np.exp(rng.normal(0, [0.5, 0.01, 0.5] * len(windows)))
        start = np.clip(start, np.array(lower) + 1e-6, np.array(upper) - 1e-6)
        fit = least_squares(lambda p: (model(p) - y) / sigma, start, bounds=(lower, upper), method="trf",
                            x_scale="jac", ftol=1e-15, xtol=1e-15, gtol=1e-15, max_nfev=2000)
        if best is None or fit.cost < best.cost:
            best = fit
    name = "OH" if len(windows) == 1 else "CH+carbonate"
    return ",".join([name, repr(step)] + [repr(float(v)) for v in [sigma, 2 * best.cost, *best.x, *y]])


rng = np.random.default_rng(5)
with open("fits.csv", "w") as out:
    for i in range(24):
        # Some narrower than a channel, some wider than the window: those end at a bound.
        width = 0.004 if i % 6 == 4 else 0.3 if i % 6 == 5 else rng.uniform(0.015, 0.06)
        band = [rng.uniform(0.05, 0.6), rng.uniform(2.65, 2.85), width]
        out.write(case(rng, [OH], 20.0, [band], rng.uniform(50, 500)) + "\n")
    for i in range(24):
        bands = [[rng.uniform(0.1, 0.4), rng.uniform(3.38, 3.42), rng.uniform(0.012, 0.02)],
                 [rng.uniform(0.1, 0.4), rng.uniform(3.48, 3.52), rng.uniform(0.015, 0.03)]]
        out.write(case(rng, [CH, CARBONATE], 8.0, bands, rng.uniform(100, 500)) + "\n")
