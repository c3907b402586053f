"""Writes transformer/{build_vocabulary,encode_text,decode_text}.json: Python's answers to these exercises. Run it by
hand; its output is committed."""

import string

import numpy as np

from comparison import write

CHARACTERS = [chr(code) for code in range(128) if chr(code) in string.printable]


def some(rng, characters, length):
    return "".join(rng.choice(list(characters), size=length))


def alphabet(rng):
    """Some of the printable characters, in an order of no meaning."""
    return "".join(rng.permutation(CHARACTERS)[: rng.integers(1, 30)])


def build_vocabulary_entries(rng):
    for length in [0, 1, 2, 300] + list(rng.integers(1, 40, size=20)):
        text = some(rng, alphabet(rng), length)
        codes = np.unique(np.frombuffer(text.encode("ascii"), dtype=np.uint8))
        yield {"text": text}, codes.tobytes().decode("ascii")


def pairs(rng):
    """A vocabulary, sorted or not, a text in it, and the ids, from which the text was made."""
    for number, length in enumerate([0, 1, 1, 2, 300] + list(rng.integers(1, 40, size=20))):
        vocabulary = alphabet(rng) if number % 2 else "".join(sorted(alphabet(rng)))
        ids = rng.integers(len(vocabulary), size=length)
        yield vocabulary, "".join(vocabulary[i] for i in ids), ids


def encode_text_entries(rng):
    for vocabulary, text, ids in pairs(rng):
        yield {"text": text, "vocabulary": vocabulary}, ids


def decode_text_entries(rng):
    for vocabulary, text, ids in pairs(rng):
        yield {"ids": ids, "vocabulary": vocabulary}, text


EXERCISES = {
    "build_vocabulary": build_vocabulary_entries,
    "encode_text": encode_text_entries,
    "decode_text": decode_text_entries,
}

if __name__ == "__main__":
    for seed, (name, entries) in enumerate(EXERCISES.items()):
        answers = entries(np.random.default_rng(60_000 + seed))
        write(f"transformer/{name}", [{"input": i, "expected": e} for i, e in answers])
