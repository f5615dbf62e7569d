"""The explorers: small tools inside a lesson, one module each.

A lesson imports an explorer by name: `from helpers.widgets.code_points import explore_code_points`.
"""
