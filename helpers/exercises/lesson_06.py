"""The exercises of lesson 06: who says so?"""

EXERCISES = ()
