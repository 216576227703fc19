#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes stripe_signatures.txt: webhooks with their signatures, made by Python's own hmac."""
import hashlib
import hmac

NOW = 1_700_000_000
SECRET = "whsec_5f2b9c0c9a7e4d1b8e6f3a2c1d0e9f8a"
OTHER = "whsec_00000000000000000000000000000000"
BODY = '{"id":"evt_1","type":"checkout.session.completed","data":{"object":{"id":"cs_1"}}}'
SPACED = '{\n  "id": "evt_2",\n  "object": "event",\n  "note": "Grün ☕"\n}'


def v1(body, at=NOW, secret=SECRET):
    return hmac.new(secret.encode(), f"{at}.{body}".encode(), hashlib.sha256).hexdigest()


def upper(text):
    return text.upper()


CASES = [
    ("right", BODY, f"t={NOW},v1={v1(BODY)}", True),
    ("right, with blanks and letters beyond ASCII", SPACED, f"t={NOW},v1={v1(SPACED)}", True),
    ("empty body", "", f"t={NOW},v1={v1('')}", True),
    ("the second v1 fits, as while a secret is changed", BODY, f"t={NOW},v1={v1(BODY, secret=OTHER)},v1={v1(BODY)}", True),
    ("v0 beside it says nothing", BODY, f"t={NOW},v1={v1(BODY)},v0=00", True),
    ("v0 alone is no signature", BODY, f"t={NOW},v0={v1(BODY)}", False),
    ("blanks behind the commas", BODY, f"t={NOW}, v1={v1(BODY)}", True),
    ("299 s old", BODY, f"t={NOW - 299},v1={v1(BODY, NOW - 299)}", True),
    ("300 s old", BODY, f"t={NOW - 300},v1={v1(BODY, NOW - 300)}", True),
    ("301 s old", BODY, f"t={NOW - 301},v1={v1(BODY, NOW - 301)}", False),
    ("30 s ahead, as clocks differ", BODY, f"t={NOW + 30},v1={v1(BODY, NOW + 30)}", True),
    ("31 s ahead", BODY, f"t={NOW + 31},v1={v1(BODY, NOW + 31)}", False),
    ("another moment than the signed one", BODY, f"t={NOW - 1},v1={v1(BODY)}", False),
    ("another secret", BODY, f"t={NOW},v1={v1(BODY, secret=OTHER)}", False),
    ("a body that was written anew", BODY.replace(":", ": "), f"t={NOW},v1={v1(BODY)}", False),
    ("cut short", BODY, f"t={NOW},v1={v1(BODY)[:-1]}", False),
    ("capital letters", BODY, f"t={NOW},v1={upper(v1(BODY))}", False),
    ("no moment", BODY, f"v1={v1(BODY)}", False),
    ("no signature", BODY, f"t={NOW}", False),
    ("two moments", BODY, f"t={NOW},t={NOW - 1},v1={v1(BODY)}", False),
    ("a moment with a sign", BODY, f"t=+{NOW},v1={v1(BODY, f'+{NOW}')}", False),
    ("a moment with a blank", BODY, f"t= {NOW},v1={v1(BODY, f' {NOW}')}", False),
    ("a moment without end", BODY, f"t={NOW}{NOW},v1={v1(BODY, f'{NOW}{NOW}')}", False),
    ("an empty header", BODY, "", False),
    ("commas alone", BODY, ",,,", False),
    ("an empty v1", BODY, f"t={NOW},v1=", False),
]

with open("stripe_signatures.txt", "w", encoding="utf-8") as file:
    file.write("# SPDX-License-Identifier: GPL-3.0-or-later\n")
    file.write("# Made by make_stripe_signatures.py. A case: name, body in hexadecimal, header, whether it is believed.\n")
    file.write(f"now {NOW}\nsecret {SECRET}\n")
    for name, body, header, is_right in CASES:
        file.write(f"{name}\t{body.encode().hex()}\t{header}\t{'yes' if is_right else 'no'}\n")
