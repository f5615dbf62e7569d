"""The exercises of lesson 08: how do I draw it honestly?"""

EXERCISES = ()
