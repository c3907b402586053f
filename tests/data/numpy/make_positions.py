"""Writes embeddings/*.json for softmax, its gradient, positions, PCA and counts: numpy's answers to the second half of
that topic. Run it by hand; its output is committed."""

import numpy as np

from comparison import numbers, write


def softmax(logits):
    powers = np.exp(logits - np.max(logits))
    return powers / np.sum(powers)


def softmax_entries(rng):
    for size in [1, 2, 3, 4, 8, 64] + list(rng.integers(1, 20, size=18)):
        centre = rng.choice([0.0, 0.0, 1000.0, -1000.0])
        logits = np.round(centre + rng.normal(scale=rng.choice([0.1, 1.0, 5.0, 300.0]), size=size), 4)
        yield {"logits": logits}, softmax(logits.astype(np.longdouble)).astype(float)


def cross_entropy(w, h, p, target):
    """The loss of the logits log(p) + w h."""
    logits = np.log(p) + w @ h
    largest = np.max(logits)
    return largest + np.log(np.sum(np.exp(logits - largest))) - logits[target]


def central_differences(h, p, target):
    """Derivatives of the loss by every element of w at w = 0, in extended precision."""
    h, p = h.astype(np.longdouble), p.astype(np.longdouble)
    gradient = np.zeros((p.size, h.size))
    for index in np.ndindex(gradient.shape):
        step = np.longdouble(1e-6) / max(1, abs(h[index[1]]))
        values = []
        for sign in (1, -1):
            w = np.zeros(gradient.shape, dtype=np.longdouble)
            w[index] = sign * step
            values.append(cross_entropy(w, h, p, target))
        gradient[index] = (values[0] - values[1]) / (2 * step)
    return gradient


def softmax_row_gradient_entries(rng):
    for tokens, features in [(2, 1), (3, 2), (4, 4), (1, 3), (9, 2)] + list(rng.integers(2, 9, size=(17, 2))):
        h = numbers(rng, features)
        p = softmax(np.round(rng.normal(scale=2, size=tokens), 4))
        target = int(rng.integers(0, tokens))
        expected = np.outer(p - np.eye(tokens)[target], h)
        differences = central_differences(h, p, target)
        assert np.allclose(expected, differences, rtol=1e-7, atol=1e-9 * (1 + np.max(np.abs(h)))), (h, p, target)
        yield {"h": h, "p": p, "target": target}, expected


def sinusoidal_positions(positions, d_model):
    place = np.arange(positions)[:, None]
    column = np.arange(d_model)[None, :]
    angles = place / np.power(10000.0, 2 * (column // 2) / d_model)
    return np.where(column % 2 == 0, np.sin(angles), np.cos(angles))


def sinusoidal_entries(rng):
    sizes = [(4, 6), (1, 1), (1, 8), (7, 1), (5, 2), (6, 6), (3, 9), (40, 4), (20, 12)]
    for positions, d_model in sizes + list(rng.integers(1, 12, size=(14, 2))):
        input = {"positions": int(positions), "d_model": int(d_model)}
        yield input, sinusoidal_positions(positions, d_model)


def rope_rotate(x, position, base):
    """All pairs at once, as a matrix of rotations in blocks."""
    size = len(x)
    angles = position / np.power(base, np.arange(0, size, 2) / size)
    rotation = np.zeros((size, size))
    even = np.arange(0, size, 2)
    rotation[even, even] = rotation[even + 1, even + 1] = np.cos(angles)
    rotation[even + 1, even] = np.sin(angles)
    rotation[even, even + 1] = -np.sin(angles)
    return rotation @ x


def rope_rotate_entries(rng):
    for pairs in [1, 1, 2, 2, 4, 8, 16] + list(rng.integers(1, 8, size=17)):
        x = np.round(rng.normal(size=2 * pairs), 4)
        # An angle of thousands is rounded where fewer digits are left than are compared; with base 1 it is a whole number.
        far = rng.random() < 0.3
        position = int(rng.integers(0, 10_001) if far else rng.integers(-50, 200))
        base = 1.0 if far else float(rng.choice([10000.0, 500000.0, 100.0, 4.0, 1.0]))
        yield {"x": x, "position": position, "base": base}, rope_rotate(x, position, base)


def alibi_bias_entries(rng):
    for n in [1, 2, 3, 4, 12] + list(rng.integers(1, 10, size=16)):
        slope = float(rng.choice([-0.5, 2.0**-8, np.round(rng.normal(), 4)]))
        place = np.arange(n)
        expected = slope * np.maximum(place[:, None] - place[None, :], 0)
        yield {"n": int(n), "slope": slope}, expected


def pca_2d_entries(rng):
    """A direction's largest component is positive, as in the reference; it is never tied with another."""
    shapes = [(2, 2), (2, 5), (3, 3), (4, 4), (3, 8), (12, 3), (20, 5)] + list(rng.integers(3, 9, size=(40, 2)))
    count = 0
    for rows, features in shapes:
        x = np.round(rng.choice([1.0, 5.0]) * rng.normal(size=(rows, features)) + rng.choice([0.0, 3.0]), 4)
        centred = x - np.mean(x, axis=0)
        _, values, directions = np.linalg.svd(centred, full_matrices=False)
        first = directions[:2]
        gaps = values[:2] - np.append(values, 0)[1:3]
        sizes = np.sort(np.abs(first), axis=1)
        close = rows > 2 and np.min(gaps) < 0.2 * values[0]
        if close or np.min(sizes[:, -1] - sizes[:, -2]) < 1e-3:
            continue  # not well determined
        first = first * np.sign(first[[0, 1], np.argmax(np.abs(first), axis=1)])[:, None]
        count += 1
        yield {"x": x}, {"projected": centred @ first.T, "singular_values": values}
    assert count >= 20, count


def embedding_parameters_entries(rng):
    sizes = [(50000, 4096), (128256, 16384), (1, 1), (256000, 18432), (46341, 46341), (65536, 65536)]
    for vocab, d_model in sizes + list(rng.integers(1, 300_000, size=(16, 2))):
        # A sum of columns where that is quick, and Python's integers have no end.
        table = sum([int(vocab)] * int(d_model)) if d_model < 10_000 else int(vocab) * int(d_model)
        yield {"vocab": int(vocab), "d_model": int(d_model)}, {"untied": table + table, "tied": table}


EXERCISES = {
    "softmax": softmax_entries,
    "softmax_row_gradient": softmax_row_gradient_entries,
    "sinusoidal_positions": sinusoidal_entries,
    "rope_rotate": rope_rotate_entries,
    "alibi_bias": alibi_bias_entries,
    "pca_2d": pca_2d_entries,
    "embedding_parameters": embedding_parameters_entries,
}

if __name__ == "__main__":
    for seed, (name, entries) in enumerate(EXERCISES.items()):
        pairs = entries(np.random.default_rng(50_000 + seed))
        write(f"embeddings/{name}", [{"input": i, "expected": e} for i, e in pairs])
