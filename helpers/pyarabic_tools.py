"""PyArabic, the standard tool for Arabic letters, without the warnings that it gives when Python compiles it.

Its authors wrote some patterns with escapes that Python 3.12 and later warn of. Elsewhere, `from pyarabic import araby`
does the same, with the warnings.
"""

import warnings

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from pyarabic import araby, trans
    from pyarabic.propernouns import TEXT as PROPER_NOUNS

__all__ = ["PROPER_NOUNS", "araby", "trans"]
