"""The exercises of lesson 04: who and where?"""

EXERCISES = ()
