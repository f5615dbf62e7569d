"""Answers to the exercises of lesson 08: right ones, and wrong ones with the diagnosis that each should get."""

RIGHT = {}

WRONG = {}
