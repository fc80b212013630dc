"""Writes spectra-scipy.csv: windows, trends, spectra and envelopes as SciPy has them. SciPy 1.10.1, NumPy 1.24.2.

Each line: a name, then the numbers. x and the sampling rate of 20 Hz are those of filter-scipy.py.
"""
import numpy as np
from scipy import signal

i = np.arange(120.0)
x = np.sin(0.7 * i) + 0.3 * np.cos(0.11 * i * i) + 0.01 * i + 5
rows = {
    "hann 8": signal.get_window("hann", 8),
    "hann 9": signal.get_window("hann", 9),
    "tukey 31 0.1": signal.windows.tukey(31, 0.1),
    "tukey 32 0.5": signal.windows.tukey(32, 0.5),
    "tukey 33 1": signal.windows.tukey(33, 1),
    "detrend mean": signal.detrend(x, type="constant"),
    "detrend linear": signal.detrend(x),
    "welch 32": signal.welch(x, 20, nperseg=32)[1],
    "welch 31 10": signal.welch(x, 20, nperseg=31, noverlap=10)[1],
    "spectrogram 32 24": signal.spectrogram(x, 20, "hann", nperseg=32, noverlap=24)[2].T.ravel(),
    "envelope 120": np.abs(signal.hilbert(x)),
    "envelope 119": np.abs(signal.hilbert(x[:119])),
}
with open("spectra-scipy.csv", "w") as out:
    for name, numbers in rows.items():
        print(name, *(repr(float(n)) for n in numbers), sep=",", file=out)
