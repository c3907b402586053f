"""Writes embeddings/*.json for lookup and similarity: numpy's answers to these exercises. Run it by hand; its output is
committed."""

import numpy as np

from comparison import numbers, write


def table_shapes(rng):
    """A vocabulary of one, a single feature, squares, wide and tall, then whatever comes."""
    fixed = [(1, 1), (1, 5), (6, 1), (2, 2), (4, 4), (2, 9), (9, 2), (40, 8)]
    return fixed + [tuple(rng.integers(1, 9, size=2)) for _ in range(16)]


def embedding_lookup_entries(rng):
    for tokens, features in table_shapes(rng):
        table = numbers(rng, tokens, features)
        ids = rng.integers(0, tokens, size=rng.integers(1, 6, size=2))
        yield {"table": table, "ids": ids}, table[ids]


def one_hot_lookup_entries(rng):
    for tokens, features in table_shapes(rng):
        table, token = numbers(rng, tokens, features), int(rng.integers(tokens))
        one_hot = np.eye(tokens)[token]
        row = one_hot @ table
        assert np.array_equal(row, table[token])
        yield {"table": table, "id": token}, {"one_hot": one_hot, "row": row}


def direction(rng, size):
    """A vector that is not zero."""
    vector = numbers(rng, size)
    return vector if np.linalg.norm(vector) > 0 else np.ones(size)


def cosine_similarity_entries(rng):
    for size in [1, 1, 2, 2, 3, 4, 64, 200] + list(rng.integers(2, 20, size=22)):
        u, v = direction(rng, size), direction(rng, size)
        yield {"u": u, "v": v}, np.dot(u, v) / (np.linalg.norm(u) * np.linalg.norm(v))


def nearest_by_angle_entries(rng):
    shapes = [(1, 2), (2, 2), (4, 4), (40, 8), (3, 12)] + [tuple(rng.integers(2, 9, size=2)) for _ in range(25)]
    for tokens, features in shapes:
        query = direction(rng, features)
        table = np.array([direction(rng, features) for _ in range(tokens)])
        # The angle by another way than its cosine: half of it is the arctangent of a difference over a sum.
        units, unit = table / np.linalg.norm(table, axis=1, keepdims=True), query / np.linalg.norm(query)
        angles = 2 * np.arctan2(np.linalg.norm(units - unit, axis=1), np.linalg.norm(units + unit, axis=1))
        assert tokens == 1 or np.diff(np.sort(angles)[:2])[0] > 1e-5
        yield {"query": query, "table": table}, int(np.argmin(angles))


def analogy_entries(rng):
    for size in [1, 2, 64] + list(rng.integers(1, 20, size=20)):
        a, b, c = (numbers(rng, size) for _ in range(3))
        yield {"a": a, "b": b, "c": c}, c - a + b


def center_embeddings_entries(rng):
    for shape in table_shapes(rng):
        x = numbers(rng, *shape)
        yield {"x": x}, x - x.mean(axis=0, keepdims=True)


def normalize_rows_entries(rng):
    for number, shape in enumerate(table_shapes(rng)):
        x = numbers(rng, *shape)
        if number % 3 == 0:
            x[rng.integers(shape[0])] *= rng.choice([0, 1e-9, 1e-15])
        yield {"x": x}, x / np.maximum(np.linalg.norm(x, axis=1, keepdims=True), 1e-12)


EXERCISES = {
    "embedding_lookup": embedding_lookup_entries,
    "one_hot_lookup": one_hot_lookup_entries,
    "cosine_similarity": cosine_similarity_entries,
    "nearest_by_angle": nearest_by_angle_entries,
    "analogy": analogy_entries,
    "center_embeddings": center_embeddings_entries,
    "normalize_rows": normalize_rows_entries,
}

if __name__ == "__main__":
    for seed, (name, entries) in enumerate(EXERCISES.items()):
        pairs = entries(np.random.default_rng(40_000 + seed))
        write(f"embeddings/{name}", [{"input": i, "expected": e} for i, e in pairs])
