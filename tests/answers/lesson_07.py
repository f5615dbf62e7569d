"""Answers to the exercises of lesson 07: right ones, and wrong ones with the diagnosis that each should get."""

RIGHT = {}

WRONG = {}
