"""Writes filter-scipy.csv: Butterworth filters as SciPy designs and runs them. SciPy 1.10.1, NumPy 1.24.2.

Each line: kind, order, low corner, high corner, sampling rate (Hz; 0 where there is no such corner),
what (sos | causal | zerophase | response), then the numbers. The input of the runs is
x[i] = sin(0.7 i) + 0.3 cos(0.11 i i) + 0.01 i + 5, for i = 0 .. count - 1.
"""
import numpy as np
from scipy import signal

designs = [("lowpass", n, 0, h, r) for n in (1, 2, 3, 4, 7) for h, r in ((1.0, 20.0), (9.0, 20.0))]
designs += [("highpass", n, l, 0, r) for n in (1, 2, 3, 4, 8) for l, r in ((0.01, 20.0), (4.0, 10.0))]
designs += [("bandpass", n, l, h, r) for n in (1, 2, 3, 4, 5)
            for l, h, r in ((0.2, 0.9, 20.0), (0.001, 0.1, 2.0), (0.5, 45.0, 100.0))]


def row(*cells):
    return ",".join(c if isinstance(c, str) else repr(float(c)) for c in cells)


with open("filter-scipy.csv", "w") as out:
    for kind, order, low, high, rate in designs:
        corners = {"lowpass": high, "highpass": low, "bandpass": (low, high)}[kind]
        sos = signal.butter(order, corners, kind, fs=rate, output="sos")
        head = (kind, str(order), repr(low), repr(high), repr(rate))
        i = np.arange(120.0)
        x = np.sin(0.7 * i) + 0.3 * np.cos(0.11 * i * i) + 0.01 * i + 5
        print(row(*head, "sos", *sos.ravel()), file=out)
        print(row(*head, "causal", *signal.sosfilt(sos, x)[::4]), file=out)
        print(row(*head, "zerophase", *signal.sosfiltfilt(sos, x)[::4]), file=out)
        f = np.linspace(0, rate / 2, 9)
        h = signal.sosfreqz(sos, f, fs=rate)[1]
        print(row(*head, "response", *h.view(float)), file=out)
