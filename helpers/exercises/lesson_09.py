"""The exercises of lesson 09: does it work on mine?"""

EXERCISES = ()
