"""The exercises of lesson 07: when?"""

EXERCISES = ()
