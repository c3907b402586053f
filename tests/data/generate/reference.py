"""Writes reference.json: numbers that the tests of grader/generate are held against, computed by other means.

Philox is written out here from the paper (Salmon et al., SC 2011) and held against numpy's where numpy is
installed; logarithms, exponentials and normal quantiles come from mpmath with 50 digits. Run it with
`python3 reference.py` where mpmath is installed; tests read the committed file and need no Python.
"""

import json
import pathlib

import mpmath

mpmath.mp.dps = 50
MASK = 2**64 - 1


def philox(counter, key, rounds=10):
    c, k = list(counter), list(key)
    for _ in range(rounds):
        first, second = 0xD2E7470EE14C6C93 * c[0], 0xCA5A826395121157 * c[2]
        c = [(second >> 64) ^ c[1] ^ k[0], second & MASK, (first >> 64) ^ c[3] ^ k[1], first & MASK]
        k = [(k[0] + 0x9E3779B97F4A7C15) & MASK, (k[1] + 0xBB67AE8584CAA73B) & MASK]
    return c


def check_against_numpy():
    try:
        import numpy
    except ImportError:
        return "not checked"
    # numpy counts up before its first block.
    bits = numpy.random.Philox(counter=[0, 7, 0, 0], key=[11, 13]).random_raw(4)
    assert [int(b) for b in bits] == philox([1, 7, 0, 0], [11, 13])
    return f"equal to numpy {numpy.__version__}"


def bits(key, index, count):
    blocks = [philox([block, index, 0, 0], key) for block in range((count + 3) // 4)]
    return [number for block in blocks for number in block][:count]


def quantile(p):
    return mpmath.sqrt(2) * mpmath.erfinv(2 * mpmath.mpf(p) - 1)


def normal(raw):
    return quantile(mpmath.mpf((raw >> 12) * 2 + 1) / 2**53)


def exponential(raw):
    return -mpmath.log(mpmath.mpf((raw >> 12) * 2 + 1) / 2**53)


def below(raw, bound):
    """Lemire's multiplication; the rejected draws are so rare for small bounds that none is among these."""
    assert (raw * bound) & MASK >= bound
    return raw * bound >> 64


def stream(key, index):
    raw = bits(key, index, 12)
    return {
        "key": [f"{k:016x}" for k in key],
        "index": index,
        "bits": [f"{number:016x}" for number in raw],
        "uniform": [(number >> 11) / 2**53 for number in raw],
        "below_10": [below(number, 10) for number in raw],
        "normal": [float(normal(number)) for number in raw],
        "exponential": [float(exponential(number)) for number in raw],
    }


def table(function, arguments):
    return [[x, float(function(mpmath.mpf(x)))] for x in arguments]


def main():
    check = check_against_numpy()
    print("philox:", check)
    positive = [5e-324, 1e-300, 2.0**-53, 1e-10, 0.1, 0.5, 0.7071067811865475, 0.7071067811865476, 0.999999,
                1.0, 1.000001, 1.4142135623730951, 2.0, 2.718281828459045, 3.0, 10.0, 12345.678, 1e22, 1.7e308]
    exponents = [-745.0, -700.5, -100.0, -10.25, -1.0, -0.34657359, -1e-9, 0.0, 1e-9, 0.1, 0.34657359, 0.5, 1.0,
                 2.302585092994046, 10.0, 100.5, 700.25, 709.7]
    chances = [2.0**-53, 1e-15, 1e-11, 1e-6, 0.001, 0.02425, 0.075, 0.0751, 0.25, 0.4999, 0.5, 0.5001, 0.75, 0.925,
               0.9251, 0.975, 0.999, 1 - 1e-6, 1 - 2.0**-53]
    document = {
        "philox": check,
        "log": table(mpmath.log, positive),
        "exp": table(mpmath.exp, exponents),
        "normal_quantile": table(quantile, chances),
        "streams": [stream([0x0123456789ABCDEF, 0xFEDCBA9876543210], index) for index in (0, 1, 2**40)],
    }
    here = pathlib.Path(__file__).parent
    (here / "reference.json").write_text(json.dumps(document, indent=1) + "\n")


if __name__ == "__main__":
    main()
