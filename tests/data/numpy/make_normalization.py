"""Writes normalization/*.json: numpy's answers to the exercises of that topic. Run it by hand; its output is committed."""

import numpy as np

from comparison import epsilon, matrix_shapes, numbers, standardized, write


def normalize_vector(rng):
    for size in [1, 2, 3, 4, 5, 8, 16, 64] + list(rng.integers(1, 20, size=14)):
        x, eps = numbers(rng, size), epsilon(rng)
        expected = {"mean": np.mean(x), "variance": np.var(x), "normalized": standardized(x, 0, eps)}
        yield {"x": x, "eps": eps}, expected


def over_axis(axis):
    def entries(rng):
        for shape in matrix_shapes(rng):
            x, eps = numbers(rng, *shape), epsilon(rng)
            yield {"x": x, "eps": eps}, standardized(x, axis, eps)

    return entries


def company(axis):
    def entries(rng):
        for features in [1, 2, 3, 4, 5, 16] + list(rng.integers(1, 9, size=16)):
            sample = numbers(rng, features)
            others = [numbers(rng, rng.integers(1, 7), features) for _ in range(2)]
            eps = epsilon(rng)
            rows = [standardized(np.vstack([sample, other]), axis, eps)[0] for other in others]
            expected = {"in_a": rows[0], "in_b": rows[1], "distance": np.linalg.norm(rows[0] - rows[1])}
            yield {"sample": sample, "others_a": others[0], "others_b": others[1], "eps": eps}, expected

    return entries


def rms_norm(rng):
    for shape in matrix_shapes(rng):
        x, eps = numbers(rng, *shape), epsilon(rng)
        yield {"x": x, "eps": eps}, x / np.sqrt(np.mean(x**2, axis=1, keepdims=True) + eps)


def group_norm(rng):
    shapes = [(1, 1, 1), (1, 4, 2), (4, 4, 2), (4, 4, 1), (4, 4, 4), (3, 9, 3), (2, 12, 3), (2, 12, 4), (1, 30, 6)]
    for _ in range(14):
        groups = int(rng.integers(1, 6))
        shapes.append((int(rng.integers(1, 6)), groups * int(rng.integers(1, 6)), groups))
    for batch, channels, groups in shapes:
        x, eps = numbers(rng, batch, channels), epsilon(rng)
        y = standardized(x.reshape(batch, groups, channels // groups), 2, eps).reshape(batch, channels)
        yield {"x": x, "groups": groups, "eps": eps}, y


def weight_norm(rng):
    for size in [1, 2, 2, 3, 4, 8, 64] + list(rng.integers(1, 20, size=16)):
        v, g = numbers(rng, size), float(np.round(rng.normal(scale=3), 4))
        yield {"v": v, "g": g}, g * v / np.linalg.norm(v)


def spectral_norm(rng):
    for shape in matrix_shapes(rng):
        w = numbers(rng, *shape)
        yield {"w": w}, w / np.linalg.svd(w, compute_uv=False)[0]


def broadcast_last(rng):
    shapes = [(2, 3, 4, 4), (2, 3, 4, 3), (2, 3, 4, 2), (2, 3, 4, 1), (1, 1, 1, 1), (3, 3, 3, 3), (2, 3, 1, 1)]
    shapes += [tuple(rng.integers(1, 5, size=4)) for _ in range(12)]
    shapes += [(b, t, d, d) for b, t, d in rng.integers(1, 6, size=(6, 3))]
    for batch, sequence, features, size in shapes:
        x, gamma = numbers(rng, batch, sequence, features), numbers(rng, size)
        fits = bool(size == features)
        yield {"x": x, "gamma": gamma}, {"fits": fits, "y": x + gamma if fits else x}


EXERCISES = {
    "normalize_vector": normalize_vector,
    "batch_norm": over_axis(0),
    "layer_norm_rows": over_axis(1),
    "batch_dependence": company(0),
    "layer_independence": company(1),
    "rms_norm": rms_norm,
    "group_norm": group_norm,
    "weight_norm": weight_norm,
    "spectral_norm": spectral_norm,
    "broadcast_last": broadcast_last,
}

if __name__ == "__main__":
    for seed, (name, entries) in enumerate(EXERCISES.items()):
        pairs = entries(np.random.default_rng(20_000 + seed))
        write(f"normalization/{name}", [{"input": i, "expected": e} for i, e in pairs])
