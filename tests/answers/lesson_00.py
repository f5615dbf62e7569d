"""Answers to the exercise of lesson 00: right ones, and wrong ones with the diagnosis that each should get."""

RIGHT = {"count_events": [5, 5.0]}

WRONG = {
    "count_events": [
        ("deadlines only", 3),
        ("past only", 2),
        ("counted from 0", 4),
        ("publication counted", 6),
        ("another kind", "5"),
        ("another kind", [5]),
        ("another kind", True),
        ("another result", 29),
    ],
}
