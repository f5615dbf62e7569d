"""The exercises of lesson 05: can it learn from examples?"""

EXERCISES = ()
