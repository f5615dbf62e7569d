"""Answers to the exercises of lesson 04: right ones, and wrong ones with the diagnosis that each should get."""

RIGHT = {}

WRONG = {}
