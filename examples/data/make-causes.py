"""Makes causes x* for heat-from-files.json: 1000 temperature fields of warm rectangles, in place of measured ones."""

import numpy as np

rng = np.random.default_rng(0)
x = np.zeros((1000, 32, 32), np.float32)
for field in x:
    for _ in range(rng.integers(2, 6)):
        i, j = rng.integers(0, 28, 2)
        width, height = rng.integers(3, 12, 2)
        field[i : i + width, j : j + height] += rng.uniform(0.5, 1.0)
np.save("x.npy", x)
