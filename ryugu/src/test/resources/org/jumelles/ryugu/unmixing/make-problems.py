"""Writes the tables beside it: random mixtures and their answers by SciPy and by exhaustion.

python3 make-problems.py      (NumPy 2.4.6, SciPy 1.17.1)

nnls.csv, fcls.csv, sparse.csv: a line `bands,endmembers,pixels`, then the endmembers, one a line, then
for each pixel its spectrum and a line of the abundances.
"""
import itertools

import numpy as np
from scipy.optimize import nnls


def exhaust(e, x):
    """Least |E a - x|, a >= 0, 1'a = 1: the best of the faces of the simplex whose optimum is inside."""
    best, answer = np.inf, None
    p = e.shape[1]
    for size in range(1, p + 1):
        for face in itertools.combinations(range(p), size):
            f = e[:, face]
            last = f[:, -1]
            rest = np.linalg.lstsq(f[:, :-1] - last[:, None], x - last, rcond=None)[0]
            a = np.append(rest, 1 - rest.sum())
            if a.min() >= 0:
                r = np.sum((f @ a - x) ** 2)
                if r < best:
                    best, answer = r, np.zeros(p)
                    answer[list(face)] = a
    return answer


def sparse(e, x, penalty):
    """1/2 |E a - x|^2 + penalty 1'a, a >= 0, as non-negative least squares on the Cholesky factor of E'E."""
    upper = np.linalg.cholesky(e.T @ e).T
    return nnls(upper, np.linalg.solve(upper.T, e.T @ x - penalty))[0]


def write(name, e, rows):
    with open(name, "w") as out:
        out.write("%d,%d,%d\n" % (e.shape[0], e.shape[1], len(rows)))
        for column in e.T:
            out.write(",".join("%.17g" % v for v in column) + "\n")
        for x, a in rows:
            out.write(",".join("%.17g" % v for v in x) + "\n")
            out.write(",".join("%.17g" % v for v in a) + "\n")


rng = np.random.default_rng(20261123)
for name, p, solve in (
    ("nnls.csv", 10, lambda e, x: nnls(e, x)[0]),
    ("fcls.csv", 6, exhaust),
    ("sparse.csv", 15, lambda e, x: sparse(e, x, 0.05)),
):
    bands = 24
    smooth = np.cumsum(rng.normal(size=(bands, p)), axis=0) * 0.1 + 1 + rng.random((bands, p)) * 0.5
    rows = []
    for i in range(16):
        a = rng.random(p) * (rng.random(p) < 0.5)
        x = smooth @ a / max(a.sum(), 1e-3) + rng.normal(size=bands) * 0.05 * (i % 4)
        rows.append((x, solve(smooth, x)))
    write(name, smooth, rows)
