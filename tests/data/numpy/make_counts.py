"""Writes transformer/parameter_count.json and parameter_breakdown.json: the sizes of numpy arrays in the shapes of a
transformer's weights. Run it by hand; its output is committed."""

import numpy as np

from comparison import write


def array(*shape):
    """As many numbers as the shape says, none of which takes memory."""
    return np.broadcast_to(np.float32(0), shape)


def attention(d):
    return [array(d, d) for _ in range(4)] + [array(d) for _ in range(4)]


def feed_forward(d, f):
    return [array(d, f), array(f), array(f, d), array(d)]


def norms(d, count):
    return [array(d) for _ in range(2 * count)]


def size(arrays):
    return sum(part.size for part in arrays)


def parameter_count_entries(rng):
    sizes = [(50257, 768, 12, 12, 3072, 1024), (50000, 768, 12, 12, 3072, 1024), (50257, 12288, 96, 96, 49152, 2048)]
    for _ in range(20):
        heads = int(rng.integers(1, 9))
        layers, d_ff, max_len, vocab = (int(number) for number in rng.integers(1, 400, size=4))
        sizes.append((vocab, heads * int(rng.integers(1, 40)), heads, layers, d_ff, max_len))
    for vocab, d, heads, layers, d_ff, max_len in sizes:
        embedding = [array(vocab, d), array(max_len, d)]
        every = list(embedding)
        for _ in range(layers):
            every += attention(d) + feed_forward(d, d_ff) + norms(d, 2)
        every += norms(d, 1)
        expected = {"embedding": size(embedding), "attention": size(attention(d)),
                    "feed_forward": size(feed_forward(d, d_ff)), "total": size(every)}
        yield {"vocab": vocab, "d_model": d, "heads": heads, "layers": layers, "d_ff": d_ff, "max_len": max_len}, expected


def parameter_breakdown_entries(rng):
    for _ in range(22):
        heads = int(rng.integers(1, 5))
        d, vocab = heads * int(rng.integers(1, 20)), int(rng.integers(1, 100))
        layers, d_ff, max_len, steps, batch, log_every = (int(number) for number in rng.integers(1, 60, size=6))
        config = {"layers": layers, "heads": heads, "d_model": d, "d_ff": d_ff, "max_len": max_len, "steps": steps,
                  "batch": batch, "log_every": log_every, "learning_rate": 1e-3}
        parts = {
            "embedding": [array(vocab, d)],
            "position": [array(max_len, d)],
            "attention": [part for _ in range(layers) for part in attention(d)],
            "feed_forward": [part for _ in range(layers) for part in feed_forward(d, d_ff)],
            "norms": norms(d, 2 * layers + 1),
            "output": [array(d, vocab), array(vocab)],
        }
        expected = {name: size(arrays) for name, arrays in parts.items()}
        yield {"config": config, "vocab": vocab}, {**expected, "total": sum(expected.values())}


EXERCISES = {
    "parameter_count": parameter_count_entries,
    "parameter_breakdown": parameter_breakdown_entries,
}

if __name__ == "__main__":
    for seed, (name, entries) in enumerate(EXERCISES.items()):
        pairs = entries(np.random.default_rng(90_000 + seed))
        write(f"transformer/{name}", [{"input": i, "expected": e} for i, e in pairs])
